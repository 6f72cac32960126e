import { writeCsv } from '../closures/adapters/csv-text.ts'
import { ok, refuse, type Result } from '../result.ts'
import { LEAST_IN_CELL, type Board, type DrillReport } from './drill-report.ts'
import { OUTCOMES, type Outcome } from './drill-run.ts'
import { MOST_REPORTS } from './report-code.ts'

/** Minutes of one step of the histogram. */
export const MARGIN_STEP = 5

/** Why a board does not take a report. `otherDrill` of another drill or area · `twice` it is there already · `full` as many as fit. */
export type BoardRefusal = 'otherDrill' | 'twice' | 'full'

/** A board on which nobody is yet. */
export const emptyBoard = (drill: string, area: string): Board => count(drill, area, [])

/**
 * The board with one more report. The same nonce counts once, whatever else is in it: the first stands, so that nobody improves
 * their result by handing in another one.
 */
export function addReport(board: Board, report: DrillReport): Result<Board, BoardRefusal> {
  if (report.drill !== board.drill || report.area !== board.area) return refuse('otherDrill')
  if (board.reports.some(({ nonce }) => nonce === report.nonce)) return refuse('twice')
  if (board.reports.length >= MOST_REPORTS) return refuse('full')
  return ok(count(board.drill, board.area, [...board.reports, report]))
}

/** The board with all of these that it takes, and how many it did not, by the reason: for a file, or another organiser's. */
export function addReports(
  board: Board,
  reports: readonly DrillReport[],
): { readonly board: Board; readonly refused: Readonly<Record<BoardRefusal, number>> } {
  const refused = { otherDrill: 0, twice: 0, full: 0 }
  const taken = [...board.reports]
  const nonces = new Set(taken.map(({ nonce }) => nonce))
  for (const report of reports) {
    const reason = refusalFor(board, report, nonces)
    if (reason !== null) {
      refused[reason] += 1
      continue
    }
    nonces.add(report.nonce)
    taken.push(report)
  }
  return { board: count(board.drill, board.area, taken), refused }
}

function refusalFor(board: Board, report: DrillReport, nonces: ReadonlySet<string>): BoardRefusal | null {
  if (report.drill !== board.drill || report.area !== board.area) return 'otherDrill'
  if (nonces.has(report.nonce)) return 'twice'
  return nonces.size >= MOST_REPORTS ? 'full' : null
}

function count(drill: string, area: string, reports: readonly DrillReport[]): Board {
  const byOutcome = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  for (const { outcome } of reports) byOutcome[outcome] += 1
  return {
    drill,
    area,
    reports,
    byOutcome,
    byLanguage: languagesOf(reports),
    margins: marginsOf(reports),
    ...cellsOf(reports),
    needHelp: reports.filter(({ needsHelp }) => needsHelp).length,
  }
}

/** The most spoken first; of two alike the one that comes first in the alphabet. */
export function languagesOf(reports: readonly { readonly language: string }[]): Board['byLanguage'] {
  const counts = tally(reports.map(({ language }) => language))
  return [...counts]
    .map(([language, number]) => ({ language, count: number }))
    .sort((a, b) => b.count - a.count || compareTexts(a.language, b.language))
}

/** From the least to the most by steps of five minutes, those in which nobody is too; what is not known last, if there is any. */
function marginsOf(reports: readonly DrillReport[]): Board['margins'] {
  const known = reports.flatMap(({ margin }) => (margin === null ? [] : [Math.floor(margin / MARGIN_STEP)]))
  const unknown = reports.length - known.length
  const last = unknown === 0 ? [] : [{ from: null, count: unknown }]
  if (known.length === 0) return last
  const counts = tally(known)
  const [least, most] = [Math.min(...counts.keys()), Math.max(...counts.keys())]
  const steps = Array.from({ length: most - least + 1 }, (_, at) => least + at)
  return [...steps.map((step) => ({ from: step * MARGIN_STEP || 0, count: counts.get(step) ?? 0 })), ...last]
}

/** Cells with enough reports by themselves, the most first; all others as one number. */
export function cellsOf(reports: readonly Pick<DrillReport, 'cell'>[]): Pick<Board, 'cells' | 'elsewhere'> {
  const told = reports.flatMap(({ cell }) => cell ?? [])
  const counts = tally(told.map(({ x, y }) => `${x} ${y}`))
  const cells = [...counts]
    .filter(([, number]) => number >= LEAST_IN_CELL)
    .map(([key, number]) => {
      const [x = 0, y = 0] = key.split(' ').map(Number)
      return { x, y, count: number }
    })
    .sort((a, b) => b.count - a.count || a.y - b.y || a.x - b.x)
  return { cells, elsewhere: told.length - cells.reduce((sum, cell) => sum + cell.count, 0) }
}

function tally<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** By code units: the same on every phone, whatever its language. */
const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** The columns of the file of a board. */
export const BOARD_COLUMNS = ['outcome', 'margin', 'mode', 'language', 'needsHelp', 'group'] as const
export type BoardColumn = (typeof BOARD_COLUMNS)[number]
/** What stands in a cell of the file by a code, beside numbers, languages and groups. */
export type BoardValue = Outcome | DrillReport['mode'] | 'yes' | 'no'

/** The words of the file: of its columns and of what stands in them. Codes where nobody gives any. */
export type BoardWords = {
  readonly column: (column: BoardColumn) => string
  readonly value: (value: BoardValue) => string
}
const CODES: BoardWords = { column: (column) => column, value: (value) => value }

/**
 * The reports as CSV for a spreadsheet, one a row. In the order of what they say and not in that in which people came, without
 * nonce and without cell: where few people were is in no file. No text is taken for a formula (OWASP, CSV injection).
 */
export function boardCsv({ reports }: Board, words: BoardWords = CODES): string {
  const rows = reports.map((report) => rowOf(report, words)).sort(compareRows)
  return writeCsv([BOARD_COLUMNS.map((column) => disarm(words.column(column))), ...rows])
}

function rowOf(report: DrillReport, { value }: BoardWords): readonly string[] {
  const cells: { readonly [column in BoardColumn]: string } = {
    outcome: value(report.outcome),
    margin: report.margin === null ? '' : String(report.margin),
    mode: value(report.mode),
    language: report.language,
    needsHelp: value(report.needsHelp ? 'yes' : 'no'),
    group: report.group ?? '',
  }
  return BOARD_COLUMNS.map((column) => disarm(cells[column]))
}

/** `writeCsv` takes care of the narrow signs; a spreadsheet in Japanese reads the wide ones as the same. */
export const disarm = (text: string): string => (/^\s*[＝＋－＠]/u.test(text) ? `'${text}` : text)

function compareRows(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((cell, index) => cell !== b[index])
  return at < 0 ? 0 : compareTexts(a[at] ?? '', b[at] ?? '')
}
