import * as v from 'valibot'
import { ok, refuse, type Result } from '../result.ts'
import { migratePlan } from './migrate.ts'
import { Plan, PLAN_VERSION } from './plan.ts'

/**
 * Why a plan is refused. `notAPlan` = something else altogether · `newerVersion` = written by a newer app, so it is kept as
 * it is and not read · `brokenPlan` = it says to be a plan and its content does not hold; `detail` names the field.
 */
export type PlanRefusal = 'notAPlan' | 'newerVersion' | 'brokenPlan'

/**
 * Reads a plan from the device, a file or a link: brings an older version up to date, then checks every field and copies
 * what it knows. Refuses it whole, never half; what is unknown to the schema is refused too.
 */
export function parsePlan(value: unknown): Result<Plan, PlanRefusal> {
  const version = versionOf(value)
  if (version === null) return refuse('notAPlan')
  if (version > PLAN_VERSION) return refuse('newerVersion', `version ${version}`)
  const migrated = migratePlan(value as Record<string, unknown>, version)
  if (migrated === null) return refuse('brokenPlan', `version ${version}`)
  const parsed = v.safeParse(Plan, migrated, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  return refuse('brokenPlan', placeOf(parsed.issues[0]))
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  if (!Object.hasOwn(value, 'format') || !Object.hasOwn(value, 'version')) return null
  const { format, version } = value as Record<string, unknown>
  return format === 'minna-plan' && Number.isInteger(version) && (version as number) >= 1
    ? (version as number)
    : null
}

/** `marks.3.kind`, or the rule that the whole plan breaks (`ids`, `references`). */
const placeOf = (issue: v.BaseIssue<unknown>): string => v.getDotPath(issue) ?? issue.message.slice(0, 40)
