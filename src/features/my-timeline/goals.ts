import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import { chooseDestination, type Choice } from '#domain/timeline/choose-destination.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'

/** A place to go to. */
export type Goal = { readonly choice: Choice; readonly hazards: readonly TimelineHazard[] }

/** Each place once, with the dangers in which the family goes there. */
export function goalsFor(facts: PlanFacts, hazards: readonly TimelineHazard[]): readonly Goal[] {
  const goals = new Map<string, Goal>()
  for (const hazard of hazards) {
    const choice = chooseDestination(facts, hazard)
    if (choice === null) continue
    const { id } = choice.facts.destination
    const before = goals.get(id)
    goals.set(id, { choice: before?.choice ?? choice, hazards: [...(before?.hazards ?? []), hazard] })
  }
  return [...goals.values()]
}
