import type { NewStep } from '../plan/edits/edit-timeline.ts'
import type { PlanFacts } from '../plan/plan-facts.ts'
import type { Plan } from '../plan/plan.ts'
import { circumstancesOf } from './circumstances.ts'
import { draftRain } from './draft-rain.ts'
import { draftTsunami } from './draft-tsunami.ts'
import { orderOf, type TimelineHazard } from './trigger.ts'

/**
 * A first timeline for one danger: from the real risk at home, the building, the household, the places, the destinations
 * and the minutes of the way. Steps in the order of the axis; within a trigger what prepares stands before what leaves.
 *
 * It keeps what the guideline says (避難情報に関するガイドライン, 内閣府): those who need time leave at level 3, all others
 * by level 4 at the latest, nobody waits for level 5; upstairs only where `decideStay` finds it possible. Each step can be
 * asked why it stands there (`whyStep`), and all of it is the family's to change.
 */
export function draftTimeline(plan: Plan, facts: PlanFacts, hazard: TimelineHazard): readonly NewStep[] {
  const about = circumstancesOf(plan, facts, hazard)
  const steps = hazard === 'tsunami' ? draftTsunami(about) : draftRain(about)
  return [...steps].sort((a, b) => orderOf(a.trigger) - orderOf(b.trigger))
}
