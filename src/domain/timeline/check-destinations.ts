import type { PlanFacts } from '../plan/plan-facts.ts'
import type { Plan } from '../plan/plan.ts'
import { meantFor, type Choice } from './choose-destination.ts'
import { isSlow, peopleOf } from './household-roles.ts'
import { warning, type PlanFix, type PlanWarning, type WarningType } from './plan-warning.ts'
import { standingOfHome } from './relevant-hazards.ts'
import { stayOrLeave } from './stay-or-leave.ts'
import type { TimelineHazard } from './trigger.ts'

/** Metres that old people can be asked to walk in a tsunami: 500 (内閣府, 津波避難ビル等の指針). */
const MOST_IN_TSUNAMI = 500

/** Metres that nobody should have to walk in heavy rain: own choice. */
const MOST_IN_RAIN = 2000

/** What is wrong with the places to go to in one danger. */
export function checkDestinations(
  plan: Plan,
  facts: PlanFacts,
  hazard: TimelineHazard,
): readonly PlanWarning[] {
  const meant = meantFor(facts, hazard)
  return [
    ...checkChoice(facts, hazard, meant),
    ...meant.flatMap((choice) => [
      ...checkStanding(choice, hazard, meant),
      ...checkWay(plan, choice, hazard),
    ]),
  ]
}

/** All of them together: is there one, are there two, can one serve. */
function checkChoice(
  facts: PlanFacts,
  hazard: TimelineHazard,
  meant: readonly Choice[],
): readonly PlanWarning[] {
  const add: PlanFix = { where: 'thing', list: 'destinations', id: null }
  const { course } = stayOrLeave(facts, hazard)
  const ids = meant.map(({ facts: { destination } }) => destination.id)
  if (meant.length === 0) {
    const isAsked =
      course !== 'outside' && course !== 'upstairs' && standingOfHome(facts, hazard) !== 'outside'
    return isAsked ? [warning('noDestination', hazard, { where: 'question', question: 'destinations' })] : []
  }
  if (isOnlyInZone(meant)) return [warning('onlyInZone', hazard, add, ids)]
  if (meant.every(({ service }) => service === 'fails')) return [warning('noneServes', hazard, add, ids)]
  return meant.length === 1 ? [warning('oneDestination', hazard, add, ids)] : []
}

const isOnlyInZone = (meant: readonly Choice[]): boolean =>
  meant.length > 0 && meant.every((choice) => choice.for.zone === 'inZone')

/** How one of them stands to the danger: the zones, and the city's word. */
function checkStanding(
  choice: Choice,
  hazard: TimelineHazard,
  meant: readonly Choice[],
): readonly PlanWarning[] {
  const { zone, designated, stay } = choice.for
  const { id } = choice.facts.destination
  const types: WarningType[] = []
  if (zone === 'inZone' && !isOnlyInZone(meant))
    types.push(choice.service === 'unsure' ? 'designatedInZone' : 'inZone')
  if (zone === 'notKnown') types.push('destinationNotKnown')
  if (zone === 'elsewhere') types.push('destinationElsewhere')
  if (zone === 'noPlace') types.push('noPlace')
  if (zone === 'upstairs' && stay === 'leave') types.push('upstairsLeave')
  if (zone === 'upstairs' && (stay === 'notKnown' || stay === null)) types.push('upstairsNotKnown')
  if (designated === 'no') types.push('notDesignated')
  if (designated === 'gone') types.push('siteGone')
  if (designated === 'notTold') types.push('designationNotTold')
  return types.map((type) => warning(type, hazard, { where: 'thing', list: 'destinations', id }, [id]))
}

/** Whether this household can come there. */
function checkWay(plan: Plan, { facts }: Choice, hazard: TimelineHazard): readonly PlanWarning[] {
  const { id, by } = facts.destination
  const metres = facts.way?.metres ?? 0
  const isWalked = by === 'walk'
  const anySlow = peopleOf(plan).some(isSlow)
  const isTsunami = hazard === 'tsunami'
  const found: (WarningType | false)[] = [
    isWalked && facts.isBarred && 'unreachable',
    isTsunami && isWalked && anySlow && metres > MOST_IN_TSUNAMI && 'tooFarTsunami',
    isTsunami && !isWalked && !anySlow && 'carInTsunami',
    !isTsunami && isWalked && plan.household.car !== true && metres > MOST_IN_RAIN && 'tooFarOnFoot',
    !isWalked && plan.household.car === false && 'noCarToDrive',
  ]
  const amounts = { metres: Math.round(metres / 10) * 10 }
  return found
    .filter((type) => type !== false)
    .map((type) => warning(type, hazard, { where: 'thing', list: 'destinations', id }, [id], amounts))
}
