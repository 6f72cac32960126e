import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSpot, aStreet } from '#tests/support/a-graph.ts'
import { anyWalk } from '#tests/support/any-walk.ts'
import { reckonCosts } from './cost.ts'
import { slackPieces } from './departure-pieces.ts'
import { findLastDepartures, lastDepartureFrom, slackAt, type Front } from './last-departure.ts'
import { walkerOf } from './profiles.ts'

const anyMoment = fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 40_000 }))
const moments = (count: number) =>
  fc.array(anyMoment, { minLength: count, maxLength: count }).map((all) => Float64Array.from(all))

const anyFlight = anyWalk(6).chain((walk) =>
  fc.record({
    walk: fc.constant(walk),
    front: fc.record({
      edges: moments(walk.graph.edgeCount),
      sites: fc.option(moments(walk.sites.length)),
      margin: fc.constantFrom(0, 600),
    }),
    now: fc.constantFrom(0, 5000),
  }),
)

describe('the time that is left along the roads', () => {
  it('is that of each place, and no piece is left out or met twice', () => {
    const seen = new Set<string | null>()
    fc.assert(
      fc.property(anyFlight, ({ walk: { graph, costs, sites }, front, now }) => {
        const found = findLastDepartures(costs, sites, front)
        if (!found.ok) throw new Error(found.reason)
        const pieces = slackPieces(found.value, now)
        for (let edge = 0; edge < graph.edgeCount; edge += 1) {
          let at = 0
          for (const { start, end, slack } of pieces.filter((piece) => piece.edge === edge)) {
            expect(start).toBe(at)
            expect(end).toBeGreaterThan(start)
            at = end
            seen.add(slack)
            for (const along of new Set([start + 1, Math.floor((start + 1 + end) / 2), end - 1])) {
              // A site on a barred edge is left for itself, without a step.
              const isSite = sites.some(({ on }) => on?.edge === edge && on.along === along)
              if (along <= start || along >= end || isSite) continue
              const last = lastDepartureFrom(found.value, aSpot(graph, edge, along))
              expect(last.ok ? slackAt(last.value.leaveBy, now) : null).toBe(slack)
            }
          }
          expect(at).toBe(graph.decimetres[edge])
        }
      }),
      { numRuns: 400 },
    )
    expect(seen.size).toBe(5)
  })

  it('falls outward from a site by a second for each metre', () => {
    const graph = aStreet({ decimetres: 40_000 })
    const costs = reckonCosts(graph, { walker: walkerOf('adult'), hazards: [], zones: 'least', closed: null })
    const front: Front = { edges: Float64Array.of(21_000), sites: null, margin: 1000 }
    const found = findLastDepartures(costs, [{ id: 'a', on: aSpot(graph, 0, 10_000) }], front)
    if (!found.ok) throw new Error(found.reason)
    expect(slackPieces(found.value, 0).map(({ start, end, slack }) => [start, end, slack])).toEqual([
      [0, 8001, 'over10'],
      [8001, 11_999, 'over30'],
      [11_999, 24_000, 'over10'],
      [24_000, 30_000, 'under10'],
      [30_000, 40_000, 'tooLate'],
    ])
  })
})
