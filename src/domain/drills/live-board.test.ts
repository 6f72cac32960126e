import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aReport } from '#tests/support/a-drill-report.ts'
import { LEAST_IN_CELL } from './drill-report.ts'
import { emptyLiveBoard, liveCells, takeNews } from './live-board.ts'
import { writeReport } from './report-code.ts'
import { PHONE_STATUSES, type BoardNews, type LivePerson } from './relay-message.ts'

const ROOM = 'k3F_9x2Q'
const person = (nonce: string, change: Partial<LivePerson> = {}): LivePerson => ({
  nonce,
  status: 'onTheWay',
  language: 'vi',
  isHere: true,
  ...change,
})
const all = (news: readonly BoardNews[]) => news.reduce(takeNews, emptyLiveBoard(ROOM))

it('counts everybody once, as they said last', () => {
  const board = all([
    { v: 1, kind: 'board' },
    { v: 1, kind: 'people', people: [person('aaaa'), person('bbbb', { language: 'ne' })] },
    { v: 1, kind: 'people', people: [person('aaaa', { status: 'arrived', isHere: false })] },
  ])
  expect(board.byStatus).toEqual({ onTheWay: 1, arrived: 1, caught: 0, stayed: 0, needsHelp: 0, done: 0 })
  expect(board.byLanguage).toEqual([
    { language: 'ne', count: 1 },
    { language: 'vi', count: 1 },
  ])
  expect(board.gone).toBe(1)
})

it('forgets what it had when the whole board comes again', () => {
  const board = all([
    { v: 1, kind: 'people', people: [person('aaaa')] },
    { v: 1, kind: 'cells', cells: [{ x: 1, y: 2, count: 5 }], elsewhere: 3 },
    { v: 1, kind: 'reports', codes: [writeReport(aReport())] },
    { v: 1, kind: 'board' },
  ])
  expect(board).toEqual(emptyLiveBoard(ROOM))
})

it('keeps the first report of each run, and none of another drill', () => {
  const board = all([
    {
      v: 1,
      kind: 'reports',
      codes: [
        writeReport(aReport({ margin: 3 })),
        writeReport(aReport({ margin: 50 })),
        writeReport(aReport({ nonce: 'other001', drill: 'another1' })),
        'not-a-report',
      ],
    },
  ])
  expect(board.reports).toEqual([aReport({ margin: 3 })])
})

it('tells of no cell in which fewer than five are, and of everybody somewhere', () => {
  const anyPlace = fc.option(fc.record({ x: fc.nat({ max: 3 }), y: fc.nat({ max: 3 }) }))
  fc.assert(
    fc.property(fc.array(anyPlace, { maxLength: 80 }), (places) => {
      const { cells, elsewhere } = liveCells(places.map((cell) => ({ cell })))
      const told = places.filter((cell) => cell !== null)
      for (const { x, y, count } of cells) {
        expect(count).toBeGreaterThanOrEqual(LEAST_IN_CELL)
        expect(count).toBe(told.filter((cell) => cell.x === x && cell.y === y).length)
      }
      expect(cells.reduce((sum, { count }) => sum + count, 0) + elsewhere).toBe(told.length)
    }),
  )
})

it('sums up to everybody, whatever came in which order', () => {
  const anyPerson = fc.record({
    nonce: fc.constantFrom('aaaa', 'bbbb', 'cccc', 'dddd'),
    status: fc.constantFrom(...PHONE_STATUSES),
    language: fc.constantFrom('ja', 'vi'),
    isHere: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(fc.array(anyPerson, { maxLength: 5 }), { maxLength: 6 }), (pieces) => {
      const board = all(pieces.map((people) => ({ v: 1, kind: 'people', people })))
      const last = new Map(pieces.flat().map((one) => [one.nonce, one]))
      expect(Object.values(board.byStatus).reduce((sum, count) => sum + count, 0)).toBe(last.size)
      expect(board.gone).toBe([...last.values()].filter(({ isHere }) => !isHere).length)
      for (const one of last.values()) expect(board.people.get(one.nonce)).toEqual(one)
    }),
  )
})
