import { unzipSync } from 'fflate'
import pointInPolygon from 'point-in-polygon-hao'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleFiles } from '../make-sample.ts'
import { dbfEncoding, readShapefile } from '../lib/read-shapefile.ts'
import { parseDepthText } from '../sources/parse-depth-text.ts'
import { readTown, toLngLat } from './town.ts'

/** The zones of the sample town as they stand in its official files. */

type Feature = {
  properties: Record<string, unknown>
  geometry: { type: string; coordinates: [number, number][][] }
}
const KSJ = 'nlftp.mlit.go.jp/ksj/gml/data'
const town = readTown()
let files: ReadonlyMap<string, Uint8Array>

beforeAll(async () => {
  files = new Map(await sampleFiles())
}, 600_000)

/** The members of a zip; names are CP932, their bytes come one to a character. */
function members(path: string): Map<string, Uint8Array> {
  const zip = files.get(path)
  if (zip === undefined) throw new Error(`the sample has no ${path}`)
  return new Map(
    Object.entries(unzipSync(zip)).map(([latin, data]) => [
      new TextDecoder('shift_jis', { fatal: true }).decode(
        Uint8Array.from(latin, (char) => char.charCodeAt(0)),
      ),
      data,
    ]),
  )
}
const features = (data: Uint8Array | undefined): Feature[] =>
  (JSON.parse(new TextDecoder().decode(data)) as { features: Feature[] }).features

function inFolder(folder: string): Feature[] {
  return ['10', '20'].flatMap((kind) =>
    [...members(`${KSJ}/A31a/A31a-25/A31a-25_99_${kind}_GEOJSON.zip`)].flatMap(([name, data]) =>
      name.startsWith(`${folder}_`) ? features(data) : [],
    ),
  )
}
const values = (all: readonly Feature[], key: string): ReadonlySet<unknown> =>
  new Set(all.map(({ properties }) => properties[key]))

async function shapes(id: string): Promise<Feature[]> {
  const found = members(`${KSJ}/${id.slice(0, 3)}/${id}/${id}_99_GML.zip`)
  const part = (ending: string): Uint8Array => found.get(`${id}_99.${ending}`) ?? new Uint8Array()
  const records = await readShapefile(part('shp'), part('dbf'), null, id)
  return (records as unknown as Feature[]).map(asPolygon)
}

/** The library gives a polygon with holes as a multipolygon of one. */
function asPolygon(feature: Feature): Feature {
  if (feature.geometry.type === 'Polygon') return feature
  const polygons = feature.geometry.coordinates as unknown as Feature['geometry']['coordinates'][]
  expect(polygons).toHaveLength(1)
  return { ...feature, geometry: { type: 'Polygon', coordinates: polygons[0] ?? [] } }
}

describe('river floods, A31a', () => {
  it('has five folders with one file for each river, in CP932 names', () => {
    const names = [...members(`${KSJ}/A31a/A31a-25/A31a-25_99_10_GEOJSON.zip`).keys()]
    expect(names.filter((name) => name.includes('9900010001'))).toEqual([
      '10_計画規模/A31a-10-25_99_9900010001_10.geojson',
      '20_想定最大規模/A31a-20-25_99_9900010001_10.geojson',
      '30_浸水継続時間/A31a-30-25_99_9900010001_10.geojson',
      '41_家屋倒壊等氾濫想定区域_氾濫流/A31a-41-25_99_9900010001_10.geojson',
      '42_家屋倒壊等氾濫想定区域_河岸侵食/A31a-42-25_99_9900010001_10.geojson',
    ])
    expect(names).toHaveLength(10)
    expect(members(`${KSJ}/A31a/A31a-25/A31a-25_99_20_GEOJSON.zip`).size).toBe(5)
  })

  it('has the official ranks and classes', () => {
    expect(values(inFolder('20'), 'A31a_205')).toEqual(new Set([1, 2, 3, 4]))
    expect(values(inFolder('10'), 'A31a_105')).toEqual(new Set([1, 2, 3, 4]))
    expect(values(inFolder('30'), 'A31a_305')).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    expect(values(inFolder('41'), 'A31a_405')).toEqual(new Set([1, 3]))
    expect(values(inFolder('42'), 'A31a_405')).toEqual(new Set([2, 3]))
    expect(values(inFolder('20'), 'A31a_202')).toEqual(new Set(['北沢川', '見本川', '試川']))
    for (const feature of inFolder('20').slice(0, 50))
      expect(Object.keys(feature.properties)).toEqual([1, 2, 3, 4, 5].map((n) => `A31a_20${n}`))
  })

  it('is a staircase on the official mesh: closed rings whose sides run east or north', () => {
    for (const ring of inFolder('20').flatMap(({ geometry }) => geometry.coordinates)) {
      expect(ring.at(-1)).toEqual(ring[0])
      const slanted = ring.filter(
        ([lng, lat], i) => i > 0 && lng !== ring[i - 1]?.[0] && lat !== ring[i - 1]?.[1],
      )
      expect(slanted).toEqual([])
    }
  })

  it('reaches no farther in the design flood than in the largest conceivable one', () => {
    const most = inFolder('20')
    const isFlooded = (at: [number, number]): boolean => most.some((zone) => isIn(zone, at))
    // Half a cell from a corner, where that is inside.
    const inside = inFolder('10').flatMap((zone) => {
      const [lng, lat] = zone.geometry.coordinates[0]?.[0] ?? [0, 0]
      const at: [number, number] = [lng + 3e-5, lat - 2e-5]
      return isIn(zone, at) ? [at] : []
    })
    expect(inside.length).toBeGreaterThan(300)
    expect(inside.filter((at) => !isFlooded(at))).toEqual([])
  })
})

