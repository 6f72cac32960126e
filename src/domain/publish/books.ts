import { ALERTS_KIND, type Alert, type AlertFeed } from '../alerts/alert.ts'
import { writeAlerts } from '../alerts/write-alerts.ts'
import type { Closure, ClosureFeed } from '../closures/closure.ts'
import { writeFeed } from '../closures/write-feed.ts'
import type { FeedHead, FeedKind } from '../feeds/check-feed.ts'
import { CLOSURES_KIND } from '../feeds/reopened-roads.ts'
import type { Result } from '../result.ts'
import { editedAlerts, editedClosures, nextAlerts, nextClosures, type Edit, type Issue } from './edits.ts'

/** All that differs between the two signed files of a city when one is written anew. */
export type Book<T extends { readonly id: string }, F extends FeedHead & { readonly publisher: string }> = {
  readonly kind: FeedKind<F>
  readonly itemsOf: (feed: F) => readonly T[]
  readonly edited: (items: readonly T[], edits: readonly Edit<T>[], now: number) => readonly T[]
  /** @param before the feed in use; what is told once for the whole file is taken from it */
  readonly next: (issue: Issue, items: readonly T[], before: F | null) => F
  readonly write: (feed: F) => Result<Uint8Array>
  /** True for what holds no more by its own word. */
  readonly isOver: (item: T) => boolean
}

/** Closures of a city that has not said otherwise: free to be used by anybody who names the city. */
const LICENCE = 'CC BY 4.0'

export const CLOSURE_BOOK: Book<Closure, ClosureFeed> = {
  kind: CLOSURES_KIND,
  itemsOf: ({ closures }) => closures,
  edited: editedClosures,
  next: (issue, items, before) => nextClosures({ ...issue, licence: before?.licence ?? LICENCE }, items),
  write: writeFeed,
  isOver: ({ status, state }) => status === 'lifted' || state === 'open',
}

export const ALERT_BOOK: Book<Alert, AlertFeed> = {
  kind: ALERTS_KIND,
  itemsOf: ({ alerts }) => alerts,
  edited: editedAlerts,
  next: nextAlerts,
  write: writeAlerts,
  isOver: ({ lifted }) => lifted !== null,
}
