import { encodeRankLayer, type RankedZone } from '#scripts/lib/encode-rank-layer.ts'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import type { Area, LayerInMemory } from '#domain/packs/area.ts'
import {
  OFFICIAL_DEPTH_CLASSES,
  type PackCoverage,
  type PackLayer,
  type PackManifest,
} from '#domain/packs/area-pack.ts'
import { readRankLayer } from '#domain/ranks/rank-layer.ts'
import type { Place } from '#domain/places/place.ts'
import type { Site } from '#domain/shelters/site.ts'

/** A made-up town of about 6 × 6 km in the open sea. */
export const TOWN: Bounds = [135.0, 30.0, 135.06, 30.06]

/** A GeoJSON polygon for a box. */
export const box = ([west, south, east, north]: Bounds): [number, number][][] => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
]

/** Opens zones as a rank layer in memory. */
export function aLayer(zones: readonly RankedZone[], bounds: Bounds = TOWN): LayerInMemory {
  const layer = readRankLayer(encodeRankLayer(zones, bounds))
  return layer.ok ? { ok: true, layer: layer.value } : { ok: false, why: 'unreadable' }
}

export const aPackLayer = (changes: Partial<PackLayer> = {}): PackLayer => ({
  id: 'flood-max',
  kind: 'flood',
  scenario: 'max',
  draws: 'flood-max',
  measure: 'depth',
  river: null,
  siblings: 1,
  classes: OFFICIAL_DEPTH_CLASSES,
  state: 'built',
  file: 'flood-max.bin.packed',
  sources: ['a31a'],
  asOf: '2025',
  missing: [],
  ...changes,
})

export const aCoverage = (changes: Partial<PackCoverage> = {}): PackCoverage => ({
  id: 'town-rivers',
  kind: 'flood',
  scenario: 'max',
  state: 'notAssessed',
  rank: 1,
  file: 'flood-coverage.bin.packed',
  note: { ja: 'この地域の川は調べられていません。' },
  source: '見本市',
  asOf: '2025',
  ...changes,
})

export const aManifest = (changes: Partial<PackManifest> = {}): PackManifest => ({
  schema: 2,
  area: { code: '99201', name: { ja: '見本市', en: 'Mihon City' }, kind: 'sample' },
  bounds: [...TOWN],
  dataDate: '2025',
  boundary: 'boundary.bin.packed',
  layers: [aPackLayer()],
  coverage: [],
  series: [],
  sources: [
    {
      id: 'a31a',
      title: { ja: '洪水浸水想定区域データ' },
      publisher: { ja: '国土交通省' },
      credit: '「国土数値情報（洪水浸水想定区域データ）」（国土交通省）を加工して作成',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      edition: '25',
      asOf: '2025',
      urls: [],
    },
  ],
  files: [],
  ...changes,
})

export const aSite = (changes: Partial<Site> = {}): Site => ({
  id: 'E1',
  kind: 'emergencySite',
  name: { ja: '見本小学校', kana: 'みほんしょうがっこう', en: null },
  address: '見本市中央1-1',
  at: [135.02, 30.02],
  designated: {
    flood: true,
    landslide: null,
    stormSurge: false,
    earthquake: true,
    tsunami: false,
    fire: null,
    inlandFlood: null,
    volcano: null,
  },
  alsoOther: null,
  welfare: false,
  capacity: null,
  note: null,
  source: 'sites',
  ...changes,
})

/** An area whose boundary is the middle of the town, with a flood of rank 3 inside a flood of rank 2. */
export function anArea(changes: Partial<Area> & { manifest?: PackManifest } = {}): Area {
  const ranks = new Map<string, LayerInMemory>([
    ['boundary.bin.packed', aLayer([{ rank: 1, polygon: box([135.005, 30.005, 135.055, 30.055]) }])],
    [
      'flood-max.bin.packed',
      aLayer([
        { rank: 2, polygon: box([135.01, 30.01, 135.03, 30.03]) },
        { rank: 3, polygon: box([135.015, 30.015, 135.02, 30.02]) },
      ]),
    ],
    ['flood-coverage.bin.packed', aLayer([{ rank: 1, polygon: box([135.04, 30.005, 135.055, 30.03]) }])],
  ])
  const places: Place[] = []
  return {
    manifest: aManifest(),
    ranks,
    sites: [aSite()],
    places,
    features: [],
    tide: null,
    graph: null,
    outline: null,
    ...changes,
  }
}
