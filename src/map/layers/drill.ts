import type { FilterSpecification } from 'maplibre-gl'
import { DEPTH_RANKS } from '#domain/hazards/depth-band.ts'
import type { HazardKind } from '#domain/hazards/hazard-kind.ts'
import { ZONE_LAYERS, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { DrillPart } from '../drill-data.ts'
import type { DrillOnMap } from '../map-view.ts'
import { CLOSURE_SIZES } from '../symbols/closure-size.ts'
import {
  closureImageId,
  DRILL_GOAL_IMAGE,
  DRILL_LOST_IMAGE,
  DRILL_WRONG_IMAGE,
} from '../symbols/image-ids.ts'
import { sizesFor } from '../symbols/site-size.ts'
import { SOURCE } from '../tile-sources.ts'
import {
  byZoom,
  visibility,
  type Band,
  type ExpressionSpecification,
  type LayerSpecification,
} from './band.ts'
import { growing } from './network.ts'
import { FROM_ZONES, LAYER, RANK } from './zones.ts'

const CLEAR = 'rgba(0,0,0,0)'
const isPart = (part: DrillPart): ExpressionSpecification => ['==', ['get', 'part'], part]
const rounded = { 'line-join': 'round', 'line-cap': 'round' } as const

type Ranks = Extract<NonNullable<DrillOnMap['water']>, { kind: 'ranks' }>
export const ranksIn = (drill: DrillOnMap | null | undefined): Ranks | null =>
  drill?.water?.kind === 'ranks' ? drill.water : null

/**
 * One layer for each rank and one for zones without a depth: a colour that is the same for all of a layer is changed for each frame
 * without reading a tile again.
 */
export const RISE_LAYERS: readonly { readonly id: string; readonly rank: number | null }[] = [
  ...DEPTH_RANKS.map((rank) => ({ id: `drill-rise-${rank}`, rank })),
  { id: 'drill-rise-zone', rank: null },
]
/** The lowest layer of a drill: a picture of water lies under it. */
export const LOWEST_DRILL_LAYER = 'drill-rise-1'

/** The largest published zones of some hazards, by what their ranks tell. */
const layersOf = (hazards: readonly HazardKind[], measure: 'depth' | 'zone'): ZoneLayerId[] =>
  ZONE_LAYERS.filter(
    (one) => hazards.includes(one.kind) && one.scenario === 'max' && one.measure === measure,
  ).map(({ id }) => id)

/** What a layer of the rise draws: of a flood the zones of all rivers together. A rank that cannot be read counts as the highest. */
export function riseFilter(hazards: readonly HazardKind[], rank: number | null): FilterSpecification {
  const ids = layersOf(hazards, rank === null ? 'zone' : 'depth')
  const ofLayer: ExpressionSpecification = ['in', LAYER, ['literal', ids]]
  const river: ExpressionSpecification = ['==', ['coalesce', ['get', 'river'], ''], '']
  if (rank === null) return ['all', ofLayer, river]
  if (rank !== DEPTH_RANKS.at(-1)) return ['all', ofLayer, river, ['==', RANK, rank]]
  return ['all', ofLayer, river, ['!', ['in', RANK, ['literal', DEPTH_RANKS.slice(0, -1)]]]]
}

/** The colour of a layer of the rise; clear where nothing has come, or nothing is told. */
export const riseColour = (ranks: Ranks | null, rank: number | null): string =>
  (rank === null ? ranks?.zones : ranks?.colours[rank - 1]) ?? CLEAR

/** The water of a drill by published rank, over the zones and roads and under all that is written. */
export const drillWaterLayers = ({ view }: Band): LayerSpecification[] => {
  const ranks = ranksIn(view.drill)
  return RISE_LAYERS.map(({ id, rank }) => ({
    id,
    type: 'fill',
    ...FROM_ZONES,
    filter: riseFilter(ranks?.hazards ?? [], rank),
    layout: { visibility: visibility(ranks !== null) },
    paint: {
      'fill-color': riseColour(ranks, rank),
      'fill-color-transition': { duration: 0, delay: 0 },
      'fill-antialias': false,
    },
  }))
}

/** Where they walked: an unbroken dark line; where another choice would have led: a thinner broken one. */
export function drillTrailLayers({ palette }: Band): LayerSpecification[] {
  const from = (part: DrillPart) => ({ source: SOURCE.drill, filter: isPart(part) }) as const
  return [
    {
      id: 'drill-other-casing',
      type: 'line',
      ...from('otherTrail'),
      layout: rounded,
      paint: { 'line-color': palette.labelHalo, 'line-width': growing(5, 3) },
    },
    {
      id: 'drill-other-trail',
      type: 'line',
      ...from('otherTrail'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.mine, 'line-width': growing(5), 'line-dasharray': [1.6, 1.1] },
    },
    {
      id: 'drill-trail-casing',
      type: 'line',
      ...from('trail'),
      layout: rounded,
      paint: { 'line-color': palette.labelHalo, 'line-width': growing(7, 4) },
    },
    {
      id: 'drill-trail',
      type: 'line',
      ...from('trail'),
      layout: rounded,
      paint: { 'line-color': palette.label, 'line-width': growing(7) },
    },
  ]
}

/**
 * Goal, shut ways, where it went wrong, and who is where: over the sites and their names. Shape tells them apart: the own position is
 * a full disc, somebody else's a ring, a lost one a question mark.
 */
export function drillSymbolLayers({ palette, view }: Band): LayerSpecification[] {
  const symbol = (part: DrillPart, image: string, anchor: 'center' | 'bottom-left'): LayerSpecification => ({
    id: `drill-${part}`,
    type: 'symbol',
    source: SOURCE.drill,
    filter: isPart(part),
    layout: {
      'icon-image': image,
      'icon-size': byZoom(1, ...sizesFor(CLOSURE_SIZES, view.theme)),
      'icon-anchor': anchor,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  })
  const dot = (part: DrillPart, fill: string, edge: string): LayerSpecification => ({
    id: `drill-${part}`,
    type: 'circle',
    source: SOURCE.drill,
    filter: isPart(part),
    paint: {
      'circle-radius': byZoom(1.2, [10, 6], [16, 9]),
      'circle-color': fill,
      'circle-stroke-width': 4,
      'circle-stroke-color': edge,
    },
  })
  return [
    symbol('goal', DRILL_GOAL_IMAGE, 'bottom-left'),
    symbol('shut', closureImageId({ strength: 'closed', isOld: false }), 'center'),
    symbol('wrong', DRILL_WRONG_IMAGE, 'center'),
    dot('other', palette.labelHalo, palette.mine),
    dot('at', palette.label, palette.labelHalo),
    symbol('lost', DRILL_LOST_IMAGE, 'center'),
  ]
}
