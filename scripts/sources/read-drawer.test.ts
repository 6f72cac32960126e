import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LocalFeatures } from '#domain/features/local-feature.ts'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { aShapefile } from '#tests/support/a-shapefile.ts'
import { aZip, entry } from '#tests/support/a-zip.ts'
import { toCp932 } from '#tests/support/cp932.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import * as v from 'valibot'
import { readDrawer, type Drawer } from './read-drawer.ts'

const TOWN: Bounds = [130.1, 33.1, 130.12, 33.12]
const ring = ([west, south, east, north]: Bounds): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const HEADER = {
  kind: 'aed',
  title: { ja: 'AED一覧' },
  credit: '「AED一覧」（架空町）',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  date: '2024-04',
} as const
type Header = Record<string, unknown>
type Files = Readonly<Record<string, string | Uint8Array | Header>>

async function write(files: Files): Promise<string> {
  const path = join(await temporaryFolder(), 'local')
  await mkdir(path, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const isBytes = typeof content === 'string' || content instanceof Uint8Array
    await writeFile(join(path, name), isBytes ? content : JSON.stringify(content))
  }
  return path
}

async function read(files: Files): Promise<Drawer> {
  const path = await write(files)
  return readDrawer([{ path, place: 'local' }], [[ring(TOWN)]], TOWN, new AbortController().signal)
}
const refusal = (files: Files): Promise<string> =>
  read(files).then(
    () => 'was read',
    (error: Error) => error.message,
  )

const CSV = '名称,緯度,経度,設置位置\r\n架空公民館,33.11,130.11,玄関\r\n'
const aed = (csv: string | Uint8Array, header: Header = {}): Files => ({
  'aed.csv': csv,
  'aed.header.json': { ...HEADER, columns: { note: '設置位置' }, ...header },
})
const collection = (features: readonly unknown[], more: Header = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features })
const feature = (properties: Header, type: string, coordinates: unknown): unknown => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const pond = (features: readonly unknown[], header: Header = {}): Files => ({
  'ponds.geojson': collection(features),
  'ponds.header.json': { ...HEADER, kind: 'pond', columns: { depth: '深さ' }, ...header },
})
const INSIDE = [ring([130.105, 33.105, 130.11, 33.11])]

describe('a table of points', () => {
  it('becomes features, in the form of the pack', async () => {
    const { features, notes } = await read(aed(CSV))
    expect(features).toEqual([
      {
        id: 'aed-R2',
        kind: 'aed',
        name: { ja: '架空公民館', kana: null, en: null },
        event: null,
        note: '玄関',
        date: null,
        at: [130.11, 33.11],
        source: 'local-aed',
      },
    ])
    expect(v.safeParse(LocalFeatures, features).success).toBe(true)
    expect(notes).toMatchObject([
      { file: 'local/aed.csv', kind: 'aed', date: '2024-04', counts: { in: 1, kept: 1 } },
    ])
  })

  it('is read alike as UTF-8, with a mark, with LF, as CP932, with full-width digits and with quotes', async () => {
    const { features } = await read(aed(CSV))
    const forms: readonly Files[] = [
      aed(`\uFEFF${CSV}`),
      aed(CSV.replaceAll('\r\n', '\n')),
      aed(toCp932(CSV), { encoding: 'cp932' }),
      aed(toCp932(CSV)),
      aed(CSV.replace('33.11', '３３．１１')),
      aed(CSV.replace('架空公民館', '"架空公民館"').replace('玄関', '"玄\n関"')),
      aed(CSV.replace('緯度', ' 緯度 ')),
    ]
    for (const [index, files] of forms.entries()) {
      const again = await read(files)
      expect(again.features, String(index)).toEqual(
        index === 5 ? features.map((one) => ({ ...one, note: '玄 関' })) : features,
      )
    }
  })

  it('may name its columns as it likes', async () => {
    const columns = {
      name: 'だれ',
      lat: 'y',
      lng: 'x',
      nameKana: 'よみ',
      nameEn: 'en',
      date: '日',
      event: '何',
    }
    const { features } = await read(
      aed('だれ,よみ,en,x,y,日,何\n碑,ひ,Stone,130.11,33.11,昭和37年7月8日,大雨\n', {
        kind: 'memorial',
        columns,
      }),
    )
    expect(features[0]).toMatchObject({
      kind: 'memorial',
      name: { ja: '碑', kana: 'ひ', en: 'Stone' },
      date: '1962-07-08',
      event: '大雨',
    })
  })

  it('keeps every row: what is kept is what was there, for any table', async () => {
    const cell = fc.stringMatching(/^[ぁ-ん一-龠a-z",\n]{1,12}$/).filter((text) => text.trim() !== '')
    const row = fc.record({
      name: cell,
      lat: fc.integer({ min: 33_100_000, max: 33_120_000 }).map((n) => n / 1e6),
      lng: fc.integer({ min: 130_100_000, max: 130_120_000 }).map((n) => n / 1e6),
    })
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const lines = rows.map(({ name, lat, lng }) => `${quoted(name)},${lat},${lng},x`)
        const { features, notes } = await read(aed(['名称,緯度,経度,設置位置', ...lines].join('\n')))
        expect(features.map(({ name, at }) => [name?.ja, ...at])).toEqual(
          rows.map(({ name, lat, lng }) => [name.replace(/\s+/g, ' ').trim(), lng, lat]),
        )
        expect(notes[0]?.counts).toMatchObject({ in: rows.length, kept: rows.length })
      }),
      { numRuns: 30 },
    )
  })
})

