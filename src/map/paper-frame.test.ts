import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance } from '@turf/turf'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { paperCamera, paperScale, type PaperFrame } from './paper-frame.ts'

const KASHIMA: Bounds = [130.027, 32.9768, 130.1816, 33.1407]
const aFrame = (changes: Partial<PaperFrame> = {}): PaperFrame => ({
  bounds: KASHIMA,
  width: 680,
  height: 900,
  pixelRatio: 3,
  ...changes,
})
/** Pixels of a position from the middle of a map of 512-pixel tiles (Web Mercator, EPSG:3857). */
function fromMiddle({ centre, zoom }: ReturnType<typeof paperCamera>, [lng, lat]: readonly [number, number]) {
  const world = 512 * 2 ** zoom
  const y = (of: number) => Math.asinh(Math.tan((of * Math.PI) / 180)) / (2 * Math.PI)
  return { x: ((lng - centre[0]) / 360) * world, y: (y(centre[1]) - y(lat)) * world }
}

describe('the camera of a paper map', () => {
  it('has all of the bounds in the frame, and fills it one way', () => {
    const box = fc
      .tuple(
        fc.double({ min: 123, max: 145, noNaN: true }),
        fc.double({ min: 25, max: 45, noNaN: true }),
        fc.double({ min: 0.01, max: 0.6, noNaN: true }),
        fc.double({ min: 0.01, max: 0.6, noNaN: true }),
      )
      .map(([west, south, wide, high]): Bounds => [west, south, west + wide, south + high])
    const side = fc.integer({ min: 200, max: 1600 })
    fc.assert(
      fc.property(box, side, side, (bounds, width, height) => {
        const camera = paperCamera(aFrame({ bounds, width, height }))
        const [west, south, east, north] = bounds
        const [low, high] = [fromMiddle(camera, [west, south]), fromMiddle(camera, [east, north])]
        for (const corner of [low, high]) {
          expect(Math.abs(corner.x)).toBeLessThanOrEqual(width / 2 + 1e-6)
          expect(Math.abs(corner.y)).toBeLessThanOrEqual(height / 2 + 1e-6)
        }
        expect(Math.max((high.x - low.x) / width, (low.y - high.y) / height)).toBeCloseTo(1, 6)
      }),
    )
  })

  it('comes no nearer than the map itself, for a place without any extent', () => {
    expect(paperCamera(aFrame({ bounds: [130, 33, 130, 33] })).zoom).toBe(18)
  })
})

describe('the scale of a paper map', () => {
  it('is that of the ground: measured over the width of the map', () => {
    const frame = aFrame({ width: 500, height: 5000 })
    const [west, , east] = KASHIMA
    const lat = paperCamera(frame).centre[1]
    const metres = distance([west, lat], [east, lat], { units: 'meters' })
    // The map's sphere (EPSG:3857) is a little larger than turf's.
    expect(paperScale(frame, 180).denominator / (metres / 0.18)).toBeCloseTo(1, 2)
  })

  it('has a bar of a round length that fits, as long as the scale says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 420 }),
        fc.integer({ min: 200, max: 1600 }),
        (widthMm, width) => {
          const { denominator, bar } = paperScale(aFrame({ width }), widthMm)
          expect(String(bar.metres)).toMatch(/^[1235]0*$/)
          expect(bar.mm).toBeLessThanOrEqual(widthMm / 3 + 1e-9)
          expect(bar.mm).toBeGreaterThan(widthMm / 7)
          expect((bar.metres * 1000) / bar.mm).toBeCloseTo(denominator, 3)
        },
      ),
    )
  })
})
