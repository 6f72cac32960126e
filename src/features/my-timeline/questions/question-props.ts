import type { Edit } from '#domain/plan/edits/change-plan.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanTools } from '#features/plan/index.ts'
import type { Stop } from '../interview-way.ts'

/** What every question is given. `edit` keeps an answer at once; `onGo` leads to another question. */
export type QuestionProps = {
  readonly tools: PlanTools
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly edit: (edit: Edit) => boolean
  readonly onGo: (stop: Stop) => void
}