describe('a table is refused whole, in one sentence that says where and why', () => {
  const row = (values: string): string => `${CSV}${values}\r\n`
  const cases: readonly (readonly [string, Files, string])[] = [
    ['a comma for a point', aed(row('"駅","33,1",130.11,x')), 'aed.csv, row 3, column 緯度: “33,1” is not a number such as 33.1037'], // prettier-ignore
    ['degrees and minutes', aed(row("駅,33°06',130.11,x")), "aed.csv, row 3, column 緯度: “33°06'” is not a number such as 33.1037"], // prettier-ignore
    [
      'no position',
      aed(row('駅,33.11,,x')),
      'aed.csv, row 3: the longitude is missing, expected it in the column 経度',
    ],
    ['swapped', aed(row('駅,130.11,33.11,x')), 'aed.csv, row 3: latitude and longitude are swapped (latitude 130.11, longitude 33.11)'], // prettier-ignore
    ['elsewhere', aed(row('駅,33.15,130.11,x')), 'aed.csv, row 3: latitude 33.15, longitude 130.11 lies more than 2 km outside the municipality; expected only its own places'], // prettier-ignore
    ['nameless', aed(row(',33.11,130.11,')), 'aed.csv, row 3: there is neither a name (column 名称) nor a note (column 設置位置)'], // prettier-ignore
    ['a field too many', aed(row('駅,33.11,130.11,x,y')), 'aed.csv: row 3, column 4: 5 fields, expected 4'],
    ['a name too long', aed(row(`${'駅'.repeat(201)},33.11,130.11,x`)), 'aed.csv, row 3, column 名称: 201 characters, expected at most 200'], // prettier-ignore
    ['no such column', aed(CSV, { columns: { note: '場所' } }), 'aed.csv: there is no column “場所”, which aed.header.json names for note; the columns are 名称, 緯度, 経度, 設置位置'], // prettier-ignore
    ['a strange date', aed(CSV, { columns: { date: '設置位置' } }), 'aed.csv, row 2, column 設置位置: “玄関” is not a date such as 1962, 1962-07-08 or 昭和37年7月8日'], // prettier-ignore
    ['a day of no calendar', aed(row('駅,33.11,130.11,2024-02-30').replace('玄関', '2024'), { columns: { date: '設置位置' } }), 'aed.csv, row 3, column 設置位置: “2024-02-30” is not a date such as 1962, 1962-07-08 or 昭和37年7月8日'], // prettier-ignore
    ['a flood without a year', aed(CSV, { kind: 'pastFlood' }), 'aed.csv, row 2: the year of the flood is missing, expected it in the column that "columns": {"date": …} names'], // prettier-ignore
    ['UTF-8 said to be CP932', aed(`\uFEFF${CSV}`, { encoding: 'cp932' }), 'aed.csv: the text is UTF-8, expected "encoding": "utf-8" in aed.header.json'], // prettier-ignore
    ['CP932 said to be UTF-8', aed(toCp932(CSV), { encoding: 'utf-8' }), 'aed.csv: the text is not UTF-8, expected "encoding": "cp932" in aed.header.json, or the file saved again'], // prettier-ignore
    ['a zone without polygons', aed(CSV, { kind: 'pond', columns: { depth: '設置位置' } }), 'aed.csv, row 2: a zone needs polygons, expected .geojson or .zip'], // prettier-ignore
  ]
  it.each(cases)('%s', async (_, files, sentence) => expect(await refusal(files)).toBe(sentence))
})

