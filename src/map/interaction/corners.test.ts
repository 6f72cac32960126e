import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { MOST } from '#domain/plan/plan.ts'
import { cornerNear, cornersAfterTap, roundCorners } from './corners.ts'
import { FINGER } from './nearest-site.ts'

/** A screen on which 0.001° are 10 pixels. */
const project = ([lng, lat]: LngLat) => ({ x: (lng - 130) * 10_000, y: (33 - lat) * 10_000 })
const at = (x: number, y: number): LngLat => [130 + x / 10_000, 33 - y / 10_000]
const tapped = (tool: 'point' | 'line' | 'area', corners: readonly LngLat[], x: number, y: number) =>
  cornersAfterTap({ tool, corners, at: at(x, y), point: { x, y }, project })
const L = [at(0, 0), at(200, 0), at(200, 200)]

describe('a tap', () => {
  it('adds a corner at the end of a line or an area, rounded as in a plan', () => {
    expect(tapped('line', L, 12.345, 300)).toEqual([...L, roundCorners([at(12.345, 300)])[0]])
    expect(tapped('area', L, 12.345, 300)).toHaveLength(4)
    expect(tapped('line', [], 0.123456, 0)?.[0]?.[0]).toBe(130.000012)
  })

  it('moves a point', () => {
    expect(tapped('point', [at(0, 0)], 50, 60)).toEqual(roundCorners([at(50, 60)]))
  })

  it('changes nothing on a corner: many tap the first one to close an area', () => {
    for (const tool of ['line', 'area'] as const) expect(tapped(tool, L, 4, -4)).toBeNull()
  })

  it('puts a corner between two on the dot between them', () => {
    expect(tapped('line', L, 100, 3)?.map((corner) => Math.round(project(corner).x))).toEqual([
      0, 100, 200, 200,
    ])
    expect(tapped('area', L, 100, 100)?.at(-1)).toEqual(roundCorners([at(100, 100)])[0])
    expect(tapped('area', [at(0, 0), at(200, 0)], 100, 0)).toHaveLength(3)
  })

  it('adds no more corners than a plan may hold', () => {
    const many = Array.from({ length: MOST.corners }, (_, i) => at(i * 100, 0))
    expect(tapped('line', many, 30, 500)).toBeNull()
    expect(tapped('line', many.slice(1), 30, 500)).toHaveLength(MOST.corners)
  })

  it('never loses a corner, and adds at most one', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 8 }),
        place,
        fc.constantFrom('line', 'area'),
        (all, [x, y], tool) => {
          const corners = roundCorners(all.map(([a, b]) => at(a, b)))
          const next = tapped(tool as 'line' | 'area', corners, x, y)
          if (next === null) expect(cornerNear(corners, { x, y }, project)).not.toBeNull()
          else {
            expect(next).toHaveLength(corners.length + 1)
            const added = next.findIndex((corner, i) => corner !== corners[i])
            expect(next.toSpliced(added, 1)).toEqual(corners)
          }
        },
      ),
    )
  })
})

describe('cornerNear', () => {
  it('takes the nearest within a finger', () => {
    expect(cornerNear(L, { x: 195, y: 5 }, project)).toBe(1)
    expect(cornerNear(L, { x: FINGER - 0.01, y: 0 }, project)).toBe(0)
    expect(cornerNear(L, { x: FINGER + 0.1, y: 0 }, project)).toBeNull()
    expect(cornerNear([], { x: 0, y: 0 }, project)).toBeNull()
  })
})
