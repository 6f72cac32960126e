import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeShapefile } from '../sample/shapefile.ts'
import { readShapefile } from './read-shapefile.ts'
import { regroupRings } from './regroup-rings.ts'

type Spot = [number, number]
/** The official mesh of 5 m: every point stands at a right angle to many others. */
const at = (x: number, y: number): Spot => [130 + x * 0.0000625, 33 + y / 24_000]

/** A rectangle of the mesh with all mesh points on its edge, anticlockwise, closed. */
function rectangle(x: number, y: number, width: number, height: number): Spot[] {
  const spots: Spot[] = []
  for (let i = 0; i < width; i++) spots.push(at(x + i, y))
  for (let i = 0; i < height; i++) spots.push(at(x + width, y + i))
  for (let i = width; i > 0; i--) spots.push(at(x + i, y + height))
  for (let i = height; i > 0; i--) spots.push(at(x, y + i))
  return [...spots, at(x, y)]
}

/** Even-odd over all rings of a geometry, counted along a ray to the east. */
function isInside(geometry: unknown, [x, y]: Spot): boolean {
  const { type, coordinates } = geometry as { type: string; coordinates: Spot[][] | Spot[][][] }
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Spot[][][]
  return polygons.some((polygon) => {
    let crossings = 0
    for (const ring of polygon)
      ring.slice(1).forEach(([bx, by], i) => {
        const [ax, ay] = ring[i] as Spot
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) crossings++
      })
    return crossings % 2 === 1
  })
}

describe('a shapefile of the mesh', () => {
  it('keeps its holes: a dry hill inside a zone is no zone', async () => {
    const outer = rectangle(0, 0, 20, 20)
    const { shp, dbf } = writeShapefile([{ A: '1' }], [[outer, rectangle(5, 5, 4, 3)]], (text) =>
      Buffer.from(text),
    )
    const [record] = await readShapefile(shp, dbf, null, 'x')
    expect(isInside(record?.geometry, at(6.5, 6.5))).toBe(false)
    expect(isInside(record?.geometry, at(2.5, 6.5))).toBe(true)
  })

  it('says the same of every cell as the rectangles that it was made of', async () => {
    const cells = fc.record({ x: fc.nat({ max: 3 }), y: fc.nat({ max: 3 }), width: fc.integer({ min: 1, max: 4 }), height: fc.integer({ min: 1, max: 4 }) }) // prettier-ignore
    // Each hole in a square of its own of 6 × 6 cells, so that they never meet.
    const holes = fc.array(fc.option(cells), { minLength: 9, maxLength: 9 })
    await fc.assert(
      fc.asyncProperty(holes, async (chosen) => {
        const placed = chosen.flatMap(
          (hole, i) =>
          hole === null ? [] : [{ ...hole, x: hole.x + (i % 3) * 8 + 1, y: hole.y + Math.floor(i / 3) * 8 + 1 }], // prettier-ignore
        )
        const rings = placed.map(({ x, y, width, height }) => rectangle(x, y, width, height))
        const { shp, dbf } = writeShapefile([{ A: '1' }], [[rectangle(0, 0, 26, 26), ...rings]], (text) => Buffer.from(text)) // prettier-ignore
        const [record] = await readShapefile(shp, dbf, null, 'x')
        for (let x = 0; x < 26; x++)
          for (let y = 0; y < 26; y++) {
            const isHole = placed.some((hole) => x >= hole.x && x < hole.x + hole.width && y >= hole.y && y < hole.y + hole.height) // prettier-ignore
            expect(isInside(record?.geometry, at(x + 0.5, y + 0.5)), `${x} ${y}`).toBe(!isHole)
          }
      }),
      { numRuns: 30 },
    )
  })

  it('gives a hole to the smallest ring that it lies in: an island in a lake on an island', () => {
    const clockwise = (ring: Spot[]): Spot[] => [...ring].reverse()
    const [sea, island, hole] = [
      clockwise(rectangle(0, 0, 20, 20)),
      clockwise(rectangle(6, 6, 6, 6)),
      rectangle(8, 8, 2, 2),
    ]
    expect(regroupRings({ type: 'MultiPolygon', coordinates: [[sea, rectangle(4, 4, 10, 10)], [island], [hole]] })).toEqual({ type: 'MultiPolygon', coordinates: [[sea, rectangle(4, 4, 10, 10)], [island, hole]] }) // prettier-ignore
  })

  it('leaves alone what has no lost hole, and a hole that lies nowhere', () => {
    const one = { type: 'Polygon', coordinates: [rectangle(0, 0, 2, 2)] }
    expect(regroupRings(one)).toBe(one)
    expect(regroupRings(null)).toBeNull()
    const apart = { type: 'MultiPolygon', coordinates: [[[...rectangle(0, 0, 2, 2)].reverse()], [rectangle(5, 5, 2, 2)]] } // prettier-ignore
    expect(regroupRings(apart)).toEqual(apart)
  })
})
