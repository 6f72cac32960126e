import { SITE_HAZARDS } from '#domain/hazards/hazard-kind.ts'
import { headerKey, readCsvTable } from '../lib/parse-csv.ts'
import { Refusal } from '../lib/refusal.ts'
import type { SitesContext } from './read-gsi-sites.ts'
import {
  capacity,
  collectSites,
  designations,
  flag,
  HAZARD_COLUMNS,
  isWelfare,
  kindFromCommonId,
  NOT_SAID,
  position,
  textOrNull,
} from './site-fields.ts'
import type { Field, SiteRecord, SitesRead } from './site-fields.ts'

/**
 * Columns of 自治体標準オープンデータセット「指定緊急避難場所一覧」 that are read; after the first the names in the older
 * 推奨データセット.
 */
const COLUMNS = {
  code: ['全国地方公共団体コード', '市区町村コード', '都道府県コード又は市区町村コード'],
  id: ['ID', 'NO'],
  name: ['名称'],
  kana: ['名称_カナ'],
  en: ['名称_英字', '名称_英語'],
  address: ['所在地_連結表記', '住所'],
  prefecture: ['所在地_都道府県', '都道府県名'],
  municipality: ['所在地_市区町村', '市区町村名'],
  lat: ['緯度'],
  lng: ['経度'],
  alsoOther: ['指定避難所との重複'],
  capacity: ['想定収容人数'],
  note: ['備考'],
} as const

const flagColumns = SITE_HAZARDS.map((hazard) => `災害種別_${HAZARD_COLUMNS[hazard]}`)

const hasOneOf = (headers: readonly string[], names: readonly string[]): boolean =>
  names.some((name) => headers.includes(headerKey(name)))

/** The columns without which the table is another one, as far as they are missing. */
const missingColumns = (headers: readonly string[]): string[] => [
  ...[COLUMNS.name, COLUMNS.lat, COLUMNS.lng]
    .filter((names) => !hasOneOf(headers, names))
    .map(([name]) => name),
  ...(hasOneOf(headers, flagColumns) ? [] : ['災害種別_…']),
]

/** True when a header line (keys as of `headerKey`) has the name or a flag of this table. */
export const isStandardHeader = (headers: readonly string[]): boolean =>
  hasOneOf(headers, COLUMNS.name) || hasOneOf(headers, flagColumns)

/**
 * Reads the 39-column standard table of sites (指定緊急避難場所一覧), or its older form. Headers are compared after NFKC;
 * codes may have five digits or six with the check digit. A record is a shelter when its ID says so (共通ID) or when no
 * kind of disaster is marked; else an emergency evacuation site.
 * @throws Refusal for a missing column, another municipality's record, or a field that cannot be read, with row and column.
 */
export function readStandardSites(text: string, context: Omit<SitesContext, 'kind'>): SitesRead {
  const table = readCsvTable(text, context.file)
  const missing = missingColumns(table.headers)
  if (missing.length > 0)
    throw new Refusal(
      `${context.file}: not the standard table of sites, the column ${missing.join(', ')} is missing`,
    )
  const records = table.records.map(({ row, fields }) =>
    toRecord(fields, `${context.file}: row ${row}`, context),
  )
  return collectSites(records, context.code)
}

/** The first of the columns that the table has and that says something; else the first that it has. */
function fieldOf(fields: ReadonlyMap<string, string>, names: readonly string[]): Field {
  const there = names.filter((name) => fields.has(headerKey(name)))
  const column = there.find((name) => fields.get(headerKey(name)) !== '') ?? there[0]
  return {
    text: column === undefined ? undefined : fields.get(headerKey(column)),
    column: column ?? names[0] ?? '',
  }
}

/** The older table has the prefecture and the municipality in columns of their own, and often not in the address. */
function addressOf(read: (names: readonly string[]) => string | null): string | null {
  const address = read(COLUMNS.address)
  const [prefecture, municipality] = [read(COLUMNS.prefecture) ?? '', read(COLUMNS.municipality) ?? '']
  if (address === null || address.includes(municipality)) return address
  return `${prefecture}${municipality}${address}`
}

function toRecord(
  fields: ReadonlyMap<string, string>,
  where: string,
  { code, source }: Omit<SitesContext, 'kind'>,
): SiteRecord {
  const field = (names: readonly string[]): Field => fieldOf(fields, names)
  const read = (names: readonly string[]): string | null => textOrNull(field(names).text)
  const [name, note, id] = [read(COLUMNS.name), read(COLUMNS.note), read(COLUMNS.id)]
  if (name === null) throw new Refusal(`${where}, column 名称: is empty, expected the name of the place`)
  checkCode(field(COLUMNS.code), code, where)
  const designated = designations((hazard) => field([`災害種別_${HAZARD_COLUMNS[hazard]}`]), where)
  const isMarked = Object.values(designated).includes(true)
  const kind = kindFromCommonId(id ?? '') ?? (isMarked ? 'emergencySite' : 'shelter')
  return {
    // A bare number is only a place in its list: not an id across lists.
    id: id === null || /^\d+$/.test(id.normalize('NFKC')) ? null : id,
    kind,
    name: { ja: name, kana: read(COLUMNS.kana), en: read(COLUMNS.en) },
    address: addressOf(read),
    at: position(field(COLUMNS.lng).text, field(COLUMNS.lat).text, where),
    designated: kind === 'shelter' ? NOT_SAID : designated,
    // The column tells of designated shelters; whether a shelter is an emergency site as well, no column says.
    alsoOther: kind === 'shelter' ? null : flag(field(COLUMNS.alsoOther), where),
    welfare: isWelfare(null, [name, note]),
    capacity: capacity(field(COLUMNS.capacity), where),
    note,
    source,
    where,
  }
}

/** The check digit of a municipality code (総務省 全国地方公共団体コード: weights 6 to 2, modulus 11). */
export function checkDigit(code: string): string {
  const sum = [...code].reduce((total, digit, i) => total + Number(digit) * (6 - i), 0)
  return String((11 - (sum % 11)) % 10)
}

/**
 * Five digits, or six with the check digit; spreadsheets eat a leading zero. Empty = not said. Six digits are taken whatever
 * the last; a code that lost its zero only with the right one, for it might be another municipality's five digits.
 */
function checkCode({ text, column }: Field, code: string, where: string): void {
  const said = (text ?? '').normalize('NFKC').trim()
  const short = code.replace(/^0/, '')
  const isSame = said === code || (said.length === 6 && said.slice(0, 5) === code)
  const lostZero = short !== code && (said === short || said === `${short}${checkDigit(code)}`)
  if (said === '' || (/^\d+$/.test(said) && (isSame || lostZero))) return
  throw new Refusal(
    `${where}, column ${column}: municipality code "${said}", expected ${code} with or without its check digit`,
  )
}
