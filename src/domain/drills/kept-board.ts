import * as v from 'valibot'
import { ok, refuse, type Result } from '../result.ts'
import { addReports, emptyBoard } from './board.ts'
import type { Board } from './drill-report.ts'
import { readReports, writeReports } from './report-code.ts'
import { AreaCode, Token } from './report-parts.ts'
import {
  MOST_ARRIVALS,
  readArrival,
  rollCallOf,
  writeArrival,
  type AtReception,
  type RollCall,
} from './roll-call.ts'

/*
 * What an organiser's device keeps: boards, receptions, and which drill they are of. Reports and arrivals lie there in the codes in
 * which they came, one a line: what is read back was checked as strictly as what a camera sees.
 */

/** The version of the documents. A change of them is a migration with a number, never an edit of an old one. */
const VERSION = 1

/** Characters of the longest text of codes: 5,000 of 600 signs, each with its line. */
const LONGEST = 5_000 * 610

/** Which drill a board or a reception is of. */
export type DrillKey = { readonly drill: string; readonly area: string }

/** Id of a site, as in an arrival. */
const SiteId = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,64}$/))
const Codes = v.pipe(v.string(), v.maxLength(LONGEST))
const Version = v.literal(VERSION)

const BoardDocument = v.strictObject({
  format: v.literal('minna-board'),
  version: Version,
  drill: Token,
  area: AreaCode,
  reports: Codes,
})

const RollDocument = v.strictObject({
  format: v.literal('minna-roll'),
  version: Version,
  drill: Token,
  area: AreaCode,
  site: SiteId,
  arrivals: Codes,
})

const DeskDocument = v.strictObject({
  format: v.literal('minna-desk'),
  version: Version,
  drill: v.nullable(v.strictObject({ drill: Token, area: AreaCode })),
  site: v.nullable(v.strictObject({ drill: Token, id: SiteId })),
})

/** Key of the shelf. */
export const boardKey = ({ drill }: DrillKey): string => `board/${drill}`
/** Key of the shelf. */
export const rollKey = ({ drill }: DrillKey, site: string): string => `roll/${drill}/${site}`

/** As it is kept. */
export const keepBoard = ({ drill, area, reports }: Board): unknown => ({
  format: 'minna-board',
  version: VERSION,
  drill,
  area,
  reports: writeReports(reports),
})

/**
 * Reads what was kept of one drill; whole, or not at all.
 * @returns `brokenBoard` it is something else, or of another drill, or one of its reports does not hold
 */
export function parseBoard(value: unknown, { drill, area }: DrillKey): Result<Board, 'brokenBoard'> {
  const parsed = v.safeParse(BoardDocument, value, { abortEarly: true })
  if (!parsed.success || parsed.output.drill !== drill || parsed.output.area !== area)
    return refuse('brokenBoard')
  const { reports, refused } = readReports(parsed.output.reports)
  if (refused.length > 0) return refuse('brokenBoard', `line ${refused[0]?.line}`)
  const { board } = addReports(emptyBoard(drill, area), reports)
  return board.reports.length === reports.length ? ok(board) : refuse('brokenBoard')
}

/** Two boards of one drill as one: no report twice, those of the first first. */
export const mergeBoards = (first: Board, second: Board): Board => addReports(first, second.reports).board

/** The board without some reports, which were taken by mistake. */
export const withoutReports = (board: Board, nonces: ReadonlySet<string>): Board =>
  addReports(
    emptyBoard(board.drill, board.area),
    board.reports.filter(({ nonce }) => !nonces.has(nonce)),
  ).board

/** As it is kept. */
export const keepRoll = ({ drill, area, site, arrivals }: RollCall): unknown => ({
  format: 'minna-roll',
  version: VERSION,
  drill,
  area,
  site,
  arrivals: arrivals.map(({ arrival, helped }) => `${writeArrival(arrival)} ${helped}\n`).join(''),
})

/**
 * Reads what was kept of one reception; whole, or not at all.
 * @returns `brokenRoll` it is something else, or of another one, or one of its arrivals does not hold
 */
export function parseRoll(
  value: unknown,
  { drill, area }: DrillKey,
  site: string,
): Result<RollCall, 'brokenRoll'> {
  const parsed = v.safeParse(RollDocument, value, { abortEarly: true })
  if (!parsed.success) return refuse('brokenRoll')
  const { output } = parsed
  if (output.drill !== drill || output.area !== area || output.site !== site) return refuse('brokenRoll')
  const arrivals = readArrivals(output.arrivals)
  const roll = arrivals === null ? null : rollCallOf({ drill, area, site }, arrivals)
  return roll === null ? refuse('brokenRoll') : ok(roll)
}

function readArrivals(text: string): readonly AtReception[] | null {
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.length > MOST_ARRIVALS) return null
  const arrivals: AtReception[] = []
  for (const line of lines) {
    const [, code = '', helped = ''] = /^([A-Za-z0-9_-]+) (\d{1,2})$/.exec(line) ?? []
    const read = readArrival(code)
    if (!read.ok) return null
    arrivals.push({ arrival: read.value, helped: Number(helped) })
  }
  return arrivals
}

/** Two notes of one reception as one: no arrival twice; of two notes the one that helped more people stands. */
export function mergeRolls(first: RollCall, second: RollCall): RollCall {
  const others = new Map(second.arrivals.map((one) => [one.arrival.nonce, one]))
  const own = new Set(first.arrivals.map(({ arrival }) => arrival.nonce))
  const both = first.arrivals.map((one) => {
    const other = others.get(one.arrival.nonce)
    return other !== undefined && other.helped > one.helped && other.helped <= one.arrival.needHelp
      ? { ...one, helped: other.helped }
      : one
  })
  const added = second.arrivals.filter(({ arrival }) => !own.has(arrival.nonce))
  return rollCallOf(first, [...both, ...added].slice(0, MOST_ARRIVALS)) ?? first
}

/** What the organiser's screens are of when no drill is held here, and where the reception was last. */
export type Desk = {
  readonly drill: DrillKey | null
  readonly site: { readonly drill: string; readonly id: string } | null
}

export const NO_DESK: Desk = { drill: null, site: null }

/** As it is kept. */
export const keepDesk = ({ drill, site }: Desk): unknown => ({
  format: 'minna-desk',
  version: VERSION,
  drill,
  site,
})

/** Reads what was kept; whole, or not at all. */
export function parseDesk(value: unknown): Result<Desk, 'brokenDesk'> {
  const parsed = v.safeParse(DeskDocument, value, { abortEarly: true })
  return parsed.success
    ? ok({ drill: parsed.output.drill, site: parsed.output.site })
    : refuse('brokenDesk', v.getDotPath(parsed.issues[0]) ?? undefined)
}
