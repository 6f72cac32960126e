import { homePlaceOf } from '../plan/household.ts'
import type { PlanFacts } from '../plan/plan-facts.ts'
import type { Plan } from '../plan/plan.ts'
import { checkDestinations } from './check-destinations.ts'
import { checkHousehold, checkStock } from './check-household.ts'
import { checkRoutes } from './check-routes.ts'
import { checkSteps } from './check-steps.ts'
import { warning, WARNING_TYPES, type PlanWarning, type WarningType } from './plan-warning.ts'
import { relevantHazards } from './relevant-hazards.ts'

import { TIMELINE_HAZARDS } from './trigger.ts'

/**
 * Where a plan cannot work, worst first, each with what it is about and where to put it right. That nothing was found is no
 * praise: it only looks for what it knows of, and the sentence for an empty list says so (`describeNoWarnings`).
 */
export function checkPlan(plan: Plan, facts: PlanFacts): readonly PlanWarning[] {
  if (homePlaceOf(plan) === null)
    return [warning('noHome', null, { where: 'question', question: 'home' }), ...checkHousehold(plan)]
  const relevant = relevantHazards(plan, facts)
  const hazards = relevant.map(({ hazard }) => hazard)
  const passedOver = facts.reached.filter((hazard) => !hazards.includes(hazard))
  const found = [
    ...passedOver.map((hazard) => warning('notPlanned', hazard, { where: 'question', question: 'hazards' })),
    ...checkHousehold(plan),
    ...relevant.flatMap(({ hazard, why }) => [
      ...checkSteps(plan, facts, hazard),
      // Where only the shaking matters nobody has to go anywhere.
      ...(why === 'shaking' ? [] : checkDestinations(plan, facts, hazard)),
      ...checkStock(plan, facts, hazard),
    ]),
    ...checkRoutes(plan, facts),
  ]
  return onceEach(found).sort(byWeight)
}

/** What is true of a place or of the plan itself, whatever the danger: it is said once. */
const WHATEVER_THE_DANGER: readonly WarningType[] = [
  'noDestination',
  'oneDestination',
  'upstairsNotKnown',
  'siteGone',
  'noPlace',
  'unreachable',
  'destinationElsewhere',
  'noCarToDrive',
]

function onceEach(found: readonly PlanWarning[]): PlanWarning[] {
  const isSame = (a: PlanWarning, b: PlanWarning): boolean =>
    a.type === b.type && a.hazard !== b.hazard && a.about.join() === b.about.join()
  return found.flatMap((one, index) => {
    if (!WHATEVER_THE_DANGER.includes(one.type)) return [one]
    if (found.slice(0, index).some((before) => isSame(before, one))) return []
    return [found.some((other) => isSame(other, one)) ? { ...one, hazard: null } : one]
  })
}

const byWeight = (a: PlanWarning, b: PlanWarning): number =>
  WARNING_TYPES.indexOf(a.type) - WARNING_TYPES.indexOf(b.type) || placeOf(a) - placeOf(b)

/** What matters in any danger comes before what matters in one. */
const placeOf = ({ hazard }: PlanWarning): number => (hazard === null ? -1 : TIMELINE_HAZARDS.indexOf(hazard))
