import type { Properties, Value } from '../lib/tiles/mvt.ts'
import { NAME_KEYS } from './base-map-names.ts'

/**
 * What a hazard map keeps of the OpenMapTiles schema (https://openmaptiles.org/schema/), layer by layer: what people find
 * their way by. Everything else is weight on a phone.
 */
export type LayerRule = {
  /** The properties to keep at this zoom, or null to drop the feature. `name` is already the local name. */
  readonly keep: (properties: Properties, zoom: number) => Properties | null
  /** How much coarser than a road this layer may be drawn; 0 = never simplify. */
  readonly coarseness: number
  /** True when the direction of a line means something. */
  readonly directed?: true
}

const ROAD_FROM_ZOOM: Readonly<Record<string, number>> = {
  motorway: 8,
  trunk: 8,
  primary: 8,
  secondary: 10,
  rail: 10,
  transit: 11,
  monorail: 12,
  tertiary: 11,
  ferry: 11,
  minor: 13,
  minor_road: 13,
  pedestrian: 13,
  busway: 13,
  service: 13,
  track: 13,
  path: 13,
  pier: 13,
}
/** Ways for feet whose kind changes what a person can do there (steps with a pram), in the words of OpenStreetMap. */
const PATH_KINDS = new Set(['steps', 'footway', 'pedestrian', 'cycleway'])

/** Landmarks of the streets in Japan, and where help is. Value = from which zoom. */
const POI_FROM_ZOOM: Readonly<Record<string, number>> = {
  hospital: 12,
  town_hall: 12,
  railway: 12,
  police: 13,
  fire_station: 13,
  school: 13,
  college: 13,
  ferry_terminal: 13,
  harbor: 14,
  airport: 12,
  place_of_worship: 14,
  post: 14,
  convenience: 14,
  shop: 14,
  grocery: 14,
  mall: 14,
  pharmacy: 14,
  doctors: 14,
  clinic: 14,
  library: 14,
  museum: 14,
  castle: 14,
  attraction: 14,
  bank: 14,
  fuel: 14,
  bus: 14,
  park: 14,
  stadium: 14,
  sports_centre: 14,
  cemetery: 14,
  toilets: 14,
  shelter: 14,
  lodging: 14,
}
/** Kinds that mean something on the map even where nobody wrote a name. */
const POI_WITHOUT_NAME = new Set([
  'police',
  'fire_station',
  'place_of_worship',
  'convenience',
  'toilets',
  'hospital',
  'fuel',
])
/** Of a wide class, the kinds that nobody navigates by. */
const POI_NOT_KEPT = new Set(['bus_stop', 'public_building', 'tea', 'toys', 'bbq', 'alpine_hut'])
/** Some tile makers leave the class empty; in Japan the end of a name tells it. */
const CLASS_BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/(小学校|中学校|高校|高等学校|保育園|幼稚園)$/, 'school'],
  [/公民館$/, 'town_hall'],
  [/(病院|医院)$/, 'hospital'],
  [/(神社|寺)$/, 'place_of_worship'],
  [/駅$/, 'railway'],
]

const LANDUSE_FROM_ZOOM: Readonly<Record<string, number>> = {
  residential: 9,
  industrial: 12,
  commercial: 12,
  retail: 12,
  school: 12,
  university: 12,
  college: 12,
  kindergarten: 14,
  hospital: 12,
  cemetery: 13,
  military: 12,
  railway: 13,
  stadium: 13,
  pitch: 14,
  playground: 14,
}

const text = (value: Value | undefined): string => (typeof value === 'string' ? value.trim() : '')

/** The chosen properties that are there, in the order in which they are named. */
function pick(properties: Properties, keys: readonly string[]): Record<string, Value> {
  const out: Record<string, Value> = {}
  for (const key of keys) {
    const value = properties[key]
    if (value !== undefined && value !== '' && value !== 0 && value !== false) out[key] = value
  }
  return out
}

const keepRoad: LayerRule['keep'] = (properties, zoom) => {
  const kind = text(properties['class'])
  if (zoom < (ROAD_FROM_ZOOM[kind] ?? Infinity)) return null
  const isSide = text(properties['service']) !== ''
  if (isSide && zoom < 14) return null
  const out = pick(properties, zoom >= 13 ? ['class', 'brunnel', 'ramp'] : ['class'])
  const subclass = text(properties['subclass'])
  if (kind === 'path' && PATH_KINDS.has(subclass)) out['subclass'] = subclass
  if (isSide) out['service'] = text(properties['service'])
  return out
}

