import { Site } from '#domain/shelters/site.ts'
import { headerKey, readCsvTable } from '../lib/parse-csv.ts'
import { checkCrs } from '../lib/check-crs.ts'
import { FeatureSplitter } from '../lib/feature-splitter.ts'
import { Refusal } from '../lib/refusal.ts'
import {
  designations,
  flag,
  HAZARD_COLUMNS,
  idFromFacts,
  isWelfare,
  NOT_SAID,
  position,
  textOrNull,
  withUniqueIds,
} from './site-fields.ts'

/** What a file of sites held: `in` = sites + `noPosition`. */
export type SitesRead = { readonly sites: readonly Site[]; readonly in: number; readonly noPosition: number }

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

/** Columns without which the file is another one. */
const requiredColumns = (kind: Site['kind']): string[] =>
  [NAME, ADDRESS, ...(kind === 'emergencySite' ? Object.values(HAZARD_COLUMNS) : [ALSO_OTHER.shelter])].map(
    headerKey,
  )

/**
 * Reads the CSV of 指定緊急避難場所データ (`_2`) or 指定避難所データ (`_1`); columns are found by their names.
 * @throws Refusal for a missing column or a field that cannot be read, with row and value.
 */
export function readGsiCsv(text: string, context: SitesContext): SitesRead {
  const table = readCsvTable(text, context.file)
  requireColumns(table.headers, ['緯度', '経度', ...requiredColumns(context.kind)], context)
  return collect(
    table.records.map(({ row, fields }) => {
      const where = `${context.file}: row ${row}`
      return { where, fields, at: position(fields.get('経度'), fields.get('緯度'), where) }
    }),
    context,
  )
}

/** Reads the GeoJSON of the same data. @throws Refusal as for the CSV, with the number of the feature. */
export function readGsiGeoJson(bytes: Uint8Array, context: SitesContext): SitesRead {
  const records: Raw[] = []
  const splitter = new FeatureSplitter(context.file, (feature, number) => {
    const where = `${context.file}: feature ${number}`
    const { properties, geometry } = feature as { properties?: unknown; geometry?: unknown }
    if (typeof properties !== 'object' || properties === null) throw new Refusal(`${where}: no properties`)
    const entries = Object.entries(properties).map(
      ([key, value]) => [headerKey(key), textOrNull(value) ?? ''] as const,
    )
    const fields = new Map(entries)
    requireColumns([...fields.keys()], requiredColumns(context.kind), { ...context, file: where })
    records.push({ where, fields, at: pointOf(geometry, where) })
  })
  splitter.push(bytes)
  checkCrs(splitter.end(), context.file)
  return collect(records, context)
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

type Raw = {
  readonly where: string
  readonly fields: ReadonlyMap<string, string>
  readonly at: [number, number] | null
}

function collect(records: readonly Raw[], context: SitesContext): SitesRead {
  const sites = records.flatMap(({ where, fields, at }) =>
    at === null ? [] : [toSite(fields, at, where, context)],
  )
  return { sites: withUniqueIds(sites), in: records.length, noPosition: records.length - sites.length }
}

function toSite(
  fields: ReadonlyMap<string, string>,
  at: [number, number],
  where: string,
  { code, kind, source }: SitesContext,
): Site {
  const read = (column: string): string | undefined => fields.get(headerKey(column))
  const name = textOrNull(read(NAME))
  if (name === null) throw new Refusal(`${where}: ${NAME} is empty`)
  const notes = [read(RECEIVES), read(OTHER_MATTERS), read(NOTE)]
    .map(textOrNull)
    .filter((note) => note !== null)
  return {
    id: textOrNull(read(COMMON_ID)) ?? idFromFacts(code, kind, name, at),
    kind,
    name: { ja: name, kana: null, en: null },
    address: textOrNull(read(ADDRESS)),
    at,
    designated: kind === 'shelter' ? NOT_SAID : designations((hazard) => read(HAZARD_COLUMNS[hazard]), where),
    alsoOther: flag(read(ALSO_OTHER[kind]), `${where}, ${ALSO_OTHER[kind]}`),
    welfare: isWelfare(textOrNull(read(RECEIVES)), [name, ...notes]),
    capacity: null,
    note: notes.length === 0 ? null : notes.join(' / '),
    source,
  }
}