describe('the folder', () => {
  const header = { ...HEADER }
  const cases: readonly (readonly [string, Files, string])[] = [
    ['a file without a header', { 'aed.csv': CSV }, 'aed.csv: there is no aed.header.json beside it, which says what the file is and under which licence'], // prettier-ignore
    ['a header without a file', { 'aed.header.json': header }, 'aed.header.json: there is no data file beside it, expected aed.csv, aed.geojson or aed.zip'], // prettier-ignore
    ['a spreadsheet', { 'aed.xlsx': '', 'aed.header.json': header }, 'aed.xlsx: this kind of file is not read here, expected .csv, .geojson, .json, or .zip with a shapefile in it'], // prettier-ignore
    ['a Japanese name', { '一覧.csv': CSV, '一覧.header.json': header }, '一覧.csv: expected a file name of small letters a to z, digits and hyphens, such as aed.csv'], // prettier-ignore
    ['two files of one name', { ...aed(CSV), 'aed.geojson': collection([]) }, 'local/aed.geojson: there is also local/aed.csv, expected one file of the name aed'], // prettier-ignore
    ['an unknown key', aed(CSV, { colour: 'red' }), 'aed.header.json: the key “colour” is not known here, expected kind, title, publisher, credit, licence, date, complete, encoding, columns, depthAs, series'], // prettier-ignore
    ['an unknown column', aed(CSV, { columns: { colour: 'red' } }), 'aed.header.json: the key “columns.colour” is not known here, expected depth, name, nameKana, nameEn, event, note, date, lat, lng'], // prettier-ignore
    ['no licence', aed(CSV, { licence: undefined }), 'aed.header.json: the key “licence” is missing, expected a licence such as {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}'], // prettier-ignore
    ['half a licence', aed(CSV, { licence: { name: 'CC BY 4.0' } }), 'aed.header.json: the key “licence.url” is missing, expected an address that begins with https://, or null'], // prettier-ignore
    ['an unknown kind', aed(CSV, { kind: 'aeds' }), 'aed.header.json: “kind” is "aeds", expected one of flood, stormSurge, tsunami, inlandFlood, pond, aed, waterSupply, memorial, dangerSpot, pastFlood, waterSeries'], // prettier-ignore
    ['a wrong date', aed(CSV, { date: '2024/04' }), 'aed.header.json: “date” is "2024/04", expected a date as YYYY, YYYY-MM or YYYY-MM-DD'], // prettier-ignore
    ['a title too long', aed(CSV, { title: { ja: 'あ'.repeat(201) } }), 'aed.header.json: “title.ja” is longer than 200 characters'], // prettier-ignore
    ['a list for a header', { 'aed.csv': CSV, 'aed.header.json': '[]' }, 'aed.header.json: [] stands where a header in braces { } is expected'], // prettier-ignore
    ['a series without its key', aed(CSV, { kind: 'waterSeries', columns: {} }), 'aed.header.json: the key “series” is missing, which a waterSeries needs'], // prettier-ignore
    ['a series of AEDs', aed(CSV, { series: {} }), 'aed.header.json: the key “series” belongs to the kind waterSeries, not to aed'], // prettier-ignore
  ]
  it.each(cases)('%s', async (_, files, sentence) => expect(await refusal(files)).toBe(sentence))

  it('may be absent or empty, and may hold what is no data', async () => {
    expect(await readDrawer([{ path: join(await temporaryFolder(), 'none'), place: 'x' }], [], TOWN, new AbortController().signal)).toMatchObject({ files: [], features: [] }) // prettier-ignore
    expect((await read({ 'README.md': '#', '.DS_Store': 'x', ...aed(CSV) })).features).toHaveLength(1)
  })

  it('hands over a series with its header and its file', async () => {
    const { series, features } = await read({
      'breach.zip': 'anything',
      'breach.header.json': { ...HEADER, kind: 'waterSeries', series: { steps: 5 } },
    })
    expect(series).toMatchObject([{ series: { steps: 5 }, file: { name: 'breach', label: 'breach.zip' } }])
    expect(features).toEqual([])
  })

  it('is read in both places, and a name that stands in both is refused', async () => {
    const first = { path: await write(aed(CSV)), place: 'a' }
    const second = { path: await write({ 'water.csv': CSV, 'water.header.json': { ...HEADER, kind: 'waterSupply' } }), place: 'b' } // prettier-ignore
    const third = { path: await write(aed(CSV)), place: 'c' }
    const { signal } = new AbortController()
    const both = await readDrawer([first, second], [[ring(TOWN)]], TOWN, signal)
    expect(both.features.map(({ id }) => id)).toEqual(['aed-R2', 'water-R2'])
    await expect(readDrawer([first, third], [[ring(TOWN)]], TOWN, signal)).rejects.toThrow('c/aed.csv: there is also a/aed.csv, expected one file of the name aed') // prettier-ignore
  })

  it('stops when it is cancelled', async () => {
    const path = await write(aed(CSV))
    await expect(
      readDrawer([{ path, place: 'a' }], [[ring(TOWN)]], TOWN, AbortSignal.abort()),
    ).rejects.toThrow()
  })
})

