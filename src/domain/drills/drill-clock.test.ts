import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isPaused,
  minuteAt,
  momentOf,
  pauseClock,
  resumeClock,
  speedOf,
  startClock,
  turnClock,
  type DrillClock,
} from './drill-clock.ts'

const NOON = 1_795_000_000_000
const SECOND = 1000

/** A clock that was turned some times, and each second of its life by hand: the oracle adds up what each second brings. */
const anyLife = fc
  .record({
    first: fc.integer({ min: 0, max: 60 }),
    turns: fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.constantFrom(0, 1, 6, 60)), {
      maxLength: 5,
    }),
    asked: fc.integer({ min: 0, max: 600 }),
  })
  .map(({ first, turns, asked }) => {
    const inOrder = turns.toSorted(([a], [b]) => a - b)
    const clock = inOrder.reduce<DrillClock>(
      (last, [second, speed]) => turnClock(last, NOON + second * SECOND, speed),
      startClock(NOON, first),
    )
    return { first, inOrder, asked, clock }
  })

describe('the clock of a drill', () => {
  it('is as many minutes on as its seconds brought', () => {
    fc.assert(
      fc.property(anyLife, ({ first, inOrder, asked, clock }) => {
        let minutes = 0
        for (let second = 0; second < asked; second += 1) {
          const speed = inOrder.findLast(([at]) => at <= second)?.[1] ?? first
          minutes += speed / 60
        }
        expect(minuteAt(clock, NOON + asked * SECOND)).toBeCloseTo(minutes, 6)
      }),
    )
  })

  it('never goes back, and finds the moment of each of its minutes', () => {
    fc.assert(
      fc.property(anyLife, fc.integer({ min: 0, max: 600 }), ({ asked, clock }, later) => {
        const [now, then] = [NOON + asked * SECOND, NOON + (asked + later) * SECOND]
        const minute = minuteAt(clock, now)
        expect(minuteAt(clock, then)).toBeGreaterThanOrEqual(minute)
        const moment = momentOf(clock, minute)
        expect(moment).not.toBeNull()
        expect(minuteAt(clock, moment ?? 0)).toBeCloseTo(minute, 6)
        expect(moment).toBeLessThanOrEqual(now + 0.01)
      }),
    )
  })

  it('stands still at a pause, and goes on as fast as before', () => {
    const clock = startClock(NOON, 6)
    const paused = pauseClock(clock, NOON + 60 * SECOND)
    expect([isPaused(clock), isPaused(paused)]).toEqual([false, true])
    expect(minuteAt(paused, NOON + 3600 * SECOND)).toBe(6)
    expect(momentOf(paused, 7)).toBeNull()
    const resumed = resumeClock(paused, NOON + 3600 * SECOND)
    expect(minuteAt(resumed, NOON + 3660 * SECOND)).toBe(12)
    expect(momentOf(resumed, 12)).toBe(NOON + 3660 * SECOND)
    expect(pauseClock(paused, NOON + 99 * SECOND)).toBe(paused)
    expect(resumeClock(resumed, NOON + 9999 * SECOND)).toBe(resumed)
  })

  it('waits at 0 for its beginning, and is not taken back with the clock of the phone', () => {
    const clock = startClock(NOON, 1)
    expect(minuteAt(clock, NOON - 60 * SECOND)).toBe(0)
    const turned = turnClock(clock, NOON + 120 * SECOND, 6)
    const again = turnClock(turned, NOON + 30 * SECOND, 0)
    expect(minuteAt(again, NOON + 3600 * SECOND)).toBe(2)
  })

  it('runs as fast as the scenario, but for people on foot', () => {
    expect([
      speedOf({ speed: 12 }, 'table'),
      speedOf({ speed: 12 }, 'class'),
      speedOf({ speed: 12 }, 'walk'),
    ]).toEqual([12, 12, 1])
    for (const speed of [NaN, -1, Infinity]) expect(() => startClock(NOON, speed)).toThrow(RangeError)
  })
})
