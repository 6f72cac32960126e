import type { DataDrivenPropertyValueSpecification, FilterSpecification } from 'maplibre-gl'
import { ZONE_LAYERS, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { MapView } from '../map-view.ts'
import { zonePatternId } from '../symbols/image-ids.ts'
import { SOURCE } from '../tile-sources.ts'
import { PALETTES } from '../themes.ts'
import { lookOf, ranksOf, type ZoneLook } from '../zone-looks.ts'
import { byZoom, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'

/** The layers that draw the zones, from the ground up. All layers of hazards are drawn by the same few. */
export const ZONE_PAINTS = [
  'zone-fill',
  'zone-pattern',
  'zone-halo',
  'zone-edge',
  'zone-edge-planned',
] as const
type ZonePaint = (typeof ZONE_PAINTS)[number]

export const FROM_ZONES = { source: SOURCE.zones, 'source-layer': 'zone' } as const

/** The layer that a feature belongs to. Tiles of a version 1 pack do not say: they hold the largest flood. */
export const LAYER: ExpressionSpecification = [
  'coalesce',
  ['get', 'layer'],
  ['case', ['all', ['==', ['get', 'kind'], 'flood'], ['==', ['get', 'scenario'], 'max']], 'flood-max', ''],
]
/** A rank that cannot be read counts as the highest. */
export const RANK: ExpressionSpecification = ['to-number', ['get', 'rank'], 15]

const idsWhere = (isOne: (layer: (typeof ZONE_LAYERS)[number]) => boolean): ZoneLayerId[] =>
  ZONE_LAYERS.filter(isOne).map(({ id }) => id)
const isOfLayer = (ids: readonly ZoneLayerId[]): ExpressionSpecification => [
  'in',
  LAYER,
  ['literal', [...ids]],
]

/** The features of the shown layers; of the largest flood those of the chosen river, or of all rivers together. */
export function zoneFilter(
  { zones }: MapView,
  among: readonly ZoneLayerId[] = zones.shown,
): FilterSpecification {
  const shown = zones.shown.filter((id) => among.includes(id))
  const river: ExpressionSpecification = ['coalesce', ['get', 'river'], '']
  return ['all', isOfLayer(shown), ['==', river, ['case', ['==', LAYER, 'flood-max'], zones.river ?? '', '']]]
}

/** A value for each layer and rank; a rank or layer that is not known gets the highest one, never nothing. */
export function byLook<Value>(
  view: MapView,
  of: (look: ZoneLook, layer: ZoneLayerId, rank: number) => Value,
): DataDrivenPropertyValueSpecification<string> {
  const ofLayer = (id: ZoneLayerId) => {
    const ranks = ranksOf(id)
    const values = ranks.map((rank) => of(lookOf(id, rank, view.theme, view.palette), id, rank))
    const highest = values.at(-1)
    if (new Set(values).size === 1) return highest
    return ['match', RANK, ...ranks.slice(0, -1).flatMap((rank, i) => [rank, values[i]]), highest]
  }
  return [
    'match',
    LAYER,
    ...ZONE_LAYERS.flatMap(({ id }) => [id, ofLayer(id)]),
    ofLayer('flood-max'),
  ] as unknown as DataDrivenPropertyValueSpecification<string>
}

/** Slopes over water over hours, and of each the higher rank over the lower. */
const ORDER: ExpressionSpecification = [
  '+',
  RANK,
  [
    'case',
    isOfLayer(idsWhere(({ measure }) => measure === 'duration')),
    0,
    isOfLayer(idsWhere(({ measure }) => measure === 'depth')),
    20,
    40,
  ],
]

/** Zones that are more shape than area: their outlines and patterns are drawn in full. */
const isShape = isOfLayer(idsWhere(({ measure }) => measure === 'zone'))
/** A second fill over a depth: thinner, so that both can be read. */
const THIN = 0.75

/**
 * Opacities for the one chosen by the person; outline and pattern fade half as fast as the fill. From afar the outlines of
 * many small pieces would run together into a dark stain, so they are full only from zoom 15 on.
 */
export function zoneOpacities(view: MapView) {
  const asked = Math.min(1, Math.max(0, view.zones.opacity))
  // On paper nothing may fade: what a copier loses reads as "no zone".
  const chosen = view.theme === 'print' && asked > 0 ? 1 : asked
  const ink = chosen === 0 ? 0 : 0.5 + chosen / 2
  const edge = byZoom(
    1,
    ...(
      [
        [11, 0.2],
        [13, 0.4],
        [15, 1],
      ] as const
    ).map(([zoom, share]) => [zoom, ['case', isShape, ink * Math.max(share, 0.8), ink * share]] as const),
  )
  return {
    'zone-fill': ['case', isShape, chosen * THIN, chosen],
    'zone-pattern': ['case', isShape, ink, ink * PALETTES[view.theme].patternOpacity],
    'zone-halo': edge,
    'zone-edge': edge,
    'zone-edge-planned': edge,
  } as unknown as { readonly [layer in ZonePaint]: ExpressionSpecification }
}

/** The property of each layer that is its opacity. */
export const OPACITY_OF = {
  'zone-fill': 'fill-opacity',
  'zone-pattern': 'fill-opacity',
  'zone-halo': 'line-opacity',
  'zone-edge': 'line-opacity',
  'zone-edge-planned': 'line-opacity',
} as const satisfies { readonly [layer in ZonePaint]: string }

/** The features that each layer draws. */
export function zoneFilters(view: MapView): { readonly [layer in ZonePaint]: FilterSpecification } {
  const all = zoneFilter(view)
  const where = (is: (look: ZoneLook) => boolean) =>
    ['all', all, ['==', byLook(view, (look) => (is(look) ? 1 : 0)), 1]] as unknown as FilterSpecification
  return {
    'zone-fill': all,
    'zone-pattern': all,
    'zone-halo': where(({ halo }) => halo !== null),
    'zone-edge': where(({ dotted }) => !dotted),
    'zone-edge-planned': where(({ dotted }) => dotted),
  }
}

/** The fill, under the roads. Deeper zones are painted over shallower ones. */
export const zoneFillLayers = ({ view }: Band): LayerSpecification[] => [
  {
    id: 'zone-fill',
    type: 'fill',
    ...FROM_ZONES,
    filter: zoneFilters(view)['zone-fill'],
    layout: { 'fill-sort-key': ORDER },
    paint: {
      'fill-color': byLook(view, ({ fill }) => fill ?? 'rgba(0,0,0,0)'),
      'fill-opacity': zoneOpacities(view)['zone-fill'],
      'fill-antialias': false,
    },
  },
]

/** Outline and pattern, over the roads: a road that is drawn white must not look dry. */
export function zoneInkLayers({ view }: Band): LayerSpecification[] {
  const filters = zoneFilters(view)
  const opacities = zoneOpacities(view)
  const line = (
    id: 'zone-halo' | 'zone-edge' | 'zone-edge-planned',
    colour: DataDrivenPropertyValueSpecification<string>,
    wider: number,
  ): LayerSpecification => ({
    id,
    type: 'line',
    ...FROM_ZONES,
    minzoom: 11,
    filter: filters[id],
    layout: { 'line-join': 'round', 'line-sort-key': ORDER },
    paint: {
      'line-color': colour,
      'line-width': lineWidth(view, wider),
      'line-opacity': opacities[id],
      ...(id === 'zone-edge-planned' ? { 'line-dasharray': [1.2, 1.2] } : {}),
    },
  })
  return [
    {
      id: 'zone-pattern',
      type: 'fill',
      ...FROM_ZONES,
      // On paper the pattern is what tells the ranks apart, so it is there from afar as well.
      minzoom: view.theme === 'print' ? 8 : 12,
      filter: filters['zone-pattern'],
      layout: { 'fill-sort-key': ORDER },
      paint: {
        'fill-pattern': byLook(view, (_, layer, rank) => zonePatternId(layer, rank)),
        'fill-opacity': opacities['zone-pattern'],
      },
    },
    line(
      'zone-halo',
      byLook(view, ({ halo, edge }) => halo ?? edge),
      2.4,
    ),
    line(
      'zone-edge',
      byLook(view, ({ edge }) => edge),
      0,
    ),
    line(
      'zone-edge-planned',
      byLook(view, ({ edge }) => edge),
      0,
    ),
  ]
}

/** Fine for the many small pieces of a depth, strong for single zones. `wider` is added for the halo, in CSS pixels. */
function lineWidth({ theme }: MapView, wider: number): ExpressionSpecification {
  const strong = theme === 'contrast' ? 1.6 : 1
  const stops = [
    [11, 0.25, 0.4],
    [13, 0.4, 0.8],
    [14, 0.5, 1.1],
    [16, 1.2, 2],
    [18, 2, 2.8],
  ] as const
  const width = (pixels: number, share: number) => pixels * strong + wider * share
  return byZoom(
    1.4,
    ...stops.map(
      ([zoom, piece, shape]) =>
        [
          zoom,
          ['case', isShape, width(shape, Math.min(1, shape / 1.5)), width(piece, Math.min(1, piece / 1.2))],
        ] as const,
    ),
  )
}
