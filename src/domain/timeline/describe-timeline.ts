import type { PlanFacts } from '../plan/plan-facts.ts'
import { homeOf, homePlaceOf } from '../plan/household.ts'
import type { Plan } from '../plan/plan.ts'
import type { Phrase } from '../risk/report.ts'
import { describeFact } from '../stay/describe-fact.ts'
import type { RelevantHazard } from './relevant-hazards.ts'
import { stayOrLeave, type Course } from './stay-or-leave.ts'
import type { Now } from './steps-due.ts'
import { triggerOf, type TimelineHazard, type TriggerId } from './trigger.ts'

const phrase = (key: string, params?: Phrase['params']): Phrase =>
  params === undefined ? { key } : { key, params }

/** The name of a danger as a timeline is headed. */
export const describeDanger = (hazard: TimelineHazard): Phrase => phrase(`timeline:danger.${hazard}`)

/** Why a danger is among those to plan for. */
export const describeRelevance = ({ why, standing }: RelevantHazard): Phrase =>
  phrase(why === 'shaking' ? 'timeline:relevance.shaking' : `timeline:relevance.${standing}`)

/** Triggers that are called otherwise for each danger: warnings bear its name, and its signs differ. */
const OWN_NAMES: readonly TriggerId[] = ['jma2', 'jma3', 'jma4', 'jma5', 'ownSigns']

export type TriggerWords = {
  /** The official name, with the level in it where it has one. */
  readonly name: Phrase
  /** Who says it: the city and the Japan Meteorological Agency are never one. */
  readonly says: Phrase
  /** About how long before; null where it comes without lead time. A guide only. */
  readonly time: Phrase | null
}

export function describeTrigger(id: TriggerId, hazard: TimelineHazard): TriggerWords {
  const { says, hours } = triggerOf(id)
  return {
    name: phrase(OWN_NAMES.includes(id) ? `timeline:trigger.${id}.${hazard}` : `timeline:trigger.${id}`),
    says: phrase(id === 'beforehand' ? 'timeline:says.quiet' : `timeline:says.${says}`),
    time: hours === null ? null : phrase(`timeline:time.h${hours}`),
  }
}

/** What a family chooses as "now", and what everybody does at it: the official call of a level. */
export function describeNow(
  now: Now,
  hazard: TimelineHazard,
): { readonly name: Phrase; readonly calls: Phrase } {
  if (typeof now === 'number')
    return { name: phrase(`timeline:now.level${now}`), calls: phrase(`timeline:calls.level${now}`) }
  const { level } = triggerOf(now)
  return {
    name: describeTrigger(now, hazard).name,
    calls: phrase(level === null ? `timeline:calls.${now}` : `timeline:calls.level${level}`),
  }
}

/** To leave or to stay, as the timeline has it: the decision, and the fact that decides where there is one. */
export function describeCourse(
  plan: Plan,
  facts: PlanFacts,
  hazard: TimelineHazard,
): { readonly course: Course; readonly headline: Phrase; readonly fact: Phrase } {
  const { course } = stayOrLeave(facts, hazard)
  const floor = homePlaceOf(plan)?.building?.floor ?? 1
  const headline =
    hazard === 'tsunami'
      ? phrase(`timeline:course.tsunami.${course === 'outside' ? 'outside' : 'leave'}`)
      : phrase(`timeline:course.${course}`, course === 'upstairs' ? { floor } : undefined)
  return { course, headline, fact: whyCourse(plan, facts, hazard) }
}

/** The fact that decides whether this household leaves. */
export function whyCourse(plan: Plan, facts: PlanFacts, hazard: TimelineHazard): Phrase {
  const { course, verdict } = stayOrLeave(facts, hazard)
  const place = homePlaceOf(plan)
  if (place === null) return phrase('timeline:because.noHome')
  const home = homeOf(plan, place)
  const [fact] = verdict === null || home === null ? [] : describeFact(verdict.fact, home)
  if (fact !== undefined) return fact
  if (facts.home?.risk == null) return phrase('timeline:because.noArea')
  return phrase(course === 'leave' ? 'timeline:because.noBuilding' : `timeline:because.${course}`)
}

/** What has to be said under every timeline. */
export const describeCaveats = (hazard: TimelineHazard): readonly Phrase[] =>
  (hazard === 'tsunami'
    ? ['timeline:caveat.arrival', 'timeline:caveat.notAlarm']
    : [
        'timeline:caveat.guide',
        'timeline:caveat.rainband',
        'timeline:caveat.level5',
        'timeline:caveat.notAlarm',
      ]
  ).map((key) => phrase(key))
