import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SITE_HAZARDS } from '#domain/hazards/hazard-kind.ts'
import type { Site } from '#domain/shelters/site.ts'
import { readSites, type SitesFileContext } from './read-sites.ts'

const CONTEXT: SitesFileContext = { file: 'sites.csv', code: '41207', source: 'city' }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** The columns of the eight flags, written out here once more: the standard's names, not ours. */
const FLAGS = [
  '洪水',
  '崖崩れ、土石流及び地滑り',
  '高潮',
  '地震',
  '津波',
  '大規模な火事',
  '内水氾濫',
  '火山現象',
]

/** CP932 as a table made of what the decoder gives, so that the test needs no other encoder. */
const CP932 = new Map<string, readonly number[]>()
for (let lead = 0x81; lead <= 0xfc; lead++)
  for (let trail = 0x40; trail <= 0xfc; trail++) {
    const char = new TextDecoder('shift_jis').decode(Uint8Array.of(lead, trail))
    if (char.length === 1 && char !== '\ufffd' && !CP932.has(char)) CP932.set(char, [lead, trail])
  }
const cp932 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => CP932.get(char) ?? [char.charCodeAt(0)]))
const utf16le = (text: string): Uint8Array =>
  Uint8Array.from([...`\ufeff${text}`].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]))

type Row = {
  readonly name: string
  readonly address: string
  readonly at: readonly [lat: number, lng: number] | null
  /** True, false, or null = not known; all null = nothing is written. */
  readonly flags: readonly (boolean | null)[]
  readonly capacity: number | null
  readonly welfare: boolean
}

const word = fc
  .array(fc.constantFrom(...'鹿島市立北川小学校公民館ほんまちア１, "'.split('')), {
    minLength: 1,
    maxLength: 9,
  })
  .map((chars) => chars.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '')
const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((micro) => micro / 1e6)
const row: fc.Arbitrary<Row> = fc.record({
  name: word,
  address: word,
  at: fc.option(fc.tuple(degrees(24, 45), degrees(123, 146)), { freq: 6 }),
  flags: fc.oneof(
    fc
      .array(fc.constantFrom(true, false, null), { minLength: 8, maxLength: 8 })
      .filter((flags) => flags.includes(true)),
    fc.constant(FLAGS.map(() => null)),
  ),
  capacity: fc.option(fc.integer({ min: 0, max: 99_999 })),
  welfare: fc.boolean(),
})

/** How a table writes things: every way that the standard allows or that was met. */
const manner = fc.record({
  yes: fc.constantFrom('1', '１', 'TRUE', 'true', '○', '〇', '◯'),
  no: fc.constantFrom('', '0', 'FALSE', '×'),
  notKnown: fc.constantFrom('不明', '－'),
  wide: fc.boolean(),
  code: fc.constantFrom('41207', '412074', '４１２０７４', ''),
  encode: fc.constantFrom(utf8, (text: string) => utf8(`\ufeff${text}`), cp932, utf16le),
  end: fc.constantFrom('\n', '\r\n'),
  older: fc.boolean(),
})
type Manner = typeof manner extends fc.Arbitrary<infer T> ? T : never

