import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyGroup, anyTag, anyToken, aReport } from '#tests/support/a-drill-report.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { readReport, writeReport } from './report-code.ts'
import {
  checkIn,
  emptyRollCall,
  noteHelped,
  readArrival,
  rollCallCsv,
  takeOut,
  writeArrival,
  type Arrival,
  type RollCall,
} from './roll-call.ts'

const anArrival = (change: Partial<Arrival> = {}): Arrival => ({
  v: 1,
  area: '41207',
  drill: 'k3F_9x2Q',
  nonce: 'n0000001',
  site: 'S0001',
  language: 'ne',
  people: 4,
  needHelp: 1,
  group: null,
  ...change,
})
const anyArrival: fc.Arbitrary<Arrival> = fc
  .record({
    nonce: anyToken,
    drill: anyToken,
    area: fc.stringMatching(/^\d{5}$/),
    site: fc.option(fc.stringMatching(/^[A-Za-z0-9:._-]{1,64}$/)),
    language: anyTag,
    people: fc.integer({ min: 1, max: 99 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    group: anyGroup,
  })
  .map(({ share, ...rest }) => ({ v: 1, ...rest, needHelp: Math.floor(rest.people * share) }))

const empty = emptyRollCall('k3F_9x2Q', '41207', 'S0001')
const withAll = (arrivals: readonly Arrival[]): RollCall => {
  let roll = empty
  for (const arrival of arrivals) {
    const done = checkIn(freezeDeep(roll), arrival)
    if (done.ok) roll = done.value
  }
  return roll
}

describe('the code of an arrival', () => {
  it('is read as what was written, and is never taken for a report', () => {
    fc.assert(
      fc.property(anyArrival, (arrival) => {
        const code = writeArrival(arrival)
        expect(readArrival(code)).toEqual({ ok: true, value: arrival })
        expect(readReport(code)).toEqual({ ok: false, reason: 'otherKind', detail: 'arrival' })
      }),
    )
    expect(readArrival(writeReport(aReport()))).toMatchObject({ reason: 'otherKind' })
  })

  it('is not made of what none can be', () => {
    for (const change of [{ people: 0 }, { people: 100 }, { needHelp: 5 }, { needHelp: -1 }, { site: 'あ' }])
      expect(() => writeArrival(anArrival(change))).toThrow()
  })
})

describe('a reception', () => {
  it('counts each arrival once, and who still needs help', () => {
    const mine = anyArrival.map((one) => ({ ...one, drill: 'k3F_9x2Q', area: '41207', site: null }))
    fc.assert(
      fc.property(fc.array(mine, { maxLength: 20 }), (arrivals) => {
        const roll = withAll([...arrivals, ...arrivals])
        const once = [...new Map(arrivals.toReversed().map((one) => [one.nonce, one])).values()]
        expect(roll.arrivals).toHaveLength(once.length)
        expect(roll.people).toBe(once.reduce((sum, { people }) => sum + people, 0))
        expect(roll.needHelp).toBe(once.reduce((sum, { needHelp }) => sum + needHelp, 0))
        let now = roll
        for (const { arrival } of roll.arrivals) {
          const done = noteHelped(now, arrival.nonce, arrival.needHelp)
          if (done.ok) now = done.value
        }
        expect([now.needHelp, now.people]).toEqual([0, roll.people])
        for (const { nonce } of once) now = takeOut(now, nonce)
        expect(now).toEqual(empty)
      }),
    )
  })

  it('refuses what belongs elsewhere', () => {
    const roll = withAll([anArrival()])
    const reason = (change: Partial<Arrival>) => {
      const done = checkIn(roll, anArrival({ nonce: 'n0000002', ...change }))
      return done.ok ? null : done.reason
    }
    expect(reason({})).toBeNull()
    expect(reason({ site: null })).toBeNull()
    expect(reason({ site: 'S0002' })).toBe('otherSite')
    expect(reason({ drill: 'other000' })).toBe('otherDrill')
    expect(reason({ area: '41208' })).toBe('otherDrill')
    expect(reason({ nonce: 'n0000001', people: 9 })).toBe('twice')
    expect(noteHelped(roll, 'n0000001', 2)).toMatchObject({ reason: 'badValue' })
    expect(noteHelped(roll, 'n0000001', 0.5)).toMatchObject({ reason: 'badValue' })
    expect(noteHelped(roll, 'gone0000', 1)).toMatchObject({ reason: 'notThere' })
    expect(takeOut(roll, 'gone0000')).toEqual(roll)
  })

  it('has a file without nonces, and without formulas', () => {
    const csv = rollCallCsv(
      withAll([anArrival({ group: '＝1' }), anArrival({ nonce: 'n0000002', group: '=1' })]),
    )
    expect(csv).toBe("\uFEFFpeople,needHelp,language,group\r\n4,1,ne,'＝1\r\n4,1,ne,'=1\r\n")
  })
})
