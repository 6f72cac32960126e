import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PACES } from '../plan/walking.ts'
import { SLOPE_UNKNOWN } from './graph.ts'
import { decisecondsFor, PROFILES, slopeFactor, walkerOf } from './profiles.ts'

describe('somebody who walks', () => {
  it('has the speed of the one table, slower by night', () => {
    expect(PROFILES.map((profile) => walkerOf(profile).speed)).toEqual([1000, 720, 500, 900, 1000, 500])
    expect(PROFILES.map((profile) => walkerOf(profile, { night: true }).speed)).toEqual([
      800, 576, 400, 720, 800, 400,
    ])
    for (const profile of PROFILES) expect(walkerOf(profile).speed).toBe(Math.round(PACES[profile] * 1000))
  })

  it('has the own measured speed where there is one, also slower by night', () => {
    expect(walkerOf('older', { measured: 0.6543 }).speed).toBe(654)
    expect(walkerOf('older', { measured: 1, night: true }).speed).toBe(800)
    expect(walkerOf('adult', { measured: 0.0001 }).speed).toBe(1)
    expect(() => walkerOf('adult', { measured: 0 })).toThrow(RangeError)
    expect(() => walkerOf('adult', { measured: NaN })).toThrow(RangeError)
  })

  it('climbs steps but in a wheelchair, and is not slowed twice by slopes', () => {
    expect(PROFILES.filter((profile) => !walkerOf(profile).climbs)).toEqual(['wheelchair'])
    expect(PROFILES.filter((profile) => !walkerOf(profile).slowedBySlopes)).toEqual(['older'])
    expect(walkerOf('older', { measured: 0.8 }).slowedBySlopes).toBe(true)
  })
})

describe('a slope', () => {
  /** Tobler's hiking function itself, beside its value on level ground; nobody is faster than there. */
  const tobler = (percent: number): number =>
    1000 * Math.max(1, Math.exp(3.5 * Math.abs(percent / 100 + 0.05)) / Math.exp(3.5 * 0.05))

  it('takes at least as long as Tobler says, and at most 1 % longer', () => {
    for (let percent = -50; percent <= 40; percent += 1) {
      expect(slopeFactor(percent)).toBeGreaterThanOrEqual(tobler(percent))
      expect(slopeFactor(percent)).toBeLessThanOrEqual(tobler(percent) * 1.01)
    }
  })

  it('counts as level when it is not known, and is no steeper than 40 %', () => {
    expect(slopeFactor(SLOPE_UNKNOWN)).toBe(1000)
    expect(slopeFactor(0)).toBe(1000)
    expect(slopeFactor(127)).toBe(slopeFactor(40))
    expect(slopeFactor(-127)).toBe(slopeFactor(40))
  })
})

describe('the time for a piece', () => {
  it('is rounded up to whole deciseconds', () => {
    expect(decisecondsFor(100, 1000, walkerOf('adult'))).toBe(100)
    expect(decisecondsFor(1, 1000, walkerOf('older'))).toBe(2)
    expect(decisecondsFor(0, 2000, walkerOf('older'))).toBe(0)
  })

  it('is that of whole numbers without end, whatever the lengths', () => {
    const whole = fc.integer({ min: 0, max: 2 ** 32 - 1 })
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 1000, max: 4056 }),
        fc.integer({ min: 1, max: 5000 }),
        (length, factor, speed) => {
          const exact = (BigInt(length) * BigInt(factor) + BigInt(speed) - 1n) / BigInt(speed)
          expect(decisecondsFor(length, factor, { ...walkerOf('adult'), speed })).toBe(Number(exact))
        },
      ),
    )
  })
})