describe('landslides, A33', () => {
  it('has all codes', () => {
    const all = features(members(`${KSJ}/A33/A33-25/A33-25_99_GEOJSON.zip`).get('A33-25_99Polygon.geojson'))
    expect(values(all, 'A33_001')).toEqual(new Set([1, 2, 3]))
    expect(values(all, 'A33_002')).toEqual(new Set([1, 2, 3, 4]))
    expect(values(all, 'A33_008')).toEqual(new Set([0, 1]))
    expect(values(all, 'A33_007').has('9999/1/1')).toBe(true)
    for (const { properties } of all) {
      expect(properties['A33_003']).toBe('99')
      expect(properties['A33_006']).toMatch(/^見本県見本市/)
      // The red zone of a slope that was not surveyed is nowhere.
      if (properties['A33_008'] === 1) expect([1, 3]).toContain(properties['A33_002'])
    }
  })
})

describe('depths as texts', () => {
  it.each([
    ['A40-16', 'A40_003'],
    ['A49-23', 'A49_003'],
    ['A51-24', 'A51_005'],
  ])('%s is a shapefile with a CP932 table whose depths are understood', async (id, key) => {
    const dbf = members(`${KSJ}/${id.slice(0, 3)}/${id}/${id}_99_GML.zip`).get(`${id}_99.dbf`)
    expect(dbfEncoding(dbf ?? new Uint8Array(), null)).toBe('shift_jis')
    const texts = [...values(await shapes(id), key)] as string[]
    expect(texts.length).toBeGreaterThan(3)
    for (const text of texts) expect(parseDepthText(text).ok, text).toBe(true)
  })

  it('has a class of the tsunami that straddles an official bound', async () => {
    expect(values(await shapes('A40-16'), 'A40_003').has('2m以上5m未満')).toBe(true)
  })

  it('is the same in the GeoJSON beside it', async () => {
    const json = features(members(`${KSJ}/A49/A49-23/A49-23_99_GML.zip`).get('A49-23_99.geojson'))
    const shape = await shapes('A49-23')
    expect(shape.map(({ properties }) => properties)).toEqual(json.map(({ properties }) => properties))
    const points = (all: readonly Feature[]): number =>
      all.reduce((sum, { geometry }) => sum + geometry.coordinates.flat().length, 0)
    expect(points(shape)).toBe(points(json))
  })
})

const isIn = ({ geometry }: Feature, at: readonly [number, number]): boolean =>
  pointInPolygon([at[0], at[1]], geometry.coordinates) !== false

/** What reaches each spot of `data/sample/town.json`, in short: see {@link reaching}. */
const SPOTS: Readonly<Record<string, readonly string[]>> = {
  everything: ['flood 3', 'flow', 'surge 0.5m以上3.0m未満', 'tsunami 2m以上5m未満', 'rain'],
  'city-hall': ['flood 2', 'surge 0.5m未満', 'tsunami 1m以上2m未満', 'rain'],
  honmachi: ['flood 3', 'surge 0.5m以上3.0m未満', 'tsunami 1m以上2m未満', 'rain'],
  polder: ['flood 4'],
  'below-the-pond': ['flood 2', 'flow', 'pond'],
  'upper-valley': ['red 2'],
  'below-the-scarp': ['red 1'],
  'scarp-edge': ['yellow 1'],
  'not-surveyed': ['yellow 2'],
  planned: ['planned 1'],
  bank: ['flood 2', 'bank', 'surge 0.5m以上3.0m未満', 'tsunami 2m以上5m未満'],
  plateau: [],
  reizawa: [],
  underpass: ['flood 4', 'flow', 'surge 3.0m以上5.0m未満', 'tsunami 5m以上10m未満', 'rain'],
}

async function reaching(at: readonly [number, number]): Promise<string[]> {
  const here = (all: readonly Feature[]): Feature[] => all.filter((zone) => isIn(zone, at))
  const deepest = Math.max(0, ...here(inFolder('20')).map(({ properties }) => Number(properties['A31a_205'])))
  const slides = here(
    features(members(`${KSJ}/A33/A33-25/A33-25_99_GEOJSON.zip`).get('A33-25_99Polygon.geojson')),
  )
  const worst = slides.sort((a, b) => Number(b.properties['A33_002']) - Number(a.properties['A33_002']))[0]
  const colours = ['', 'yellow', 'red', 'planned', 'planned red']
  const text = async (id: string, key: string): Promise<string | undefined> =>
    here(await shapes(id))[0]?.properties[key] as string | undefined
  const [surge, tsunami, rain] = [
    await text('A49-23', 'A49_003'),
    await text('A40-16', 'A40_003'),
    await text('A51-24', 'A51_005'),
  ]
  const pond = here(features(files.get(`local/${town.code}/tameike.geojson`)))
  return [
    deepest > 0 ? `flood ${deepest}` : '',
    here(inFolder('41')).length > 0 ? 'flow' : '',
    here(inFolder('42')).length > 0 ? 'bank' : '',
    surge === undefined ? '' : `surge ${surge}`,
    tsunami === undefined ? '' : `tsunami ${tsunami}`,
    rain === undefined ? '' : 'rain',
    pond.length > 0 ? 'pond' : '',
    worst === undefined
      ? ''
      : `${colours[Number(worst.properties['A33_002'])]} ${Number(worst.properties['A33_001'])}`,
  ].filter((each) => each !== '')
}

describe('the spots of the town', () => {
  it('are all told of', () => {
    expect(town.spots.map(([id]) => id)).toEqual(Object.keys(SPOTS))
  })

  it.each(town.spots)('%s: %s', async (id, _, x, y) => {
    expect(await reaching(toLngLat(town, [x, y]))).toEqual(SPOTS[id])
  })
})
