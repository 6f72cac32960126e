import { useMemo } from 'react'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanTools } from '../plan/index.ts'

/** What the pack tells of a plan, or of a plan as it would be; reckoned anew only when the plan or what is known of it changes. */
export function useFacts({ factsOf }: PlanTools, whole: { readonly plan: Plan } | null): PlanFacts | null {
  // A plan as it would be is made anew each time: what stands in it decides, without the time of the change.
  const text = whole === null ? null : JSON.stringify({ ...whole.plan, changedAt: 0 })
  // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for the plan
  return useMemo(() => (whole === null ? null : factsOf(whole.plan)), [text, factsOf])
}
