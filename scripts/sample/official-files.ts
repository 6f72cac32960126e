import type { FloodZone } from './flood.ts'
import { floodZones } from './flood.ts'
import type { Terrain } from './terrain.ts'
import { toLngLat } from './town.ts'
import type { River, SampleSite, Town } from './town.ts'
import { zipWithCp932 } from './zip-cp932.ts'

/** A file of the mirror: its path below the folder (`<host>/<path>`) and its bytes. */
export type MirrorFile = readonly [path: string, bytes: Uint8Array]

const KSJ = 'nlftp.mlit.go.jp/ksj/gml/data'
const GSI = 'hinanmap.gsi.go.jp/hinanjocp/defaultFtpData'
const CRS = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6668' } }

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

type Feature = {
  readonly properties: Record<string, unknown>
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
}

/** A feature collection as 国土数値情報 writes it: one feature a line, with the old `crs` member. */
function collection(name: string, features: readonly Feature[], crs: boolean): Uint8Array {
  const lines = features.map((feature) => JSON.stringify({ type: 'Feature', ...feature })).join(',\n')
  const head = `"type": "FeatureCollection",\n"name": ${JSON.stringify(name)},`
  const system = crs ? `\n"crs": ${JSON.stringify(CRS)},` : ''
  return bytesOf(`{\n${head}${system}\n"features": [\n${lines}\n]\n}\n`)
}

const closed = <T>(ring: readonly T[]): T[] => [...ring, ring[0] as T]

/** N03: the municipality and its islets, one polygon each. Outer rings run clockwise, as in the official file. */
export function boundaryFiles(town: Town, terrain: Terrain): MirrorFile[] {
  const { prefecture, edition } = town
  const base = `N03-${edition.n03}0101_${prefecture.code}`
  const features = [terrain.coast, ...terrain.islets].map((ring) => ({
    properties: {
      N03_001: prefecture.name,
      N03_002: null,
      N03_003: null,
      N03_004: town.name,
      N03_005: null,
      N03_007: town.code,
    },
    geometry: { type: 'Polygon', coordinates: [closed(ring.map((spot) => toLngLat(town, spot)))] },
  }))
  const zip = zipWithCp932({ [`${base}.geojson`]: collection(base, features, true) })
  return [[`${KSJ}/N03/N03-${edition.n03}/${base}_GML.zip`, zip]]
}

const zoneFeature = (town: Town, river: River, zone: FloodZone): Feature => ({
  properties: {
    A31a_201: river.id,
    A31a_202: river.name,
    A31a_203: town.prefecture.code,
    A31a_204: town.prefecture.name,
    A31a_205: zone.rank,
  },
  geometry: { type: 'Polygon', coordinates: zone.rings },
})

/** A31a: one zip for each kind of river, in it one file for each river of that kind. */
export function floodFiles(town: Town, terrain: Terrain): MirrorFile[] {
  const { prefecture, edition } = town
  return ['10', '20'].map((kind): MirrorFile => {
    const members: Record<string, Uint8Array> = {}
    for (const bed of terrain.rivers) {
      const { river } = bed
      if (river.kind !== kind) continue
      const name = `A31a-20-${edition.a31a}_${prefecture.code}_${river.id}_${kind}`
      const features = floodZones(town, terrain, bed).map((zone) => zoneFeature(town, river, zone))
      members[`20_想定最大規模/${name}.geojson`] = collection(name, features, true)
    }
    const base = `A31a-${edition.a31a}_${prefecture.code}_${kind}_GEOJSON.zip`
    return [`${KSJ}/A31a/A31a-${edition.a31a}/${base}`, zipWithCp932(members)]
  })
}

/** The hazards of the flags of a site, in the official order of the columns. */
const HAZARD_COLUMNS = [
  '洪水',
  '崖崩れ、土石流及び地滑り',
  '高潮',
  '地震',
  '津波',
  '大規模な火事',
  '内水氾濫',
  '火山現象',
]

type Row = Record<string, string | number | null>

