import { closed } from './mirror-file.ts'
import { commonId, degreesOf, flagsOf, sitesOf } from './site-files.ts'
import { toLngLat } from './town.ts'
import type { SampleSite, Spot, Town } from './town.ts'
import { checkDigit } from '../sources/read-standard-sites.ts'

type Field = string | number

/** A field of a CSV; quoted only where it must be (RFC 4180). */
const csvField = (field: Field): string => {
  const text = String(field)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const csvLine = (fields: readonly Field[]): string => fields.map(csvField).join(',')
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
  convenience: 'landmark',
  grocery: 'landmark',
  police: 'landmark',
  fire_station: 'landmark',
  post: 'landmark',
  library: 'landmark',
  museum: 'landmark',
  stadium: 'landmark',
  attraction: 'landmark',
}

/**
 * `data/areas/<code>/places.csv`: the curated names with their readings. Crossings have their name on the traffic lights,
 * bridges and underpasses at their ends.
 */
export function placesCsv(town: Town): string {
  const line = (names: readonly string[], kind: string, at: Spot): string => {
    const [lng, lat] = toLngLat(town, at)
    return csvLine([...names, kind, fiveDigits(lat), fiveDigits(lng)])
  }
  const named = [...town.places, ...town.pois].flatMap(([name, kana, romaji, kind, , x, y]) => {
    const known = SEARCH_KINDS[kind]
    const suffix = kind === 'railway' ? ['駅', 'えき', ' Station'] : ['', '', '']
    const names = [name + suffix[0], kana + suffix[1], romaji + suffix[2]]
    return known === undefined ? [] : [line(names, known, [x, y])]
  })
  const crossings = town.crossings.map(([name, kana, romaji, x, y]) =>
    line([name, kana, romaji], 'landmark', [x, y]),
  )
  const works = [...town.bridges, ...town.underpasses].map(({ name, kana, romaji, at }) =>
    line([name, kana, romaji], 'landmark', at),
  )
  return `${['name,kana,romaji,kind,lat,lng', ...named, ...crossings, ...works].join('\n')}\n`
}

/** Hiragana to katakana, as the column of the reading wants it; wide spaces become narrow ones. */
const katakana = (kana: string): string =>
  kana
    .replace(/[\u3041-\u3096]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60))
    .replaceAll('　', ' ')

/** The 39 columns of 自治体標準オープンデータセット「指定緊急避難場所一覧」, in their order. */
const STANDARD_COLUMNS = [
  '全国地方公共団体コード',
  'ID',
  '名称',
  '名称_カナ',
  '名称_英字',
  '所在地_全国地方公共団体コード',
  '町字ID',
  '所在地_連結表記',
  '所在地_都道府県',
  '所在地_市区町村',
  '所在地_町字',
  '所在地_番地以下',
  '建物名等(方書)',
  '緯度',
  '経度',
  '標高',
  '電話番号',
  '内線番号',
  '連絡先メールアドレス',
  '連絡先FormURL',
  '連絡先備考（その他、SNSなど）',
  '郵便番号',
  '市区町村コード',
  '地方公共団体名',
  '災害種別_洪水',
  '災害種別_崖崩れ、土石流及び地滑り',
  '災害種別_高潮',
  '災害種別_地震',
  '災害種別_津波',
  '災害種別_大規模な火事',
  '災害種別_内水氾濫',
  '災害種別_火山現象',
  '指定避難所との重複',
  '想定収容人数',
  '対象となる町会・自治会',
  'URL',
  '画像',
  '画像_ライセンス',
  '備考',
]

/** Columns of the older 推奨データセット of the same list. */
const OLDER_COLUMNS = [
  '都道府県コード又は市区町村コード',
  'NO',
  '都道府県名',
  '市区町村名',
  '名称',
  '名称_カナ',
  '住所',
  '方書',
  '緯度',
  '経度',
  '標高',
  '電話番号',
  '内線番号',
  ...STANDARD_COLUMNS.slice(24, 36),
  '備考',
]

function siteFields(town: Town, site: SampleSite): Record<string, Field> {
  const at = degreesOf(town, site)
  const full = `${town.prefecture.name}${town.name}`
  const flags = Object.entries(flagsOf(site)).map(([column, flag]) => [`災害種別_${column}`, flag])
  const code = `${town.code}${checkDigit(town.code)}`
  return {
    全国地方公共団体コード: code,
    都道府県コード又は市区町村コード: code,
    所在地_全国地方公共団体コード: code,
    市区町村コード: code,
    地方公共団体名: full,
    都道府県名: town.prefecture.name,
    所在地_都道府県: town.prefecture.name,
    市区町村名: town.name,
    所在地_市区町村: town.name,
    名称: site.name,
    名称_カナ: katakana(site.kana),
    名称_英字: site.en,
    所在地_連結表記: `${full}${site.address}`,
    住所: `${full}${site.address}`,
    緯度: at?.[1] ?? '',
    経度: at?.[0] ?? '',
    ...Object.fromEntries(flags),
    指定避難所との重複: site.kind === 'emergencySite' && site.also ? '1' : '',
    想定収容人数: site.capacity ?? '',
    備考: site.note ?? '',
  }
}

function tableOf(columns: readonly string[], rows: readonly Record<string, Field>[]): string {
  const lines = rows.map((row) => csvLine(columns.map((column) => row[column] ?? '')))
  return `\ufeff${[csvLine(columns), ...lines].join('\r\n')}\r\n`
}

/** The districts of the south, once a village of their own, that still keep the older form of the table. */
const isInOlderTable = ({ kind, address }: SampleSite): boolean =>
  kind === 'emergencySite' && /^(平山|例沢|日向|南岬)/.test(address)

/** `data/areas/<code>/sites.csv`: the city's own list in the standard form of 39 columns, UTF-8 with BOM, CRLF. */
export function standardSitesCsv(town: Town): string {
  const rows = (['emergencySite', 'shelter'] as const).flatMap((kind) =>
    sitesOf(town, kind).flatMap((site, i) =>
      isInOlderTable(site) ? [] : [{ ...siteFields(town, site), ID: commonId(town, kind, i) }],
    ),
  )
  return tableOf(STANDARD_COLUMNS, rows)
}

/** `data/areas/<code>/sites-south.csv`: a few sites in the older form, numbered from 1. */
export function olderSitesCsv(town: Town): string {
  const rows = town.sites.filter(isInOlderTable).map((site, i) => ({ ...siteFields(town, site), NO: i + 1 }))
  return tableOf(OLDER_COLUMNS, rows)
}

/** `data/areas/<code>/coverage.json`: what was studied and what was not. */
export function coverageJson(town: Town): unknown {
  return town.coverage.map(({ area, ...entry }) => ({
    ...entry,
    polygon: [closed(area ?? town.coast).map((spot) => toLngLat(town, spot))],
  }))
}
