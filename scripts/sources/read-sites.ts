import type { Site } from '#domain/shelters/site.ts'
import { headerKey, parseCsv } from '../lib/parse-csv.ts'
import { Refusal } from '../lib/refusal.ts'
import { decodeTable } from './decode-table.ts'
import { GSI_MARKS, readGsiCsv, readGsiGeoJson } from './read-gsi-sites.ts'
import { isStandardHeader, readStandardSites } from './read-standard-sites.ts'
import type { SitesRead } from './site-fields.ts'

/** What must be known beside the bytes. */
export type SitesFileContext = {
  /** Name for refusals. */
  readonly file: string
  /** Five digits. */
  readonly code: string
  /** Which of the two lists of the GSI is expected; undefined = as its columns say. */
  readonly kind?: Site['kind'] | undefined
  /** Id into the pack's list of sources. */
  readonly source: string
}

/**
 * Reads a list of sites in any published form: 自治体標準オープンデータセット (39 columns), the older 推奨データセット, the CSV and
 * the GeoJSON of 国土地理院. The form is known by the content, not by the name of the file; the encoding as in
 * {@link decodeTable}.
 * @throws Refusal with file, row and column (or feature) for anything that cannot be read; nothing of the file is taken then.
 */
export function readSites(bytes: Uint8Array, context: SitesFileContext): SitesRead {
  const { file, code, source } = context
  if (isJson(bytes)) return readGsiGeoJson(bytes, { file, code, source, kind: context.kind ?? null })
  const text = decodeTable(bytes, file)
  const headers = headersOf(text, file)
  const kind = GSI_MARKS.find(({ column }) => headers.includes(headerKey(column)))?.kind ?? null
  if (kind !== null || context.kind !== undefined)
    return readGsiCsv(text, { file, code, source, kind: context.kind ?? kind ?? 'shelter' })
  if (isStandardHeader(headers)) return readStandardSites(text, { file, code, source })
  throw new Refusal(
    `${file}: row 1: expected the columns of 指定緊急避難場所一覧 (名称, 緯度, 経度, 災害種別_…) or of the GSI's list (施設・場所名, 住所, …)`,
  )
}

/** True when the first character that is no white space or byte order mark is a curly bracket. */
function isJson(bytes: Uint8Array): boolean {
  const skipped = new Set([0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0d])
  return bytes.find((byte) => !skipped.has(byte)) === 0x7b
}

/** The first record alone: the rest may be wrong, which the reader of that form tells better. */
function headersOf(text: string, file: string): string[] {
  const end = text.search(/[\r\n]/)
  const [header] = parseCsv(end < 0 ? text : text.slice(0, end), file)
  return (header ?? []).map(headerKey)
}
