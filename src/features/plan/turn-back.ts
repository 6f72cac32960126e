import { changePlan, type Edit } from '#domain/plan/edits/change-plan.ts'
import type { Plan } from '#domain/plan/plan.ts'

/**
 * The edit that leads from one state of a plan to another one, as undoing does. Done on the very state `from` it gives `to`;
 * done on a state that another tab changed meanwhile, it changes only what still is as it was in `from`.
 */
export const turnBack =
  (from: Plan, to: Plan): Edit =>
  (plan, now) =>
    changePlan(plan, merge(plan, from, to) as Plan, now)

const asText = (value: unknown): string => JSON.stringify(value)
type Entry = { readonly [name: string]: unknown }
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function merge(now: unknown, from: unknown, to: unknown): unknown {
  if (asText(from) === asText(to)) return now
  if (asText(now) === asText(from)) return to
  if (isEntry(now) && isEntry(from) && isEntry(to))
    return Object.fromEntries(Object.keys(now).map((name) => [name, merge(now[name], from[name], to[name])]))
  if (Array.isArray(now) && Array.isArray(from) && Array.isArray(to)) return mergeList(now, from, to)
  return now
}

/** What an entry of a list is known by: its id, the danger of a timeline, else itself. */
const keyOf = (entry: unknown): string =>
  asText(isEntry(entry) ? (entry['id'] ?? entry['hazard'] ?? entry) : entry)

function mergeList(now: readonly unknown[], from: readonly unknown[], to: readonly unknown[]): unknown[] {
  const [before, after] = [keyed(from), keyed(to)]
  const kept = now.flatMap((entry) => {
    const key = keyOf(entry)
    if (!before.has(key)) return [entry]
    if (after.has(key)) return [merge(entry, before.get(key), after.get(key))]
    return asText(entry) === asText(before.get(key)) ? [] : [entry]
  })
  const there = new Set(now.map(keyOf))
  const back = to.filter((entry) => !before.has(keyOf(entry)) && !there.has(keyOf(entry)))
  const merged = [...kept, ...back]
  // Where nobody else moved anything, the order is that of before too.
  const isOrderOurs = asText(now.map(keyOf)) === asText(from.map(keyOf))
  const order = new Map(to.map((entry, index) => [keyOf(entry), index]))
  const placeOf = (entry: unknown) => order.get(keyOf(entry)) ?? to.length
  return isOrderOurs ? merged.sort((a, b) => placeOf(a) - placeOf(b)) : merged
}

const keyed = (list: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(list.map((entry) => [keyOf(entry), entry]))
