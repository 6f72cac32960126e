import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import type { Closure } from '#domain/closures/closure.ts'
import type { FeatureKind } from '#domain/features/local-feature.ts'
import type { DepthBounds } from '#domain/hazards/depth-band.ts'
import type { HazardKind } from '#domain/hazards/hazard-kind.ts'
import type { MarkKind } from '#domain/plan/mark-kinds.ts'
import type { Slack } from '#domain/routes/last-departure.ts'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'

/** A site as the map draws it: its symbol tells the designation and the zone at the site, side by side. */
export type SiteMark = {
  readonly id: string
  readonly at: LngLat
  readonly name: string
  readonly kind: 'emergencySite' | 'shelter'
  /** Designated for the hazard that is being looked at; null = the record does not say. */
  readonly designated: boolean | null
  /** The zone at the site, of whatever kind, as the map draws it; null = no zone, or not known. */
  readonly zone: { readonly layer: ZoneLayerId; readonly rank: number } | null
}

/** A thing to know of that is no site (an AED, a monument, a dangerous spot). `name` is written beside it where there is room. */
export type PointMark = {
  readonly id: string
  readonly kind: FeatureKind
  readonly at: LngLat
  readonly name: string
}

/** What a person put on My Hazard Map. `icon` decides the symbol; `danger` and `help` differ by shape, not by colour alone. */
export type MyMap = {
  readonly points: readonly {
    readonly id: string
    readonly at: LngLat
    readonly name: string
    readonly icon: MarkKind | 'home' | 'place' | 'destination'
  }[]
  readonly areas: readonly {
    readonly id: string
    /** Open: the last corner is not the first again. */
    readonly ring: readonly LngLat[]
    readonly name: string
    readonly icon: MarkKind
  }[]
  readonly lines: readonly { readonly id: string; readonly line: readonly LngLat[]; readonly name: string }[]
  /** What is being looked at: drawn larger. */
  readonly selected: string | null
}

/** Nothing of one's own on the map: one value for all views, so that nothing is drawn anew. */
export const EMPTY_MY_MAP: MyMap = { points: [], areas: [], lines: [], selected: null }

/** A closure of a road as the map draws it. Its words are told elsewhere; here is one short label. */
export type ClosureMark = {
  readonly id: string
  readonly shape: Closure['shape']
  /** `closed` for somebody on foot · `perhaps` it is not told whether they may pass · `carsOnly` they may · `planned` not yet in force */
  readonly strength: 'closed' | 'perhaps' | 'carsOnly' | 'planned'
  /** What is shown may have changed: drawn so that it is seen, and no weaker. */
  readonly isOld: boolean
  readonly label: string
}

/** Ways on foot that are shown: the one that is told, and others. */
export type MapWays = {
  readonly routes: readonly {
    readonly id: string
    readonly line: readonly LngLat[]
    /** The one that is being told: drawn wider, with arrows. */
    readonly isTold: boolean
  }[]
  /** 逃げ地図: the roads by the time to a site, or by the time that is left. `null` in a piece = no way leads on from there. */
  readonly network:
    | {
        readonly kind: 'reach'
        readonly pieces: readonly { readonly line: readonly LngLat[]; readonly band: number | null }[]
      }
    | {
        readonly kind: 'departure'
        readonly pieces: readonly { readonly line: readonly LngLat[]; readonly slack: Slack | null }[]
      }
    | null
}

/** A drill on the map: somebody on their way, and the water around them at that minute. */
export type DrillOnMap = {
  /** What was walked so far, the last point aside. */
  readonly trail: readonly LngLat[]
  readonly at: LngLat | null
  /** The position was lost: drawn as a place that is not known. */
  readonly isLost: boolean
  readonly goal: LngLat | null
  /** Where somebody with another choice would be at that minute; null = nobody is shown. */
  readonly other: { readonly trail: readonly LngLat[]; readonly at: LngLat } | null
  /** Where ways are shut in the drill. */
  readonly shut: readonly LngLat[]
  /** Where it went wrong; absent or null = nowhere that is known. */
  readonly wrong?: LngLat | null
  /**
   * `picture`: four bytes a pixel, the first row in the north; the same buffer may be filled anew for each `frame`. `ranks`: the published
   * zones of these hazards in the colour of each depth rank (the shallowest first). null = no water is told.
   */
  readonly water:
    | {
        readonly kind: 'picture'
        readonly frame: number
        readonly width: number
        readonly height: number
        readonly rgba: Uint8ClampedArray<ArrayBuffer>
        readonly bounds: Bounds
      }
    | {
        readonly kind: 'ranks'
        readonly hazards: readonly HazardKind[]
        readonly colours: readonly string[]
        /** The colour of zones of them without a depth (slopes); absent or null = they have not come yet. */
        readonly zones?: string | null
      }
    | null
}

/** No ways and no closures on the map: one value for all views, so that nothing is drawn anew. */
export const NO_WAYS: MapWays = { routes: [], network: null }
export const NO_CLOSURES: readonly ClosureMark[] = []

/** The tool in the hand. While there is one, a tap asks about no place. */
export type Drawing = {
  readonly tool: 'point' | 'line' | 'area'
  /** A new key begins anew, with these corners (empty = nothing drawn yet). */
  readonly key: string
  readonly corners: readonly LngLat[]
}

