import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresBetween } from '../shelters/rank-sites.ts'
import { metresPerPixel, pixelsWithin, worldPixel } from './tile-pixels.ts'

const inJapan = fc.tuple(
  fc.double({ min: 123, max: 154, noNaN: true }),
  fc.double({ min: 20.3, max: 45.6, noNaN: true }),
)

/** Back from pixels to degrees by the inverse formula (Gudermannian), which the code does not use. */
function positionOf(x: number, y: number): readonly [number, number] {
  const n = Math.PI - (2 * Math.PI * y) / (256 * 2 ** 17)
  return [(x / (256 * 2 ** 17)) * 360 - 180, (Math.atan(Math.sinh(n)) * 180) / Math.PI]
}

const worldOf = ({ tile, pixels }: ReturnType<typeof pixelsWithin>[number]) =>
  pixels.map((pixel) => [tile.x * 256 + (pixel % 256), tile.y * 256 + Math.floor(pixel / 256)] as const)

describe('the pixels of a place', () => {
  it('are those of the tiles that a published count gives for a box', () => {
    // 6,512 tiles at zoom 17 and 10/881–882/411–412 at zoom 10 cover 130.00–130.20 E, 32.97–33.17 N.
    const tileAt = (at: readonly [number, number]) => pixelsWithin(at, 0)[0]?.tile ?? { x: NaN, y: NaN, z: 0 }
    const [northWest, southEast] = [tileAt([130, 33.17]), tileAt([130.2, 32.97])]
    expect((southEast.x - northWest.x + 1) * (southEast.y - northWest.y + 1)).toBe(6512)
    expect([northWest.x >> 7, southEast.x >> 7, northWest.y >> 7, southEast.y >> 7]).toEqual([
      881, 882, 411, 412,
    ])
    expect(northWest.z).toBe(17)
  })

  it('come back to the place, anywhere in Japan', () => {
    fc.assert(
      fc.property(inJapan, (at) => {
        const [lng, lat] = positionOf(...worldPixel(at))
        expect(Math.abs(lng - at[0]) + Math.abs(lat - at[1])).toBeLessThan(1e-9)
        const parts = pixelsWithin(at, 0)
        expect(parts.flatMap(({ pixels }) => pixels)).toHaveLength(1)
      }),
    )
  })

  it('are all that come within the distance, and no other', () => {
    fc.assert(
      fc.property(inJapan, fc.double({ min: 0, max: 15, noNaN: true }), (at, metres) => {
        const found = new Set(pixelsWithin(at, metres).flatMap(worldOf).map(String))
        const [cx, cy] = worldPixel(at)
        const size = metresPerPixel(at[1])
        const reach = Math.ceil(metres / size) + 2
        for (let y = Math.floor(cy) - reach; y <= cy + reach; y += 1)
          for (let x = Math.floor(cx) - reach; x <= cx + reach; x += 1) {
            const nearest = [Math.min(Math.max(cx, x), x + 1), Math.min(Math.max(cy, y), y + 1)] as const
            const away = Math.hypot(nearest[0] - cx, nearest[1] - cy) * size
            if (Math.abs(away - metres) < 1e-6) continue
            expect(found.has(String([x, y]))).toBe(away < metres)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('cross into the neighbouring pictures at an edge, each pixel once', () => {
    const corner = positionOf(116424 * 256, 51614 * 256)
    const parts = pixelsWithin(corner, 10)
    expect(parts).toHaveLength(4)
    for (const { pixels } of parts) {
      expect(new Set(pixels).size).toBe(pixels.length)
      expect(pixels.every((pixel) => Number.isInteger(pixel) && pixel >= 0 && pixel < 256 * 256)).toBe(true)
    }
  })

  it('are about a metre wide, as the distance on the ground says', () => {
    const at = [130.1, 33.1] as const
    const [x, y] = worldPixel(at)
    const metres = metresBetween(at, positionOf(x + 100, y))
    expect(metresPerPixel(at[1]) * 100).toBeCloseTo(metres, -0.5)
    expect(metresPerPixel(at[1])).toBeCloseTo(1.0, 1)
  })
})