function siteRow(town: Town, site: SampleSite, index: number): { row: Row; at: ReturnType<typeof toLngLat> } {
  const at = toLngLat(town, site.at).map((degrees) => Math.round(degrees * 1e6) / 1e6) as [number, number]
  const isEmergency = site.kind === 'emergencySite'
  const head: Row = {
    NO: (isEmergency ? 990001 : 980001) + index,
    共通ID: `E${town.code}${String(index + 1).padStart(5, '0')}${isEmergency ? '201' : '111'}`,
    都道府県名及び市町村名: `${town.prefecture.name}${town.name}`,
    '施設・場所名': site.name,
    住所: `${town.prefecture.name}${town.name}${site.address}`,
  }
  if (isEmergency) {
    const flags = [...(site.for ?? '')].map((flag) => (flag === '1' ? '1' : ''))
    const named = Object.fromEntries(HAZARD_COLUMNS.map((column, i) => [column, flags[i] ?? '']))
    return {
      at,
      row: { ...head, ...named, 指定避難所との住所同一: site.also ? '1' : '', 備考: site.note ?? '' },
    }
  }
  return {
    at,
    row: {
      ...head,
      指定緊急避難場所との住所同一: site.also ? '1' : '',
      その他市町村長が必要と認める事項: null,
      受入対象者: site.who === '' ? null : (site.who ?? null),
      備考: site.note ?? '',
    },
  }
}

/** The CSV of the GSI: UTF-8 with BOM, CRLF, without the name of the municipality, latitude and longitude before the notes. */
function siteCsv(rows: readonly ReturnType<typeof siteRow>[]): Uint8Array {
  const records = rows.map(({ row, at }) => {
    const notInCsv = ['備考', '都道府県名及び市町村名']
    const rest = Object.entries(row).filter(([column]) => !notInCsv.includes(column))
    return { ...Object.fromEntries(rest), 緯度: at[1], 経度: at[0], 備考: row['備考'] ?? '' }
  })
  const headers = Object.keys(records[0] ?? {})
  const lines = records.map((record) =>
    Object.values(record)
      .map((value) => String(value ?? ''))
      .join(','),
  )
  return bytesOf(`\ufeff${[headers.join(','), ...lines].join('\r\n')}\r\n`)
}

/** The two lists of the GSI, each as GeoJSON and as CSV. */
export function siteFiles(town: Town): MirrorFile[] {
  const kinds = [
    ['1', 'shelter'],
    ['2', 'emergencySite'],
  ] as const
  return kinds.flatMap(([number, kind]): MirrorFile[] => {
    const rows = town.sites.filter((site) => site.kind === kind).map((site, i) => siteRow(town, site, i))
    const features = rows.map(({ row, at }) => ({
      properties: row,
      geometry: { type: 'Point', coordinates: at },
    }))
    const name = `${town.code}_${number}`
    return [
      [`${GSI}/geoJSON/${name}.geojson`, collection(name, features, false)],
      [`${GSI}/csv/${name}.csv`, siteCsv(rows)],
    ]
  })
}

const csvLine = (fields: readonly (string | number)[]): string => fields.join(',')
const fiveDigits = (degrees: number): string => degrees.toFixed(5)

/** Kinds of named spots of the town that go into the search. */
const SEARCH_KINDS: Readonly<Record<string, string>> = {
  city: 'district',
  quarter: 'district',
  neighbourhood: 'neighbourhood',
  railway: 'station',
  school: 'school',
  hospital: 'landmark',
  town_hall: 'landmark',
  place_of_worship: 'landmark',
  ferry_terminal: 'landmark',
  park: 'landmark',
}

/** `data/areas/<code>/places.csv`: the curated names with their readings. */
export function placesCsv(town: Town): string {
  const rows = [...town.places, ...town.pois].flatMap(([name, kana, romaji, kind, , x, y]) => {
    const known = SEARCH_KINDS[kind]
    const [lng, lat] = toLngLat(town, [x, y])
    const suffix = kind === 'railway' ? ['駅', 'えき', ' Station'] : ['', '', '']
    const names = [name + suffix[0], kana + suffix[1], romaji + suffix[2]]
    return known === undefined ? [] : [csvLine([...names, known, fiveDigits(lat), fiveDigits(lng)])]
  })
  return `${['name,kana,romaji,kind,lat,lng', ...rows].join('\n')}\n`
}

/** `data/areas/<code>/coverage.json`: what was studied and what was not. */
export function coverageJson(town: Town): unknown {
  return town.coverage.map(({ area, ...entry }) => ({
    ...entry,
    polygon: [closed(area).map((spot) => toLngLat(town, spot))],
  }))
}
