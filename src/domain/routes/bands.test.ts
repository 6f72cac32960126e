import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSpot, aStreet } from '#tests/support/a-graph.ts'
import { anyWalk } from '#tests/support/any-walk.ts'
import { bandsOf } from './bands.ts'
import { reckonCosts, type CostQuestion } from './cost.ts'
import { buildField } from './field.ts'
import { routeFrom } from './follow-field.ts'
import type { Graph } from './graph.ts'
import { walkerOf } from './profiles.ts'

const ADULT: CostQuestion = { walker: walkerOf('adult'), hazards: ['flood'], zones: 'avoid', closed: null }

function bandsFor(graph: Graph, along: number, changes: Partial<CostQuestion> = {}) {
  const costs = reckonCosts(graph, { ...ADULT, ...changes })
  const field = buildField(costs, [{ id: 'a', on: aSpot(graph, 0, along) }])
  return field.ok
    ? bandsOf(field.value).map(({ edge, start, end, band }) => [edge, start, end, band])
    : field.reason
}

describe('bands of three minutes', () => {
  it('change every 180 m for an adult, and every 90 m for somebody who walks with difficulty', () => {
    const graph = aStreet({ decimetres: 1000 }, { decimetres: 3000 })
    expect(bandsFor(graph, 0)).toEqual([
      [0, 0, 1000, 0],
      [1, 0, 799, 0],
      [1, 799, 2599, 1],
      [1, 2599, 3000, 2],
    ])
    expect(bandsFor(graph, 0, { walker: walkerOf('impaired') })).toEqual([
      [0, 0, 899, 0],
      [0, 899, 1000, 1],
      [1, 0, 799, 1],
      [1, 799, 1699, 2],
      [1, 1699, 2599, 3],
      [1, 2599, 3000, 4],
    ])
  })

  it('run both ways from a site in the middle of an edge', () => {
    expect(bandsFor(aStreet({ decimetres: 5000 }), 2500)).toEqual([
      [0, 0, 701, 1],
      [0, 701, 4299, 0],
      [0, 4299, 5000, 1],
    ])
  })

  it('have none where a way is barred or leads to no site', () => {
    expect(bandsFor(aStreet({}, {}, {}), 0, { closed: Uint8Array.of(0, 2, 0) })).toEqual([
      [0, 0, 1000, 0],
      [1, 0, 1000, null],
      [2, 0, 1000, null],
    ])
  })

  it('tell for every place the time of the route from there, and leave nothing out', () => {
    fc.assert(
      fc.property(
        anyWalk(12),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ graph, costs, sites }, share) => {
          const field = buildField(costs, sites)
          if (!field.ok) throw new Error(field.reason)
          const all = bandsOf(field.value)
          for (let edge = 0; edge < graph.edgeCount; edge += 1) {
            const length = graph.decimetres[edge] ?? 0
            const pieces = all.filter((piece) => piece.edge === edge)
            const borders = [...pieces.map(({ start }) => start), length]
            expect(pieces.map(({ end }) => end)).toEqual(borders.slice(1))
            expect(length === 0 || borders[0] === 0).toBe(true)
            for (const { start, end, band } of pieces) {
              const along = start + 1 + Math.floor((end - start - 2) * share)
              if (along >= end || along <= start) continue
              const route = routeFrom(field.value, aSpot(graph, edge, along))
              expect(route.ok ? Math.floor(route.value.deciseconds / 1800) : null).toBe(band)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
