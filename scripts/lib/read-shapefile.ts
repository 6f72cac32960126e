import { isUtf8 } from 'node:buffer'
import { openDbf, openShp } from 'shapefile'
import { Refusal } from './refusal.ts'
import { regroupRings } from './regroup-rings.ts'

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
  return isUtf8(dbfTexts(dbf)) ? 'utf-8' : 'shift_jis'
}

/** The records of a DBF without its binary header (dBASE III: bytes 8–9 are the header's length). */
function dbfTexts(dbf: Uint8Array): Uint8Array {
  if (dbf.length < 32) return dbf
  const start = new DataView(dbf.buffer, dbf.byteOffset).getUint16(8, true)
  const end = dbf.at(-1) === 0x1a ? dbf.length - 1 : dbf.length
  return dbf.subarray(start, end)
}

/**
 * Reads a shapefile from memory, one record at a time.
 * @param file the name that stands in a refusal.
 * @throws Refusal when either part is damaged or they do not have the same number of records; records handed out before
 *   are then void.
 */
export async function* shapefileRecords(
  shp: Uint8Array,
  dbf: Uint8Array,
  cpg: string | null,
  file: string,
): AsyncGenerator<ShapeRecord> {
  const damaged = (error: unknown): Refusal => new Refusal(`${file}: damaged shapefile (${String(error)})`)
  const shapes = await openShp(shp).catch((error: unknown) => Promise.reject(damaged(error)))
  const rows = await openDbf(dbf, { encoding: dbfEncoding(dbf, cpg) }).catch((error: unknown) =>
    Promise.reject(damaged(error)),
  )
  for (let number = 1; ; number += 1) {
    const read = await Promise.all([shapes.read(), rows.read()]).catch((error: unknown) =>
      Promise.reject(damaged(error)),
    )
    const [shape, row] = read
    if (shape.done !== row.done) {
      const [shorter, longer] = shape.done
        ? ['shapes', 'rows of attributes']
        : ['rows of attributes', 'shapes']
      throw new Refusal(`${file}: ${number - 1} ${shorter} but more ${longer}`)
    }
    if (shape.done) return
    yield { number, properties: row.value ?? {}, geometry: regroupRings(shape.value) }
  }
}

/** As `shapefileRecords`, all records at once: for small files. */
export async function readShapefile(...given: Parameters<typeof shapefileRecords>): Promise<ShapeRecord[]> {
  const records: ShapeRecord[] = []
  for await (const record of shapefileRecords(...given)) records.push(record)
  return records
}
