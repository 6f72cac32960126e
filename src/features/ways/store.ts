import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ZoneManner } from '#domain/routes/cost.ts'
import type { Profile } from '#domain/routes/profiles.ts'
import { NO_WAYS, type MapWays } from '#map/map-view.ts'

/** The answers to "how soon may the water be here", minutes. */
export const WATER_MINUTES = [30, 60, 120] as const
export type WaterMinutes = (typeof WATER_MINUTES)[number]

/**
 * What is assumed of the water: here within so many minutes of `at` (milliseconds since 1970), or as in a computed flood (by the
 * name of its file) that begins at that moment.
 */
export type Water = { readonly at: number } & (
  | { readonly kind: 'within'; readonly minutes: WaterMinutes }
  | { readonly kind: 'series'; readonly file: string }
)

/** Who walks, and how; the same for the way to a site and for the map of all roads. */
export type WaysState = {
  readonly profile: Profile
  /** null = by the time of day. */
  readonly night: boolean | null
  readonly manner: ZoneManner
  /** Id of the one site to which a way is wanted; null = the nearest that people may be led to. */
  readonly wanted: string | null
  /** What the person assumes of the water; null = not known when it comes. */
  readonly water: Water | null
  /** What the map shows of ways now; whoever leaves a screen of ways puts `NO_WAYS` back. */
  readonly shown: MapWays
}
export type WaysStore = StoreApi<WaysState>

export const createWaysStore = (): WaysStore =>
  createStore<WaysState>(() => ({
    profile: 'adult',
    night: null,
    manner: 'least',
    wanted: null,
    water: null,
    shown: NO_WAYS,
  }))
