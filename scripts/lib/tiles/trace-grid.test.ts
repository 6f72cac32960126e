import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twiceArea } from './mvt.ts'
import type { Path } from './mvt.ts'
import { drawZone, emptyGrid } from './rank-grid.ts'
import type { RankGrid } from './rank-grid.ts'
import { traceGrid } from './trace-grid.ts'

const SIDE = 12
const grid = (low: number): fc.Arbitrary<RankGrid> =>
  fc
    .array(fc.integer({ min: low, max: 3 }), { minLength: SIDE * SIDE, maxLength: SIDE * SIDE })
    .map((cells) => ({ side: SIDE, cells: Uint8Array.from(cells) }))
/** Ranks in patches, as zones are: rectangles over one another. */
const patches = (low: number): fc.Arbitrary<RankGrid> =>
  fc
    .array(fc.tuple(fc.nat(11), fc.nat(11), fc.nat(8), fc.nat(8), fc.integer({ min: low, max: 3 })), {
      maxLength: 9,
    })
    .map((all) => {
      const cells = new Uint8Array(SIDE * SIDE).fill(low)
      for (const [x, y, w, h, rank] of all)
        for (let row = y; row <= Math.min(SIDE - 1, y + h); row++)
          for (let column = x; column <= Math.min(SIDE - 1, x + w); column++)
            cells[row * SIDE + column] = rank
      return { side: SIDE, cells }
    })

/** The naive answer to "which rank is at the middle of this cell". */
const rankAtCentre = (areas: ReadonlyMap<number, readonly Path[]>, cell: number): number => {
  const [x, y] = [(cell % SIDE) + 0.5, Math.floor(cell / SIDE) + 0.5]
  for (const [rank, rings] of areas) {
    let inside = false
    for (const ring of rings)
      for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
        const [ax, ay, bx, by] = [ring[before], ring[before + 1], ring[i], ring[i + 1]] as [
          number,
          number,
          number,
          number,
        ]
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
      }
    if (inside) return rank
  }
  return 0
}
const areaOf = (rings: readonly Path[]): number => rings.reduce((sum, ring) => sum + twiceArea(ring) / 2, 0)

describe('traceGrid', () => {
  it('without tolerance gives rings of exactly the cells', () => {
    fc.assert(
      fc.property(fc.oneof(grid(0), patches(0)), (ranks) => {
        const areas = traceGrid(ranks, { tolerance: 0, fixedAt: [0, SIDE] })
        for (const rank of [1, 2, 3])
          expect(areaOf(areas.get(rank) ?? [])).toBe(ranks.cells.filter((cell) => cell === rank).length)
        expect([...ranks.cells.keys()].map((cell) => rankAtCentre(areas, cell))).toEqual([...ranks.cells])
      }),
    )
  })

  it('keeps an area that would vanish for both of its sides', () => {
    // Found by the property below: the single cell of rank 3 stayed, while its neighbour was drawn through it.
    const cells = new Uint8Array(SIDE * SIDE).fill(1)
    cells[4] = 3
    cells.fill(2, SIDE + 1, SIDE + 5)
    const areas = traceGrid({ side: SIDE, cells }, { tolerance: 1.1, fixedAt: [0, SIDE] })
    expect([...areas.values()].reduce((total, rings) => total + areaOf(rings), 0)).toBeCloseTo(144, 9)
  })

  it('opens no gap and lets nothing overlap, whatever the tolerance', () => {
    fc.assert(
      fc.property(fc.oneof(grid(1), patches(1)), fc.constantFrom(0.5, 0.75, 1.1), (ranks, tolerance) => {
        const areas = traceGrid(ranks, { tolerance, fixedAt: [0, SIDE] })
        const sum = [...areas.values()].reduce((total, rings) => total + areaOf(rings), 0)
        expect(sum).toBeCloseTo(SIDE * SIDE, 9)
      }),
      { numRuns: 500 },
    )
  })

  it('loses no area of any rank', () => {
    fc.assert(
      fc.property(fc.oneof(grid(0), patches(0)), fc.constantFrom(0.75, 1.1), (ranks, tolerance) => {
        const exact = traceGrid(ranks, { tolerance: 0, fixedAt: [] })
        const simple = traceGrid(ranks, { tolerance, fixedAt: [] })
        for (const [rank, rings] of exact) {
          const outers = (all: readonly Path[]): number => all.filter((ring) => twiceArea(ring) > 0).length
          expect(outers(simple.get(rank) ?? [])).toBe(outers(rings))
        }
      }),
    )
  })

  it('keeps the corners at the edge of a tile, so that the neighbour fits', () => {
    const cells = new Uint8Array(SIDE * SIDE)
    for (let i = 0; i < SIDE; i++) cells.fill(2, i * SIDE, i * SIDE + Math.max(1, i))
    const rings = traceGrid({ side: SIDE, cells }, { tolerance: 1.1, fixedAt: [4] }).get(2) ?? []
    const at4 = rings.flatMap((ring) => ring.flatMap((x, i) => (i % 2 === 0 && x === 4 ? [ring[i + 1]] : [])))
    expect(at4).toEqual(expect.arrayContaining([4, 5, 12]))
  })
})

