import type { StoreApi } from 'zustand/vanilla'
import type { FixFate } from '#domain/drills/track.ts'
import type { LocateFailure } from '#platform/ports.ts'
import type { SiteReached } from './site-reached.ts'
import type { WalkAlert } from './walk-alerts.ts'

/** How the phone of somebody who walks is doing. Milliseconds since 1970 are those of the real clock. */
export type WalkWatchState = {
  /** The position is followed. */
  readonly isWatching: boolean
  /** Why there is none; null = there was one since, or nothing failed. */
  readonly failure: LocateFailure | null
  /** What became of the last position that the device told, and its radius in metres; null = it told none yet. */
  readonly last: { readonly fate: FixFate; readonly accuracy: number } | null
  /** When a position was taken last; null = none yet. */
  readonly heard: number | null
  /** Whether the screen is kept on; null = it is not known yet. */
  readonly staysOn: boolean | null
  /** When the page was hidden last, and for so long that positions are missing; null = never, or the person has read it. */
  readonly away: { readonly from: number; readonly till: number } | null
  /** What has come and was not read yet, in the order in which it came. */
  readonly alerts: readonly WalkAlert[]
  /** When somebody walked fast with the screen lit, and was asked to look up; null = never. */
  readonly lookUp: number | null
  /** Where they have arrived, and since when; null = nowhere. */
  readonly there: (SiteReached & { readonly since: number }) | null
  readonly sound: boolean
  readonly vibration: boolean
}

export type WalkWatch = {
  readonly store: StoreApi<WalkWatchState>
  readonly commands: {
    /** Begins to follow the position anew, as when it was allowed meanwhile. */
    readonly again: () => void
    /** What has come was read. */
    readonly read: () => void
    /** They are not at the site that was told: it is not told again. */
    readonly notThere: () => void
    readonly setSound: (on: boolean) => void
    readonly setVibration: (on: boolean) => void
  }
  /** Ends everything; for pages that go. */
  readonly end: () => void
}

export const NOT_WATCHING: WalkWatchState = {
  isWatching: false,
  failure: null,
  last: null,
  heard: null,
  staysOn: null,
  away: null,
  alerts: [],
  lookUp: null,
  there: null,
  sound: true,
  vibration: true,
}