describe('zones', () => {
  it('are polygons with a depth in words, metres or ranks', async () => {
    const depthOf = async (depth: unknown, depthAs: string) =>
      (await read(pond([feature({ 深さ: depth }, 'Polygon', INSIDE)], { depthAs }))).zones[0]?.zones[0]?.depth
    expect(await depthOf('0.5m以上3m未満', 'text')).toEqual({ min: 0.5, max: 3 })
    expect(await depthOf('３ｍ以上', 'text')).toEqual({ min: 3, max: null })
    expect(await depthOf(1.2, 'metres')).toEqual({ min: 0.5, max: 3 })
    expect(await depthOf('０．５', 'metres')).toEqual({ min: 0.5, max: 3 })
    expect(await depthOf(0, 'metres')).toEqual({ min: 0, max: 0.5 })
    expect(await depthOf(25, 'metres')).toEqual({ min: 20, max: null })
    expect(await depthOf('3', 'rank')).toEqual({ min: 3, max: 5 })
  })

  it('never shrink a depth in metres: its band holds it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 100, noNaN: true }), async (metres) => {
        const text = metres.toFixed(3)
        const { zones } = await read(
          pond([feature({ 深さ: text }, 'Polygon', INSIDE)], { depthAs: 'metres' }),
        )
        const depth = zones[0]?.zones[0]?.depth
        expect(depth?.min).toBeLessThanOrEqual(Number(text))
        expect(depth?.max ?? Infinity).toBeGreaterThan(Number(text))
      }),
      { numRuns: 40 },
    )
  })

  it('are counted: in = kept + those that do not reach the town, or have no area', async () => {
    const far = [ring([130.3, 33.3, 130.31, 33.31])]
    const { zones, replaces, notes } = await read(
      pond(
        [
          feature({ 深さ: '1' }, 'Polygon', INSIDE),
          feature({ 深さ: '2' }, 'MultiPolygon', [INSIDE, far]),
          feature({ 深さ: '2' }, 'Polygon', far),
          feature({ 深さ: '2' }, 'Polygon', [[[130.1, 33.1], [130.1, 33.1], [130.1, 33.1], [130.1, 33.1]]]), // prettier-ignore
          { type: 'Feature', properties: { 深さ: '2' }, geometry: null },
        ],
        { depthAs: 'rank', complete: true },
      ),
    )
    expect(zones[0]?.counts).toMatchObject({ in: 5, kept: 2, refused: { outsideArea: 1, degenerateRing: 1, noGeometry: 1 } }) // prettier-ignore
    expect(zones[0]?.zones).toHaveLength(2)
    expect(replaces).toEqual(['pond'])
    expect(notes[0]).toMatchObject({ complete: true })
  })

  it('replace the national data only when they are said to be complete', async () => {
    expect(
      (await read(pond([feature({ 深さ: '1' }, 'Polygon', INSIDE)], { depthAs: 'rank' }))).replaces,
    ).toEqual([])
  })

  const swapped = [INSIDE[0]?.map(([lng, lat]) => [lat, lng])]
  const one = (properties: Header, type: string, coordinates: unknown, header: Header = {}): Files =>
    pond([feature(properties, type, coordinates)], header)
  const cases: readonly (readonly [string, Files, string])[] = [
    ['no depth column', one({ 深さ: '1' }, 'Polygon', INSIDE, { columns: {} }), 'ponds.header.json: the key “columns.depth” is missing, which a pond needs'], // prettier-ignore
    [
      'no depth',
      one({ 深さ: '' }, 'Polygon', INSIDE),
      'ponds.geojson, feature 1, column 深さ: the depth is missing',
    ],
    ['a rank 7', one({ 深さ: '7' }, 'Polygon', INSIDE, { depthAs: 'rank' }), 'ponds.geojson, feature 1, column 深さ: “7” is not a depth rank, expected 1 to 6'], // prettier-ignore
    ['below nothing', one({ 深さ: -1 }, 'Polygon', INSIDE, { depthAs: 'metres' }), 'ponds.geojson, feature 1, column 深さ: “-1” is not a depth in metres, expected 0 to 100'], // prettier-ignore
    ['a point', one({ 深さ: '1' }, 'Point', [130.11, 33.11], { depthAs: 'rank' }), 'ponds.geojson, feature 1: “Point” where a polygon is wanted'], // prettier-ignore
    ['swapped', one({ 深さ: '1' }, 'Polygon', swapped, { depthAs: 'rank' }), 'ponds.geojson, feature 1: latitude and longitude are swapped (33.105, 130.105), expected [longitude, latitude]'], // prettier-ignore
    ['all elsewhere', one({ 深さ: '1' }, 'Polygon', [ring([130.3, 33.3, 130.31, 33.31])], { depthAs: 'rank' }), 'ponds.geojson: none of its 1 zones reaches the municipality, expected zones of this place'], // prettier-ignore
    ['no GeoJSON', { ...one({}, 'Polygon', []), 'ponds.geojson': '{"type":"Feature"}' }, 'ponds.geojson: expected a GeoJSON FeatureCollection'], // prettier-ignore
  ]
  it.each(cases)('are refused: %s', async (_, files, sentence) => expect(await refusal(files)).toBe(sentence))
})

