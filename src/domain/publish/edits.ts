import type { Alert, AlertFeed } from '../alerts/alert.ts'
import type { Closure, ClosureFeed } from '../closures/closure.ts'
import { areSame } from './same.ts'

/** One thing that a clerk does to a list. Because it is told as a thing done, it can be done again on a list that is newer. */
export type Edit<T> =
  | {
      readonly kind: 'put'
      readonly item: T
      /** As it was when the clerk began; null = it is new. */ readonly before: T | null
    }
  | { readonly kind: 'lift'; readonly id: string }
  /** Somebody has looked: it is still so. */
  | { readonly kind: 'holds'; readonly id: string }
  /** The whole list as it was once (undo). */
  | { readonly kind: 'restore'; readonly items: readonly T[] }

export type ClosureEdit = Edit<Closure>
export type AlertEdit = Edit<Alert>

/** What became of an edit on another list than the one it was made for: the thing is gone, or somebody else has changed it too. */
export type EditConflict = { readonly id: string; readonly why: 'gone' | 'changedByOther' }

type Rules<T> = {
  readonly lift: (item: T, now: number) => T
  readonly holds: (item: T, now: number) => T
}

const CLOSURES: Rules<Closure> = {
  lift: (closure, now) => ({ ...closure, status: 'lifted', updated: now, checked: now }),
  holds: (closure, now) => ({ ...closure, checked: now }),
}
const ALERTS: Rules<Alert> = {
  lift: (alert, now) => ({ ...alert, lifted: alert.lifted ?? Math.max(now, alert.issued) }),
  holds: (alert) => alert,
}

/** How long a lifted or ended thing stays in the list, so that people read that it is over. Milliseconds; own choice: a day. */
const KEPT_AFTER = 86_400_000

/** All closures after the edits; those that were over a day ago are left out. */
export const editedClosures = (base: readonly Closure[], edits: readonly ClosureEdit[], now: number) =>
  replay(base, edits, CLOSURES, now).filter(
    (one) =>
      !(one.status === 'lifted' && one.updated < now - KEPT_AFTER) &&
      !(one.end !== null && one.end < now - KEPT_AFTER),
  )

/** All alerts after the edits; those that were lifted a day ago are left out. */
export const editedAlerts = (base: readonly Alert[], edits: readonly AlertEdit[], now: number) =>
  replay(base, edits, ALERTS, now).filter(({ lifted }) => lifted === null || lifted >= now - KEPT_AFTER)

function replay<T extends { readonly id: string }>(
  base: readonly T[],
  edits: readonly Edit<T>[],
  rules: Rules<T>,
  now: number,
): readonly T[] {
  return edits.reduce<readonly T[]>((items, edit) => {
    if (edit.kind === 'restore') return edit.items
    if (edit.kind === 'put') {
      const { item } = edit
      return items.some(({ id }) => id === item.id)
        ? items.map((one) => (one.id === item.id ? item : one))
        : [...items, item]
    }
    return items.map((one) => (one.id === edit.id ? rules[edit.kind](one, now) : one))
  }, base)
}

/** What has to be looked at when edits that were made on one list are done on a newer one. */
export function conflictsOf<T extends { readonly id: string }>(
  edits: readonly Edit<T>[],
  newer: readonly T[],
): readonly EditConflict[] {
  return edits.flatMap((edit): readonly EditConflict[] => {
    if (edit.kind === 'restore' || (edit.kind === 'put' && edit.before === null)) return []
    const id = edit.kind === 'put' ? edit.item.id : edit.id
    const there = newer.find((one) => one.id === id)
    if (there === undefined) return [{ id, why: 'gone' }]
    const isSame = edit.kind !== 'put' || areSame(there, edit.before)
    return isSame ? [] : [{ id, why: 'changedByOther' }]
  })
}

/** The head of the next issue. Times in milliseconds. */
export type Issue = {
  readonly area: string
  readonly publisher: string
  readonly sequence: number
  readonly now: number
  readonly lifeMs: number
}

const headOf = ({ area, publisher, sequence, now, lifeMs }: Issue) => {
  // Whole seconds: that is what is written, and what is read back is then the same.
  const issued = Math.floor(now / 1000) * 1000
  return { area, publisher, sequence, issued, expires: issued + lifeMs }
}

export const nextClosures = (
  issue: Issue & { readonly licence: string },
  closures: readonly Closure[],
): ClosureFeed => ({ ...headOf(issue), licence: issue.licence, closures })

/** Nothing that an alert says of itself is later than the file that holds it. */
export function nextAlerts(issue: Issue, alerts: readonly Alert[]): AlertFeed {
  const head = headOf(issue)
  return { v: 1, feed: 'alerts', ...head, alerts: alerts.map((one) => notLater(one, head.issued)) }
}

function notLater(alert: Alert, at: number): Alert {
  const issued = Math.min(alert.issued, at)
  const lifted = alert.lifted === null ? null : Math.max(issued, Math.min(alert.lifted, at))
  return { ...alert, issued, lifted }
}
