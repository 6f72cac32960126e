import { openDbf, openShp } from 'shapefile'
import { Refusal } from './refusal.ts'

/** A record of a shapefile as a GeoJSON-like feature; `number` counts from 1. */
export type ShapeRecord = {
  readonly number: number
  readonly properties: Record<string, unknown>
  readonly geometry: unknown
}

/**
 * The encoding of the texts of a DBF: what a `.cpg` member says, else UTF-8 when the bytes are valid UTF-8, else CP932
 * (the rule of 国土数値情報; its N03 of 2026 is UTF-8). ASCII-only bytes read the same either way.
 */
export function dbfEncoding(dbf: Uint8Array, cpg: string | null): 'utf-8' | 'shift_jis' {
  const said = cpg
    ?.trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
  if (said !== undefined && said !== '') return said === 'utf8' || said === '65001' ? 'utf-8' : 'shift_jis'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(dbfTexts(dbf))
    return 'utf-8'
  } catch {
    return 'shift_jis'
  }
}

/** The records of a DBF without its binary header (dBASE III: bytes 8–9 are the header's length). */
function dbfTexts(dbf: Uint8Array): Uint8Array {
  if (dbf.length < 32) return dbf
  const start = new DataView(dbf.buffer, dbf.byteOffset).getUint16(8, true)
  const end = dbf.at(-1) === 0x1a ? dbf.length - 1 : dbf.length
  return dbf.subarray(start, end)
}

/**
 * Reads a shapefile from memory.
 * @param file the name that stands in a refusal.
 * @throws Refusal when either part is damaged or they do not have the same number of records.
 */
export async function readShapefile(
  shp: Uint8Array,
  dbf: Uint8Array,
  cpg: string | null,
  file: string,
): Promise<ShapeRecord[]> {
  try {
    const shapes = await drain(await openShp(shp))
    const rows = await drain(await openDbf(dbf, { encoding: dbfEncoding(dbf, cpg) }))
    if (shapes.length !== rows.length) {
      throw new Refusal(`${file}: ${shapes.length} shapes but ${rows.length} rows of attributes`)
    }
    return shapes.map((geometry, index) => ({
      number: index + 1,
      properties: (rows[index] ?? {}) as Record<string, unknown>,
      geometry,
    }))
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${file}: damaged shapefile (${String(error)})`)
  }
}

async function drain<T>(source: { read(): Promise<{ done: boolean; value: T }> }): Promise<T[]> {
  const values: T[] = []
  for (let next = await source.read(); !next.done; next = await source.read()) values.push(next.value)
  return values
}