const keepRoadName: LayerRule['keep'] = (properties, zoom) => {
  const kind = text(properties['class'])
  const hasRef = zoom >= 11 && text(properties['ref']) !== '' && !/minor|track|path|service/.test(kind)
  const isNamed = zoom >= 13 && text(properties['name']) !== ''
  if ((!hasRef && !isNamed) || zoom < (ROAD_FROM_ZOOM[kind] ?? Infinity)) return null
  return {
    ...pick(properties, ['class']),
    ...(isNamed ? pick(properties, NAME_KEYS) : {}),
    ...(hasRef ? pick(properties, ['ref']) : {}),
  }
}

/** The class of a point of interest, also where the tile maker left it empty; '' when it is not one we keep. */
export function poiClassOf(properties: Properties): string {
  const kind = text(properties['class'])
  const known = kind !== '' ? kind : CLASS_BY_NAME.find(([end]) => end.test(text(properties['name'])))?.[1]
  return known !== undefined && known in POI_FROM_ZOOM && !POI_NOT_KEPT.has(text(properties['subclass']))
    ? known
    : ''
}

const keepPoi: LayerRule['keep'] = (properties, zoom) => {
  const kind = poiClassOf(properties)
  if (kind === '' || zoom < (POI_FROM_ZOOM[kind] ?? Infinity)) return null
  const subclass = text(properties['subclass'])
  if (text(properties['name']) === '' && !POI_WITHOUT_NAME.has(kind)) return null
  return {
    class: kind,
    ...(subclass !== '' && subclass !== kind ? { subclass } : {}),
    ...pick(properties, NAME_KEYS),
  }
}

const keepBoundary: LayerRule['keep'] = (properties, zoom) => {
  const level = Number(properties['admin_level'])
  const isShown = level <= 4 || (level <= 7 && zoom >= 10)
  return isShown && Number(properties['maritime'] ?? 0) !== 1 ? { admin_level: level } : null
}

const keepWaterway: LayerRule['keep'] = (properties, zoom) => {
  const isSmall = /ditch|drain|stream/.test(text(properties['class']))
  if (zoom < (isSmall ? 13 : 9)) return null
  const named = zoom >= 12 ? ['class', ...NAME_KEYS] : ['class']
  return pick(properties, zoom >= 13 ? [...named, 'brunnel', 'intermittent'] : named)
}

/** Some tile makers repeat every river in `water_name`; its name stands on the line in `waterway` already. */
const keepWaterName: LayerRule['keep'] = (properties) =>
  /river|stream|ditch|drain|canal/.test(text(properties['class'])) || text(properties['name']) === ''
    ? null
    : pick(properties, ['class', ...NAME_KEYS])

/** The layers of the base map, in the order in which they are written. */
export const LAYER_RULES: ReadonlyMap<string, LayerRule> = new Map<string, LayerRule>([
  ['water', { keep: (p) => pick(p, ['class', 'intermittent']), coarseness: 1 }],
  ['waterway', { keep: keepWaterway, coarseness: 1.5, directed: true }],
  [
    'landcover',
    {
      keep: (p) => pick(p, text(p['subclass']) === 'tidalflat' ? ['class', 'subclass'] : ['class']),
      coarseness: 3,
    },
  ],
  [
    'landuse',
    {
      keep: (p, zoom) =>
        zoom >= (LANDUSE_FROM_ZOOM[text(p['class'])] ?? Infinity) ? pick(p, ['class']) : null,
      coarseness: 2,
    },
  ],
  ['park', { keep: (p) => pick(p, ['class']), coarseness: 3 }],
  ['boundary', { keep: keepBoundary, coarseness: 1.5 }],
  ['building', { keep: (_, zoom) => (zoom >= 14 ? {} : null), coarseness: 0.5 }],
  ['transportation', { keep: keepRoad, coarseness: 1 }],
  ['transportation_name', { keep: keepRoadName, coarseness: 3 }],
  ['water_name', { keep: keepWaterName, coarseness: 3 }],
  [
    'place',
    {
      keep: (p) => (text(p['name']) === '' ? null : pick(p, ['class', ...NAME_KEYS, 'rank'])),
      coarseness: 0,
    },
  ],
  ['poi', { keep: keepPoi, coarseness: 0 }],
])
