import { crc32 } from '#domain/crc32.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Plan } from '../plan.ts'
import { fromBase64Url } from './base64url.ts'
import { joinBytes, unfold } from './deflate.ts'
import {
  CODE_POSITIONS,
  CODE_VERSION,
  FLAG,
  HEAD_BYTES,
  LONGEST_TEXT,
  MOST_PARTS,
  MOST_UNFOLDED,
  SERIES_HEAD_BYTES,
  SUM_BYTES,
  type CodeParts,
  type CodePosition,
  type LeftOut,
} from './layout.ts'
import { readPlan } from './read-plan.ts'

/**
 * Why a code is refused. `notOurs` it is something else · `damaged` a sign is missing or wrong · `newerVersion` a newer app
 * made it · `brokenPlan` it is whole, and what it holds is no plan · `otherSeries` the parts are of different codes.
 */
export type CodeRefusal = 'notOurs' | 'damaged' | 'newerVersion' | 'brokenPlan' | 'otherSeries'

/** One text that was read and is whole in itself. */
export type PlanPart = {
  readonly parts: CodeParts
  readonly position: CodePosition
  /** Number `index` (from 1) of `count`. */
  readonly index: number
  readonly count: number
  /** The same for all parts of one series; parts with another one belong to another plan, or to another state of it. */
  readonly series: string
  readonly deflated: boolean
  readonly body: Uint8Array
}

/** The plan of a code. `leftOut`: what the plan has on the device where the code was made, and is not in it. */
export type DecodedPlan = {
  readonly plan: Plan
  readonly parts: CodeParts
  readonly position: CodePosition
  readonly leftOut: readonly LeftOut[]
}

/** Reads one text (what stands behind `#/p/`). Nothing of the plan is looked at before all parts are there: `joinParts`. */
export function readPlanCode(text: string): Result<PlanPart, CodeRefusal> {
  if (text.length > LONGEST_TEXT) return refuse('notOurs')
  const bytes = fromBase64Url(text)
  if (bytes === null || bytes.length <= HEAD_BYTES + SUM_BYTES) return refuse('notOurs')
  const end = bytes.length - SUM_BYTES
  if (crc32(bytes.subarray(0, end)) !== sumAt(bytes, end)) return refuse('damaged')
  const [version = 0, flags = 0] = bytes
  if (version > CODE_VERSION) return refuse('newerVersion', `version ${version}`)
  return version === 0 ? refuse('notOurs') : readPart(bytes.subarray(0, end), flags)
}

const sumAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at)

/** @param bytes a part without its checksum, which holds */
function readPart(bytes: Uint8Array, flags: number): Result<PlanPart, CodeRefusal> {
  const inSeries = (flags & FLAG.series) !== 0
  const position = CODE_POSITIONS[(flags >> FLAG.positionShift) & FLAG.positionMask]
  const headLength = inSeries ? SERIES_HEAD_BYTES : HEAD_BYTES
  if (position === undefined || flags > FLAG.known || bytes.length <= headLength) return refuse('notOurs')
  const [at = 0, count = 0] = inSeries ? bytes.subarray(2, 4) : [0, 1]
  if (at >= count || count > MOST_PARTS || (inSeries && count < 2)) return refuse('notOurs')
  const body = bytes.slice(headLength)
  const sum = inSeries ? sumAt(bytes, 4) : crc32(body)
  return ok({
    parts: (flags & FLAG.all) === 0 ? 'essential' : 'all',
    position,
    index: at + 1,
    count,
    series: `${flags}.${count}.${sum.toString(16).padStart(8, '0')}`,
    deflated: (flags & FLAG.deflated) !== 0,
    body,
  })
}

/** The numbers of the parts that are still to be read, from 1. Empty for no parts at all. */
export function missingParts(parts: readonly PlanPart[]): readonly number[] {
  const seen = new Set(parts.map(({ index }) => index))
  return Array.from({ length: parts[0]?.count ?? 0 }, (_, at) => at + 1).filter((index) => !seen.has(index))
}

/**
 * The plan of the parts, which may come in any order and more than once. Checks the sum over the whole, unfolds it no
 * further than 64 KB, reads it field by field and then like any plan that comes from outside.
 */
export function joinParts(parts: readonly PlanPart[]): Result<DecodedPlan, CodeRefusal | 'incomplete'> {
  const [first] = parts
  if (first === undefined) return refuse('incomplete')
  if (parts.some(({ series }) => series !== first.series)) return refuse('otherSeries')
  const missing = missingParts(parts)
  if (missing.length > 0) return refuse('incomplete', missing.join(' '))
  const inOrder = new Map(parts.map((part) => [part.index, part.body]))
  const body = joinBytes(
    Array.from({ length: first.count }, (_, at) => inOrder.get(at + 1) ?? new Uint8Array(0)),
  )
  if (!first.series.endsWith(crc32(body).toString(16).padStart(8, '0'))) return refuse('damaged', 'series')
  const plain = first.deflated ? unfold(body) : body
  if (plain === null || plain.length > MOST_UNFOLDED) return refuse('brokenPlan', 'unfold')
  const read = readPlan(plain)
  if (!read.ok) return refuse(read.reason === 'newerVersion' ? 'newerVersion' : 'brokenPlan', read.detail)
  return ok({ ...read.value, parts: first.parts, position: first.position })
}
