import fc from 'fast-check'
import { HAZARD_KINDS, type HazardKind } from '#domain/hazards/hazard-kind.ts'
import { reckonCosts, ZONE_MANNERS, type CostQuestion, type Costs } from '#domain/routes/cost.ts'
import type { SiteOnGraph } from '#domain/routes/field.ts'
import type { Graph, Snapped } from '#domain/routes/graph.ts'
import { PROFILES, walkerOf } from '#domain/routes/profiles.ts'
import { aGraph, anyGraphSpec, anySpot, type GraphSpec } from './a-graph.ts'

/** Anybody who asks for a way: profile, hazards, manner, closures. */
export const anyQuestion = (graph: Graph): fc.Arbitrary<CostQuestion> =>
  fc.record({
    walker: fc
      .tuple(
        fc.constantFrom(...PROFILES),
        fc.boolean(),
        fc.option(fc.double({ min: 0.2, max: 2, noNaN: true })),
      )
      .map(([profile, night, measured]) => walkerOf(profile, { night, measured })),
    hazards: fc.subarray([...HAZARD_KINDS]),
    zones: fc.constantFrom(...ZONE_MANNERS),
    closed: fc.option(anyClosures(graph)),
  })

/** States of edges, mostly none. */
export const anyClosures = (graph: Graph): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.constantFrom(0, 0, 0, 0, 0, 1, 2), { minLength: graph.edgeCount, maxLength: graph.edgeCount })
    .map((states) => Uint8Array.from(states))

export type Walk = {
  readonly spec: GraphSpec
  readonly graph: Graph
  readonly question: CostQuestion
  readonly costs: Costs
  readonly start: Snapped
  readonly sites: readonly SiteOnGraph[]
}

/** A graph, somebody on it, and one to five sites. */
export const anyWalk = (mostNodes: number, hazards?: readonly HazardKind[]): fc.Arbitrary<Walk> =>
  anyGraphSpec(mostNodes, hazards).chain((spec) => {
    const graph = aGraph(spec)
    return fc
      .record({
        question: anyQuestion(graph),
        start: anySpot(graph),
        spots: fc.array(anySpot(graph), { minLength: 1, maxLength: 5 }),
      })
      .map(({ question, start, spots }) => ({
        spec,
        graph,
        question,
        costs: reckonCosts(graph, question),
        start,
        sites: spots.map((on, index) => ({ id: `site-${index}`, on })),
      }))
  })

/** Where the sites lie. */
export const spotsOf = (sites: readonly SiteOnGraph[]): readonly Snapped[] =>
  sites.flatMap(({ on }) => (on === null ? [] : [on]))
