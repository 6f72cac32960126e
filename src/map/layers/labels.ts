import type { FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { SHIELD_IMAGE, poiImageId } from '../symbols/image-ids.ts'
import { SOURCE } from '../tile-sources.ts'
import type { Palette } from '../themes.ts'
import {
  byZoom,
  FONT,
  isOneOf,
  type Band,
  type ExpressionSpecification,
  type LayerSpecification,
} from './band.ts'
import { nameAlong, nameFor, spacingOf } from './names.ts'

/** Names of places, most important ones placed first. */
type PlaceKind = {
  readonly classes: readonly string[]
  readonly zooms: readonly [number, number]
  readonly size: ExpressionSpecification
  readonly soft?: boolean
}

const PLACES: readonly PlaceKind[] = [
  {
    classes: ['hamlet', 'isolated_dwelling', 'locality'],
    zooms: [14, 19],
    size: byZoom(1.2, [14, 11], [18, 14]),
    soft: true,
  },
  { classes: ['neighbourhood'], zooms: [13, 19], size: byZoom(1.2, [13, 11.5], [18, 15]), soft: true },
  {
    classes: ['quarter', 'suburb', 'village', 'island'],
    zooms: [11, 19],
    size: byZoom(1.2, [11, 11.5], [14, 14], [18, 17]),
  },
  { classes: ['town', 'county'], zooms: [8, 15], size: byZoom(1.2, [8, 12], [14, 17]) },
]

const CITIES: readonly PlaceKind[] = [
  { classes: ['city'], zooms: [6, 15], size: byZoom(1.2, [8, 14], [14, 20]) },
]

const haloOf = (palette: Palette, width = 1.6) => ({
  'text-halo-color': palette.labelHalo,
  'text-halo-width': width,
})

function placeLayers({ palette, view }: Band, kinds: readonly PlaceKind[]): LayerSpecification[] {
  return kinds.map(({ classes, zooms, size, soft }) => ({
    id: `place-${classes[0] ?? ''}`,
    type: 'symbol',
    source: SOURCE.basemap,
    'source-layer': 'place',
    minzoom: zooms[0],
    maxzoom: zooms[1],
    filter: isOneOf('class', classes),
    layout: {
      'text-field': nameFor(view),
      'text-font': soft === true ? FONT.regular : FONT.bold,
      'text-size': size,
      'text-max-width': 7,
      'text-padding': 4,
      'symbol-sort-key': ['to-number', ['get', 'rank'], 20],
    },
    paint: { 'text-color': soft === true ? palette.labelSoft : palette.label, ...haloOf(palette, 1.8) },
  }))
}

/** Classes that get a dot and a name only when there is room for everything else. */
const OTHER_LANDMARKS = [
  'library',
  'museum',
  'castle',
  'attraction',
  'park',
  'stadium',
  'mall',
  'clinic',
  'doctors',
  'pharmacy',
  'fuel',
  'bank',
]

/** Landmarks by which people find their home. `symbol` names a drawing of `poi-symbols.ts`. */
const POIS: readonly {
  readonly symbol: string
  readonly minzoom: number
  readonly filter: FilterSpecification
}[] = [
  { symbol: 'place', minzoom: 15.5, filter: isOneOf('class', OTHER_LANDMARKS) },
  { symbol: 'post', minzoom: 15, filter: ['==', ['get', 'class'], 'post'] },
  {
    symbol: 'shop',
    minzoom: 15,
    filter: [
      'any',
      isOneOf('class', ['convenience', 'grocery']),
      isOneOf('subclass', ['convenience', 'supermarket']),
    ],
  },
  { symbol: 'temple', minzoom: 15, filter: ['==', ['get', 'class'], 'place_of_worship'] },
  {
    symbol: 'community',
    minzoom: 15,
    filter: ['all', ['==', ['get', 'class'], 'town_hall'], ['!=', ['get', 'subclass'], 'townhall']],
  },
  { symbol: 'police', minzoom: 14, filter: ['==', ['get', 'class'], 'police'] },
  { symbol: 'fire', minzoom: 14, filter: ['==', ['get', 'class'], 'fire_station'] },
  {
    symbol: 'school',
    minzoom: 13.5,
    filter: ['all', isOneOf('class', ['school', 'college']), ['!=', ['get', 'subclass'], 'kindergarten']],
  },
  { symbol: 'hospital', minzoom: 13.5, filter: ['==', ['get', 'class'], 'hospital'] },
  {
    symbol: 'hall',
    minzoom: 13,
    filter: ['all', ['==', ['get', 'class'], 'town_hall'], ['==', ['get', 'subclass'], 'townhall']],
  },
  {
    symbol: 'station',
    minzoom: 11.5,
    filter: [
      'all',
      ['==', ['get', 'class'], 'railway'],
      ['!', isOneOf('subclass', ['subway_entrance', 'train_station_entrance', 'tram_stop'])],
    ],
  },
]

const SUBTLE_POIS: readonly string[] = ['place', 'post', 'shop', 'temple']

function poiLayers({ palette, view }: Band): LayerSpecification[] {
  return POIS.map(({ symbol, minzoom, filter }) => ({
    id: `poi-${symbol}`,
    type: 'symbol',
    source: SOURCE.basemap,
    'source-layer': 'poi',
    minzoom,
    filter,
    layout: {
      'icon-image': poiImageId(symbol),
      'icon-padding': 1,
      'text-field': nameFor(view),
      'text-font': symbol === 'station' ? FONT.bold : FONT.regular,
      'text-size': symbol === 'station' ? byZoom(1.2, [12, 12], [16, 15]) : 12,
      'text-max-width': 8,
      'text-variable-anchor': ['top', 'left', 'right', 'bottom'],
      'text-radial-offset': 0.8,
      'text-justify': 'auto',
      'text-optional': true,
      'symbol-sort-key': ['to-number', ['get', 'rank'], 99],
    },
    paint: {
      'text-color': SUBTLE_POIS.includes(symbol) ? palette.labelSoft : palette.label,
      ...haloOf(palette),
    },
  }))
}

function roadNameLayers({ palette, view }: Band): LayerSpecification[] {
  const from = { source: SOURCE.basemap, 'source-layer': 'transportation_name' } as const
  const name: SymbolLayerSpecification = {
    id: 'road-name',
    type: 'symbol',
    ...from,
    minzoom: 14,
    filter: isOneOf('class', ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'minor']),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 350,
      'text-field': nameAlong(view),
      'text-font': FONT.regular,
      'text-size': byZoom(1.2, [14, 11], [18, 14]),
      'text-max-angle': 30,
      'text-padding': 12,
    },
    paint: { 'text-color': palette.labelSoft, ...haloOf(palette, 1.8) },
  }
  const shield: SymbolLayerSpecification = {
    id: 'road-number',
    type: 'symbol',
    ...from,
    minzoom: 10,
    filter: [
      'all',
      isOneOf('class', ['motorway', 'trunk', 'primary']),
      ['has', 'ref'],
      ['<=', ['length', ['get', 'ref']], 4],
    ],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': ['get', 'ref'],
      'text-font': FONT.bold,
      'text-size': 10.5,
      'text-rotation-alignment': 'viewport',
      'icon-rotation-alignment': 'viewport',
      'icon-image': SHIELD_IMAGE,
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [2, 4, 1, 4],
      'text-padding': 20,
    },
    paint: { 'text-color': '#FFFFFF' },
  }
  return [name, shield]
}

