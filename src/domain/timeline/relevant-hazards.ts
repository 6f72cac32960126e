import type { PlanFacts } from '../plan/plan-facts.ts'
import type { Plan } from '../plan/plan.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from './trigger.ts'

/** How a danger stands to the home. `outside` no published zone reaches it, which is no promise. */
export type Standing = 'reached' | 'notKnown' | 'outside'

export type RelevantHazard = {
  readonly hazard: TimelineHazard
  readonly standing: Standing
  /** `chosen` by the family · `zone` a zone reaches the home · `notKnown` nothing can be said · `shaking` the ground shakes everywhere. */
  readonly why: 'chosen' | 'zone' | 'notKnown' | 'shaking'
}

/** How each danger stands to the home; without a home nothing is known. */
export function standingOfHome({ home, reached, unknown }: PlanFacts, hazard: TimelineHazard): Standing {
  if (home === null || home.risk === null) return 'notKnown'
  if (reached.includes(hazard)) return 'reached'
  return unknown.includes(hazard) ? 'notKnown' : 'outside'
}

/**
 * The dangers that the family plans for: what it settled, else what reaches the home and what is not known there, told as
 * such. The timeline of an earthquake and the tsunami after it is always among the unsettled: the ground shakes everywhere.
 * In the order of `TIMELINE_HAZARDS`.
 */
export function relevantHazards(plan: Plan, facts: PlanFacts): readonly RelevantHazard[] {
  return TIMELINE_HAZARDS.flatMap((hazard): readonly RelevantHazard[] => {
    const standing = standingOfHome(facts, hazard)
    if (plan.hazards !== null)
      return plan.hazards.includes(hazard) ? [{ hazard, standing, why: 'chosen' }] : []
    if (standing === 'outside') return hazard === 'tsunami' ? [{ hazard, standing, why: 'shaking' }] : []
    return [{ hazard, standing, why: standing === 'reached' ? 'zone' : 'notKnown' }]
  })
}
