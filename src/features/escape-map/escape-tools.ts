import type { StoreApi } from 'zustand/vanilla'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import type { MapTheme } from '#map/map-view.ts'
import type { CityFeedState, WayFinder } from '#platform/ports.ts'
import type { DrawPaperMap } from '../paper/index.ts'
import type { SheltersStore } from '../shelters/index.ts'
import type { WaysStore } from '../ways/index.ts'

/** What the map of escape times is given. Keep the functions the same between renderings. */
export type EscapeTools = {
  readonly area: Area
  readonly shelters: SheltersStore
  readonly ways: WaysStore
  readonly closures: StoreApi<CityFeedState<ClosureFeed>>
  readonly finder: () => Promise<WayFinder>
  /** A computed flood of the area, unpacked, by the name of its file; null while it is not on this device. */
  readonly seriesFile: (name: string) => Promise<Uint8Array | null>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The place that was asked about; null = none. */
  readonly at: LngLat | null
  readonly theme: MapTheme
  /** False in the text layout: then the table alone tells it. */
  readonly hasMap: boolean
  /** Draws the map of the paper; null = no map can be drawn here. */
  readonly drawMap: DrawPaperMap | null
  readonly print: () => void
}
