import fc from 'fast-check'
import pointInPolygon from 'point-in-polygon-hao'
import { describe, expect, it } from 'vitest'
import { BLOCK, CELL, QUANTA } from '#domain/ranks/rank-format.ts'
import { rankAt, readRankLayer, worstRankWithin, type RankLayer } from '#domain/ranks/rank-layer.ts'
import { encodeRankLayer, type RankedZone } from './encode-rank-layer.ts'

/** Two by two blocks, so that cuts between blocks are in play. */
const WEST = 130_100_000
const SOUTH = 33_050_000
const SIDE = 2 * BLOCK
const BOUNDS = [WEST / QUANTA, SOUTH / QUANTA, (WEST + SIDE) / QUANTA, (SOUTH + SIDE) / QUANTA] as const

type Spot = readonly [x: number, y: number]
const degrees = ([x, y]: Spot): [number, number] => [(WEST + x) / QUANTA, (SOUTH + y) / QUANTA]
const closed = (ring: Spot[]): [number, number][] => [...ring, ring[0] as Spot].map(degrees)

const spot = fc.tuple(fc.integer({ min: -800, max: SIDE + 800 }), fc.integer({ min: -800, max: SIDE + 800 }))

/** A star around a centre: never crosses itself, any number of corners, with a star-shaped hole half as large. */
const star = fc
  .record({
    centre: spot,
    reaches: fc.array(fc.integer({ min: 3, max: 3000 }), { minLength: 3, maxLength: 14 }),
  })
  .map(({ centre, reaches }) => {
    const at = (share: number) =>
      reaches.map((reach, i): Spot => {
        const turn = (2 * Math.PI * i) / reaches.length
        return [
          Math.round(centre[0] + reach * share * Math.cos(turn)),
          Math.round(centre[1] + reach * share * Math.sin(turn)),
        ]
      })
    return [closed(at(1)), closed(at(0.4))]
  })

/** The staircase of a raster: what the official flood polygons look like, with edges on cell and block borders. */
const staircase = fc
  .record({ corner: spot, steps: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 }) })
  .map(({ corner, steps }) => {
    const snap = (value: number) => Math.round(value / 50) * 50
    const [x, y] = [snap(corner[0]), snap(corner[1])]
    const top: Spot[] = steps.flatMap((step, i): Spot[] => [
      [x + i * 50, y + step * 50],
      [x + (i + 1) * 50, y + step * 50],
    ])
    return [closed([[x, y], ...top, [x + steps.length * 50, y]])]
  })

/** Any ring at all, crossing itself as it likes: even-odd decides. */
const tangle = fc.array(spot, { minLength: 3, maxLength: 7 }).map((ring) => [closed(ring)])

const zone: fc.Arbitrary<RankedZone> = fc.record({
  rank: fc.integer({ min: 1, max: 6 }),
  polygon: fc.oneof(star, staircase, tangle),
})
const zones = fc.array(zone, { minLength: 1, maxLength: 6 })

function opened(all: readonly RankedZone[]): RankLayer {
  const layer = readRankLayer(encodeRankLayer(all, BOUNDS))
  if (!layer.ok) throw new Error(layer.reason)
  return layer.value
}

/** The naive way, by another hand: every zone asked in turn in quanta, the highest rank wins; on the edge counts. */
function byOracle(all: readonly RankedZone[], point: Spot): number {
  const ranks = all
    .filter(({ polygon }) => {
      const rings = polygon.map((ring) =>
        ring.map((p): [number, number] => [
          Math.round((p[0] as number) * QUANTA) - WEST,
          Math.round((p[1] as number) * QUANTA) - SOUTH,
        ]),
      )
      return pointInPolygon([point[0], point[1]], rings) !== false
    })
    .map(({ rank }) => rank)
  return Math.max(0, ...ranks)
}

/** Distance in quanta from the point to the nearest edge of any zone. */
function toNearestEdge(all: readonly RankedZone[], [x, y]: Spot): number {
  let least = Infinity
  for (const { polygon } of all) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = [
          (ring[i - 1]?.[0] as number) * QUANTA - WEST,
          (ring[i - 1]?.[1] as number) * QUANTA - SOUTH,
        ]
        const [bx, by] = [(ring[i]?.[0] as number) * QUANTA - WEST, (ring[i]?.[1] as number) * QUANTA - SOUTH]
        const [dx, dy] = [bx - ax, by - ay]
        const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
        least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy))
      }
    }
  }
  return least
}

