import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aGraph, type GraphSpec } from '#tests/support/a-graph.ts'
import { anyClosures, anyWalk, type Walk } from '#tests/support/any-walk.ts'
import { compareNaive, costOfRoute, type NaiveCost } from '#tests/support/naive-routes.ts'
import { reckonCosts } from './cost.ts'
import { buildField } from './field.ts'
import { routeFrom } from './follow-field.ts'
import type { Route } from './route.ts'

/** The route of a walk after changes to it; null = none. */
function routeOf(
  walk: Walk,
  changes: Partial<Pick<Walk, 'graph' | 'question' | 'start' | 'sites'>> = {},
): Route | null {
  const { graph, question, start, sites } = { ...walk, ...changes }
  const field = buildField(reckonCosts(graph, question), sites)
  if (!field.ok) return null
  const route = routeFrom(field.value, start)
  return route.ok ? route.value : null
}

/** What a route costs, in the order and with the closures of the walk as it was. */
const costIn = ({ graph, question }: Walk, route: Route | null): NaiveCost | null =>
  route === null ? null : costOfRoute(graph, question, route)

describe('the least cost', () => {
  it('never falls when an edge is closed, and stays when that edge was not on the way', () => {
    fc.assert(
      fc.property(
        anyWalk(20).chain((walk) =>
          fc.record({ walk: fc.constant(walk), closures: anyClosures(walk.graph) }),
        ),
        ({ walk, closures }) => {
          const before = routeOf(walk)
          const known = walk.question.closed
          // An edge without length is passed and stands in no leg.
          const lengths = walk.graph.decimetres
          const closed = closures.map((state, edge) =>
            Math.max(known?.[edge] ?? 0, state === 2 && lengths[edge] !== 0 ? 2 : 0),
          )
          const after = routeOf(walk, { question: { ...walk.question, closed } })
          expect(compareNaive(costIn(walk, after), costIn(walk, before))).toBeGreaterThanOrEqual(0)
          const isOnTheWay = before?.legs.some(({ edge }) => closed[edge] === 2) ?? false
          if (!isOnTheWay) expect(costIn(walk, after)).toEqual(costIn(walk, before))
          for (const { edge } of after?.legs ?? []) expect(closed[edge]).not.toBe(2)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never falls when a site is taken away', () => {
    fc.assert(
      fc.property(anyWalk(20), fc.nat({ max: 4 }), (walk, which) => {
        const sites = walk.sites.filter((_, index) => index !== which % walk.sites.length)
        const [before, after] = [routeOf(walk), routeOf(walk, { sites })]
        expect(compareNaive(costIn(walk, after), costIn(walk, before))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('never rises when an edge is added', () => {
    fc.assert(
      fc.property(anyWalk(20), fc.nat(), fc.nat(), fc.nat({ max: 3000 }), (walk, a, b, decimetres) => {
        const { spec, question } = walk
        const count = spec.nodes.length
        // A rank of the same hazards for each edge, so that nothing becomes unknown by it.
        const edge = { from: a % count, till: b % count, decimetres }
        const graph = aGraph({ ...spec, edges: [...spec.edges, edge] })
        const closed = question.closed === null ? null : Uint8Array.of(...question.closed, 0)
        const after = routeOf(walk, { graph, question: { ...question, closed } })
        const [one, other] = [after, routeOf(walk)].map((route) => costIn({ ...walk, graph }, route))
        expect(compareNaive(one ?? null, other ?? null)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('grows with all lengths alike', () => {
    fc.assert(
      fc.property(anyWalk(20), fc.integer({ min: 2, max: 9 }), (walk, times) => {
        // On level ground at 1 m/s no decisecond is rounded.
        const walker = { ...walk.question.walker, speed: 1000, slowedBySlopes: false }
        const question = { ...walk.question, walker }
        const long = aGraph({
          ...walk.spec,
          edges: walk.spec.edges.map((edge) => ({ ...edge, decimetres: (edge.decimetres ?? 1000) * times })),
        })
        const stretch = <T extends { readonly along: number }>(spot: T): T => ({
          ...spot,
          along: spot.along * times,
        })
        const after = routeOf(walk, {
          graph: long,
          question,
          start: stretch(walk.start),
          sites: walk.sites.map(({ id, on }) => ({ id, on: on === null ? null : stretch(on) })),
        })
        const before = costIn(walk, routeOf(walk, { question }))
        expect(costIn(walk, after)).toEqual(before?.map((part) => part * times) ?? null)
      }),
    )
  })

  it('does not hang on the numbers of the nodes', () => {
    fc.assert(
      fc.property(
        anyWalk(20).chain((walk) => {
          const order = [...walk.spec.nodes.keys()]
          const most = { minLength: order.length, maxLength: order.length }
          return fc.record({ walk: fc.constant(walk), order: fc.shuffledSubarray(order, most) })
        }),
        ({ walk, order }) => {
          const [before, after] = [
            routeOf(walk),
            routeOf(walk, { graph: aGraph(renumber(walk.spec, order)) }),
          ]
          expect(costIn(walk, after)).toEqual(costIn(walk, before))
          expect(after?.site).toBe(before?.site)
        },
      ),
    )
  })
})

/** The same graph: node `i` gets the number `order[i]`. */
function renumber({ nodes, edges }: GraphSpec, order: readonly number[]): GraphSpec {
  const to = (node: number): number => order[node] ?? -1
  return {
    nodes: nodes.map((_, node) => nodes[order.indexOf(node)] ?? [0, 0]),
    edges: edges.map((edge) => ({ ...edge, from: to(edge.from), till: to(edge.till) })),
  }
}
