import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure } from '#tests/support/a-closure.ts'
import { aGraph, anyGraphSpec } from '#tests/support/a-graph.ts'
import { CLOSED, closedEdges } from '../closures/closed-edges.ts'
import type { Closure } from '../closures/closure.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { reckonCosts, ZONE_MANNERS } from './cost.ts'
import { cutEdge } from './edge-shape.ts'
import { STEPS, type Graph } from './graph.ts'
import { PROFILES, walkerOf } from './profiles.ts'
import { findWays, waysOn } from './way-finder.ts'
import type { WaysQuestion } from './ways-question.ts'

const NOW = Date.UTC(2026, 6, 1)

/** On a way or up to some 200 m beside it, so that some places are too far from all. */
const anyPlace = (graph: Graph): fc.Arbitrary<LngLat> =>
  fc
    .record({
      edge: fc.nat({ max: graph.edgeCount - 1 }),
      share: fc.constantFrom(0, 0.3, 0.5, 1),
      aside: fc.tuple(fc.integer({ min: -10, max: 10 }), fc.integer({ min: -10, max: 10 })),
    })
    .map(({ edge, share, aside: [dx, dy] }) => {
      const along = Math.floor((graph.decimetres[edge] as number) * share)
      const [[lng, lat] = [135, 30]] = cutEdge(graph, edge, along, along)
      return [lng + dx / 7000, lat + dy / 7000]
    })

/** A closure of a piece of a way, a point beside one, or an area. */
const anyClosureOn = (graph: Graph) =>
  fc
    .record({
      edge: fc.nat({ max: graph.edgeCount - 1 }),
      shape: fc.constantFrom('line', 'point', 'area'),
      foot: fc.constantFrom(false, null, true),
      wheelchair: fc.constantFrom(false, null),
      reason: fc.constantFrom('flooding', 'construction'),
    })
    .map(({ edge, shape, foot, wheelchair, reason }): Closure => {
      const length = graph.decimetres[edge] as number
      const [a = [135, 30], ...rest] = cutEdge(graph, edge, 0, Math.ceil(length / 2))
      const b = rest.at(-1) ?? a
      return aClosure({
        id: `closure-${edge}-${shape}`,
        start: NOW - 1000,
        end: null,
        reason: reason as Closure['reason'],
        depth: null,
        access: { foot, wheelchair, bicycle: null, car: false, truck: null, emergency: null },
        shape:
          shape === 'line'
            ? { kind: 'line', lines: [[a, b]] }
            : shape === 'point'
              ? { kind: 'point', at: b }
              : { kind: 'area', rings: [ringAround(b)] },
      })
    })

const ringAround = ([lng, lat]: LngLat): readonly LngLat[] => [
  [lng - 0.0003, lat - 0.0003],
  [lng + 0.0003, lat - 0.0003],
  [lng, lat + 0.0003],
  [lng - 0.0003, lat - 0.0003],
]

const anyAsked = anyGraphSpec(10).chain((spec) => {
  const graph = aGraph(spec)
  return fc.record({
    graph: fc.constant(graph),
    at: anyPlace(graph),
    goals: fc.array(anyPlace(graph), { minLength: 1, maxLength: 4 }),
    closures: fc.array(anyClosureOn(graph), { maxLength: 6 }),
    manner: fc.constantFrom(...ZONE_MANNERS),
    profile: fc.constantFrom(...PROFILES),
  })
})

describe('a way that is told to people', () => {
  it('never lies on what is closed or barred for them, wherever it begins and ends', () => {
    let [found, closedOnes] = [0, 0]
    fc.assert(
      fc.property(anyAsked, ({ graph, at, goals, closures, manner, profile }) => {
        const mode = profile === 'wheelchair' ? 'wheelchair' : 'foot'
        const { states } = closedEdges(graph, closures, mode, NOW)
        const question: WaysQuestion = {
          hazards: ['flood', 'landslide'],
          manner,
          profile,
          night: false,
          measured: null,
          closures: { closures, at: NOW },
          goals: goals.map((goal, index) => ({ id: `goal-${index}`, at: goal })),
        }
        const { bars } = reckonCosts(graph, {
          walker: walkerOf(profile),
          hazards: question.hazards,
          zones: manner,
          closed: states,
        })
        const ways = findWays(waysOn(graph), question, at, { count: 3 })
        if (!ways.ok) return
        found += 1
        closedOnes += states.includes(CLOSED) ? 1 : 0
        for (const { route } of ways.value.ways) {
          for (const { edge } of route.legs) {
            expect(states[edge]).not.toBe(CLOSED)
            expect(bars[edge]).toBe(0)
            if (profile === 'wheelchair') expect((graph.flags[edge] as number) & STEPS).toBe(0)
          }
        }
      }),
      { numRuns: 500 },
    )
    // Without these the property would hold of nothing.
    expect(found).toBeGreaterThan(100)
    expect(closedOnes).toBeGreaterThan(50)
  })

  it('gets no better for anybody when something is closed: who had no way has none', () => {
    fc.assert(
      fc.property(anyAsked, ({ graph, at, goals, closures, manner, profile }) => {
        const question = (known: readonly Closure[]): WaysQuestion => ({
          hazards: [],
          manner,
          profile,
          night: false,
          measured: null,
          closures: { closures: known, at: NOW },
          goals: goals.map((goal, index) => ({ id: `goal-${index}`, at: goal })),
        })
        const ways = waysOn(graph)
        const [before, after] = [[], closures].map((known) =>
          findWays(ways, question(known), at, { count: 1 }),
        )
        if (before?.ok === false) expect(after).toEqual(before)
      }),
      { numRuns: 200 },
    )
  })
})
