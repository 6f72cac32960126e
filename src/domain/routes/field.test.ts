import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aGraph, aSpot, aStreet } from '#tests/support/a-graph.ts'
import { anyWalk, spotsOf, type Walk } from '#tests/support/any-walk.ts'
import { compareNaive, costOfRoute, isBarred, naiveCosts } from '#tests/support/naive-routes.ts'
import { HAZARD_KINDS } from '../hazards/hazard-kind.ts'
import { routeBetween } from './between.ts'
import { reckonCosts, type CostQuestion } from './cost.ts'
import { buildField, type Field } from './field.ts'
import { beginningsAt, compareCosts, routeFrom, routesFrom } from './follow-field.ts'
import type { Graph } from './graph.ts'
import { walkerOf } from './profiles.ts'
import type { Route } from './route.ts'

const fieldOf = ({ costs, sites }: Pick<Walk, 'costs' | 'sites'>, labels = 1): Field => {
  const field = buildField(costs, sites, { labels })
  if (!field.ok) throw new Error(field.reason)
  return field.value
}
const routesOf = (walk: Walk, labels = 1): readonly Route[] => {
  const routes = routesFrom(fieldOf(walk, labels), walk.start)
  return routes.ok ? routes.value : []
}
const siteIndex = ({ sites }: Pick<Walk, 'sites'>, { site }: Route): number =>
  sites.findIndex(({ id }) => id === site)

const ADULT: CostQuestion = { walker: walkerOf('adult'), hazards: ['flood'], zones: 'avoid', closed: null }

describe('the field', () => {
  it('leads at the least cost, as all arcs tried until nothing changes do, in every order of cost', () => {
    fc.assert(
      fc.property(anyWalk(40, HAZARD_KINDS), (walk) => {
        const { graph, question, start, sites } = walk
        const naive = naiveCosts(graph, question, start, spotsOf(sites))
        const least = naive.reduce((a, b) => (compareNaive(b, a) < 0 ? b : a))
        const [route] = routesOf(walk)
        expect(route === undefined ? null : costOfRoute(graph, question, route)).toEqual(least)
      }),
      { numRuns: 600 },
    )
  })

  it('knows the ways to so many different sites, the best first', () => {
    fc.assert(
      fc.property(anyWalk(20), fc.integer({ min: 1, max: 4 }), (walk, labels) => {
        const { graph, question, start, sites } = walk
        const naive = naiveCosts(graph, question, start, spotsOf(sites))
        const best = naive
          .filter((cost) => cost !== null)
          .sort(compareNaive)
          .slice(0, labels)
        const routes = routesOf(walk, labels)
        expect(routes.map((route) => costOfRoute(graph, question, route))).toEqual(best)
        expect(new Set(routes.map(({ site }) => site)).size).toBe(routes.length)
        for (const route of routes)
          expect(costOfRoute(graph, question, route)).toEqual(naive[siteIndex(walk, route)])
      }),
      { numRuns: 400 },
    )
  })

  it('leads to the site that was named first where two cost the same', () => {
    const graph = aStreet({ decimetres: 500 }, { decimetres: 500 }, { decimetres: 1000 })
    const costs = reckonCosts(graph, ADULT)
    const ends = [
      { id: 'two pieces away', on: aSpot(graph, 0, 0) },
      { id: 'one piece away', on: aSpot(graph, 2, 1000) },
    ]
    for (const sites of [ends, ends.toReversed()]) {
      const route = routeFrom(fieldOf({ costs, sites }), aSpot(graph, 1, 500))
      expect(route.ok && route.value.site).toBe(sites[0]?.id)
    }
  })

  it('has no circle: the cost never rises along the way, which ends after fewer pieces than there are nodes', () => {
    fc.assert(
      fc.property(anyWalk(20), fc.integer({ min: 1, max: 3 }), (walk, labels) => {
        const { next, cost, site, filled, costs } = fieldOf(walk, labels)
        const costAt = (label: number) => cost.subarray(label * costs.words, (label + 1) * costs.words)
        for (let node = 0; node < costs.graph.nodeCount; node += 1) {
          for (let label = node * labels; label < node * labels + (filled[node] ?? 0); label += 1) {
            let pieces = 0
            for (let at = label; next[at] !== -1; at = next[at] ?? -1) {
              expect(site[next[at] ?? -1]).toBe(site[at])
              expect(compareCosts(costAt(next[at] ?? -1), costAt(at))).toBeLessThanOrEqual(0)
              pieces += 1
            }
            expect(pieces).toBeLessThan(costs.graph.nodeCount)
          }
        }
      }),
    )
  })

  it('tells the same cost before and after the way is followed', () => {
    fc.assert(
      fc.property(anyWalk(20), (walk) => {
        const field = fieldOf(walk)
        const [beginning] = beginningsAt(field, walk.start)
        const [route] = routesOf(walk)
        expect((beginning?.cost.at(-1) ?? 0) % walk.costs.timeRadix).toBe(route?.deciseconds ?? 0)
      }),
    )
  })
})

