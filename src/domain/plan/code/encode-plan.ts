import { crc32 } from '#domain/crc32.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Plan } from '../plan.ts'
import { bytesIn, toBase64Url } from './base64url.ts'
import { fold, joinBytes } from './deflate.ts'
import {
  CODE_POSITIONS,
  CODE_VERSION,
  FLAG,
  HEAD_BYTES,
  MOST_PARTS,
  MOST_UNFOLDED,
  SERIES_HEAD_BYTES,
  SUM_BYTES,
  USUAL_ROOM,
  type LeftOut,
} from './layout.ts'
import { reducePlan, type CodeChoice, type ReducedPlan } from './normalise.ts'
import { shrinkToFit } from './shrink.ts'
import { writePlan } from './write-plan.ts'

export type CodeOptions = CodeChoice & {
  /** Characters for each text: `roomFor(address)`, or `USUAL_ROOM` when it is not told. */
  readonly room?: number
}

/** One text for one QR code or link: number `index` (from 1) of `count`. */
export type PlanCode = { readonly text: string; readonly index: number; readonly count: number }

export type EncodedPlan = {
  /** One for `essential`; for `all` as many as are needed, read in any order. */
  readonly codes: readonly PlanCode[]
  /** What the plan has and its code does not, in the order of `LEFT_OUT`. The code says so too. */
  readonly leftOut: readonly LeftOut[]
  /** Exactly the plan that a reader gets. */
  readonly plan: Plan
}

/**
 * A plan as texts for QR codes and links. Deterministic: the same plan gives the same texts.
 * @returns `tooLong` when an essential does not fit into the room even without all that may go (never at the usual room), or the whole plan is larger than 64 KB or 120 texts: then only a file holds it
 */
export function encodePlan(
  plan: Plan,
  { parts, position, room = USUAL_ROOM }: CodeOptions,
): Result<EncodedPlan, 'tooLong'> {
  const whole = reducePlan(plan, { parts, position })
  const flags = (parts === 'all' ? FLAG.all : 0) | (CODE_POSITIONS.indexOf(position) << FLAG.positionShift)
  const most = bytesIn(room) - HEAD_BYTES - SUM_BYTES
  const fits = (reduced: ReducedPlan) => bodyOf(reduced).bytes.length <= most
  const reduced = parts === 'all' ? whole : shrinkToFit(whole, fits)
  if (reduced === null) return refuse('tooLong')
  const body = bodyOf(reduced)
  if (body.unfolded > MOST_UNFOLDED) return refuse('tooLong')
  const texts = cut(body.bytes, flags | body.flag, most)
  if (texts === null) return refuse('tooLong')
  const codes = texts.map((text, at) => ({ text, index: at + 1, count: texts.length }))
  return ok({ codes, ...reduced })
}

function bodyOf({ plan, leftOut }: ReducedPlan) {
  const plain = writePlan(plan, leftOut)
  const folded = fold(plain)
  return { bytes: folded ?? plain, flag: folded === null ? 0 : FLAG.deflated, unfolded: plain.length }
}

/** One part, or a series of parts that are nearly alike in size, so that all codes look the same; null = too many. */
function cut(body: Uint8Array, flags: number, most: number): readonly string[] | null {
  if (body.length <= most) return [seal([CODE_VERSION, flags], body)]
  const room = most + HEAD_BYTES - SERIES_HEAD_BYTES
  const count = room > 0 ? Math.ceil(body.length / room) : Infinity
  if (count > MOST_PARTS) return null
  const sum = bytesOfSum(body)
  return Array.from({ length: count }, (_, at) => {
    const [start, end] = [at, at + 1].map((part) => Math.round((part * body.length) / count))
    return seal([CODE_VERSION, flags | FLAG.series, at, count, ...sum], body.subarray(start, end))
  })
}

function seal(head: readonly number[], body: Uint8Array): string {
  const bytes = joinBytes([Uint8Array.from(head), body])
  return toBase64Url(joinBytes([bytes, bytesOfSum(bytes)]))
}

/** The CRC-32, the highest byte first. */
function bytesOfSum(bytes: Uint8Array): Uint8Array {
  const sum = new Uint8Array(4)
  new DataView(sum.buffer).setUint32(0, crc32(bytes))
  return sum
}
