import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInside } from '#domain/geo/lng-lat.ts'
import {
  centreLimits,
  clampInto,
  metresPerPixelAt,
  minZoomFor,
  overlap,
  tileBounds,
  tileZoomAt,
} from './camera-limits.ts'

const BOX = [130, 33, 130.2, 33.1] as const

describe('the limits of the camera', () => {
  it('keeps the centre inside the area and a margin', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        (lng, lat) => {
          const clamped = clampInto(centreLimits(BOX), [lng, lat])
          expect(isInside(clamped, centreLimits(BOX))).toBe(true)
          if (isInside([lng, lat], BOX)) expect(clamped).toEqual([lng, lat])
        },
      ),
    )
  })

  it('lets one zoom out until the whole area fits, but not to where there are no tiles', () => {
    expect(minZoomFor(11)).toBeLessThan(11)
    expect(minZoomFor(3)).toBe(8)
  })

  it('knows the metres of a pixel: 40,075 km on 512 pixels at the equator', () => {
    expect(metresPerPixelAt(0, 0) * 512).toBeCloseTo(40_075_016.7, 0)
    expect(metresPerPixelAt(60, 1) / metresPerPixelAt(0, 0)).toBeCloseTo(0.25, 6)
  })

  it('knows which tiles are drawn: beyond the deepest the deepest', () => {
    expect([9.9, 10, 13.99, 14, 17].map((zoom) => tileZoomAt(zoom, { min: 10, max: 14 }))).toEqual([
      10, 10, 13, 14, 14,
    ])
  })

  it('knows the box of a tile', () => {
    expect(tileBounds(0, 0, 0).map((value) => Math.round(value * 1000) / 1000)).toEqual([
      -180, -85.051, 180, 85.051,
    ])
    expect(overlap(tileBounds(1, 1, 0), BOX)).toBe(true)
    expect(overlap(tileBounds(1, 0, 0), BOX)).toBe(false)
  })
})
