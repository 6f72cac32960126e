import { crc32 } from '../crc32.ts'
import { fromBase64Url, toBase64Url } from '../plan/code/base64url.ts'
import { ByteReader } from '../plan/code/byte-reader.ts'
import { ByteWriter } from '../plan/code/byte-writer.ts'
import { joinBytes } from '../plan/code/deflate.ts'
import { ok, refuse, type Result } from '../result.ts'

/** The version of what phones show to an organiser. Only the phones of one drill read it, but not all of them are up to date. */
const CODE_VERSION = 1

/** What a phone shows to an organiser. The place in the list is written, so a new one goes to the end. */
const SEALED_KINDS = ['report', 'arrival'] as const
export type SealedKind = (typeof SEALED_KINDS)[number]

/** What stands before the code in a link. A plan's is `#/p/`: neither is ever taken for the other. */
const HASH = '#/r/'

const HEAD_BYTES = 2
const SUM_BYTES = 4
/** Characters of the longest code that is looked at: a report with the longest names has some 450. */
const LONGEST_CODE = 600
const LONGEST_LINK = 1_000

const IN_HASH = new RegExp(`^${HASH}([A-Za-z0-9_-]{8,${LONGEST_CODE}})$`)

/**
 * Why a code is refused. `notOurs` it is something else · `damaged` a sign is missing or wrong · `newerVersion` a newer app made
 * it · `otherKind` an arrival where a report is read, or the other way round · `broken` it is whole, and what it holds cannot be.
 */
export type SealedRefusal = 'notOurs' | 'damaged' | 'newerVersion' | 'otherKind' | 'broken'

/** The text of a code: version, kind, what was written, CRC-32, in the alphabet of links. */
export function seal(kind: SealedKind, write: (out: ByteWriter) => void): string {
  const out = new ByteWriter()
  out.byte(CODE_VERSION)
  out.byte(out.oneOf<SealedKind>(SEALED_KINDS, kind))
  write(out)
  const bytes = out.toBytes()
  return toBase64Url(joinBytes([bytes, bytesOfSum(bytes)]))
}

/**
 * Opens a code of one kind and reads it to its very end.
 * @param text a code as it is, or a link or the fragment of one that holds it: whatever a camera saw or somebody pasted
 * @param read what cannot be is told by `from.isBad`, or by null
 */
export function openSealed<T>(
  text: string,
  kind: SealedKind,
  read: (from: ByteReader) => T | null,
): Result<T, SealedRefusal> {
  const opened = readHead(text)
  if (!opened.ok) return opened
  if (opened.value.kind !== kind) return refuse('otherKind', opened.value.kind)
  const from = new ByteReader(opened.value.body)
  const value = read(from)
  return value === null || from.isBad || !from.isAtEnd ? refuse('broken') : ok(value)
}

/** Which kind of code a text is; refused like the code itself. */
export function kindOfSealed(text: string): Result<SealedKind, SealedRefusal> {
  const opened = readHead(text)
  return opened.ok ? ok(opened.value.kind) : opened
}

function readHead(
  text: string,
): Result<{ readonly kind: SealedKind; readonly body: Uint8Array }, SealedRefusal> {
  const code = codeIn(text)
  const bytes = code === null ? null : fromBase64Url(code)
  if (bytes === null || bytes.length <= HEAD_BYTES + SUM_BYTES) return refuse('notOurs')
  const end = bytes.length - SUM_BYTES
  const sum = bytesOfSum(bytes.subarray(0, end))
  if (sum.some((byte, at) => byte !== bytes[end + at])) return refuse('damaged')
  const [version = 0, number = 0] = bytes
  if (version > CODE_VERSION) return refuse('newerVersion', `version ${version}`)
  const kind = SEALED_KINDS[number]
  if (version === 0 || kind === undefined) return refuse('notOurs')
  return ok({ kind, body: bytes.subarray(HEAD_BYTES, end) })
}

/** Whose address stands before it does not matter, since it is never opened. */
function codeIn(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length <= LONGEST_CODE && /^[A-Za-z0-9_-]+$/.test(trimmed)) return trimmed
  const at = trimmed.indexOf(HASH)
  if (at < 0 || trimmed.length > LONGEST_LINK) return null
  if (at > 0 && !/^https?:\/\/[^\s#]+$/.test(trimmed.slice(0, at))) return null
  return IN_HASH.exec(trimmed.slice(at))?.[1] ?? null
}

/** The link that a QR code holds: a phone without the app opens it and finds what it is. `address` is that of the app, without `#`. */
export const linkOfSealed = (address: string, code: string): string => `${address}${HASH}${code}`

/** The CRC-32, the highest byte first. */
function bytesOfSum(bytes: Uint8Array): Uint8Array {
  const sum = new Uint8Array(SUM_BYTES)
  new DataView(sum.buffer).setUint32(0, crc32(bytes))
  return sum
}