describe('a route', () => {
  it('is one line of ways that may be walked, from the start to the site', () => {
    fc.assert(
      fc.property(anyWalk(20, HAZARD_KINDS), (walk) => {
        const { graph, question, start } = walk
        for (const route of routesOf(walk, 3)) {
          const end = walk.sites[siteIndex(walk, route)]?.on
          expect(route.line[0]).toEqual(start.at)
          expect(route.line.at(-1)).toEqual(end?.at)
          for (const { edge } of route.legs) expect(isBarred(graph, question, edge)).toBe(false)
          expect(endsOf(graph, route)).toEqual(
            route.legs.length === 0 ? [] : [placeOf(graph, start), placeOf(graph, end)],
          )
          const length = route.legs.reduce((sum, leg) => sum + Math.abs(leg.end - leg.start), 0)
          expect(route.decimetres).toBe(length)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('may begin and end on one edge, in either direction', () => {
    const graph = aStreet({ decimetres: 1000 })
    const costs = reckonCosts(graph, ADULT)
    const field = fieldOf({ costs, sites: [{ id: 'a', on: aSpot(graph, 0, 400) }] })
    const lengthFrom = (along: number) => {
      const route = routeFrom(field, aSpot(graph, 0, along))
      return route.ok ? [route.value.decimetres, route.value.legs] : route.reason
    }
    expect(lengthFrom(100)).toEqual([300, [{ edge: 0, start: 100, end: 400 }]])
    expect(lengthFrom(900)).toEqual([500, [{ edge: 0, start: 900, end: 400 }]])
    expect(lengthFrom(400)).toEqual([0, []])
  })

  it('goes around when the end on the same edge is nearer that way', () => {
    const graph = aGraph({
      nodes: [
        [135, 30],
        [135.001, 30],
      ],
      edges: [
        { from: 0, till: 1, decimetres: 9000 },
        { from: 1, till: 0, decimetres: 10 },
      ],
    })
    const route = routeBetween(reckonCosts(graph, ADULT), aSpot(graph, 0, 100), aSpot(graph, 0, 8900))
    expect(route.ok && route.value.legs).toEqual([
      { edge: 0, start: 100, end: 0 },
      { edge: 1, start: 10, end: 0 },
      { edge: 0, start: 9000, end: 8900 },
    ])
  })

  it('does not pass a closed edge by starting or ending in its middle, but may start at its end', () => {
    const graph = aStreet({}, {}, {})
    const costs = reckonCosts(graph, { ...ADULT, closed: Uint8Array.of(0, 2, 0) })
    const reason = (from: number, along: number, to: number, till: number) => {
      const route = routeBetween(costs, aSpot(graph, from, along), aSpot(graph, to, till))
      return route.ok ? route.value.decimetres : route.reason
    }
    expect(reason(1, 500, 0, 0)).toBe('unreachable')
    expect(reason(0, 0, 1, 1)).toBe('unreachable')
    expect(reason(1, 200, 1, 300)).toBe('unreachable')
    expect(reason(0, 0, 2, 0)).toBe('unreachable')
    expect(reason(1, 0, 0, 0)).toBe(1000)
    expect(reason(2, 1000, 1, 1000)).toBe(1000)
  })

  it('tells metres by hazard and rank, what is unknown, and what lies beside the ways', () => {
    const graph = aStreet(
      { ranks: { flood: 1, landslide: 3 } },
      { ranks: { flood: 255 } },
      { ranks: { flood: 1 } },
    )
    const costs = reckonCosts(graph, {
      walker: walkerOf('impaired'),
      hazards: ['flood', 'landslide', 'tsunami'],
      zones: 'least',
      closed: Uint8Array.of(0, 0, 1),
    })
    const route = routeBetween(costs, aSpot(graph, 0, 400, 12.31), aSpot(graph, 2, 100, 0.5))
    expect(route.ok && route.value).toMatchObject({
      site: null,
      decimetres: 1700,
      deciseconds: 3400,
      beside: { decimetres: 129, deciseconds: 258 },
      exposure: [
        { kind: 'landslide', rank: 3, decimetres: 600 },
        { kind: 'flood', rank: 1, decimetres: 700 },
      ],
      unknown: [
        { kind: 'tsunami', decimetres: 1700 },
        { kind: 'flood', decimetres: 1000 },
      ],
      unknownDecimetres: 1700,
      perhapsClosedDecimetres: 100,
    })
  })

  it('is refused when no way is near, none leads there, or there is no site', () => {
    const graph = aGraph({
      nodes: [
        [135, 30],
        [135.001, 30],
        [135.1, 30],
        [135.101, 30],
      ],
      edges: [
        { from: 0, till: 1 },
        { from: 2, till: 3 },
      ],
    })
    const costs = reckonCosts(graph, ADULT)
    const field = fieldOf({
      costs,
      sites: [
        { id: 'a', on: aSpot(graph, 0) },
        { id: 'b', on: null },
      ],
    })
    expect(routeFrom(field, null)).toMatchObject({ ok: false, reason: 'unsnappable' })
    expect(routeFrom(field, aSpot(graph, 0, 0, 150.1))).toMatchObject({ ok: false, reason: 'unsnappable' })
    expect(routeFrom(field, aSpot(graph, 0, 0, NaN))).toMatchObject({ ok: false, reason: 'unsnappable' })
    expect(routeFrom(field, aSpot(graph, 1))).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(routeBetween(costs, aSpot(graph, 0), null)).toMatchObject({ ok: false, reason: 'unsnappable' })
    expect(buildField(costs, [])).toMatchObject({ ok: false, reason: 'noSites' })
    expect(buildField(costs, [{ id: 'a', on: aSpot(graph, 0, 0, 151) }])).toMatchObject({
      ok: false,
      reason: 'noSites',
    })
    expect(() => routeFrom(field, { ...aSpot(graph, 0), along: 1001 })).toThrow(RangeError)
    expect(() => routeFrom(field, { ...aSpot(graph, 0), edge: 2 })).toThrow(RangeError)
  })
})

/** Where a place lies, so that the ends of edges that meet in a node are one, and both ends of an edge without length. */
function placeOf(
  graph: Graph,
  spot: { readonly edge: number; readonly along: number } | null | undefined,
): string {
  if (spot == null) return 'nowhere'
  if (spot.along === 0) return `node ${nodeOf(graph, graph.from[spot.edge] ?? -1)}`
  if (spot.along === graph.decimetres[spot.edge]) return `node ${nodeOf(graph, graph.till[spot.edge] ?? -1)}`
  return `edge ${spot.edge} at ${spot.along}`
}

/** The lowest of all nodes that are one place with a node. */
function nodeOf(graph: Graph, node: number): number {
  const same = new Set([node])
  for (let size = 0; size < same.size;) {
    size = same.size
    graph.decimetres.forEach((length, edge) => {
      const [from, till] = [graph.from[edge] ?? -1, graph.till[edge] ?? -1]
      if (length > 0 || !(same.has(from) || same.has(till))) return
      same.add(from).add(till)
    })
  }
  return Math.min(...same)
}

/** The two ends of legs that follow each other; fails where one does not begin where the one before ends. */
function endsOf(graph: Graph, { legs }: Route): readonly string[] {
  const places = legs.map(({ edge, start, end }) => [
    placeOf(graph, { edge, along: start }),
    placeOf(graph, { edge, along: end }),
  ])
  for (const [index, [start]] of places.entries()) if (index > 0) expect(start).toBe(places[index - 1]?.[1])
  return places.length === 0 ? [] : [places[0]?.[0] ?? '', places.at(-1)?.[1] ?? '']
}
