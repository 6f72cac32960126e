import { createStore, type StoreApi } from 'zustand/vanilla'
import { ZONE_LAYERS, zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { DEFAULT_ZONE_OPACITY } from '#map/depth-colours.ts'
import type { MapPalette } from '#map/map-view.ts'

/** What the map shows. */
export type LayersState = {
  /** The layers of depth or hours that were chosen; null = nothing was chosen yet: the first one that the map has. */
  readonly water: readonly ZoneLayerId[] | null
  /** The zones that are shown beside them: landslides and house collapse. */
  readonly zones: readonly ZoneLayerId[]
  /** Several layers of water at once: by choice only, because their colours lie over one another. */
  readonly several: boolean
  /** The one river of which the largest flood is shown; null = all rivers together. */
  readonly river: string | null
  /** 0.4…1: never so pale that a zone looks like none. */
  readonly opacity: number
  readonly palette: MapPalette
  readonly notAssessed: boolean
  readonly sites: boolean
  readonly points: boolean
}

/** Official fills are pale; below 0.4 they vanish on paper-like ground. */
export const OPACITY = { min: 0.4, max: 1 } as const

export type LayersStore = StoreApi<LayersState>

const isWater = (id: ZoneLayerId) => zoneLayerOf(id).measure !== 'zone'
/** The layers of depth or hours, of which one is shown at a time. */
export const WATER_LAYERS = ZONE_LAYERS.map(({ id }) => id).filter(isWater)
const OTHER_ZONES = ZONE_LAYERS.map(({ id }) => id).filter((id) => !isWater(id))

/**
 * The layers as they were left. The hazard layers start as the default each time: a layer that was switched off weeks ago
 * must not make the map look empty today.
 */
export const createLayersStore = (kept: {
  readonly layers: Readonly<Record<string, boolean>>
  readonly opacity: number | null
  readonly palette: MapPalette
}): LayersStore =>
  createStore<LayersState>(() => ({
    water: null,
    zones: OTHER_ZONES,
    several: false,
    river: null,
    opacity: Math.min(OPACITY.max, Math.max(OPACITY.min, kept.opacity ?? DEFAULT_ZONE_OPACITY)),
    palette: kept.palette,
    notAssessed: true,
    sites: kept.layers['sites'] ?? true,
    points: kept.layers['points'] ?? true,
  }))

/**
 * The layers to draw, in the order of `ZONE_LAYERS`. Before anything was chosen: the largest flood, or where this map has none
 * the first layer of depth that it has, and all zones.
 * @param has true for a layer of which the open map has data
 */
export function shownLayers(
  { water, zones }: Pick<LayersState, 'water' | 'zones'>,
  has: (id: ZoneLayerId) => boolean,
): readonly ZoneLayerId[] {
  const depths = WATER_LAYERS.filter((id) => zoneLayerOf(id).measure === 'depth')
  const first = depths.find(has) ?? 'flood-max'
  const shown = [...(water ?? [first]), ...zones]
  return ZONE_LAYERS.map(({ id }) => id).filter((id) => shown.includes(id))
}

/** Switches a layer; of those of water the others go off, unless several were asked for. */
export function switchLayer(
  state: LayersState,
  shown: readonly ZoneLayerId[],
  id: ZoneLayerId,
  on: boolean,
): Partial<LayersState> {
  const others = shown.filter((other) => other !== id && isWater(other) === isWater(id))
  if (!isWater(id)) return { zones: on ? [...others, id] : others }
  if (!on) return { water: others }
  return { water: state.several ? [...others, id] : [id] }
}

/** Allows several layers of water, or goes back to the first of those that are shown. */
export const allowSeveral = (shown: readonly ZoneLayerId[], several: boolean): Partial<LayersState> => ({
  several,
  water: shown.filter(isWater).slice(0, several ? undefined : 1),
})