describe('past floods', () => {
  const flood = (type: string, coordinates: unknown): Files => ({
    'floods.geojson': collection([feature({ 年: '平成2年7月' }, type, coordinates)]),
    'floods.header.json': { ...HEADER, kind: 'pastFlood', columns: { date: '年' } },
  })

  it('are points or polygons, each polygon a feature with a point inside it', async () => {
    expect((await read(flood('Point', [130.11, 33.11]))).features).toMatchObject([{ date: '1990-07', at: [130.11, 33.11] }]) // prettier-ignore
    const { features } = await read(flood('MultiPolygon', [INSIDE, [ring([130.1, 33.1, 130.102, 33.102])]]))
    expect(features.map(({ id }) => id)).toEqual(['floods-R1', 'floods-R1-2'])
    expect(features[0]?.polygon).toEqual(INSIDE)
    expect(v.safeParse(LocalFeatures, features).success).toBe(true)
  })

  it('are refused as lines, as polygons elsewhere, and with more points than a phone should read', async () => {
    expect(await refusal(flood('LineString', [[130.11, 33.11], [130.12, 33.11]]))).toBe('floods.geojson, feature 1: geometry "LineString", expected Polygon or MultiPolygon') // prettier-ignore
    expect(await refusal(flood('Polygon', [ring([130.3, 33.3, 130.31, 33.31])]))).toMatch(/feature 1: latitude .* more than 2 km outside/) // prettier-ignore
    const many = Array.from({ length: 5001 }, (_, index) => [130.1 + 0.01 * Math.cos(index / 800), 33.11 + 0.01 * Math.sin(index / 800)]) // prettier-ignore
    expect(await refusal(flood('Polygon', [many]))).toMatch(
      /the polygon has 5002 points, expected at most 5000/,
    )
  })

  it('alone may be polygons: a point is wanted for the rest', async () => {
    const files = flood('Polygon', INSIDE)
    expect(await refusal({ ...files, 'floods.header.json': { ...HEADER, columns: { name: '年' } } })).toBe(
      'floods.geojson, feature 1: “Polygon” where a point is wanted',
    )
  })
})

