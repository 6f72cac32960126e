import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestPointOnLine, lineString } from '@turf/turf'
import { TOLERANCES, thinLine } from './thin-line.ts'

type At = readonly [number, number]

/** A walk of steps of some metres that turns at random. */
const anyWalk: fc.Arbitrary<readonly At[]> = fc
  .tuple(
    fc.double({ min: 25, max: 45, noNaN: true }),
    fc.array(fc.tuple(fc.integer({ min: -9, max: 12 }), fc.integer({ min: -9, max: 12 })), {
      minLength: 40,
      maxLength: 400,
      size: 'max',
    }),
  )
  .map(([lat, steps]) => {
    let at: At = [135, lat]
    return steps.map(([east, north]) => (at = [at[0] + east / 1e5, at[1] + north / 1e5]))
  })

describe('a line', () => {
  it('with few corners is left as it is', () => {
    const line: At[] = [
      [130, 33],
      [131, 34],
    ]
    expect(thinLine(line, 2)).toEqual({ ok: true, value: { line, tolerance: 0 } })
  })

  it('is thinned to corners of its own, its ends stay, and no corner lies further off than it says', () => {
    fc.assert(
      fc.property(anyWalk, fc.integer({ min: 10, max: 30 }), (line, most) => {
        const thinned = thinLine(line, most)
        if (!thinned.ok) return
        const { line: thin, tolerance } = thinned.value
        expect(thin.length).toBeLessThanOrEqual(most)
        expect([thin[0], thin.at(-1)]).toEqual([line[0], line.at(-1)])
        const told = new Set(line.map(String))
        expect(thin.every((at) => told.has(String(at)))).toBe(true)
        const drawn = lineString(thin.map((at) => [...at]))
        for (const at of line) {
          const { dist } = nearestPointOnLine(drawn, [...at], { units: 'meters' }).properties
          expect(dist).toBeLessThan(tolerance * 1.01)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is refused when it would become another way, or is too long to look at', () => {
    const zigzag = Array.from({ length: 2000 }, (_, at): At => [130 + at / 1e3, 33 + (at % 2) / 100])
    expect(thinLine(zigzag, 500)).toMatchObject({ ok: false, reason: 'tooLong' })
    expect(
      thinLine(
        Array.from({ length: 10_001 }, (): At => [130, 33]),
        500,
      ),
    ).toMatchObject({ reason: 'tooLong' })
    expect(TOLERANCES.at(-1)).toBe(50)
  })

  it('that winds as badly as can be is still worked off', () => {
    const spiral = Array.from({ length: 10_000 }, (_, at): At => {
      const radius = 0.5 * 0.999 ** at
      return [130 + radius * Math.cos(at / 3), 33 + radius * Math.sin(at / 3)]
    })
    expect(['tooLong', 'thinned']).toContain(thinLine(spiral, 500).ok ? 'thinned' : 'tooLong')
  })
})
