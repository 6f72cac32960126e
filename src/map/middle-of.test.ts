import { booleanPointInPolygon, polygon } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { middleOf } from './middle-of.ts'

/** A ring around a centre whose corners lie at any distances: never crossing itself, mostly not convex. */
const aStar = fc
  .array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 })
  .map((reaches) =>
    reaches.map((reach, i): LngLat => {
      const turn = (i / reaches.length) * 2 * Math.PI
      return [130 + 0.01 * reach * Math.cos(turn), 33 + 0.01 * reach * Math.sin(turn)]
    }),
  )

describe('middleOf', () => {
  it('lies inside whatever was drawn', () => {
    fc.assert(
      fc.property(aStar, (ring) => {
        const closed = [...ring, ring[0] as LngLat].map((at) => [...at])
        expect(booleanPointInPolygon([...middleOf(ring)], polygon([closed]))).toBe(true)
      }),
    )
  })

  it('is the centre of a square, open or closed, and inside the arm of a horseshoe', () => {
    const square: LngLat[] = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ]
    for (const ring of [square, [...square, [0, 0] as const]]) {
      expect(middleOf(ring)[0]).toBeCloseTo(1)
      expect(middleOf(ring)[1]).toBeCloseTo(1)
    }
    const shoe: LngLat[] = [
      [0, 0],
      [10, 0],
      [10, 9],
      [9, 9],
      [9, 1],
      [0, 1],
    ]
    const [x, y] = middleOf(shoe)
    expect(x > 9 || y < 1).toBe(true)
  })

  it('does not fail where there is no inside', () => {
    expect(middleOf([[1, 2]])).toEqual([1, 2])
    expect(
      middleOf([
        [0, 5],
        [2, 5],
        [4, 5],
      ]),
    ).toEqual([2, 5])
  })
})
