import { codeOfHash, codeOfScan } from '#domain/plan/code/code-link.ts'
import {
  joinParts,
  missingParts,
  readPlanCode,
  type CodeRefusal,
  type DecodedPlan,
  type PlanPart,
} from '#domain/plan/code/read-code.ts'
import { ok, refuse, type Result } from '#domain/result.ts'

/** The texts of a series that are here, and what they make. */
export type Collected =
  /** Some are missing: `count` of `total` are here. */
  | {
      readonly status: 'incomplete'
      readonly texts: readonly string[]
      readonly count: number
      readonly total: number
    }
  | { readonly status: 'complete'; readonly texts: readonly string[]; readonly decoded: DecodedPlan }

/** The text of a code in what was scanned, pasted or opened: a link, the fragment of one, or the bare code. */
export function codeTextOf(text: string): string {
  const bare = text.trim()
  return codeOfScan(bare) ?? codeOfHash(bare) ?? bare
}

/**
 * The parts that were here and one more. The same part twice counts once. Refused whole, and nothing is lost: what was here
 * before stays with the caller.
 * @param known texts that were collected before; what cannot be read any more is left out
 */
export function collectPart(known: readonly string[], text: string): Result<Collected, CodeRefusal> {
  const added = readPlanCode(codeTextOf(text))
  if (!added.ok) return added
  const parts = readParts(known)
  const alone = added.value.count === 1
  const [first] = parts
  if (!alone && first !== undefined && first.part.series !== added.value.series) return refuse('otherSeries')
  const all = alone
    ? [{ text: codeTextOf(text), part: added.value }]
    : [...parts, { text: codeTextOf(text), part: added.value }]
  return settle(eachOnce(all))
}

/** What the parts make that were collected before; null = there are none. */
export function collectedSoFar(known: readonly string[]): Result<Collected, CodeRefusal> | null {
  const parts = eachOnce(readParts(known))
  return parts.length === 0 ? null : settle(parts)
}

type Part = { readonly text: string; readonly part: PlanPart }

const readParts = (texts: readonly string[]): readonly Part[] =>
  texts.flatMap((text) => {
    const read = readPlanCode(text)
    return read.ok ? [{ text, part: read.value }] : []
  })

const eachOnce = (parts: readonly Part[]): readonly Part[] => [
  ...new Map(parts.map((one) => [one.part.index, one])).values(),
]

function settle(parts: readonly Part[]): Result<Collected, CodeRefusal> {
  const texts = parts.map(({ text }) => text)
  const all = parts.map(({ part }) => part)
  const total = all[0]?.count ?? 0
  if (missingParts(all).length > 0) return ok({ status: 'incomplete', texts, count: all.length, total })
  const joined = joinParts(all)
  if (joined.ok) return ok({ status: 'complete', texts, decoded: joined.value })
  return refuse(joined.reason === 'incomplete' ? 'damaged' : joined.reason, joined.detail)
}
