import { describeDestination, describeWay } from '#domain/plan/describe-facts.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { describeNow } from '#domain/timeline/describe-timeline.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { escapeMarkup, intlOf, type SayWords } from '#i18n/index.ts'
import type { Speech } from '../speech/index.ts'
import {
  dangersAt,
  dueNow,
  hazardsIn,
  isTimeToGo,
  levelIn,
  type Chosen,
  type DueNow,
  type DueStep,
} from './due-now.ts'
import { goalsFor, type Goal } from './goals.ts'
import { personPhrase } from './person.ts'

/** What it is called and what everybody does at it, in the official words. */
function sayCall(t: SayWords, { situation, now }: Chosen): readonly string[] {
  const { name, calls } = describeNow(now, situation === 'quake' ? 'tsunami' : 'flood')
  return [
    now === 'ownSigns' ? t('interview:now.ownSigns') : t.phrase(name),
    t.phrase(calls),
    ...(levelIn(now) === 5 ? [t('interview:now.level5')] : []),
  ]
}

/** A step and, where it is not for all, who does it. */
function sayStep(t: SayWords, plan: Plan, { phrase, who }: DueStep): readonly string[] {
  const members = plan.household.members.filter(({ id }) => who.includes(id))
  const names = members.map((member) => t.phrase(personPhrase(plan, member)))
  const list = new Intl.ListFormat(intlOf(t.language), { type: 'conjunction' })
  return names.length === 0 ? [t.phrase(phrase)] : [t.phrase(phrase), list.format(names)]
}

/** Steps under their title; what is ticked off is not said again. */
function saySteps(t: SayWords, plan: Plan, title: string, steps: readonly DueStep[]): readonly string[] {
  const open = steps.filter(({ done }) => !done)
  if (open.length === 0) return []
  return [t(title, { count: open.length }), ...open.flatMap((step) => sayStep(t, plan, step))]
}

const sayDue = (t: SayWords, plan: Plan, due: DueNow): readonly string[] => [
  ...saySteps(t, plan, 'interview:now.first', due.first),
  ...saySteps(t, plan, 'interview:now.overdue', due.overdue),
  ...saySteps(t, plan, 'interview:now.due', due.now),
  ...(due.now.length === 0 && due.first.length === 0
    ? [t('interview:now.due'), t('interview:now.nothing')]
    : []),
  ...saySteps(t, plan, 'interview:now.next', due.next),
]

function sayGoal(t: SayWords, { choice, hazards }: Goal, isOnly: boolean): readonly string[] {
  const { destination, way, isBarred } = choice.facts
  return [
    ...(isOnly ? [] : hazards.map((hazard) => t(`timeline:danger.${hazard}`))),
    destination.name === '' ? t(`interview:destination.${destination.kind}`) : escapeMarkup(destination.name),
    ...(way === null ? [] : describeWay(way, destination.by, isBarred).map(t.phrase)),
    ...describeDestination(choice.for).map(t.phrase),
  ]
}

function sayPlaces(t: SayWords, facts: PlanFacts, hazards: readonly TimelineHazard[]): readonly string[] {
  const goals = goalsFor(facts, hazards)
  return [
    t('interview:now.where'),
    ...(goals.length === 0 ? [t('interview:now.nowhere')] : []),
    ...goals.flatMap((goal) => sayGoal(t, goal, goals.length === 1)),
  ]
}

/**
 * "What now?" as it is read aloud: the call, what this family does and where it goes, and that this app is no alarm.
 * @param plan null = there is none; then the call holds
 */
export const sayNow =
  (chosen: Chosen, plan: Plan | null, facts: PlanFacts | null): Speech =>
  (t) => {
    const hazards = plan === null ? [] : dangersAt(plan, chosen)
    const family =
      plan === null || facts === null || hazards.length === 0
        ? [t('interview:now.noTimeline')]
        : [
            ...(chosen.now === 'ownSigns'
              ? hazardsIn(plan, 'rain').map((hazard) => t.phrase(describeNow('ownSigns', hazard).name))
              : []),
            ...sayDue(t, plan, dueNow(plan, facts, hazards, chosen.now)),
            ...(isTimeToGo(chosen.now) ? sayPlaces(t, facts, hazards) : []),
          ]
    return [...sayCall(t, chosen), ...family, t('interview:now.notAlarm')]
  }
