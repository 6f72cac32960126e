import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ZoneManner } from '#domain/routes/cost.ts'
import type { Profile } from '#domain/routes/profiles.ts'
import { NO_WAYS, type MapWays } from '#map/map-view.ts'

/** Who walks, and how; the same for the way to a site and for the map of all roads. */
export type WaysState = {
  readonly profile: Profile
  /** null = by the time of day. */
  readonly night: boolean | null
  readonly manner: ZoneManner
  /** What the map shows of ways now; whoever leaves a screen of ways puts `NO_WAYS` back. */
  readonly shown: MapWays
}
export type WaysStore = StoreApi<WaysState>

export const createWaysStore = (): WaysStore =>
  createStore<WaysState>(() => ({ profile: 'adult', night: null, manner: 'least', shown: NO_WAYS }))