function waterNameLayers({ palette, view }: Band): LayerSpecification[] {
  const paint = {
    'text-color': palette.labelWater,
    'text-halo-color': palette.labelWaterHalo,
    'text-halo-width': 1.6,
  }
  return [
    {
      id: 'waterway-name',
      type: 'symbol',
      source: SOURCE.basemap,
      'source-layer': 'waterway',
      minzoom: 12,
      filter: ['!=', ['get', 'brunnel'], 'tunnel'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 400,
        'text-field': nameAlong(view),
        'text-font': FONT.regular,
        'text-size': byZoom(1.2, [12, 11.5], [18, 15]),
        'text-letter-spacing': spacingOf(view, 0.1),
        'text-max-angle': 35,
      },
      paint,
    },
    {
      id: 'water-name',
      type: 'symbol',
      source: SOURCE.basemap,
      'source-layer': 'water_name',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': nameFor(view),
        'text-font': FONT.regular,
        'text-size': byZoom(1.2, [8, 12], [14, 15]),
        'text-letter-spacing': spacingOf(view, 0.15),
        'text-max-width': 6,
      },
      paint,
    },
  ]
}

/** All names of the base map. What comes later in the list is placed first. */
export const labelLayers = (band: Band): LayerSpecification[] => [
  ...waterNameLayers(band),
  ...roadNameLayers(band),
  ...poiLayers(band),
  ...placeLayers(band, PLACES),
]

/** The names of cities, over the symbols of the sites: from afar those would bury the very name one is looking for. */
export const cityLabelLayers = (band: Band): LayerSpecification[] => placeLayers(band, CITIES)
