import type { ReactNode } from 'react'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { Paint } from '#map/zone-looks.ts'
import type { CityFeedState, WayFinder } from '#platform/ports.ts'
import type { PlansFeature } from '../plan/index.ts'
import type { SheltersStore } from '../shelters/index.ts'
import type { WaysStore } from './store.ts'

/** What the screen of the way to a site is given. */
export type WaysTools = {
  readonly store: WaysStore
  /** The hazard that is looked at. */
  readonly shelters: SheltersStore
  readonly area: Area
  readonly findWays: () => Promise<WayFinder>
  /** A computed flood of the area by the name of its file; null = it is not on this device. */
  readonly readSeries: (file: string) => Promise<Uint8Array | null>
  readonly closures: CityFeedState<ClosureFeed>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly paint: Paint
  /** Brings what is shown into view; null where no map is on the screen. */
  readonly fit: ((bounds: Bounds) => void) | null
  /** Opens the plans of this device; null = they cannot be had. */
  readonly openPlans: () => Promise<PlansFeature | null>
  /** Numbers to call, and that this is no alarm. */
  readonly emergency: ReactNode
}
