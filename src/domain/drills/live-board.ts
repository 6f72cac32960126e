import { cellsOf, languagesOf } from './board.ts'
import type { Board, DrillReport } from './drill-report.ts'
import { readReport } from './report-code.ts'
import {
  MOST_IN_PIECE,
  PHONE_STATUSES,
  type BoardNews,
  type LivePerson,
  type PhoneStatus,
} from './relay-message.ts'

/** What an organiser sees while the drill runs: who is where with it, never who they are. */
export type LiveBoard = {
  /** Token of the drill. */
  readonly room: string
  /** By nonce. */
  readonly people: ReadonlyMap<string, LivePerson>
  readonly byStatus: Readonly<Record<PhoneStatus, number>>
  readonly byLanguage: Board['byLanguage']
  /** Who is not connected now. What they said last is counted all the same. */
  readonly gone: number
  /** Where enough people are. */
  readonly cells: Board['cells']
  /** People in cells with fewer: told as one number. */
  readonly elsewhere: number
  /** Reports that were handed in, for `addReports`; in the order in which they came. */
  readonly reports: readonly DrillReport[]
}

/** A board of a room of which nothing is known yet. */
export const emptyLiveBoard = (room: string): LiveBoard => ({
  room,
  ...countPeople(new Map()),
  cells: [],
  elsewhere: 0,
  reports: [],
})

/** The board after what the relay told. Reports that cannot be read, or of another drill, are left out: the relay sends none. */
export function takeNews(board: LiveBoard, news: BoardNews): LiveBoard {
  switch (news.kind) {
    case 'board':
      return emptyLiveBoard(board.room)
    case 'people':
      return {
        ...board,
        ...countPeople(new Map([...board.people, ...news.people.map((one) => [one.nonce, one] as const)])),
      }
    case 'cells':
      return { ...board, cells: news.cells, elsewhere: news.elsewhere }
    case 'reports':
      return { ...board, reports: withReports(board, news.codes) }
  }
}

function withReports({ room, reports }: LiveBoard, codes: readonly string[]): readonly DrillReport[] {
  const nonces = new Set(reports.map(({ nonce }) => nonce))
  const all = [...reports]
  for (const code of codes) {
    const read = readReport(code)
    if (!read.ok || read.value.drill !== room || nonces.has(read.value.nonce)) continue
    nonces.add(read.value.nonce)
    all.push(read.value)
  }
  return all
}

function countPeople(
  people: ReadonlyMap<string, LivePerson>,
): Pick<LiveBoard, 'people' | 'byStatus' | 'byLanguage' | 'gone'> {
  const byStatus = Object.fromEntries(PHONE_STATUSES.map((status) => [status, 0])) as Record<
    PhoneStatus,
    number
  >
  let gone = 0
  for (const { status, isHere } of people.values()) {
    byStatus[status] += 1
    gone += isHere ? 0 : 1
  }
  return { people, byStatus, byLanguage: languagesOf([...people.values()]), gone }
}

/** Cells of people as the relay tells them to an organiser: where fewer than `LEAST_IN_CELL` are is in no message. */
export function liveCells(
  people: Iterable<{ readonly cell: { readonly x: number; readonly y: number } | null }>,
): {
  readonly cells: Board['cells']
  readonly elsewhere: number
} {
  const { cells, elsewhere } = cellsOf([...people])
  const told = cells.slice(0, MOST_IN_PIECE.cells)
  const left = cells.slice(MOST_IN_PIECE.cells).reduce((sum, { count }) => sum + count, 0)
  return { cells: told, elsewhere: elsewhere + left }
}
