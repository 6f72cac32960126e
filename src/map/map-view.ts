import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import type { DepthRank } from '#domain/hazards/depth-band.ts'

/** A site as the map draws it: its symbol tells the designation and the zone at the site, side by side. */
export type SiteMark = {
  readonly id: string
  readonly at: LngLat
  readonly name: string
  readonly kind: 'emergencySite' | 'shelter'
  /** Designated for the hazard that is being looked at; null = the record does not say. */
  readonly designated: boolean | null
  /** Depth rank of the zone at the site; null = no zone, or not known. */
  readonly rank: DepthRank | null
}

export type MapTheme = 'day' | 'night' | 'contrast'

/**
 * All that the map shows, as one value. The controller is given a whole new view and works out the difference.
 * Words are given ready-made: the map has no language of its own.
 */
export type MapView = {
  readonly theme: MapTheme
  /** BCP 47 tag for `lang` on the map's element: it decides the shape of Han characters. */
  readonly htmlLang: string
  /** The name of the map for a screen reader: it becomes the `aria-label` of the canvas. */
  readonly label: string
  /** Flood zones of the largest conceivable scale. `opacity` 0…1. */
  readonly flood: { readonly visible: boolean; readonly opacity: number }
  /** Hatching where a hazard was never studied. */
  readonly notAssessed: { readonly visible: boolean; readonly label: string }
  readonly sites: readonly SiteMark[]
  readonly outline: GeoJSON.FeatureCollection | null
  readonly picked: LngLat | null
  readonly here: { readonly at: LngLat; /** metres */ readonly accuracy: number } | null
  /** Pixels covered by the sheet, so that the picked place stays visible. */
  readonly padding: {
    readonly top: number
    readonly bottom: number
    readonly start: number
    readonly end: number
  }
}

/** The state of what is drawn, told as it changes, so that a failed layer is never taken for an empty one. */
export type MapStatus = 'starting' | 'ready' | 'noTiles' | 'failed'

export type MapEvents = {
  /** A tap or click, or Enter at the crosshair. */
  readonly onPick: (at: LngLat) => void
  readonly onPickSite: (id: string) => void
  readonly onStatus: (status: MapStatus) => void
  /** After a movement: for the scale, north, and the position under the crosshair. */
  readonly onMove: (camera: MapCamera) => void
}

export type MapCamera = {
  readonly centre: LngLat
  readonly zoom: number
  /** Degrees, 0 = north is up. */
  readonly bearing: number
  /** Metres on the ground per CSS pixel at the centre. */
  readonly metresPerPixel: number
}

/** What is on the screen, counted from what is really drawn. */
export type MapScene = {
  readonly camera: MapCamera
  readonly status: MapStatus
  /**
   * The flood zones: `off` by choice, `tooFarOut` not drawn at this zoom, `unread` some could not be read (yet), `drawn`
   * what there is in view is drawn.
   */
  readonly zones: 'off' | 'tooFarOut' | 'unread' | 'drawn'
  /** The depth ranks that can be seen, shallowest first. Tells nothing unless `zones` is `drawn`. */
  readonly ranks: readonly DepthRank[]
  /** True when hatching for "never studied" can be seen. */
  readonly notAssessed: boolean
  /** Ids of the sites that can be seen. */
  readonly sites: readonly string[]
}

export interface MapController {
  apply(view: MapView): void
  goTo(at: LngLat, zoom?: number): void
  fit(bounds: Bounds): void
  zoomBy(steps: number): void
  faceNorth(): void
  camera(): MapCamera
  /** What is on the screen now, for `describeView`. */
  scene(): MapScene
  /** Reads again every tile that could not be read: call it when more of the pack has arrived. */
  reload(): void
  destroy(): void
}
