import type { DataDrivenPropertyValueSpecification } from 'maplibre-gl'
import { DEPTH_LOOKS, DEPTH_RANKS, type DepthLook } from '../depth-colours.ts'
import type { MapView } from '../map-view.ts'
import { floodPatternId } from '../symbols/image-ids.ts'
import { SOURCE } from '../tile-sources.ts'
import { PALETTES } from '../themes.ts'
import {
  byZoom,
  visibility,
  type Band,
  type ExpressionSpecification,
  type LayerSpecification,
} from './band.ts'

/** The layers of the flood zones, for switching them on and off. */
export const FLOOD_LAYERS = ['flood-fill', 'flood-edge', 'flood-pattern'] as const

const FROM = { source: SOURCE.zones, 'source-layer': 'zone' } as const
const isFlood: ExpressionSpecification = [
  'all',
  ['==', ['get', 'kind'], 'flood'],
  ['==', ['get', 'scenario'], 'max'],
]

/** A value for each rank; a rank that is not known gets the one of the deepest, never nothing. */
const byRank = (view: MapView, of: (look: DepthLook, rank: number) => string) => {
  const looks = DEPTH_LOOKS[view.theme]
  return [
    'match',
    ['to-number', ['get', 'rank'], 6],
    ...DEPTH_RANKS.slice(0, -1).flatMap((rank) => [rank, of(looks[rank], rank)]),
    of(looks[6], 6),
  ] as unknown as DataDrivenPropertyValueSpecification<string>
}

/**
 * Opacities of the three layers for the opacity chosen by the person; outline and pattern fade half as fast as the fill.
 * From afar the outlines of many small pieces would run together into a dark stain, so they are full only from zoom 15 on.
 */
export function floodOpacities(view: MapView) {
  const chosen = Math.min(1, Math.max(0, view.flood.opacity))
  const ink = chosen === 0 ? 0 : 0.5 + chosen / 2
  return {
    'flood-fill': chosen,
    'flood-edge': byZoom(1, [11, ink * 0.2], [13, ink * 0.4], [15, ink]),
    'flood-pattern': ink * PALETTES[view.theme].patternOpacity,
  } as const satisfies { readonly [layer in (typeof FLOOD_LAYERS)[number]]: unknown }
}

/** The fill, under the roads. Deeper zones are painted over shallower ones. */
export const floodFillLayers = ({ view }: Band): LayerSpecification[] => [
  {
    id: 'flood-fill',
    type: 'fill',
    ...FROM,
    filter: isFlood,
    layout: {
      'fill-sort-key': ['to-number', ['get', 'rank'], 6],
      visibility: visibility(view.flood.visible),
    },
    paint: {
      'fill-color': byRank(view, (look) => look.fill),
      'fill-opacity': floodOpacities(view)['flood-fill'],
      'fill-antialias': false,
    },
  },
]

/** Outline and pattern, over the roads: a road that is drawn white must not look dry. */
export const floodInkLayers = ({ view }: Band): LayerSpecification[] => [
  {
    id: 'flood-pattern',
    type: 'fill',
    ...FROM,
    minzoom: 12,
    filter: isFlood,
    layout: { visibility: visibility(view.flood.visible) },
    paint: {
      'fill-pattern': byRank(view, (_, rank) => floodPatternId(rank)),
      'fill-opacity': floodOpacities(view)['flood-pattern'],
    },
  },
  {
    id: 'flood-edge',
    type: 'line',
    ...FROM,
    minzoom: 11,
    filter: isFlood,
    layout: {
      'line-join': 'round',
      'line-sort-key': ['to-number', ['get', 'rank'], 6],
      visibility: visibility(view.flood.visible),
    },
    paint: {
      'line-color': byRank(view, (look) => look.ink),
      'line-width': byZoom(1.4, [11, 0.25], [13, 0.4], [14, 0.5], [16, 1.2], [18, 2]),
      'line-opacity': floodOpacities(view)['flood-edge'],
    },
  },
]
