import type { Site } from '#domain/shelters/site.ts'
import { headerKey, readCsvTable } from '../lib/parse-csv.ts'
import { checkCrs } from '../lib/check-crs.ts'
import { FeatureSplitter } from '../lib/feature-splitter.ts'
import { Refusal } from '../lib/refusal.ts'
import {
  collectSites,
  designations,
  flag,
  HAZARD_COLUMNS,
  isWelfare,
  NOT_SAID,
  position,
  textOrNull,
} from './site-fields.ts'
import type { SiteRecord, SitesRead } from './site-fields.ts'

/** What a reader must know that does not stand in the file. */
export type SitesContext = {
  /** Name for refusals. */
  readonly file: string
  readonly code: string
  readonly kind: Site['kind']
  readonly source: string
}

const NAME = '施設・場所名'
const ADDRESS = '住所'
const COMMON_ID = '共通ID'
const RECEIVES = '受入対象者'
const NOTE = '備考'
const OTHER_MATTERS = 'その他市町村長が必要と認める事項'
const ALSO_OTHER: { readonly [kind in Site['kind']]: string } = {
  emergencySite: '指定避難所との住所同一',
  shelter: '指定緊急避難場所との住所同一',
}

/** A column that only one of the two lists has, and which. */
export const GSI_MARKS: readonly { readonly kind: Site['kind']; readonly column: string }[] = [
  { kind: 'emergencySite', column: ALSO_OTHER.emergencySite },
  { kind: 'shelter', column: ALSO_OTHER.shelter },
]

/** Columns without which the file is another one. */
const requiredColumns = (kind: Site['kind']): string[] =>
  [NAME, ADDRESS, ...(kind === 'emergencySite' ? Object.values(HAZARD_COLUMNS) : [ALSO_OTHER.shelter])].map(
    headerKey,
  )

/**
 * Reads the CSV of 指定緊急避難場所データ (`_2`) or 指定避難所データ (`_1`); columns are found by their names.
 * @throws Refusal for a missing column or a field that cannot be read, with row, column and value.
 */
export function readGsiCsv(text: string, context: SitesContext): SitesRead {
  const table = readCsvTable(text, context.file)
  requireColumns(table.headers, ['緯度', '経度', ...requiredColumns(context.kind)], context)
  const records = table.records.map(({ row, fields }) => {
    const where = `${context.file}: row ${row}`
    return toRecord(fields, position(fields.get('経度'), fields.get('緯度'), where), where, context)
  })
  return collectSites(records, context.code)
}

/**
 * Reads the GeoJSON of the same data.
 * @param context its `kind` null = as the properties of the first feature say.
 * @throws Refusal as for the CSV, with the number of the feature.
 */
export function readGsiGeoJson(
  bytes: Uint8Array,
  context: Omit<SitesContext, 'kind'> & { readonly kind: Site['kind'] | null },
): SitesRead {
  const records: SiteRecord[] = []
  let kind = context.kind
  const splitter = new FeatureSplitter(context.file, (feature, number) => {
    const where = `${context.file}: feature ${number}`
    const { properties, geometry } = feature as { properties?: unknown; geometry?: unknown }
    if (typeof properties !== 'object' || properties === null) throw new Refusal(`${where}: no properties`)
    const entries = Object.entries(properties).map(
      ([key, value]) => [headerKey(key), textOrNull(value) ?? ''] as const,
    )
    const fields = new Map(entries)
    kind ??= GSI_MARKS.find(({ column }) => fields.has(headerKey(column)))?.kind ?? 'emergencySite'
    const known = { ...context, kind }
    requireColumns([...fields.keys()], requiredColumns(kind), { ...known, file: where })
    records.push(toRecord(fields, pointOf(geometry, where), where, known))
  })
  splitter.push(bytes)
  checkCrs(splitter.end(), context.file)
  return collectSites(records, context.code)
}

function pointOf(geometry: unknown, where: string): [number, number] | null {
  if (geometry === null || geometry === undefined) return null
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (type !== 'Point' || !Array.isArray(coordinates)) throw new Refusal(`${where}: expected a Point`)
  return position(coordinates[0], coordinates[1], where)
}

function requireColumns(
  headers: readonly string[],
  required: readonly string[],
  context: SitesContext,
): void {
  const missing = required.filter((name) => !headers.includes(name))
  if (missing.length === 0) return
  const what = context.kind === 'emergencySite' ? '指定緊急避難場所データ' : '指定避難所データ'
  throw new Refusal(`${context.file}: not ${what}, the column ${missing.join(', ')} is missing`)
}

function toRecord(
  fields: ReadonlyMap<string, string>,
  at: [number, number] | null,
  where: string,
  { kind, source }: SitesContext,
): SiteRecord {
  const read = (column: string): string | undefined => fields.get(headerKey(column))
  const fieldOf = (column: string) => ({ text: read(column), column })
  const name = textOrNull(read(NAME))
  if (name === null) throw new Refusal(`${where}, column ${NAME}: is empty, expected the name of the place`)
  const notes = [read(RECEIVES), read(OTHER_MATTERS), read(NOTE)]
    .map(textOrNull)
    .filter((note) => note !== null)
  return {
    id: textOrNull(read(COMMON_ID)),
    kind,
    name: { ja: name, kana: null, en: null },
    address: textOrNull(read(ADDRESS)),
    at,
    designated:
      kind === 'shelter' ? NOT_SAID : designations((hazard) => fieldOf(HAZARD_COLUMNS[hazard]), where),
    alsoOther: flag(fieldOf(ALSO_OTHER[kind]), where),
    welfare: isWelfare(textOrNull(read(RECEIVES)), [name, ...notes]),
    capacity: null,
    note: notes.length === 0 ? null : notes.join(' / '),
    source,
    where,
  }
}