describe('drawZone', () => {
  const square = (x: number, y: number, size: number): Path => [
    x,
    y,
    x + size,
    y,
    x + size,
    y + size,
    x,
    y + size,
  ]
  it('fills the cells whose centres are covered, with holes', () => {
    const drawn = emptyGrid(6)
    drawZone(drawn, [square(0, 0, 6), square(2, 2, 2)], 3, 'centre')
    expect(drawn.cells.filter((cell) => cell === 3)).toHaveLength(32)
  })
  it('marks a polygon that lies between the centres', () => {
    const drawn = emptyGrid(6)
    drawZone(drawn, [square(2.1, 3.1, 0.2)], 4, 'centre')
    expect(drawn.cells[3 * 6 + 2]).toBe(4)
  })
  it('marks a long thin polygon without a break', () => {
    const drawn = emptyGrid(20)
    drawZone(drawn, [[0.2, 0.2, 19.8, 13.3, 19.8, 13.5, 0.2, 0.4]], 1, 'centre')
    for (let column = 0; column < 20; column++)
      expect([...drawn.cells].some((cell, i) => cell === 1 && i % 20 === column)).toBe(true)
  })
  it('keeps the highest rank', () => {
    const drawn = emptyGrid(4)
    drawZone(drawn, [square(0, 0, 4)], 5, 'touch')
    drawZone(drawn, [square(0, 0, 4)], 2, 'touch')
    expect(new Set(drawn.cells)).toEqual(new Set([5]))
  })
  it('touches every cell that the polygon reaches', () => {
    const polygon = fc.tuple(
      fc.double({ min: 0, max: 8, noNaN: true }),
      fc.double({ min: 0, max: 8, noNaN: true }),
      fc.double({ min: 0.01, max: 4, noNaN: true }),
    )
    fc.assert(
      fc.property(polygon, ([x, y, size]) => {
        const drawn = emptyGrid(13)
        drawZone(drawn, [square(x, y, size)], 1, 'touch')
        for (const [px, py] of [
          [x, y],
          [x + size / 2, y + size / 3],
          [x + size, y + size],
        ] as const)
          expect(drawn.cells[Math.floor(py) * 13 + Math.floor(px)]).toBe(1)
      }),
    )
  })
  it('touches every cell along a slanting side', () => {
    const drawn = emptyGrid(13)
    const [ax, ay, bx, by, cx, cy] = [1.2, 0.4, 11.7, 6.9, 3.3, 12.1]
    drawZone(drawn, [[ax, ay, bx, by, cx, cy]], 1, 'touch')
    for (const [px, py, qx, qy] of [
      [ax, ay, bx, by],
      [bx, by, cx, cy],
      [cx, cy, ax, ay],
    ] as const)
      for (let t = 0; t <= 1; t += 1 / 512)
        expect(drawn.cells[Math.floor(py + t * (qy - py)) * 13 + Math.floor(px + t * (qx - px))]).toBe(1)
  })
})