const inside = fc.tuple(fc.integer({ min: 0, max: SIDE }), fc.integer({ min: 0, max: SIDE }))
/** Points where mistakes live: corners of cells and blocks, and corners of the zones themselves. */
const probes = (all: readonly RankedZone[], free: readonly Spot[]): Spot[] => {
  const corners = all.flatMap(({ polygon }) =>
    polygon.flatMap((ring) =>
      ring.map((p): Spot => [
        Math.round((p[0] as number) * QUANTA) - WEST,
        Math.round((p[1] as number) * QUANTA) - SOUTH,
      ]),
    ),
  )
  const snapped = free.map(([x, y]): Spot => [Math.round(x / CELL) * CELL, Math.round(y / CELL) * CELL])
  const borders = free.flatMap(([x, y]): Spot[] => [
    [BLOCK, y],
    [x, BLOCK],
  ])
  return [...free, ...snapped, ...borders, ...corners].filter(
    ([x, y]) => x >= 0 && y >= 0 && x <= SIDE && y <= SIDE,
  )
}

describe('a rank layer', () => {
  it('never answers a lower rank than any zone that holds the point, and the same rank away from the edges', () => {
    fc.assert(
      fc.property(zones, fc.array(inside, { minLength: 20, maxLength: 40 }), (all, free) => {
        const layer = opened(all)
        for (const point of probes(all, free)) {
          const answered = rankAt(layer, degrees(point))
          const expected = byOracle(all, point)
          expect(answered).toBeGreaterThanOrEqual(expected)
          if (toNearestEdge(all, point) > 3) expect(answered).toBe(expected)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('never answers a lower rank around a point than at any point of the circle', () => {
    fc.assert(
      fc.property(zones, inside, fc.integer({ min: 1, max: 200 }), (all, centre, metres) => {
        const layer = opened(all)
        const worst = worstRankWithin(layer, degrees(centre), metres) as number
        for (let i = 0; i < 24; i++) {
          const reach = ((i % 4) + 1) / 4
          const turn = (2 * Math.PI * i) / 24
          const [lng, lat] = degrees(centre)
          const there = [
            lng + (Math.cos(turn) * reach * metres) / 111_320 / Math.cos((lat * Math.PI) / 180),
            lat + (Math.sin(turn) * reach * metres) / 111_320,
          ] as const
          expect(worst).toBeGreaterThanOrEqual(rankAt(layer, there) as number)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never lowers an answer when a zone is added', () => {
    fc.assert(
      fc.property(zones, zone, fc.array(inside, { minLength: 10, maxLength: 20 }), (all, more, free) => {
        const [before, after] = [opened(all), opened([...all, more])]
        for (const point of probes(all, free))
          expect(rankAt(after, degrees(point))).toBeGreaterThanOrEqual(
            rankAt(before, degrees(point)) as number,
          )
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same bytes for the same zones', () => {
    fc.assert(
      fc.property(zones, (all) => {
        expect(encodeRankLayer(all, BOUNDS)).toEqual(encodeRankLayer(structuredClone(all), BOUNDS))
      }),
      { numRuns: 20 },
    )
  })

  it('refuses a rank that is no rank, and bounds that are no bounds', () => {
    const polygon = [closed([[0, 0], [9, 0], [9, 9]])] // prettier-ignore
    for (const rank of [0, 16, 1.5, NaN])
      expect(() => encodeRankLayer([{ rank, polygon }], BOUNDS)).toThrow(RangeError)
    expect(() => encodeRankLayer([], [130, 33, 130, 33])).toThrow(RangeError)
  })
})

describe('a damaged rank layer', () => {
  const whole = encodeRankLayer(
    [{ rank: 3, polygon: [closed([[120, 90], [5000, 700], [4000, 5900], [700, 3000]])] }], // prettier-ignore
    BOUNDS,
  )
  const everywhere = Array.from({ length: 100 }, (_, i): Spot => [(i % 10) * 640, Math.floor(i / 10) * 640])

  it('is refused when it is cut short or longer than it says', () => {
    for (let length = 0; length < whole.length; length++)
      expect(readRankLayer(whole.subarray(0, length)).ok).toBe(false)
    expect(readRankLayer(new Uint8Array([...whole, 0])).ok).toBe(false)
  })

  it('answers a rank or null, and never throws, whichever byte is changed', () => {
    for (let i = 0; i < whole.length; i++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const bytes = whole.slice()
        bytes[i] = (bytes[i] as number) ^ flip
        const layer = readRankLayer(bytes)
        if (!layer.ok) continue
        for (const point of everywhere) {
          const rank = rankAt(layer.value, degrees(point))
          if (rank !== null) expect(Number.isInteger(rank)).toBe(true)
        }
      }
    }
  })
})
