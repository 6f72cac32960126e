import * as v from 'valibot'
import type { Bounds, LngLat } from '../geo/lng-lat.ts'
import type { ByteReader } from '../plan/code/byte-reader.ts'
import type { ByteWriter } from '../plan/code/byte-writer.ts'
import type { Result } from '../result.ts'
import { cellOf, MOST_CELLS } from './cell.ts'
import type { DrillReport } from './drill-report.ts'
import { OUTCOMES, type DrillResult, type Outcome } from './drill-run.ts'
import { AreaCode, areaFrom, Group, groupOf, Tag, Token } from './report-parts.ts'
import { DRILL_MODES, type DrillMode } from './scenario.ts'
import { openSealed, seal, type SealedRefusal } from './sealed-code.ts'

/** The most minutes that a report tells: beyond it says nothing more, and would tell one apart. */
export const MOST_MARGIN = 60

const Whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const Side = Whole(0, MOST_CELLS)

const Report = v.strictObject({
  v: v.literal(1),
  area: AreaCode,
  drill: Token,
  nonce: Token,
  language: Tag,
  mode: v.picklist(DRILL_MODES),
  outcome: v.picklist(OUTCOMES),
  margin: v.nullable(Whole(-MOST_MARGIN, MOST_MARGIN)),
  cell: v.nullable(v.strictObject({ x: Side, y: Side })),
  needsHelp: v.boolean(),
  group: v.nullable(Group),
})

/** The places in these lists are written: their order never changes, and a new entry goes to the end. */
const OUTCOMES_IN_CODE = ['arrived', 'caught', 'tooLate', 'stayed', 'left', 'unknown'] as const
const MODES_IN_CODE = ['walk', 'table', 'class'] as const

const FLAG = { needsHelp: 1, margin: 2, cell: 4, group: 8, known: 15 } as const

/** What a phone knows of its drill beside the result. */
export type ReportAbout = Pick<
  DrillReport,
  'area' | 'drill' | 'nonce' | 'language' | 'mode' | 'needsHelp'
> & {
  /** As it was typed. */
  readonly group: string
  /** Where it went wrong, exactly; null = nowhere, or it is not to be told. Only its cell is kept. */
  readonly wentWrong: LngLat | null
  /** Of the area's pack. */
  readonly bounds: Bounds
}

/**
 * The report of a result. It holds nothing finer than whole minutes up to an hour and a cell of 250 m, and the cell only where the
 * water caught somebody on the way: who never left was at home, and where somebody lives is told to nobody.
 */
export function reportOf(result: DrillResult, about: ReportAbout): DrillReport {
  const { area, drill, nonce, language, mode, needsHelp, wentWrong, bounds } = about
  return {
    v: 1,
    area,
    drill,
    nonce,
    language,
    mode,
    outcome: result.outcome,
    margin: marginOf(result.margin),
    cell: result.outcome === 'caught' && wentWrong !== null ? cellOf(wentWrong, bounds) : null,
    needsHelp,
    group: groupOf(about.group),
  }
}

/** Rounded down: half a minute to spare is none. */
const marginOf = (minutes: number | null): number | null =>
  minutes === null || Number.isNaN(minutes)
    ? null
    : Math.max(-MOST_MARGIN, Math.min(MOST_MARGIN, Math.floor(minutes))) || 0

/** The code of a report, some 40 to 60 characters without a group. Throws for what no report can be: `reportOf` makes none of these. */
export function writeReport(report: DrillReport): string {
  const { area, drill, nonce, language, mode, outcome, margin, cell, needsHelp, group } = v.parse(
    Report,
    report,
  )
  return seal('report', (out: ByteWriter) => {
    const flags = [
      needsHelp ? FLAG.needsHelp : 0,
      margin === null ? 0 : FLAG.margin,
      cell === null ? 0 : FLAG.cell,
      group === null ? 0 : FLAG.group,
    ]
    out.byte(flags.reduce((sum, flag) => sum + flag, 0))
    out.varint(Number(area))
    out.text(drill)
    out.text(nonce)
    out.text(language)
    out.byte(out.oneOf<DrillMode>(MODES_IN_CODE, mode))
    out.byte(out.oneOf<Outcome>(OUTCOMES_IN_CODE, outcome))
    if (margin !== null) out.signed(margin)
    if (cell !== null) out.varint(cell.x)
    if (cell !== null) out.varint(cell.y)
    if (group !== null) out.text(group)
  })
}

/**
 * Reads the code of a report, or a link that holds one. Each report is spelled in one way only: another spelling of the same is
 * `broken`, so that no report can be handed in twice under two guises.
 */
export function readReport(text: string): Result<DrillReport, SealedRefusal> {
  const read = openSealed(text, 'report', readBody)
  if (!read.ok || text.trim().endsWith(writeReport(read.value))) return read
  return { ok: false, reason: 'broken' }
}

function readBody(from: ByteReader): DrillReport | null {
  const flags = from.byte()
  const has = (flag: number): boolean => (flags & flag) !== 0
  const parsed = v.safeParse(Report, {
    v: 1,
    area: areaFrom(from),
    drill: from.text(),
    nonce: from.text(),
    language: from.text(),
    mode: from.entry(MODES_IN_CODE, from.byte()),
    outcome: from.entry(OUTCOMES_IN_CODE, from.byte()),
    margin: has(FLAG.margin) ? from.signed() : null,
    cell: has(FLAG.cell) ? { x: from.varint(), y: from.varint() } : null,
    needsHelp: has(FLAG.needsHelp),
    group: has(FLAG.group) ? from.text() : null,
  })
  return flags <= FLAG.known && parsed.success ? parsed.output : null
}

/** What a file or a paste held: the reports in their order, and how many of its lines were refused, by the reason. */
export type ReportsRead = {
  readonly reports: readonly DrillReport[]
  readonly refused: readonly { readonly line: number; readonly reason: SealedRefusal | 'tooMany' }[]
}

/** More lines are not looked at: as many as a board takes. */
export const MOST_REPORTS = 5_000

/** Reads codes or links, one a line, as `writeReports` writes them and as people paste them. Empty lines are nothing. */
export function readReports(text: string): ReportsRead {
  const reports: DrillReport[] = []
  const refused: ReportsRead['refused'][number][] = []
  let lines = 0
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue
    lines += 1
    if (lines > MOST_REPORTS)
      return { reports, refused: [...refused, { line: index + 1, reason: 'tooMany' }] }
    const read = readReport(line)
    if (read.ok) reports.push(read.value)
    else refused.push({ line: index + 1, reason: read.reason })
  }
  return { reports, refused }
}

/** Reports as a text of one code a line: what an organiser keeps, and hands to another. */
export const writeReports = (reports: readonly DrillReport[]): string =>
  reports.map((report) => `${writeReport(report)}\n`).join('')
