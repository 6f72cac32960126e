import * as v from 'valibot'
import { ok, refuse, type Result } from '#domain/result.ts'
import { Plan } from '../plan.ts'

/** Why an edit is refused. `notThere` = what is to be changed is gone (another tab removed it) · `full` = as many as fit. */
export type EditRefusal = 'notThere' | 'full' | 'badValue'

/** An edit: a plan in, a plan out, the time told. The same edit can be done again on a newer plan from another tab. */
export type Edit = (plan: Plan, now: number) => Result<Plan, EditRefusal>

/**
 * The plan with some fields changed, if it still is one. An edit that changes nothing gives the very same plan back, so that
 * it does not count as one.
 */
export function changePlan(plan: Plan, change: Partial<Plan>, now: number): Result<Plan, EditRefusal> {
  const parsed = v.safeParse(Plan, { ...plan, ...change, changedAt: plan.changedAt }, { abortEarly: true })
  if (!parsed.success) {
    const issue = parsed.issues[0]
    return refuse(issue.type === 'max_length' ? 'full' : 'badValue', v.getDotPath(issue) ?? issue.message)
  }
  if (JSON.stringify(parsed.output) === JSON.stringify(plan)) return ok(plan)
  return ok({ ...parsed.output, changedAt: Math.max(now, plan.changedAt) })
}
