import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { relevantHazards, standingOfHome } from '#domain/timeline/relevant-hazards.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'

/** What is known of one danger at home. `notTold` = nobody said where home is, so nothing can be looked up. */
export type HazardAtHome = ReturnType<typeof standingOfHome> | 'notTold'

export const hazardAtHome = (facts: PlanFacts, hazard: TimelineHazard): HazardAtHome =>
  facts.home === null ? 'notTold' : standingOfHome(facts, hazard)

/** The dangers that the family plans for: what it settled, else what the maps suggest. */
export const plannedHazards = (plan: Plan, facts: PlanFacts): readonly TimelineHazard[] =>
  relevantHazards(plan, facts).map(({ hazard }) => hazard)
