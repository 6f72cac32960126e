import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { floorHeight, lowestFloorAbove } from './floor-height.ts'

describe('the height of a floor', () => {
  it('is that of the legend, interpolated for the fourth and capped at 20 m', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 40].map(floorHeight)).toEqual([0.5, 3, 5, 7.5, 10, 13, 16, 19, 20, 20])
  })

  it('is turned round: the lowest floor at or above a depth', () => {
    expect([0, 0.5, 0.51, 3, 5, 8, 20, 20.1].map(lowestFloorAbove)).toEqual([1, 1, 2, 2, 3, 5, 9, null])
    fc.assert(
      fc.property(fc.double({ min: 0.6, max: 20, noNaN: true }), (upper) => {
        const floor = lowestFloorAbove(upper) ?? NaN
        expect(floorHeight(floor)).toBeGreaterThanOrEqual(upper)
        expect(floorHeight(floor - 1)).toBeLessThan(upper)
      }),
    )
  })
})
