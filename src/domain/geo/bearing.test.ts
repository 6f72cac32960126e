import { rhumbBearing } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearing, COMPASS_POINTS, compassPoint } from './bearing.ts'

describe('a bearing', () => {
  it('is north at 0, and goes round clockwise', () => {
    const from = [130, 33] as const
    expect(bearing(from, [130, 33.1])).toBeCloseTo(0, 6)
    expect(bearing(from, [130.1, 33])).toBeCloseTo(90, 0)
    expect(bearing(from, [130, 32.9])).toBeCloseTo(180, 6)
    expect(bearing(from, [129.9, 33])).toBeCloseTo(270, 0)
  })

  it('is at least 0 and below 360, and over short ways that of a straight line on a sea chart', () => {
    const near = fc.double({ min: -0.02, max: 0.02, noNaN: true })
    fc.assert(
      fc.property(near, near, (east, north) => {
        fc.pre(Math.abs(east) + Math.abs(north) > 1e-4)
        const to = [130.1 + east, 33.1 + north] as const
        const found = bearing([130.1, 33.1], to)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThan(360)
        const chart = (rhumbBearing([130.1, 33.1], [...to]) + 360) % 360
        expect(Math.abs(((found - chart + 540) % 360) - 180)).toBeLessThan(0.1)
      }),
    )
  })
})

describe('the compass', () => {
  it('has eight points, each for the 45 degrees around it', () => {
    expect(COMPASS_POINTS.map((_, index) => compassPoint(index * 45))).toEqual([...COMPASS_POINTS])
    fc.assert(
      fc.property(fc.double({ min: -720, max: 720, noNaN: true }), (degrees) => {
        const middle = COMPASS_POINTS.indexOf(compassPoint(degrees)) * 45
        expect(Math.abs(((((degrees - middle + 180) % 360) + 360) % 360) - 180)).toBeLessThanOrEqual(
          22.5 + 1e-9,
        )
      }),
    )
  })

  it('gives what lies midway to the next one clockwise', () => {
    expect([22.4999, 22.5, 337.5, 359.9, 360].map(compassPoint)).toEqual(['n', 'ne', 'n', 'n', 'n'])
  })
})
