import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addReports, emptyBoard } from './board.ts'
import {
  keepBoard,
  keepDesk,
  keepRoll,
  mergeBoards,
  mergeRolls,
  parseBoard,
  parseDesk,
  parseRoll,
  withoutReports,
  type DrillKey,
} from './kept-board.ts'
import { writeReport } from './report-code.ts'
import { checkIn, emptyRollCall, noteHelped, writeArrival, type Arrival, type RollCall } from './roll-call.ts'
import { anyReport, anyTag, anyToken, aReport } from '#tests/support/a-drill-report.ts'

const KEY: DrillKey = { drill: 'k3F_9x2Q', area: '41207' }
const ofDrill = (reports: readonly ReturnType<typeof aReport>[]) =>
  addReports(
    emptyBoard(KEY.drill, KEY.area),
    reports.map((one) => ({ ...one, ...KEY })),
  ).board
const anyBoard = fc.array(anyReport, { maxLength: 20 }).map(ofDrill)

const anArrival = (changes: Partial<Arrival> = {}): Arrival => ({
  v: 1,
  ...KEY,
  nonce: 'a0000001',
  site: 'school',
  language: 'vi',
  people: 3,
  needHelp: 2,
  group: null,
  ...changes,
})
const rollOf = (arrivals: readonly Arrival[], helped: readonly number[] = []): RollCall =>
  arrivals.reduce(
    (roll, arrival, index) => {
      const added = checkIn(roll, arrival)
      if (!added.ok) return roll
      const noted = noteHelped(added.value, arrival.nonce, helped[index] ?? 0)
      return noted.ok ? noted.value : added.value
    },
    emptyRollCall(KEY.drill, KEY.area, 'school'),
  )
const anyRoll = fc
  .array(
    fc.record({
      nonce: anyToken,
      language: anyTag,
      people: fc.integer({ min: 5, max: 99 }),
      needHelp: fc.integer({ min: 0, max: 5 }),
      site: fc.constantFrom('school', null),
      helped: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 15 },
  )
  .map((all) =>
    rollOf(
      all.map(({ helped: _, ...one }) => anArrival(one)),
      all.map(({ helped, needHelp }) => Math.min(helped, needHelp)),
    ),
  )

/** What a shelf gives back. */
const shelved = (value: unknown): unknown => structuredClone(value)

describe('a kept board', () => {
  it('is read as it was', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        expect(parseBoard(shelved(keepBoard(board)), KEY)).toEqual({ ok: true, value: board })
      }),
    )
  })

  it.each([
    ['nothing', null],
    ['a text', 'board'],
    ['a list', []],
    ['another version', { ...(keepBoard(ofDrill([aReport()])) as object), version: 2 }],
    ['something more', { ...(keepBoard(ofDrill([aReport()])) as object), more: 1 }],
    ['another drill', keepBoard(emptyBoard('other-drill', KEY.area))],
    ['another area', keepBoard(emptyBoard(KEY.drill, '99201'))],
    ['no codes', { ...(keepBoard(ofDrill([])) as object), reports: 'nothing\n' }],
    ['one spoilt code', { ...(keepBoard(ofDrill([])) as object), reports: `${writeReport(aReport())}x\n` }],
    [
      'a report of another drill',
      { ...(keepBoard(ofDrill([])) as object), reports: writeReport(aReport({ drill: 'other-drill' })) },
    ],
    [
      'one report twice',
      { ...(keepBoard(ofDrill([])) as object), reports: `${writeReport(aReport())}\n`.repeat(2) },
    ],
    ['an arrival', { ...(keepBoard(ofDrill([])) as object), reports: writeArrival(anArrival()) }],
  ])('is refused whole: %s', (_, value) => {
    expect(parseBoard(value, KEY)).toMatchObject({ ok: false, reason: 'brokenBoard' })
  })

  it('takes any value without a throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseBoard(value, KEY).ok).toBe(false)
        expect(parseRoll(value, KEY, 'school').ok).toBe(false)
        expect(parseDesk(value).ok).toBe(false)
      }),
    )
  })

  it('merges by nonce, and what is taken back is gone', () => {
    fc.assert(
      fc.property(anyBoard, anyBoard, (first, second) => {
        const both = mergeBoards(first, second)
        const nonces = both.reports.map(({ nonce }) => nonce)
        expect(new Set(nonces)).toEqual(
          new Set([...first.reports, ...second.reports].map(({ nonce }) => nonce)),
        )
        expect(new Set(nonces).size).toBe(nonces.length)
        const own = new Set(first.reports.map(({ nonce }) => nonce))
        expect(withoutReports(both, own).reports).toEqual(both.reports.filter(({ nonce }) => !own.has(nonce)))
      }),
    )
  })
})

describe('a kept reception', () => {
  it('is read as it was', () => {
    fc.assert(
      fc.property(anyRoll, (roll) => {
        expect(parseRoll(shelved(keepRoll(roll)), KEY, 'school')).toEqual({ ok: true, value: roll })
      }),
    )
  })

  const document = (arrivals: string) => ({ ...(keepRoll(rollOf([])) as object), arrivals })
  const code = writeArrival(anArrival())
  it.each([
    ['another site', keepRoll(emptyRollCall(KEY.drill, KEY.area, 'park'))],
    ['more helped than need it', document(`${code} 3\n`)],
    ['fewer than none', document(`${code} -1\n`)],
    ['no number', document(`${code}\n`)],
    ['a line that does not end', document(`${code} 1`)],
    ['one twice', document(`${code} 1\n${code} 2\n`)],
    ['an arrival for another site', document(`${writeArrival(anArrival({ site: 'park' }))} 0\n`)],
    ['a report', document(`${writeReport(aReport())} 0\n`)],
  ])('is refused whole: %s', (_, value) => {
    expect(parseRoll(value, KEY, 'school')).toMatchObject({ ok: false, reason: 'brokenRoll' })
  })

  it('merges by nonce; help that was given stands', () => {
    const here = rollOf([anArrival(), anArrival({ nonce: 'a0000002' })], [1, 0])
    const there = rollOf([anArrival({ nonce: 'a0000002' }), anArrival({ nonce: 'a0000003' })], [2, 0])
    const both = mergeRolls(here, there)
    expect(both.arrivals.map(({ arrival, helped }) => [arrival.nonce, helped])).toEqual([
      ['a0000001', 1],
      ['a0000002', 2],
      ['a0000003', 0],
    ])
    expect([both.people, both.needHelp]).toEqual([9, 3])
  })
})

describe('what the organiser was at', () => {
  it.each([
    { drill: null, site: null },
    { drill: KEY, site: { drill: KEY.drill, id: 'school' } },
  ])('is read as it was: %o', (desk) => {
    expect(parseDesk(shelved(keepDesk(desk)))).toEqual({ ok: true, value: desk })
  })

  it('is refused where a token can be none', () => {
    expect(parseDesk(keepDesk({ drill: { drill: '=1+1', area: '41207' }, site: null })).ok).toBe(false)
  })
})
