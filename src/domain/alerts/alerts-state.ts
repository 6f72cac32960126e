import { isClockWrong } from '../feeds/clock.ts'
import { ageOf, freshnessOf, isAgeVeryOld, type Freshness } from '../feeds/feed-age.ts'
import type { Alert, AlertFeed } from './alert.ts'
import { byUrgency, isInForce, openShelters } from './in-force.ts'

/** As `FeedReading` of the platform: what is kept, and what the clocks of host and device said. */
export type AlertsReading = {
  readonly kept: { readonly feed: AlertFeed; readonly fetched: number; readonly isTrusted: boolean } | null
  readonly clocks: { readonly host: number; readonly device: number } | null
}

/** How far what is known of the orders can be believed. There is no state "no danger". */
export type AlertsState =
  | { readonly kind: 'never' }
  | {
      readonly kind: Freshness
      readonly feed: AlertFeed
      /** Milliseconds; null = a clock is wrong, so nobody knows. */
      readonly age: number | null
      /** False = the keys that signed it were revoked. */
      readonly isTrusted: boolean
    }

/**
 * What a reading is worth now. Whatever happens to network, clocks and keys, the orders of the newest feed stay: it only
 * becomes old.
 * @param now milliseconds since 1970, by the clock of the device
 */
export function alertsState(reading: AlertsReading | null, now: number): AlertsState {
  if (reading === null || reading.kept === null) return { kind: 'never' }
  const { feed, fetched, isTrusted } = reading.kept
  const age = isOffTheHost(reading.clocks) ? null : ageOf(feed, fetched, now)
  const kind = age === null || !isTrusted ? 'old' : freshnessOf(feed, fetched, now)
  return { kind, feed, age, isTrusted }
}

const isOffTheHost = (clocks: AlertsReading['clocks']): boolean =>
  clocks !== null &&
  isClockWrong(clocks.device, { builtAt: -Infinity, newestIssued: null, hostDate: clocks.host })

/** True from 12 hours on, and where the age is not known. */
export const isVeryOld = (state: AlertsState): boolean => state.kind !== 'never' && isAgeVeryOld(state.age)

/** The orders that hold, the most urgent first. None is lost by age. */
export const alertsInForce = (state: AlertsState): readonly Alert[] =>
  state.kind === 'never' ? [] : state.feed.alerts.filter(isInForce).sort(byUrgency)

/** The orders that were lifted, the last one first. */
export const liftedAlerts = (state: AlertsState): readonly Alert[] =>
  state.kind === 'never'
    ? []
    : state.feed.alerts.filter((alert) => !isInForce(alert)).sort((a, b) => (b.lifted ?? 0) - (a.lifted ?? 0))

/** What the city says of open sites, and how old that is. */
export type OpenedSites = {
  readonly ids: ReadonlySet<string>
  /** When the city said so; milliseconds since 1970. */
  readonly at: number
  /** Doors close faster than orders are lifted: from 30 minutes on (engineering.md §7, shelter state). */
  readonly isOld: boolean
}

/** The sites that the city says are open; null = it says so of none. Nothing is said of all others. */
export function openedSites(state: AlertsState): OpenedSites | null {
  if (state.kind === 'never') return null
  const ids = openShelters(state.feed)
  return ids.size === 0 ? null : { ids, at: state.feed.issued, isOld: state.kind !== 'current' }
}
