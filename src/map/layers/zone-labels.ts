import type { FilterSpecification } from 'maplibre-gl'
import { ZONE_LAYERS, zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { mapLabel } from '#domain/places/map-label.ts'
import type { MapTheme, MapView } from '../map-view.ts'
import { SOURCE } from '../tile-sources.ts'
import { LEAST_SPECIAL_RANK } from '../zone-patterns.ts'
import { filledLabel } from '../zone-text.ts'
import { byZoom, FONT, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'
import { FROM_ZONES, LAYER, RANK, zoneFilter } from './zones.ts'

/** From this zoom on zones are named and their depths written into them; on paper, into which nobody can zoom, from farther out. */
export const wordsFromZoom = (theme: MapTheme): number => (theme === 'print' ? 11.5 : 14)
/** The size of the letters of a depth, CSS pixels. */
export const NUMBER_SIZE = 14
/** The layer of the names of single zones. */
export const ZONE_NAME = 'zone-name'

const NAMED = ZONE_LAYERS.filter(({ measure }) => measure === 'zone').map(({ id }) => id)

export const zoneNameFilter = (view: MapView): FilterSpecification => zoneFilter(view, NAMED)

/** What kind of zone it is. */
function zoneNames({ zones: { labels } }: MapView): ExpressionSpecification {
  const nameOf = (id: ZoneLayerId) => {
    const name = labels.names[id]
    const special = mapLabel(filledLabel(labels.special, { name }))
    return zoneLayerOf(id).kind === 'landslide'
      ? ['case', ['>=', RANK, LEAST_SPECIAL_RANK], special, mapLabel(name)]
      : mapLabel(name)
  }
  return [
    'match',
    LAYER,
    ...NAMED.flatMap((id) => [id, nameOf(id)]),
    '',
  ] as unknown as ExpressionSpecification
}

/**
 * The words in the zones; they give way to the names of places, and the greater hazard goes before the lesser. The numbers
 * stand where `place-numbers.ts` found room for them.
 */
export function zoneLabelLayers({ palette, view }: Band): LayerSpecification[] {
  const paint = {
    'text-color': palette.label,
    'text-halo-color': palette.labelHalo,
    // On paper the patterns are as black as the letters: a dash of one must not be read as a minus.
    'text-halo-width': view.theme === 'print' ? 3.5 : 2,
  }
  return [
    {
      id: ZONE_NAME,
      type: 'symbol',
      ...FROM_ZONES,
      minzoom: wordsFromZoom(view.theme),
      filter: zoneNameFilter(view),
      layout: {
        'text-field': zoneNames(view),
        'text-font': FONT.bold,
        'text-size': byZoom(1.2, [14, 12], [18, 16]),
        'text-max-width': 9,
        'text-padding': byZoom(1, [14, 4], [18, 24]),
        'symbol-sort-key': ['-', 0, RANK],
      },
      paint,
    },
    {
      id: 'zone-number',
      type: 'symbol',
      source: SOURCE.numbers,
      minzoom: wordsFromZoom(view.theme),
      layout: {
        'text-field': ['get', 'text'],
        'text-font': FONT.bold,
        'text-size': NUMBER_SIZE,
        'text-max-width': 20,
        'symbol-sort-key': ['-', 0, RANK],
      },
      paint,
    },
  ]
}
