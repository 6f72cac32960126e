import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyReport, aReport } from '#tests/support/a-drill-report.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { readCsv } from '../closures/adapters/csv-text.ts'
import { addReport, addReports, BOARD_COLUMNS, boardCsv, emptyBoard } from './board.ts'
import { LEAST_IN_CELL, type Board, type DrillReport } from './drill-report.ts'

const empty = emptyBoard('k3F_9x2Q', '41207')
/** Reports of one drill in few cells, some handed in twice. */
const anyReports = fc.array(
  fc
    .record({ report: anyReport, nonce: fc.nat({ max: 40 }), cell: fc.option(fc.nat({ max: 3 })) })
    .map(({ report, nonce, cell }): DrillReport => ({
      ...report,
      area: '41207',
      drill: 'k3F_9x2Q',
      nonce: `n${String(nonce).padStart(7, '0')}`,
      cell: cell === null ? null : { x: cell, y: 0 },
    })),
  { maxLength: 60 },
)
const sum = (all: readonly { readonly count: number }[]) => all.reduce((total, { count }) => total + count, 0)

function withAll(reports: readonly DrillReport[], board: Board = empty): Board {
  let now = board
  for (const report of reports) {
    const added = addReport(freezeDeep(now), report)
    if (added.ok) now = added.value
  }
  return now
}

describe('a board', () => {
  it('counts every report once, in each of its counts', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const board = withAll(reports)
        const once = new Set(reports.map(({ nonce }) => nonce)).size
        expect(board.reports).toHaveLength(once)
        expect(Object.values(board.byOutcome).reduce((a, b) => a + b, 0)).toBe(once)
        expect(sum(board.byLanguage)).toBe(once)
        expect(sum(board.margins)).toBe(once)
        expect(board.needHelp).toBe(board.reports.filter(({ needsHelp }) => needsHelp).length)
        expect(withAll(reports, board)).toEqual(board)
        const atOnce = addReports(empty, reports)
        expect(atOnce.board).toEqual(board)
        expect(atOnce.refused).toEqual({ otherDrill: 0, twice: reports.length - once, full: 0 })
      }),
    )
  })

  it('never shows a cell apart in which fewer than five were', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const board = withAll(reports)
        const inCell = (x: number) => board.reports.filter(({ cell }) => cell?.x === x).length
        for (const x of [0, 1, 2, 3])
          expect(board.cells.find((cell) => cell.x === x)?.count ?? 0).toBe(
            inCell(x) >= LEAST_IN_CELL ? inCell(x) : 0,
          )
        expect(sum(board.cells) + board.elsewhere).toBe(
          board.reports.filter(({ cell }) => cell !== null).length,
        )
      }),
    )
    const inOne = (count: number) =>
      withAll(
        Array.from({ length: count }, (_, at) =>
          aReport({ nonce: `n000${at}`, outcome: 'caught', cell: { x: 7, y: 9 } }),
        ),
      )
    expect(inOne(4)).toMatchObject({ cells: [], elsewhere: 4 })
    expect(inOne(5)).toMatchObject({ cells: [{ x: 7, y: 9, count: 5 }], elsewhere: 0 })
  })

  it('has a histogram by five minutes, with the steps in between and the unknown last', () => {
    const margins = [-1, -5, 0, 4, 14, null, 14]
    const board = withAll(margins.map((margin, at) => aReport({ nonce: `n000${at}`, margin })))
    expect(board.margins).toEqual([
      { from: -5, count: 2 },
      { from: 0, count: 2 },
      { from: 5, count: 0 },
      { from: 10, count: 2 },
      { from: null, count: 1 },
    ])
    expect(empty.margins).toEqual([])
  })

  it('tells languages by how many speak them', () => {
    const board = withAll(
      ['vi', 'ne', 'ja', 'ne'].map((language, at) => aReport({ nonce: `n000${at}`, language })),
    )
    expect(board.byLanguage).toEqual([
      { language: 'ne', count: 2 },
      { language: 'ja', count: 1 },
      { language: 'vi', count: 1 },
    ])
  })

  it('refuses another drill, another area, and the same run with a better result', () => {
    const board = withAll([aReport({ outcome: 'caught' })])
    expect(addReport(board, aReport({ drill: 'other000', nonce: 'n0000002' }))).toMatchObject({
      reason: 'otherDrill',
    })
    expect(addReport(board, aReport({ area: '41208', nonce: 'n0000002' }))).toMatchObject({
      reason: 'otherDrill',
    })
    expect(addReport(board, aReport({ outcome: 'arrived' }))).toMatchObject({ reason: 'twice' })
    expect(addReports(board, [aReport({ drill: 'other000' }), aReport()]).refused).toEqual({
      otherDrill: 1,
      twice: 1,
      full: 0,
    })
  })

  it('is full at last', () => {
    const many = Array.from({ length: 5_001 }, (_, at) => aReport({ nonce: `n${at}xxx` }))
    const { board, refused } = addReports(empty, many)
    expect([board.reports.length, refused.full]).toEqual([5_000, 1])
    expect(addReport(board, aReport({ nonce: 'one-more' }))).toMatchObject({ reason: 'full' })
  })
})

describe('the file of a board', () => {
  const cellsOf = (csv: string): readonly (readonly string[])[] => {
    const read = readCsv(csv)
    if (!read.ok) throw new Error(read.detail)
    return read.value.map(({ fields }) => fields)
  }

  it('holds no formula, whatever a group calls itself', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const board = withAll(reports)
        const rows = cellsOf(boardCsv(board))
        expect(rows).toHaveLength(board.reports.length + 1)
        for (const row of rows)
          for (const cell of row) expect(/^\s*[=+@\t\r＝＋－＠]|^\s*-(?!\d+$)/u.test(cell)).toBe(false)
      }),
    )
    for (const group of ['=1+1', '＝1+1', '@x', '-2+3', '＋1'])
      expect(cellsOf(boardCsv(withAll([aReport({ group })])))[1]?.at(-1)).toBe(`'${group}`)
  })

  it('tells neither cells nor nonces nor who came when', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const board = withAll(reports)
        const csv = boardCsv(board)
        for (const { nonce } of board.reports) expect(csv).not.toContain(nonce)
        expect(boardCsv({ ...board, reports: board.reports.toReversed() })).toBe(csv)
      }),
    )
    expect(BOARD_COLUMNS).not.toContain('cell')
  })

  it('is in the words that it is given', () => {
    const board = withAll([aReport({ needsHelp: true, margin: -3, group: '浜町' })])
    const csv = boardCsv(board, { column: (column) => `=${column}`, value: (value) => value.toUpperCase() })
    expect(cellsOf(csv)).toEqual([
      BOARD_COLUMNS.map((column) => `'=${column}`),
      ['ARRIVED', '-3', 'WALK', 'vi', 'YES', '浜町'],
    ])
  })
})
