import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, FEED_ISSUED } from '#tests/support/a-closure.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { Closure } from './closure.ts'
import { closuresOnLine } from './closures-on-line.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { metresToClosure } from './metres-to-closure.ts'

/** About 9.6 m of longitude and 11.1 m of latitude. */
const STEP = 0.0001
/** Eastward along 30° N, 960 m. */
const LINE: readonly LngLat[] = [[135, 30], [135.005, 30], [135.01, 30]] // prettier-ignore
const touches = (changes: Partial<Closure>, now = FEED_ISSUED, line = LINE) =>
  closuresOnLine(line, [aClosure(changes)], 'foot', now).length === 1
const lineAt = (...lines: readonly (readonly LngLat[])[]) => ({ shape: { kind: 'line', lines } }) as const
const pointAt = (...at: LngLat) => ({ shape: { kind: 'point', at } }) as const
const ringAround = (west: number, south: number, east: number, north: number) =>
  ({ shape: { kind: 'area', rings: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] } }) as const // prettier-ignore

describe('closures on a drawn line', () => {
  it('lie along it, across it, or up to 12 m beside it', () => {
    expect(touches(lineAt([[135.002, 30 + STEP], [135.003, 30 + STEP]]))).toBe(true) // prettier-ignore
    expect(touches(lineAt([[135.002, 30 + 1.2 * STEP], [135.003, 30 + 1.2 * STEP]]))).toBe(false) // prettier-ignore
    expect(touches(lineAt([[135.002, 29.99], [135.002, 30.01]]))).toBe(true) // prettier-ignore
    expect(touches(lineAt([[135.002, 30.01], [135.002, 30.02]], [[135.011, 30], [135.0098, 30]]))).toBe(true) // prettier-ignore
  })

  it('are none that it meets only where they end: every way around a closed road passes its junctions', () => {
    const detour: readonly LngLat[] = [[135, 30], [135.005, 30], [135.005, 30.003], [135.01, 30.003], [135.01, 30], [135.015, 30]] // prettier-ignore
    const shut = lineAt([[135.005, 30], [135.01, 30]]) // prettier-ignore
    expect(touches(shut, FEED_ISSUED, detour)).toBe(false)
    expect(touches(shut, FEED_ISSUED, [[135, 30], [135.0053, 30]])).toBe(true) // prettier-ignore
    // One that is shorter than a junction is wide has no middle.
    expect(touches(lineAt([[135.005, 30], [135.0053, 30]]), FEED_ISSUED, detour)).toBe(true) // prettier-ignore
  })

  it('are points up to 30 m beside it', () => {
    expect(touches(pointAt(135.002, 30 + 2.6 * STEP))).toBe(true)
    expect(touches(pointAt(135.002, 30 + 2.8 * STEP))).toBe(false)
  })

  it('are areas that it enters, or in which it lies whole', () => {
    expect(touches(ringAround(135.004, 29.999, 135.006, 30.001))).toBe(true)
    expect(touches(ringAround(134, 29, 136, 31))).toBe(true)
    expect(touches(ringAround(135.004, 30.001, 135.006, 30.002))).toBe(false)
  })

  it('are those in force, and those that may keep somebody on foot from passing', () => {
    const on = lineAt(LINE)
    expect(touches({ ...on, start: FEED_ISSUED + 1 })).toBe(false)
    expect(touches({ ...on, end: FEED_ISSUED })).toBe(false)
    expect(touches({ ...on, status: 'lifted' })).toBe(false)
    expect(touches({ ...on, access: { ...aClosure().access, foot: true } })).toBe(false)
    expect(touches({ ...on, reason: 'event', access: { ...aClosure().access, foot: null } })).toBe(true)
    const access = { ...aClosure().access, foot: true, wheelchair: false }
    expect(closuresOnLine(LINE, [aClosure({ ...on, access })], 'wheelchair', FEED_ISSUED)).toHaveLength(1)
  })

  it('is none on a line without a corner, and one on a line of a single one', () => {
    expect(touches(lineAt(LINE), FEED_ISSUED, [])).toBe(false)
    expect(touches(lineAt(LINE), FEED_ISSUED, [[135.002, 30]])).toBe(true)
  })

  it('is what walking it step by step finds', () => {
    const near = fc.tuple(fc.nat(60), fc.nat(60)).map(([x, y]): LngLat => [135 + x * STEP, 30 + y * STEP])
    const some = fc.array(near, { minLength: 2, maxLength: 4 })
    const shape = fc.oneof(
      some.map((line): Closure['shape'] => ({ kind: 'line', lines: [line] })),
      fc
        .array(near, { minLength: 3, maxLength: 5 })
        .map((ring): Closure['shape'] => ({ kind: 'area', rings: [[...ring, ring[0] ?? [135, 30]]] })),
    )
    let [on, off] = [0, 0]
    fc.assert(
      fc.property(some, shape, (line, of) => {
        const closure = aClosure({ shape: of.kind === 'line' ? withoutEnds(of.lines) : of })
        const least = Math.min(...walk(line).map((at) => metresToClosure(closure, at)))
        const found = closuresOnLine(line, [aClosure({ shape: of })], 'foot', FEED_ISSUED).length === 1
        // What lies within a hair of the limit may be told either way.
        if (least < 11.9) expect(found).toBe(true)
        if (least > 12.6) expect(found).toBe(false)
        if (found) on += 1
        else off += 1
      }),
      { numRuns: 400 },
    )
    expect(Math.min(on, off)).toBeGreaterThan(20)
  })
})

/** Spots along a line, a metre apart or less. */
const walk = (line: readonly LngLat[]): readonly LngLat[] =>
  line.flatMap((end, index) => {
    const from = line[index - 1] ?? end
    return Array.from({ length: 900 }, (_, step): LngLat => {
      const share = (step + 1) / 900
      return [from[0] + (end[0] - from[0]) * share, from[1] + (end[1] - from[1]) * share]
    })
  })

/** The lines without what is less than 15 m from an end, some metres at a time; short ones whole. */
const withoutEnds = (lines: readonly (readonly LngLat[])[]): Closure['shape'] => ({
  kind: 'line',
  lines: lines.map((line) => {
    const far: number[] = []
    const spots = walk(line)
    for (const [index, spot] of spots.entries())
      far.push((far.at(-1) ?? 0) + metresBetween(spots[index - 1] ?? spot, spot))
    const whole = far.at(-1) ?? 0
    if (whole < 45) return line
    const kept = spots.filter((_, index) => (far[index] ?? 0) >= 15 && (far[index] ?? 0) <= whole - 15)
    return kept.filter((_, index) => index % 30 === 0 || index === kept.length - 1)
  }),
})
