import { readFile } from 'node:fs/promises'
import { checkCrs } from '#scripts/lib/check-crs.ts'
import { headerKey, readCsvTable } from '#scripts/lib/parse-csv.ts'
import { Refusal } from '#scripts/lib/refusal.ts'
import { decodeText } from './decode-text.ts'
import type { DrawerFile } from './find-drawer-files.ts'
import { readZippedShapefile } from './read-zipped-shapefile.ts'

/** What a column can mean. */
export type ColumnRole = keyof DrawerFile['header']['columns']

/** One row or feature of a drawer file. */
export type DrawerRecord = {
  /** "aed.csv, row 12" or "ponds.geojson, feature 3": the beginning of a refusal. */
  readonly where: string
  /** Its number in the file, as in `where`. */
  readonly number: number
  /** The text of the column that the header gives this meaning; null when there is no such column, or it is empty. */
  read(role: ColumnRole): string | null
  /** The name of that column, for a refusal. */
  columnOf(role: ColumnRole): string
  /** GeoJSON; undefined where the position stands in columns. */
  readonly geometry?: unknown
}

/** The names of 自治体標準オープンデータセット: a CSV in that form needs no columns in its header. */
const STANDARD: { readonly [role in ColumnRole]?: readonly string[] } = {
  name: ['名称'],
  nameKana: ['名称_カナ'],
  nameEn: ['名称_英字'],
  lat: ['緯度', 'lat'],
  lng: ['経度', 'lng'],
}

/** A zip may unpack to this many bytes: more is no table of one municipality. */
const MAX_UNPACKED = 500_000_000

/**
 * The rows or features of a file, read by its format.
 * @throws Refusal for a damaged file, and for a column that the header names and the file has not.
 */
export async function readRecords(file: DrawerFile): Promise<DrawerRecord[]> {
  const { label, path, header, format } = file
  if (format === 'shapefile') {
    const shapes = await readZippedShapefile(path, label, header.encoding, MAX_UNPACKED)
    return fromFeatures(shapes, file)
  }
  const text = decodeText(await readFile(path), header.encoding, label, `${file.name}.header.json`)
  return format === 'csv' ? fromCsv(text, file) : fromFeatures(geoJsonFeatures(text, label), file)
}

type RawFeature = { readonly properties: Readonly<Record<string, unknown>>; readonly geometry: unknown }

function geoJsonFeatures(text: string, label: string): RawFeature[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Refusal(`${label}: this is not JSON (${(error as Error).message})`)
  }
  const { type, features } = (json ?? {}) as { type?: unknown; features?: unknown }
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new Refusal(`${label}: expected a GeoJSON FeatureCollection`)
  }
  checkCrs(json as Record<string, unknown>, label)
  return features.map((feature: { properties?: unknown; geometry?: unknown } | null) => ({
    properties: (feature?.properties ?? {}) as Record<string, unknown>,
    geometry: feature?.geometry ?? null,
  }))
}

function fromFeatures(features: readonly RawFeature[], file: DrawerFile): DrawerRecord[] {
  const names = new Map<string, string>()
  for (const { properties } of features)
    for (const name of Object.keys(properties)) names.set(headerKey(name), name)
  const columns = columnsOf(file, [...names.keys()])
  return features.map(({ properties, geometry }, index) => ({
    where: `${file.label}, feature ${index + 1}`,
    number: index + 1,
    geometry,
    read: (role) => textOf(properties[names.get(columns.get(role) ?? '') ?? '']),
    columnOf: (role) => columns.get(role) ?? role,
  }))
}

function fromCsv(text: string, file: DrawerFile): DrawerRecord[] {
  const table = readCsvTable(text, file.label)
  const columns = columnsOf(file, table.headers)
  return table.records.map(({ row, fields }) => ({
    where: `${file.label}, row ${row}`,
    number: row,
    read: (role) => textOf(fields.get(columns.get(role) ?? '')),
    columnOf: (role) => columns.get(role) ?? role,
  }))
}

/** Which column has which meaning: what the header says, else the standard names where they occur. */
function columnsOf(file: DrawerFile, there: readonly string[]): ReadonlyMap<ColumnRole, string> {
  const columns = new Map<ColumnRole, string>()
  for (const [role, names] of Object.entries(STANDARD)) {
    const standard = names.map(headerKey).find((name) => there.includes(name))
    if (standard !== undefined) columns.set(role as ColumnRole, standard)
  }
  for (const [role, name] of Object.entries(file.header.columns)) {
    const key = headerKey(name ?? '')
    if (!there.includes(key)) {
      throw new Refusal(
        `${file.label}: there is no column “${name}”, which ${file.name}.header.json names for ${role}; ` +
          `the columns are ${there.filter((one) => one !== '').join(', ') || 'none'}`,
      )
    }
    columns.set(role as ColumnRole, key)
  }
  return columns
}

/** Runs of spaces and line breaks become one space; null for nothing. */
function textOf(value: unknown): string | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return text.replace(/\s+/g, ' ').trim() || null
}
