import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { departureOf } from './departure.ts'

const MINUTE = 60_000
/** 2026-07-01 13:30 in Japan. */
const ASKED = Date.UTC(2026, 6, 1, 4, 30)

describe('when to leave', () => {
  it('is a whole minute on the clock, the one before the moment', () => {
    const departure = departureOf(50.9 * 600, ASKED, ASKED)
    expect(departure).toEqual({ kind: 'leave', by: ASKED + 50 * MINUTE, minutes: 50, slack: 'over30' })
  })

  it('comes nearer as time goes by', () => {
    const departure = departureOf(50 * 600, ASKED, ASKED + 44.5 * MINUTE)
    expect(departure).toEqual({ kind: 'leave', by: ASKED + 50 * MINUTE, minutes: 5, slack: 'under10' })
    expect(departureOf(50 * 600, ASKED, ASKED + 50 * MINUTE)).toMatchObject({ kind: 'leave', minutes: 0 })
    expect(departureOf(50 * 600, ASKED, ASKED + 50 * MINUTE + 1)).toEqual({ kind: 'tooLate' })
  })

  it('is not told where nothing was assumed, and not where the water never closes the way', () => {
    expect(departureOf(null, ASKED, ASKED)).toEqual({ kind: 'notAsked' })
    expect(departureOf(Infinity, ASKED, ASKED)).toEqual({ kind: 'notTouched' })
  })

  it.each([-1, -Infinity, NaN])('is too late for %s', (leaveBy) => {
    expect(departureOf(leaveBy, ASKED, ASKED)).toEqual({ kind: 'tooLate' })
  })

  it('is never later than was reckoned', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 200_000 }), fc.nat(9_000_000), (leaveBy, later) => {
        const departure = departureOf(leaveBy, ASKED, ASKED + later)
        const end = ASKED + leaveBy * 100
        if (departure.kind === 'leave') {
          expect(departure.by).toBeLessThanOrEqual(end)
          expect(ASKED + later + departure.minutes * MINUTE).toBeLessThanOrEqual(end)
        } else expect(end).toBeLessThan(ASKED + later + MINUTE)
      }),
    )
  })
})
