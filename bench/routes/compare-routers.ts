import { routeBetween } from '#domain/routes/between.ts'
import { reckonCosts } from '#domain/routes/cost.ts'
import { chaseField, newChase } from '#domain/routes/chase-field.ts'
import { buildField, type Field, type SiteOnGraph } from '#domain/routes/field.ts'
import { routeFrom } from '#domain/routes/follow-field.ts'
import type { Graph, Snapped } from '#domain/routes/graph.ts'
import { walkerOf } from '#domain/routes/profiles.ts'
import { indexEdges, snap } from '#domain/routes/snap.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import { metresOfEdges, ngraphRouter, placeOfNode } from '#tests/support/other-routers.ts'
import type { Measure } from '../print-measure.ts'
import type { KernelInput } from './measure-kernel.ts'

const PAIRS = 500

/**
 * The same ways by `ngraph.path` (A*, told the straight distance as what remains, which is the fastest that it has and exact here) and
 * by us: from corners to the nearest site, which it is told beforehand and we find, with one field for all; and between two
 * corners, where we search the whole city for one way. Both in this process, one after the other, the shortest ways without regard to zones.
 */
export function compareRouters(graph: Graph, { sites, starts }: KernelInput): readonly Measure[] {
  const metres = metresOfEdges(graph)
  const guess = (from: number, till: number): number =>
    // A shade less than the truth, so that rounding never makes it more.
    metresBetween(placeOfNode(graph, from), placeOfNode(graph, till)) * 0.999
  const other = ngraphRouter(graph, metres, guess)
  const index = indexEdges(graph)
  const walker = { ...walkerOf('adult'), slowedBySlopes: false }
  const costs = reckonCosts(graph, { walker, hazards: [], zones: 'ignore', closed: null })
  const corners = starts.flatMap((at) => {
    const found = snap(index, at)
    return found.ok ? [cornerOf(graph, found.value)] : []
  })
  const goals = sites.flatMap(({ id, at }): SiteOnGraph[] => {
    const found = snap(index, at)
    return found.ok ? [{ id, on: atCorner(graph, cornerOf(graph, found.value)) }] : []
  })
  const build = (): Field => {
    const field = buildField(costs, goals)
    if (!field.ok) throw new Error(field.reason)
    return field.value
  }
  const field = build()
  const pairs = corners.slice(0, PAIRS).flatMap((from) => {
    const route = routeFrom(field, atCorner(graph, from))
    const site = route.ok ? goals.find(({ id }) => id === route.value.site)?.on : undefined
    return site == null ? [] : [[from, cornerOf(graph, site)] as const]
  })
  const far = corners.slice(0, PAIRS / 5).map((from, at) => [from, corners.at(-1 - at) ?? from] as const)
  const chase = newChase(field)
  const follow = (some: Field): void => {
    for (const [from] of pairs) chaseField(some, atCorner(graph, from), chase)
  }
  const toSite = {
    ours: spent(() => follow(build())),
    after: spent(() => follow(field)),
    theirs: spent(() => pairs.forEach(([from, till]) => other(from, till))),
  }
  const between = {
    ours: spent(() =>
      far.forEach(([from, till]) => routeBetween(costs, atCorner(graph, from), atCorner(graph, till))),
    ),
    theirs: spent(() => far.forEach(([from, till]) => other(from, till))),
  }
  const measure = (name: string, ratio: number, count: number): Measure => ({
    name: `routes: times faster than ngraph.path, ${name}`,
    value: ratio,
    unit: 'x',
    on: `${count} pairs`,
  })
  return [
    measure('to the nearest site, field and all', toSite.theirs / toSite.ours, pairs.length),
    measure('to the nearest site, after the field', toSite.theirs / toSite.after, pairs.length),
    measure('between two corners', between.theirs / between.ours, far.length),
  ]
}

/** Milliseconds, the middle of five rounds after one that warms up. */
function spent(run: () => void): number {
  run()
  const rounds = Array.from({ length: 5 }, () => {
    const started = performance.now()
    run()
    return performance.now() - started
  })
  return rounds.sort((a, b) => a - b)[2] ?? NaN
}

/** The nearer end of the way on which a place lies. */
function cornerOf(graph: Graph, { edge, along }: Snapped): number {
  const isFrom = along <= (graph.decimetres[edge] as number) / 2
  return (isFrom ? graph.from[edge] : graph.till[edge]) as number
}

/** A corner as a place on one of its edges. */
function atCorner(graph: Graph, node: number): Snapped {
  const edge = graph.arcEdges[graph.firstArc[node] as number] as number
  const along = graph.from[edge] === node ? 0 : (graph.decimetres[edge] as number)
  return { edge, along, away: 0, at: placeOfNode(graph, node) }
}
