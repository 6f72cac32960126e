import * as v from 'valibot'
import { parsePlan } from '#domain/plan/parse-plan.ts'
import type { QuarantinedPlan, StoredPlan } from '../ports.ts'

/** A plan as it lies in the database. The document is text: it comes back letter for letter, and can be handed out as it is. */
export type PlanRecord = {
  readonly revision: number
  readonly text: string
  readonly exported: StoredPlan['exported']
  readonly attempts: readonly string[]
}

/** So many attempts are remembered: more than other tabs save before a failed one is tried again. Own choice. */
export const MOST_ATTEMPTS = 20

const Time = v.pipe(v.number(), v.integer(), v.minValue(0))
const Record = v.object({
  revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER - 1)),
  text: v.string(),
  exported: v.nullable(v.object({ at: Time, changedAt: Time })),
  attempts: v.fallback(v.pipe(v.array(v.string()), v.maxLength(MOST_ATTEMPTS)), []),
})

export type ReadRecord =
  | { readonly is: 'none' }
  | { readonly is: 'plan'; readonly record: PlanRecord; readonly stored: StoredPlan }
  | { readonly is: 'broken'; readonly quarantined: QuarantinedPlan }

/** Reads a record whatever it holds. One that is not a whole plan under its own key is quarantined. */
export function readRecord(key: string, value: unknown): ReadRecord {
  if (value === undefined) return { is: 'none' }
  const broken = (why: QuarantinedPlan['why']): ReadRecord => ({
    is: 'broken',
    quarantined: { key, why, text: textOf(value) },
  })
  const text = textIn(value)
  if (text === null) return broken('notAPlan')
  const parsed = parsePlan(attempt(() => JSON.parse(text) as unknown))
  if (!parsed.ok) return broken(parsed.reason)
  const record = v.safeParse(Record, value)
  if (!record.success || parsed.value.id !== key) return broken('brokenPlan')
  const { revision, exported, attempts } = record.output
  return { is: 'plan', record: record.output, stored: { plan: parsed.value, revision, exported, attempts } }
}

function textIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'text')) return null
  const { text } = value as { readonly text: unknown }
  return typeof text === 'string' ? text : null
}

/** What can be handed out of a record: its text, else all of it as JSON, else nothing. */
const textOf = (value: unknown): string =>
  textIn(value) ?? attempt(() => JSON.stringify(value, null, 1) as string | undefined) ?? ''

function attempt<T>(action: () => T): T | null {
  try {
    return action()
  } catch {
    return null
  }
}
