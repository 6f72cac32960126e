import type { Edit } from '#domain/plan/edits/change-plan.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'

/** What every part of one timeline is given. */
export type TimelineProps = {
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly hazard: TimelineHazard
  readonly edit: (edit: Edit) => boolean
}
