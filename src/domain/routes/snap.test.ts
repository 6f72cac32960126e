import { lineString, nearestPointOnLine } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeGraph } from '#scripts/lib/encode-graph.ts'
import { aDraftGraph } from '#tests/support/a-draft-graph.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { readGraph } from './graph-file.ts'
import { SLOPE_UNKNOWN, SNAP_LIMIT, type Graph } from './graph.ts'
import { indexEdges, snap } from './snap.ts'

const open = (draft: Parameters<typeof encodeGraph>[0]): Graph => {
  const result = readGraph(encodeGraph(draft))
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** Quanta of a made-up spot in the sea, and one street of about 461 m to the east, then one of 553 m to the north. */
const [X, Y] = [27_000_000, 6_000_000]
const plain = {
  points: [],
  class: 'residential',
  flags: 0,
  slope: SLOPE_UNKNOWN,
  name: null,
  ranks: [],
} as const
const CORNER = open({
  nodes: [[X, Y], [X + 1000, Y], [X + 1000, Y + 1000]], // prettier-ignore
  edges: [
    { ...plain, from: 0, till: 1 },
    { ...plain, from: 1, till: 2 },
  ],
  hazards: [],
})
const placeOf = (x: number, y: number): LngLat => [(X + x) / 200_000, (Y + y) / 200_000]
/** The other code walks great circles, which bulge by so many metres beside a straight piece of 5 km; streets have shorter ones. */
const BULGE = 0.5
const streetIn = (graph: Graph, x: number, y: number) => {
  const found = snap(indexEdges(graph), placeOf(x, y))
  return found.ok ? found.value : null
}

describe('snap', () => {
  it('finds the nearest street, how far along it and how far away', () => {
    const found = streetIn(CORNER, 250, 100)
    if (found === null) throw new Error('nothing found')
    const [start] = CORNER.shapeOf(found.edge) as [LngLat]
    expect(found.away).toBeCloseTo(metresBetween(placeOf(250, 100), placeOf(250, 0)), 2)
    expect(found.at[0]).toBeCloseTo(placeOf(250, 0)[0], 9)
    expect(found.along / 10).toBeCloseTo(metresBetween(start, placeOf(250, 0)), 0)
  })

  it('finds an end where that is the nearest, with the whole length or none', () => {
    const found = streetIn(CORNER, -100, -50)
    const whole = CORNER.decimetres[found?.edge ?? -1]
    const [start] = CORNER.shapeOf(found?.edge ?? -1)
    expect(found?.along).toBe(start?.[0] === placeOf(0, 0)[0] && start[1] === placeOf(0, 0)[1] ? 0 : whole)
    expect(found?.at).toEqual(placeOf(0, 0))
  })

  it('refuses beyond 150 m, and what is no place', () => {
    const metresUp = (metres: number): number => (metres / 111_194.9) * 200_000
    expect(streetIn(CORNER, 500, -metresUp(SNAP_LIMIT - 0.5))?.away).toBeCloseTo(SNAP_LIMIT - 0.5, 1)
    expect(streetIn(CORNER, 500, -metresUp(SNAP_LIMIT + 0.5))).toBeNull()
    const index = indexEdges(CORNER)
    for (const at of [
      [NaN, 30],
      [135, NaN],
      [Infinity, 30],
      [135, -Infinity],
      [200, 30],
    ] as const)
      // prettier-ignore
      expect(snap(index, at)).toEqual({ ok: false, reason: 'tooFar' })
    expect(snap(index, placeOf(500, 20), { within: 5 }).ok).toBe(false)
    expect(snap(indexEdges(open({ nodes: [], edges: [], hazards: [] })), placeOf(0, 0)).ok).toBe(false)
  })

  it('takes the next street where the nearest may not be used', () => {
    const index = indexEdges(CORNER)
    const [first, second] = [undefined, 1].map((_, turn) => {
      const barred = turn === 0 ? -1 : streetIn(CORNER, 900, 50)?.edge
      const found = snap(index, placeOf(900, 50), { isUsable: (edge) => edge !== barred })
      return found.ok ? found.value : null
    })
    expect(first?.edge).not.toBe(second?.edge)
    expect(second?.away).toBeGreaterThan(first?.away ?? Infinity)
    expect(snap(index, placeOf(900, 50), { isUsable: () => false }).ok).toBe(false)
  })

  it('agrees with looking at every street, by other code', () => {
    const spot = fc.tuple(fc.integer({ min: -400, max: 9400 }), fc.integer({ min: -400, max: 9400 }))
    fc.assert(
      fc.property(aDraftGraph, spot, (draft, [x, y]) => {
        const graph = open(draft)
        const at = placeOf(x, y)
        const distances = Array.from({ length: graph.edgeCount }, (_, edge) => {
          const line = lineString(graph.shapeOf(edge).map(([lng, lat]) => [lng, lat]))
          return nearestPointOnLine(line, [...at], { units: 'meters' }).properties.pointDistance
        })
        const nearest = Math.min(Infinity, ...distances)
        const found = snap(indexEdges(graph), at)
        if (Math.abs(nearest - SNAP_LIMIT) < BULGE) return
        expect(found.ok).toBe(nearest < SNAP_LIMIT)
        if (!found.ok) return
        const { edge, along, away, at: there } = found.value
        expect(Math.abs(away - nearest)).toBeLessThan(BULGE)
        expect(Math.abs((distances[edge] ?? NaN) - nearest)).toBeLessThan(BULGE)
        expect(Math.abs(metresBetween(at, there) - away)).toBeLessThan(BULGE)
        expect(along).toBeGreaterThanOrEqual(0)
        expect(along).toBeLessThanOrEqual(graph.decimetres[edge] as number)
        expect(Number.isInteger(along)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
