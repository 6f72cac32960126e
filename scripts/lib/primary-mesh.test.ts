import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Polygon } from './check-geometry.ts'
import { primaryMeshes } from './primary-mesh.ts'

const box = (west: number, south: number, east: number, north: number): Polygon => [
  [[west, south], [east, south], [east, north], [west, north], [west, south]], // prettier-ignore
]

describe('primaryMeshes', () => {
  it('knows the meshes of known places', () => {
    expect(primaryMeshes([box(130.03, 32.98, 130.18, 33.13)])).toEqual(['4930'])
    expect(primaryMeshes([box(139.6, 35.5, 139.9, 35.8)])).toEqual(['5339'])
    expect(primaryMeshes([box(129.91, 33, 130.09, 33.1)])).toEqual(['4929', '4930'])
  })

  it('finds the mesh that an edge only crosses and the one that lies whole inside', () => {
    expect(primaryMeshes([box(129.5, 32.5, 131.5, 34.2)])).toContain('4930')
    const corner: Polygon = [
      [
        [129.9, 33.3],
        [130.1, 33.36],
        [129.9, 33.36],
        [129.9, 33.3],
      ],
    ]
    expect(primaryMeshes([corner])).toEqual(['4929', '4930', '5029', '5030'])
  })

  it('names every mesh in which a point of a random box lies', () => {
    const degrees = fc.tuple(
      fc.double({ min: 128, max: 144, noNaN: true }),
      fc.double({ min: 30, max: 44, noNaN: true }),
      fc.double({ min: 0.01, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(degrees, ([west, south, size, x, y]) => {
        const at = [west + size * x, south + size * y] as const
        const code = String(Math.floor(at[1] * 1.5) * 100 + Math.floor(at[0] - 100))
        // A corner exactly on the line of meshes belongs to the next one; the box only touches that.
        fc.pre(x < 1 && y < 1 && x > 0 && y > 0)
        expect(primaryMeshes([box(west, south, west + size, south + size)])).toContain(code)
      }),
    )
  })
})
