import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTideStation } from '#scripts/sources/drawer/read-tide-station.ts'
import { aTideStation } from '#tests/support/a-tide-station.ts'
import { highTidesBetween } from './high-tides.ts'
import type { TideStation } from './tide-station.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const RADIANS = Math.PI / 180

/**
 * The oracle: a short sum of our own. Longitudes of moon and sun by Meeus (Astronomical Algorithms, 1998, ch. 22, 25, 47),
 * arguments and nodal corrections of Pugh (Tides, Surges and Mean Sea-Level, 1987, tables 4:1 and 4:3).
 */
function sumOf(station: TideStation, timeMs: number): number {
  const T = (timeMs / DAY + 2440587.5 - 2451545) / 36525
  const s = 218.3164477 + 481267.88123421 * T
  const h = 280.46646 + 36000.76983 * T
  const p = 83.3532465 + 4069.0137287 * T
  const N = (125.04452 - 1934.136261 * T) * RADIANS
  const t = 15 * ((timeMs / HOUR) % 24)
  const m2 = { f: 1 - 0.037 * Math.cos(N), u: -2.1 * Math.sin(N) }
  const o1 = { f: 1.009 + 0.187 * Math.cos(N), u: 10.8 * Math.sin(N) - 1.3 * Math.sin(2 * N) }
  const k1 = { f: 1.006 + 0.115 * Math.cos(N), u: -8.9 * Math.sin(N) + 0.7 * Math.sin(2 * N) }
  const k2 = { f: 1.024 + 0.286 * Math.cos(N), u: -17.7 * Math.sin(N) + 0.7 * Math.sin(2 * N) }
  const m3 = { f: m2.f ** 1.5, u: 1.5 * m2.u }
  const none = { f: 1, u: 0 }
  const known: Record<string, readonly [number, { f: number; u: number }]> = {
    M2: [2 * (t - s + h), m2],
    S2: [2 * t, none],
    N2: [2 * t - 3 * s + 2 * h + p, m2],
    K2: [2 * t + 2 * h, k2],
    K1: [t + h + 90, k1],
    O1: [t - 2 * s + h - 90, o1],
    P1: [t - h - 90, none],
    Q1: [t - 3 * s + h + p - 90, o1],
    M3: [3 * (t - s + h) + 180, m3],
  }
  return station.constituents.reduce((sum, { name, amplitude, phase }) => {
    const [argument, { f, u }] = known[name] ?? [NaN, none]
    return sum + f * amplitude * Math.cos((argument + u - phase) * RADIANS)
  }, station.meanLevel)
}

/** High tides found by walking along the sum minute by minute. */
function highsOf(station: TideStation, from: number, to: number): { timeMs: number; metres: number }[] {
  const found = []
  for (let at = from; at <= to; at += MINUTE) {
    const [before, now, after] = [at - MINUTE, at, at + MINUTE].map((time) => sumOf(station, time)) as [number, number, number] // prettier-ignore
    if (now >= before && now > after) found.push({ timeMs: at, metres: now })
  }
  return found
}

/** Only what the oracle knows. */
const MAIN = ['M2', 'S2', 'N2', 'K2', 'K1', 'O1', 'P1', 'Q1']
const only = (station: TideStation, names: readonly string[]): TideStation => ({
  ...station,
  constituents: station.constituents.filter(({ name }) => names.includes(name)),
})

describe('high tides', () => {
  it('are those of an independent sum, to 2 minutes and 2 cm, in any year of this generation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 30 }), (days) => {
        const station = only(aTideStation(), MAIN)
        const from = Date.UTC(2015, 0, 1) + days * DAY
        const [found, wanted] = [highTidesBetween(station, from, from + 2 * DAY), highsOf(station, from, from + 2 * DAY)] // prettier-ignore
        expect(found.length).toBe(wanted.length)
        for (const [index, { timeMs, metres }] of found.entries()) {
          expect(Math.abs(timeMs - (wanted[index]?.timeMs ?? NaN))).toBeLessThan(2.5 * MINUTE)
          expect(Math.abs(metres - (wanted[index]?.metres ?? NaN))).toBeLessThan(0.02)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('counts M3 from noon, as those do who analyse tides', () => {
    const station = { ...only(aTideStation(), []), constituents: [{ name: 'M3', amplitude: 1, phase: 40 }] }
    const from = Date.UTC(2020, 5, 1)
    const [found, wanted] = [highTidesBetween(station, from, from + DAY), highsOf(station, from, from + DAY)]
    expect(found.length).toBe(wanted.length)
    expect(Math.abs((found[0]?.timeMs ?? 0) - (wanted[0]?.timeMs ?? NaN))).toBeLessThan(4 * MINUTE)
  })

  it('come about every 12 hours and 25 minutes where the moon rules', () => {
    const station = only(aTideStation(), ['M2'])
    const times = highTidesBetween(station, 0, 30 * DAY).map(({ timeMs }) => timeMs)
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? NaN))
    for (const gap of gaps) expect(gap / HOUR).toBeCloseTo(12.4206, 2)
  })

  it('lie in the span, ends included, in order, and do not depend on where it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 100 }), (hours, more) => {
        const from = Date.UTC(2024, 0, 1) + hours * HOUR
        const [cut, to] = [from + (more * HOUR) / 2, from + more * HOUR]
        const whole = highTidesBetween(aTideStation(), from, to)
        const parts = [
          ...highTidesBetween(aTideStation(), from, cut),
          ...highTidesBetween(aTideStation(), cut + 1, to),
        ]
        expect(whole.every(({ timeMs }) => timeMs >= from && timeMs <= to)).toBe(true)
        expect(parts.length).toBe(whole.length)
        for (const [index, { timeMs }] of whole.entries())
          expect(Math.abs(timeMs - (parts[index]?.timeMs ?? NaN))).toBeLessThan(MINUTE)
      }),
      { numRuns: 50 },
    )
    expect(highTidesBetween(aTideStation(), 10, 9)).toEqual([])
    expect(highTidesBetween(aTideStation(), NaN, 9)).toEqual([])
  })

  it('at Oura are as high as the tables of the bay: 4 to 6 m at springs, lower at neaps', async () => {
    const read = await readTideStation('data/areas/41207/tide.json', '41207')
    if (read === null) throw new Error('no tide.json')
    // 24 November 2026 is a full moon, 17 November a first quarter.
    const highest = (from: number) =>
      Math.max(...highTidesBetween(read.station, from, from + 3 * DAY).map(({ metres }) => metres))
    const [springs, neaps] = [highest(Date.UTC(2026, 10, 24)), highest(Date.UTC(2026, 10, 17))]
    expect(springs).toBeGreaterThan(4)
    expect(springs).toBeLessThan(6)
    expect(neaps).toBeLessThan(springs - 0.5)
  })
})