const widen = (text: string): string =>
  text.replace(/[0-9.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function flagText(flag: boolean | null, flags: Row['flags'], how: Manner): string {
  if (flag === true) return how.yes
  if (flag === false) return how.no
  return flags.includes(true) ? how.notKnown : ''
}

/** An independent writer of the standard table and its older form. */
function table(rows: readonly Row[], how: Manner): Uint8Array {
  const flags = FLAGS.map((name) => `災害種別_${name}`)
  const head = how.older
    ? [
        '都道府県コード又は市区町村コード',
        'NO',
        '名称',
        '住所',
        '緯度',
        '経度',
        ...flags,
        '想定収容人数',
        '備考',
      ]
    : [
        '全国地方公共団体コード',
        'ID',
        '名称',
        '所在地_連結表記',
        '緯度',
        '経度',
        ...flags,
        '想定収容人数',
        '備考',
      ]
  const number = (value: number | null): string =>
    value === null ? '' : how.wide ? widen(String(value)) : String(value)
  const lines = rows.map((each, i) =>
    [
      how.code,
      how.older ? String(i + 1) : `K-${i + 1}`,
      each.name,
      each.address,
      number(each.at?.[0] ?? null),
      number(each.at?.[1] ?? null),
      ...each.flags.map((flag) => flagText(flag, each.flags, how)),
      number(each.capacity),
      each.welfare ? '福祉避難所' : '',
    ]
      .map(quoted)
      .join(','),
  )
  const header = (how.wide ? head.map((name) => name.replace('_', '＿')) : head).join(',')
  return how.encode([header, ...lines].join(how.end) + how.end)
}

const told = (site: Pick<Site, 'name' | 'address' | 'designated' | 'capacity' | 'welfare' | 'kind'>) => ({
  name: site.name.ja,
  address: site.address,
  flags: SITE_HAZARDS.map((hazard) => site.designated[hazard]),
  capacity: site.capacity,
  welfare: site.welfare,
  kind: site.kind,
})
const expected = ({ name, address, flags, capacity, welfare }: Row) => ({
  name,
  address,
  flags,
  capacity,
  welfare,
  kind: flags.includes(true) ? 'emergencySite' : 'shelter',
})

describe('readSites', () => {
  it('reads back what the standard table and its older form say, however they are written', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), manner, (rows, how) => {
        const read = readSites(table(rows, how), CONTEXT)
        expect(read.sites.map(told)).toEqual(rows.filter(({ at }) => at !== null).map(expected))
        expect(read.unplaced.map(told)).toEqual(rows.filter(({ at }) => at === null).map(expected))
        expect(read.sites.map(({ at }) => [at[1], at[0]])).toEqual(rows.flatMap(({ at }) => (at ? [at] : [])))
        expect(new Set(read.sites.map(({ id }) => id)).size).toBe(read.sites.length)
        expect([read.in, read.noPosition]).toEqual([rows.length, read.unplaced.length])
      }),
    )
  })

  it('reads the same from the CSV and the GeoJSON of the national list, and knows which of the two lists it is', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.boolean(), (rows, isShelter) => {
        const other = isShelter ? '指定緊急避難場所との住所同一' : '指定避難所との住所同一'
        const properties = rows.map(({ name, address, flags, welfare }, i) => ({
          共通ID: `E41207${String(i).padStart(5, '0')}${isShelter ? '111' : '201'}`,
          '施設・場所名': name,
          住所: address,
          ...(isShelter
            ? { 受入対象者: welfare ? '高齢者' : null }
            : Object.fromEntries(FLAGS.map((column, k) => [column, flags[k] === true ? '1' : '']))),
          [other]: i % 2 === 0 ? '1' : '',
        }))
        const features = rows.map(({ at }, i) => ({
          type: 'Feature',
          properties: properties[i],
          geometry: at === null ? null : { type: 'Point', coordinates: [at[1], at[0]] },
        }))
        const lines = rows.map(
          ({ at }, i) =>
          [...Object.values(properties[i] ?? {}), at?.[0] ?? '', at?.[1] ?? ''].map((value) => quoted(String(value ?? ''))).join(','), // prettier-ignore
        )
        const csv = [[...Object.keys(properties[0] ?? {}), '緯度', '経度'].join(','), ...lines].join('\r\n')
        const fromCsv = readSites(utf8(csv), CONTEXT)
        const json = JSON.stringify({ type: 'FeatureCollection', features })
        const fromJson = readSites(utf8(json), CONTEXT)
        expect(fromJson.sites).toEqual(fromCsv.sites)
        expect(fromJson.unplaced.map(({ where: _, ...site }) => site)).toEqual(fromCsv.unplaced.map(({ where: _, ...site }) => site)) // prettier-ignore
        const kinds = [...fromCsv.sites, ...fromCsv.unplaced].map(({ kind }) => kind)
        expect(new Set(kinds)).toEqual(new Set([isShelter ? 'shelter' : 'emergencySite']))
        const flags = fromCsv.sites.map(({ designated }) => SITE_HAZARDS.map((hazard) => designated[hazard]))
        const wanted = rows.filter(({ at }) => at !== null).map(({ flags: said }) => said.map((flag) => (isShelter || !said.includes(true) ? null : flag === true))) // prettier-ignore
        expect(flags).toEqual(wanted)
      }),
    )
  })

  it('never takes half a file: a field that cannot be read is named by row and column', () => {
    const how: Manner = { yes: '1', no: '', notKnown: '不明', wide: false, code: '41207', encode: utf8, end: '\n', older: false } // prettier-ignore
    const good: Row = { name: '学校', address: '町1', at: [33.1, 130.1], flags: FLAGS.map((_, i) => i === 0), capacity: 5, welfare: false } // prettier-ignore
    const text = (rows: readonly Row[]): string => new TextDecoder().decode(table(rows, how))
    const cases: readonly (readonly [from: string, to: string, message: string])[] = [
      ['33.1,130.1,1', '33.1,130.1,△', 'sites.csv: row 3, column 災害種別_洪水: "△", expected 1 or nothing'],
      ['33.1,130.1', '130.1,33.1', 'sites.csv: row 3, columns 緯度, 経度: latitude "130.1", longitude "33.1" is no position in Japan; they look swapped'], // prettier-ignore
      ['33.1,130.1', '33度6分,130.1', 'row 3, columns 緯度, 経度: latitude "33度6分"'],
      ['33.1,130.1', ',130.1', 'row 3, columns 緯度, 経度: latitude ""'],
      [
        '41207,K-2',
        '41209,K-2',
        'row 3, column 全国地方公共団体コード: municipality code "41209", expected 41207',
      ],
      [',5,', ',多数,', 'row 3, column 想定収容人数: capacity "多数", expected a whole number'],
      ['K-2,学校', 'K-2,', 'row 3, column 名称: is empty'],
      ['K-2,学校', 'K-2,学"校', 'row 3, column 3: a quote inside a field that is not quoted'],
      ['K-2,学校', 'K-2,学,校', 'row 3, column 16: 17 fields, expected 16'],
    ]
    for (const [from, to, message] of cases) {
      const [head = '', first = '', second = ''] = text([good, good]).split('\n')
      const broken = [head, first, second.replace(from, to)].join('\n')
      expect(broken).not.toBe(text([good, good]).trim())
      expect(() => readSites(utf8(broken), CONTEXT)).toThrow(message)
    }
  })

  it.each([
    [
      'bytes that are no text',
      Uint8Array.of(0x41, 0xff, 0xff, 0x0a),
      'sites.csv: expected text in UTF-8, in CP932',
    ],
    ['UTF-16 without its mark', utf16le('ID,URL').slice(2), 'sites.csv: expected text in UTF-8, in CP932'],
    [
      'another table',
      utf8('種別,口径\n1,2\n'),
      'sites.csv: row 1: expected the columns of 指定緊急避難場所一覧',
    ],
    ['an empty file', utf8(''), 'sites.csv: row 1: expected the columns'],
    ['a table without flags', utf8('名称,緯度,経度\n'), 'the column 災害種別_… is missing'],
    [
      'a list of the other kind',
      utf8('施設・場所名,住所,指定緊急避難場所との住所同一,緯度,経度\n'),
      'not 指定緊急避難場所データ',
    ],
  ])('refuses %s', (_, bytes, message) => {
    const kind = message.startsWith('not') ? { kind: 'emergencySite' as const } : {}
    expect(() => readSites(bytes, { ...CONTEXT, ...kind })).toThrow(message)
  })

  it('reads a code that a spreadsheet has robbed of its zero, but not another municipality’s', () => {
    const read = (said: string) =>
      readSites(utf8(`市区町村コード,名称,緯度,経度,災害種別_洪水\n${said},甲,43.1,141.3,1\n`), { ...CONTEXT, code: '01202' }) // prettier-ignore
    // 函館市: 01202, with its check digit 012025.
    for (const said of ['01202', '012025', '1202', '12025']) expect(read(said).sites).toHaveLength(1)
    for (const said of ['12027', '12021', '41207', '0120']) expect(() => read(said)).toThrow('expected 01202')
  })

  it('puts the municipality before an address of the older table that lacks it', () => {
    const read = (address: string) =>
      readSites(utf8(`NO,都道府県名,市区町村名,名称,住所,緯度,経度,災害種別_洪水\n1,佐賀県,鹿島市,甲,${address},33.1,130.1,1\n`), CONTEXT).sites[0]?.address // prettier-ignore
    expect([read('古枝1'), read('佐賀県鹿島市古枝1'), read('鹿島市古枝1')]).toEqual([
      '佐賀県鹿島市古枝1',
      '佐賀県鹿島市古枝1',
      '鹿島市古枝1',
    ])
  })

  it('reads the tables of the sample city: twins stay apart, nothing said stays unknown', () => {
    const folder = new URL('../../data/areas/99201/', import.meta.url)
    const read = (name: string) =>
      readSites(readFileSync(new URL(name, folder)), { file: name, code: '99201', source: 'curated-sites' })
    const [own, south] = [read('sites.csv'), read('sites-south.csv')]
    const twins = own.sites.filter(({ name, kind }) => name.ja === '見本市民体育館' && kind === 'shelter')
    expect(twins.map(({ welfare, capacity }) => [welfare, capacity])).toEqual([[false, 1100], [true, 40]]) // prettier-ignore
    const silent = own.sites.find(({ name }) => name.ja === '鳥越集会所')
    expect(new Set(Object.values(silent?.designated ?? {}))).toEqual(new Set([null]))
    expect(silent?.kind).toBe('emergencySite')
    expect(own.unplaced.map(({ name }) => name.ja)).toEqual(['滝ノ口集会所'])
    expect(south.sites.length).toBeGreaterThan(3)
    expect(south.sites.every(({ id }) => /^99201-[0-9a-f]{12}$/.test(id))).toBe(true)
  })
})
