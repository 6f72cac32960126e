import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { together } from '#domain/plan/edits/edit-plan.ts'
import { setTimeline } from '#domain/plan/edits/edit-timeline.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { draftTimeline } from '#domain/timeline/draft-timeline.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { plannedHazards } from './planned-hazards.ts'

/** The dangers that the family plans for and that have no step yet. */
export const hazardsToDraft = (plan: Plan, facts: PlanFacts): readonly TimelineHazard[] =>
  plannedHazards(plan, facts).filter(
    (hazard) => (plan.timelines.find((one) => one.hazard === hazard)?.steps ?? []).length === 0,
  )

/** Drafts the timeline of each of these dangers, in one step of undo. What stood there is replaced. */
export const draftAll =
  (facts: PlanFacts, hazards: readonly TimelineHazard[]): Edit =>
  (plan, now) =>
    together(...hazards.map((hazard) => setTimeline(hazard, draftTimeline(plan, facts, hazard))))(plan, now)

/** Drafts what is missing, and leaves alone what the family has made. */
export const draftMissing =
  (facts: PlanFacts): Edit =>
  (plan, now) =>
    draftAll(facts, hazardsToDraft(plan, facts))(plan, now)
