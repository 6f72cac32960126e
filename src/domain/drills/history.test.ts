import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyToken } from '#tests/support/a-drill-report.ts'
import { TIMELINE_HAZARDS } from '../timeline/trigger.ts'
import { OUTCOMES } from './drill-run.ts'
import {
  forgetDrill,
  marginsOverTime,
  MOST_RECORDS,
  NO_DRILLS,
  noteDrill,
  parseHistory,
  type DrillHistory,
  type DrillRecord,
} from './history.ts'
import { DRILL_MODES } from './scenario.ts'
import { isTooSure, shiftOf } from './self-rating.ts'

const aRecord = (change: Partial<DrillRecord> = {}): DrillRecord => ({
  nonce: 'n0000001',
  at: 1_780_239_600_000,
  area: '41207',
  scenario: 'typhoon-night',
  hazard: 'flood',
  mode: 'walk',
  outcome: 'arrived',
  margin: 12.4,
  prepared: 20,
  speed: 0.9,
  metres: 850,
  rating: { before: 4, after: 2 },
  proposed: 3,
  accepted: 1,
  ...change,
})
const minutes = fc.option(fc.double({ min: -600, max: 600, noNaN: true }).map((one) => one || 0))
const anyRecord: fc.Arbitrary<DrillRecord> = fc
  .record({
    nonce: anyToken,
    at: fc.nat({ max: 1000 }),
    area: fc.stringMatching(/^\d{5}$/),
    scenario: fc.string({ minLength: 1, maxLength: 64 }),
    hazard: fc.constantFrom(...TIMELINE_HAZARDS),
    mode: fc.constantFrom(...DRILL_MODES),
    outcome: fc.constantFrom(...OUTCOMES),
    margin: minutes,
    prepared: minutes,
    speed: fc.option(fc.double({ min: 0, max: 3, noNaN: true }).map((one) => one || 0)),
    metres: fc.nat(),
    rating: fc.record({
      before: fc.option(fc.constantFrom(1, 2, 3, 4, 5)),
      after: fc.option(fc.constantFrom(1, 2, 3, 4, 5)),
    }),
    proposed: fc.integer({ min: 5, max: 9 }),
    accepted: fc.nat({ max: 5 }),
  })
  .map((one) => ({ ...one, metres: one.metres % 100_000 }))

const noted = (records: readonly DrillRecord[]): DrillHistory => {
  let history = NO_DRILLS
  for (const record of records) history = noteDrill(history, record)
  return history
}

describe('the history of drills', () => {
  it('is read again as it was kept, each drill once, the oldest first', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 30 }), (records) => {
        const history = noted(records)
        expect(parseHistory(JSON.parse(JSON.stringify(history)))).toEqual({ ok: true, value: history })
        const last = new Map(records.map((record) => [record.nonce, record]))
        expect(new Set(history.records)).toEqual(new Set(last.values()))
        expect(history.records.map(({ at }) => at)).toEqual(
          [...last.values()].map(({ at }) => at).sort((a, b) => a - b),
        )
        const [first] = history.records
        if (first !== undefined)
          expect(forgetDrill(history, first.nonce).records).toEqual(history.records.slice(1))
      }),
    )
  })

  it('lets the oldest go when it is full', () => {
    const many = Array.from({ length: MOST_RECORDS + 2 }, (_, at) => aRecord({ nonce: `n000${at}`, at }))
    const { records } = noted(many)
    expect([records.length, records[0]?.at, records.at(-1)?.at]).toEqual([MOST_RECORDS, 2, MOST_RECORDS + 1])
    expect(parseHistory(noted(many))).toMatchObject({ ok: true })
  })

  it('is refused whole when something of it does not hold', () => {
    const whole = noted([aRecord(), aRecord({ nonce: 'n0000002', at: 1_780_239_700_000 })])
    const broken = (change: object, detail: string) =>
      expect(parseHistory({ ...whole, ...change })).toEqual({ ok: false, reason: 'brokenHistory', detail })
    broken({ records: [aRecord(), aRecord()] }, 'nonces')
    broken({ records: whole.records.toReversed() }, 'order')
    broken({ records: [{ ...aRecord(), home: [130, 33] }] }, 'records.0.home')
    broken({ records: [{ ...aRecord(), outcome: 'safe' }] }, 'records.0.outcome')
    broken({ records: Array.from({ length: MOST_RECORDS + 1 }, () => aRecord()) }, 'records')
    expect(parseHistory({ ...whole, records: [aRecord({ accepted: 4 })] })).toMatchObject({
      reason: 'brokenHistory',
    })
    expect(parseHistory({ ...whole, version: 2 })).toMatchObject({ reason: 'newerVersion' })
    for (const other of [null, [], 'x', {}, { format: 'minna-plan', version: 1 }, { ...whole, version: 0 }])
      expect(parseHistory(other)).toMatchObject({ reason: 'notAHistory' })
  })
})

describe('minutes to spare over time', () => {
  const trend = (...margins: readonly (number | null)[]) =>
    marginsOverTime(
      noted(margins.map((margin, at) => aRecord({ nonce: `n000${at}`, at, margin }))),
      'flood',
      'walk',
    )

  it('are compared drill by drill, in whole minutes, and never with what is not known', () => {
    expect(trend().trend).toBe('first')
    expect(trend(3).trend).toBe('first')
    expect(trend(3, 9).trend).toBe('more')
    expect(trend(9, 3).trend).toBe('less')
    expect(trend(3.1, 3.9).trend).toBe('same')
    expect(trend(3, null).trend).toBe('notKnown')
    expect(trend(null, 3).trend).toBe('notKnown')
    expect(trend(3, null, -4)).toMatchObject({ best: 3, worst: -4, points: [{}, { margin: null }, {}] })
    expect(trend(null)).toMatchObject({ best: null, worst: null })
  })

  it('are those of one danger and one kind of drill', () => {
    const history = noted([
      aRecord(),
      aRecord({ nonce: 'n0000002', mode: 'table' }),
      aRecord({ nonce: 'n0000003', hazard: 'tsunami' }),
    ])
    expect(marginsOverTime(history, 'flood', 'walk').points.map(({ nonce }) => nonce)).toEqual(['n0000001'])
  })
})

describe('a rating by oneself', () => {
  it('goes down, up or stays, when both were given', () => {
    expect(shiftOf({ before: 4, after: 2 })).toBe('lower')
    expect(shiftOf({ before: 2, after: 4 })).toBe('higher')
    expect(shiftOf({ before: 3, after: 3 })).toBe('same')
    expect(shiftOf({ before: null, after: 3 })).toBe('notTold')
    expect(shiftOf({ before: 3, after: null })).toBe('notTold')
  })

  it('is too sure only after a drill that went wrong', () => {
    const sure = { before: null, after: 4 } as const
    expect(isTooSure(sure, { outcome: 'caught', margin: null })).toBe(true)
    expect(isTooSure(sure, { outcome: 'arrived', margin: -1 })).toBe(true)
    expect(isTooSure(sure, { outcome: 'arrived', margin: null })).toBe(false)
    expect(isTooSure(sure, { outcome: 'unknown', margin: null })).toBe(false)
    expect(isTooSure({ before: 5, after: 3 }, { outcome: 'caught', margin: -9 })).toBe(false)
  })
})
