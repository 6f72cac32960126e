import * as v from 'valibot'
import { ok, refuse, type Result } from '#domain/result.ts'
import { Plan } from '../plan.ts'

/** Why an edit is refused. `notThere` = what is to be changed is gone (another tab removed it) · `full` = as many as fit. */
export type EditRefusal = 'notThere' | 'full' | 'badValue'

/** An edit: a plan in, a plan out, the time told. The same edit can be done again on a newer plan from another tab. */
export type Edit = (plan: Plan, now: number) => Result<Plan, EditRefusal>

/**
 * The plan with some fields changed, if it still is one. An edit that changes nothing gives the very same plan back, so that
 * it does not count as one. What a plan is and when it was made cannot be changed.
 */
export function changePlan(
  plan: Plan,
  change: Partial<Plan>,
  now: number,
): Result<Plan, Exclude<EditRefusal, 'notThere'>> {
  const { format, version, id, createdAt, changedAt } = plan
  const changed = { ...plan, ...change, format, version, id, createdAt, changedAt }
  const parsed = v.safeParse(Plan, changed, { abortEarly: true })
  if (!parsed.success) return refuseFor(parsed.issues[0])
  if (isSame(parsed.output, plan)) return ok(plan)
  return ok({ ...parsed.output, changedAt: timeOfChange(plan, now) })
}

/**
 * When a plan was changed: now, but always later than before, also when the clock was set back or a plan came from a phone
 * that is ahead. So a changed plan never bears the time of the one that was exported or saved.
 */
const timeOfChange = ({ changedAt }: Plan, now: number): number =>
  Math.min(LAST_MOMENT, Math.max(Math.round(now) || 0, changedAt + 1))

/** The last moment that a date can hold (ECMA-262 §21.4.1.1). */
const LAST_MOMENT = 8.64e15

/** A list or the photos are full; a text that is too long is a bad value. */
function refuseFor(issue: v.BaseIssue<unknown>) {
  const isFull = issue.message === 'photos' || (issue.type === 'max_length' && Array.isArray(issue.input))
  return refuse(isFull ? 'full' : 'badValue', v.getDotPath(issue) ?? issue.message.slice(0, 40))
}

/** The same value, whatever the order of its fields. For what JSON can hold. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    left.length === right.length &&
    Array.isArray(a) === Array.isArray(b) &&
    left.every(([name, value]) => Object.hasOwn(b, name) && isSame(value, (b as typeof a)[name as never]))
  )
}