/** `print` is for paper: white ground, black lines, patterns that a copier keeps. */
export type MapTheme = 'day' | 'night' | 'contrast' | 'print'

/**
 * The colours of the zones: `official` as printed on Japanese hazard maps, `distinct` from light to dark, for eyes that
 * confuse the official ones. The theme decides the ground under both.
 */
export const MAP_PALETTES = ['official', 'distinct'] as const
export type MapPalette = (typeof MAP_PALETTES)[number]

/**
 * The words that stand in the zones. `under`, `between` and `from` have the places `{min}` and `{max}`, which are filled with
 * metres; `several` has `{name}` and `{text}`; `special` has `{name}`.
 */
export type ZoneLabels = {
  readonly under: string
  readonly between: string
  readonly from: string
  /** How long the water stays, by duration rank from 1 on. */
  readonly durations: readonly string[]
  /** A short name for each layer: written in its zones, or before the depth where several layers of water are shown. */
  readonly names: { readonly [layer in ZoneLayerId]: string }
  readonly special: string
  readonly several: string
}

/** A raster of somebody else's, drawn over the zones for comparison. `tiles` is an address with `{z}`, `{x}` and `{y}`. */
export type MapOverlay = {
  readonly tiles: string
  /** 0…1 */
  readonly opacity: number
  readonly minzoom: 2
  readonly maxzoom: 17
}

/** How names are written for the reader. */
export type MapNames = {
  /** The properties of the base map in which a name is looked for, best first. None = the Japanese name alone. */
  readonly keys: readonly string[]
  /** The reading in kana above the Japanese name, where it is known. */
  readonly kana: boolean
  /** Letters that are taken before those of the device; `ranges` as in `unicode-range`. */
  readonly letters: readonly {
    readonly url: string
    readonly weight: '400' | '700'
    readonly ranges: readonly string[]
  }[]
}

/**
 * All that the map shows, as one value. The controller is given a whole new view and works out the difference.
 * Words are given ready-made: the map has no language of its own.
 */
export type MapView = {
  readonly theme: MapTheme
  /** BCP 47 tag for `lang` on the map's element: it decides the shape of Han characters. */
  readonly htmlLang: string
  /** Absent = Japanese names alone, in the letters of the device. One value for one language: a new one makes a new style. */
  readonly names?: MapNames
  /** The name of the map for a screen reader: it becomes the `aria-label` of the canvas. */
  readonly label: string
  readonly palette: MapPalette
  readonly zones: {
    readonly shown: readonly ZoneLayerId[]
    /** 0…1 */
    readonly opacity: number
    /** The one river of whose flood the depths are shown; null = of all rivers together. */
    readonly river: string | null
    readonly labels: ZoneLabels
  }
  /** Hatching where one of the `kinds` was never studied, and what is written on it. */
  readonly notAssessed: {
    readonly visible: boolean
    readonly label: string
    readonly kinds: readonly HazardKind[]
  }
  readonly overlay: MapOverlay | null
  readonly sites: readonly SiteMark[]
  readonly points: readonly PointMark[]
  readonly mine: MyMap
  readonly drawing: Drawing | null
  readonly closures: readonly ClosureMark[]
  readonly ways: MapWays
  /** Absent or null = no drill is shown. */
  readonly drill?: DrillOnMap | null
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
  readonly onPickPoint?: (id: string) => void
  /** Something of My Hazard Map was touched. */
  readonly onPickMine?: (id: string) => void
  readonly onPickClosure?: (id: string) => void
  /** The drawing changed: all its corners so far, whichever tool. Told after each finger or key. */
  readonly onDraw?: (corners: readonly LngLat[]) => void
  /**
   * The part that moves corners could not be loaded (offline, and not kept yet): corners can still be set and taken back. Told once
   * for each drawing.
   */
  readonly onDrawFailed?: () => void
  readonly onStatus: (status: MapStatus) => void
  /** Pictures of the overlay could not be had: where they are missing, nothing is known. */
  readonly onOverlayFailed?: () => void
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

/** One class of a layer that can be seen. `bounds`: metres, the publisher's own or the official ones; null where it is no depth. */
export type SeenClass = {
  readonly layer: ZoneLayerId
  readonly rank: number
  readonly bounds: DepthBounds | null
}

/** What is on the screen, counted from what is really drawn. */
export type MapScene = {
  readonly camera: MapCamera
  readonly status: MapStatus
  /**
   * The zones: `off` by choice, `tooFarOut` not drawn at this zoom, `unread` some could not be read (yet), `drawn` what there
   * is in view is drawn.
   */
  readonly zones: 'off' | 'tooFarOut' | 'unread' | 'drawn'
  /** The layers that were to be drawn. */
  readonly shown: readonly ZoneLayerId[]
  /** The classes that can be seen, each once. Tells nothing unless `zones` is `drawn`. */
  readonly seen: readonly SeenClass[]
  /** True when hatching for "never studied" can be seen. */
  readonly notAssessed: boolean
  /** Ids of the sites that can be seen. */
  readonly sites: readonly string[]
  /** How many other points can be seen. */
  readonly points: number
  /** Ids of the closures that can be seen. */
  readonly closures: readonly string[]
  /** How many things of My Hazard Map can be seen, of whatever kind. */
  readonly mine: number
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
  /** Takes the last corner of the drawing back, and tells `onDraw`. Nothing happens where there is none. */
  undoCorner(): void
  destroy(): void
}
