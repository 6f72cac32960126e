import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresBetween } from '../shelters/rank-sites.ts'
import type { Bounds, LngLat } from '../geo/lng-lat.ts'
import { boundsOfCell, CELL_METRES, cellOf } from './cell.ts'

/** Kashima, an area in the north, one south of the equator: the sphere has no favourites. */
const AREAS: readonly Bounds[] = [
  [129.98, 32.95, 130.17, 33.14],
  [141.2, 45.1, 142.1, 45.5],
  [-70.9, -33.6, -70.4, -33.2],
]
const anyBounds = fc.constantFrom(...AREAS)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyAt = anyBounds.chain((bounds) =>
  fc.tuple(share, share).map(([east, north]): { bounds: Bounds; at: LngLat } => ({
    bounds,
    at: [bounds[0] + (bounds[2] - bounds[0]) * east, bounds[1] + (bounds[3] - bounds[1]) * north],
  })),
)

describe('a cell', () => {
  it('is never finer than 250 m, and not much coarser, wherever it lies in its area', () => {
    fc.assert(
      fc.property(anyAt, ({ bounds, at }) => {
        const cell = cellOf(at, bounds)
        expect(cell).not.toBeNull()
        const [west, south, east, north] = boundsOfCell(cell!, bounds)
        const sides = [
          metresBetween([west, south], [west, north]),
          metresBetween([west, south], [east, south]),
          metresBetween([west, north], [east, north]),
        ]
        for (const side of sides) {
          expect(side).toBeGreaterThanOrEqual(CELL_METRES - 0.1)
          expect(side).toBeLessThan(CELL_METRES * 1.1)
        }
      }),
    )
  })

  it('holds the position that it was made of, and every place in it is the same cell', () => {
    const inner = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(anyAt, inner, inner, ({ bounds, at }, east, north) => {
        const cell = cellOf(at, bounds)!
        const [left, below, right, above] = boundsOfCell(cell, bounds)
        expect(at[0]).toBeGreaterThanOrEqual(left - 1e-7)
        expect(at[0]).toBeLessThanOrEqual(right + 1e-7)
        expect(at[1]).toBeGreaterThanOrEqual(below - 1e-7)
        expect(at[1]).toBeLessThanOrEqual(above + 1e-7)
        const other: LngLat = [left + (right - left) * east, below + (above - below) * north]
        fc.pre(
          other[0] <= bounds[2] && other[0] >= bounds[0] && other[1] >= bounds[1] && other[1] <= bounds[3],
        )
        expect(cellOf(other, bounds)).toEqual(cell)
      }),
    )
  })

  it('is the same in another edition of the pack, whose edge lies elsewhere', () => {
    const [west, south, east, north] = AREAS[0]!
    const wider: Bounds = [west - 0.003, south - 0.007, east + 0.01, north + 0.02]
    fc.assert(
      fc.property(share, share, (x, y) => {
        const at: LngLat = [west + (east - west) * x, south + (north - south) * y]
        expect(cellOf(at, wider)).toEqual(cellOf(at, AREAS[0]!))
      }),
    )
  })

  it('is none outside the area', () => {
    expect(cellOf([131, 33], AREAS[0]!)).toBeNull()
    expect(cellOf([130, NaN], AREAS[0]!)).toBeNull()
  })
})
