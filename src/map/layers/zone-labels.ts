import { DEPTH_BANDS, DEPTH_RANKS, type DepthBounds } from '#domain/hazards/depth-band.ts'
import { zoneLayerOf, ZONE_LAYERS, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { mapLabel } from '../map-label.ts'
import type { MapView } from '../map-view.ts'
import { LEAST_SPECIAL_RANK } from '../zone-patterns.ts'
import { byZoom, FONT, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'
import { FROM_ZONES, LAYER, RANK, zoneFilter } from './zones.ts'

/** The layer of the words in the zones. */
export const ZONE_LABEL = 'zone-label'

/** Fills `{min}` and `{max}` of a label with values or with expressions. */
function filled(template: string, values: { readonly [place: string]: unknown }): ExpressionSpecification {
  const parts = template.split(/(\{[a-z]+\})/).filter((part) => part !== '')
  return [
    'concat',
    ...parts.map((part) => values[part.slice(1, -1)] ?? mapLabel(part)),
  ] as ExpressionSpecification
}

function boundsLabel({ zones: { labels } }: MapView, { min, max }: DepthBounds): ExpressionSpecification {
  if (max === null) return filled(labels.from, { min: String(min) })
  return filled(min === 0 ? labels.under : labels.between, { min: String(min), max: String(max) })
}

/** The publisher's own bounds where the feature has them, else those of the official rank. */
function depthLabel(view: MapView): ExpressionSpecification {
  const { labels } = view.zones
  const own = (name: string): ExpressionSpecification => ['to-string', ['get', name]]
  const official = DEPTH_RANKS.map((rank) => boundsLabel(view, DEPTH_BANDS[rank]))
  return [
    'case',
    ['all', ['has', 'min'], ['has', 'max'], ['==', ['get', 'min'], 0]],
    filled(labels.under, { max: own('max') }),
    ['all', ['has', 'min'], ['has', 'max']],
    filled(labels.between, { min: own('min'), max: own('max') }),
    ['has', 'min'],
    filled(labels.from, { min: own('min') }),
    ['match', RANK, ...DEPTH_RANKS.slice(0, -1).flatMap((rank, i) => [rank, official[i]]), official.at(-1)],
  ] as unknown as ExpressionSpecification
}

function durationLabel({ zones: { labels } }: MapView): ExpressionSpecification {
  const words = labels.durations.map(mapLabel)
  return [
    'match',
    RANK,
    ...words.slice(0, -1).flatMap((text, i) => [i + 1, text]),
    words.at(-1) ?? '',
  ] as unknown as ExpressionSpecification
}

function labelOf(view: MapView, id: ZoneLayerId, isAlone: boolean): ExpressionSpecification | string {
  const { labels } = view.zones
  const { measure, kind } = zoneLayerOf(id)
  const name = mapLabel(labels.names[id])
  if (measure === 'zone') {
    if (kind !== 'landslide') return name
    return ['case', ['>=', RANK, LEAST_SPECIAL_RANK], filled(labels.special, { name }), name]
  }
  const text = measure === 'depth' ? depthLabel(view) : durationLabel(view)
  return isAlone ? text : filled(labels.several, { name, text })
}

/** What is written in the zones: the depth, the hours, or what kind of zone it is. */
export function zoneLabelText(view: MapView): ExpressionSpecification {
  const isAlone = view.zones.shown.filter((id) => zoneLayerOf(id).measure !== 'zone').length < 2
  return [
    'match',
    LAYER,
    ...ZONE_LAYERS.flatMap(({ id }) => [id, labelOf(view, id, isAlone)]),
    labelOf(view, 'flood-max', isAlone),
  ] as unknown as ExpressionSpecification
}

/** The words in the zones: they give way to the names of places, and the greater hazard goes before the lesser. */
export const zoneLabelLayers = ({ palette, view }: Band): LayerSpecification[] => [
  {
    id: ZONE_LABEL,
    type: 'symbol',
    ...FROM_ZONES,
    minzoom: 14,
    filter: zoneFilter(view),
    layout: {
      'text-field': zoneLabelText(view),
      'text-font': FONT.bold,
      'text-size': byZoom(1.2, [14, 12], [18, 16]),
      'text-max-width': 9,
      'text-padding': byZoom(1, [14, 16], [18, 40]),
      'symbol-sort-key': ['-', 0, RANK],
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 2 },
  },
]
