import type { NewStep } from '../plan/edits/edit-timeline.ts'
import { homePlaceOf } from '../plan/household.ts'
import type { PlanFacts } from '../plan/plan-facts.ts'
import type { Plan } from '../plan/plan.ts'
import type { Phrase } from '../risk/report.ts'
import { chooseDestination } from './choose-destination.ts'
import { whyCourse } from './describe-timeline.ts'
import { leaveBy } from './leave-by.ts'
import { nameIn } from './name-in.ts'
import { stayOrLeave } from './stay-or-leave.ts'
import type { StepCode } from './step-code.ts'
import type { TimelineHazard } from './trigger.ts'

/** Steps that name where the household goes, where that is known. */
const TO_A_PLACE: readonly StepCode[] = ['leaveNeedsTime', 'leaveAll', 'leaveToHeight', 'goToRelativesEarly']

/** Steps whose reason is the decision to leave or to stay. */
const BY_THE_DECISION: readonly StepCode[] = ['leaveAll', 'goUpstairsEarly', 'leaveToHeight']

/**
 * A step in words. The family's own text stands as it is (never as markup). Who does it is not in the sentence: `whoOf`.
 */
export function describeStep(
  { what }: Pick<NewStep, 'what'>,
  plan: Plan,
  facts: PlanFacts,
  hazard: TimelineHazard,
): Phrase {
  if (what.type === 'own') return { key: 'timeline:step.own', params: { text: what.text } }
  const { code } = what
  if (TO_A_PLACE.includes(code)) return withPlace(code, goalIn(plan, facts, hazard))
  if (code === 'checkSite') return withPlace(code, siteIn(plan, facts, hazard))
  if (code === 'fetchFromSchool') return withPlace(code, onlySchoolIn(plan))
  if (code === 'goUpstairsEarly') {
    const floor = homePlaceOf(plan)?.building?.floor
    return floor === undefined
      ? { key: 'timeline:step.goUpstairsEarly.anyFloor' }
      : { key: 'timeline:step.goUpstairsEarly.floor', params: { floor } }
  }
  return { key: `timeline:step.${code}` }
}

const withPlace = (code: StepCode, place: string | null): Phrase =>
  place === null
    ? { key: `timeline:step.${code}.noPlace` }
    : { key: `timeline:step.${code}.to`, params: { place } }

/** The name of the place to go to; null where no place could serve, or the household stays upstairs. */
function goalIn(plan: Plan, facts: PlanFacts, hazard: TimelineHazard): string | null {
  const { kind, id } = chooseDestination(facts, hazard)?.facts.destination ?? {}
  return id === undefined || kind === 'upstairs' ? null : nameIn(plan.destinations, id)
}

const siteIn = (plan: Plan, facts: PlanFacts, hazard: TimelineHazard): string | null =>
  chooseDestination(facts, hazard)?.facts.destination.kind === 'site' ? goalIn(plan, facts, hazard) : null

/** The name of the school, where there is one and it has a name. */
function onlySchoolIn({ places }: Plan): string | null {
  const [school, ...others] = places.filter(({ kind }) => kind === 'school')
  return school === undefined || school.name === '' || others.length > 0 ? null : school.name
}

/** The names of those who do a step, in the order of the household; empty = all of us. An unnamed one is told by number. */
export const whoOf = ({ who }: Pick<NewStep, 'who'>, plan: Plan): readonly string[] =>
  plan.household.members
    .filter(({ id }) => who.includes(id))
    .flatMap(({ id }) => nameIn(plan.household.members, id) ?? [])

/**
 * Why a step stands there. For leaving and staying it is the fact that decides about this building; null for a step in the
 * family's own words.
 */
export function whyStep(
  { what, trigger }: Pick<NewStep, 'what' | 'trigger'>,
  plan: Plan,
  facts: PlanFacts,
  hazard: TimelineHazard,
): Phrase | null {
  if (what.type === 'own') return null
  const { code } = what
  if (code === 'leaveNeedsTime' || code === 'leaveAll') {
    const by = leaveBy(plan, facts, hazard, code === 'leaveAll' && hazard !== 'tsunami' ? 4 : undefined)
    if (by.tooLate && by.trigger === trigger)
      return { key: 'timeline:why.drawnForward', params: { minutes: by.total } }
  }
  const { course } = stayOrLeave(facts, hazard)
  if (code === 'leaveAll' && course === 'upstairs') return { key: 'timeline:why.surer' }
  // Where no zone reaches the home the fact would sound like a reason to stay.
  if (BY_THE_DECISION.includes(code) && course !== 'outside') return whyCourse(plan, facts, hazard)
  return { key: `timeline:why.${code}` }
}