describe('a zipped shapefile', () => {
  const PRJ = 'GEOGCS["GCS_JGD_2011",DATUM["D_JGD_2011",SPHEROID["GRS_1980",6378137.0,298.257222101]]]'
  const shape = (parts: Readonly<Record<string, string | Uint8Array | null>> = {}): Files => {
    const { shp, dbf } = aShapefile([{ DEPTH: '0.5m以上3m未満' }], [INSIDE[0] ?? []], toCp932)
    const all = { 'a.shp': shp, 'a.dbf': dbf, 'a.prj': PRJ, ...parts }
    const entries = Object.entries(all).flatMap(([name, content]) =>
      content === null ? [] : [entry(name, content)],
    )
    return {
      'ponds.zip': aZip(entries),
      'ponds.header.json': { ...HEADER, kind: 'pond', columns: { depth: 'DEPTH' } },
    }
  }

  it('is read with the encoding of its texts', async () => {
    expect((await read(shape())).zones[0]?.zones[0]?.depth).toEqual({ min: 0.5, max: 3 })
  })

  it('is refused without a part, with several shapefiles, and in plane coordinates', async () => {
    expect(await refusal(shape({ 'a.dbf': null }))).toBe('ponds.zip: there is no .dbf beside a.shp')
    expect(await refusal(shape({ 'a.prj': null }))).toBe('ponds.zip: there is no .prj beside a.shp, which says what its coordinates are') // prettier-ignore
    expect(await refusal(shape({ 'b.shp': 'x' }))).toBe('ponds.zip: 2 files .shp are in it, expected one')
    expect(await refusal(shape({ 'a.prj': 'PROJCS["JGD_2011_Japan_Zone_2",GEOGCS["GCS_JGD_2011"]]' }))).toBe(
      'ponds.zip: its coordinates are “JGD_2011_Japan_Zone_2”, expected longitude and latitude (JGD2011 or WGS84); save it again in EPSG:6668',
    )
    expect(await refusal(shape({ 'a.prj': 'GEOGCS["GCS_Tokyo",DATUM["D_Tokyo"]]' }))).toMatch(/“GCS_Tokyo”/)
    expect(await refusal({ ...shape(), 'ponds.zip': 'no zip' })).toMatch(/^ponds\.zip: not a readable zip/)
  })
})
