import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aTideStation } from '#tests/support/a-tide-station.ts'
import { clockLooksWrong } from './clock-looks-wrong.ts'
import { comingTides } from './coming-tides.ts'
import { highTidesBetween } from './high-tides.ts'

const HOUR = 3_600_000
const dateInJapan = (time: number): string => new Date(time + 9 * HOUR).toISOString().slice(0, 10)

describe('the tides to come', () => {
  it('are the rest of today and one of tomorrow, by the days of Japan, to ten minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_000 }), (minutes) => {
        const now = Date.UTC(2024, 0, 1) + minutes * 60_000
        const told = comingTides(aTideStation(), now)
        const tomorrow = dateInJapan(now + 24 * HOUR)
        expect(told.filter(({ day }) => day === 'tomorrow')).toHaveLength(1)
        expect(told.at(-1)?.day).toBe('tomorrow')
        for (const { day, timeMs } of told) {
          expect(timeMs % 600_000).toBe(0)
          expect(dateInJapan(timeMs)).toBe(day === 'tomorrow' ? tomorrow : dateInJapan(now))
          if (day !== 'tomorrow')
            expect(new Date(timeMs + 9 * HOUR).getUTCHours() >= 18).toBe(day === 'tonight')
        }
        const first = highTidesBetween(aTideStation(), now, now + 30 * HOUR)[0]?.timeMs ?? NaN
        expect(Math.abs((told[0]?.timeMs ?? NaN) - first)).toBeLessThanOrEqual(300_000)
      }),
      { numRuns: 60 },
    )
  })
})

it('never call a tide tomorrow’s that is not: where it comes once a day, a day may have none', () => {
  const once = aTideStation({ constituents: [{ name: 'O1', amplitude: 1, phase: 0 }] })
  const without = Array.from({ length: 60 }, (_, days) => Date.UTC(2024, 0, 1 + days, 3)).filter((now) => {
    const told = comingTides(once, now)
    for (const { day, timeMs } of told)
      expect(dateInJapan(timeMs)).toBe(dateInJapan(day === 'tomorrow' ? now + 24 * HOUR : now))
    return told.every(({ day }) => day !== 'tomorrow')
  })
  expect(without.length).toBeGreaterThan(0)
})

describe('a clock', () => {
  it('is wrong when it stands before the data were made, and only then', () => {
    const noon = Date.parse('2026-03-01T12:00:00+09:00')
    expect(clockLooksWrong(noon, '2026-03-02')).toBe(true)
    expect(clockLooksWrong(noon, '2026-03-01')).toBe(false)
    expect(clockLooksWrong(noon, '2026-03')).toBe(false)
    expect(clockLooksWrong(noon, '2026')).toBe(false)
    expect(clockLooksWrong(noon, '2027')).toBe(true)
    expect(clockLooksWrong(noon, null)).toBe(false)
    expect(clockLooksWrong(0, '2025')).toBe(true)
    expect(clockLooksWrong(NaN, null)).toBe(true)
    expect(clockLooksWrong(Date.parse('2025-12-31T23:59:00+09:00'), '2026-01-01')).toBe(true)
    expect(clockLooksWrong(Date.parse('2026-01-01T00:00:00+09:00'), '2026-01-01')).toBe(false)
  })
})
