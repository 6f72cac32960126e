import { ok, refuse, type Result } from '../result.ts'
import { BACKWARD, FORWARD, pieceTime, type Costs } from './cost.ts'
import { CostHeap } from './cost-heap.ts'
import { isOnGraph, mayWalk, type SiteOnGraph } from './field.ts'
import type { Snapped } from './graph.ts'
import type { Front } from './last-departure.ts'
import type { Leg, RouteRefusal } from './route.ts'

/** `legs` the way, as a route tells it: none without length. */
export type Arrival = { readonly at: number; readonly site: string; readonly legs: readonly Leg[] }

/**
 * The earliest arrival at any site for somebody who leaves at a moment while a front advances. An edge is walked only by who is
 * off it in time. Exact because edges only ever close (engineering.md §9.3).
 * @param leave deciseconds on the clock of the front.
 * @returns `unreachable` when no site is reached any more, or none ever was.
 */
export function earliestArrival(
  costs: Costs,
  sites: readonly SiteOnGraph[],
  front: Front,
  start: Snapped | null,
  leave: number,
): Result<Arrival, RouteRefusal> {
  if (!isOnGraph(costs, start)) return refuse('unsnappable')
  if (!sites.some(({ on }) => isOnGraph(costs, on))) return refuse('noSites')
  const { graph } = costs
  const tree = arrivalsAtNodes(costs, front, start, leave)
  let best: { readonly at: number; readonly site: string; readonly last: Last } | null = null
  for (const [index, { id, on }] of sites.entries()) {
    if (!isOnGraph(costs, on)) continue
    const { edge, along } = on
    const length = graph.decimetres[edge] as number
    const lasts: Last[] = [
      { node: graph.from[edge] as number, edge, start: 0, end: along },
      { node: graph.till[edge] as number, edge, start: length, end: along },
    ]
    if (edge === start.edge) lasts.push({ node: null, edge, start: start.along, end: along })
    for (const last of lasts) {
      const from = last.node === null ? leave : (tree.arrivals[last.node] as number)
      const direction = last.end < last.start ? BACKWARD : FORWARD
      const at = walk(costs, front, edge, direction, Math.abs(last.end - last.start), from)
      const isOpen = at < Infinity && at <= (front.sites?.[index] ?? Infinity)
      if (isOpen && (best === null || at < best.at)) best = { at, site: id, last }
    }
  }
  return best === null
    ? refuse('unreachable')
    : ok({ at: best.at, site: best.site, legs: legsTo(costs, tree, start, best.last) })
}

/** The last piece, from a node or from the start itself (null). */
type Last = Leg & { readonly node: number | null }

/** By node: when it is reached, from which node (-1 = from the start) and by which edge × 2 + direction. */
type Tree = {
  readonly arrivals: Float64Array
  readonly before: Int32Array
  readonly via: Int32Array
}

function legsTo(
  { graph }: Costs,
  { before, via }: Tree,
  start: Snapped,
  { node, ...last }: Last,
): readonly Leg[] {
  const legs: Leg[] = [last]
  for (let at = node ?? -1; at !== -1; at = before[at] as number) {
    const edge = (via[at] as number) >> 1
    const length = graph.decimetres[edge] as number
    const isForward = ((via[at] as number) & 1) === FORWARD
    const begin = before[at] === -1 ? start.along : isForward ? 0 : length
    legs.push({ edge, start: begin, end: isForward ? length : 0 })
  }
  return legs.reverse().filter((leg) => leg.start !== leg.end)
}

/** When the far end of a piece is reached; `Infinity` when it is barred or closes before. */
function walk(
  costs: Costs,
  { edges, margin }: Front,
  edge: number,
  direction: number,
  decimetres: number,
  leave: number,
): number {
  if (decimetres === 0) return leave
  if (!mayWalk(costs, edge, decimetres)) return Infinity
  const at = leave + pieceTime(costs, edge, direction, decimetres)
  return at <= (edges[edge] as number) - margin ? at : Infinity
}

function arrivalsAtNodes(costs: Costs, front: Front, start: Snapped, leave: number): Tree {
  const { graph } = costs
  const arrivals = new Float64Array(graph.nodeCount).fill(Infinity)
  const [before, via] = [new Int32Array(graph.nodeCount).fill(-1), new Int32Array(graph.nodeCount).fill(-1)]
  const heap = new CostHeap(1, graph.heads.length + 2)
  const offer = (node: number, at: number, from: number, by: number): void => {
    if (at === Infinity || arrivals[node] !== Infinity) return
    heap.costs[heap.count] = at
    heap.push(node, 0, from, by)
  }
  const { edge, along } = start
  const back = edge * 2 + BACKWARD
  offer(graph.from[edge] as number, walk(costs, front, edge, BACKWARD, along, leave), -1, back)
  const rest = (graph.decimetres[edge] as number) - along
  const on = edge * 2 + FORWARD
  offer(graph.till[edge] as number, walk(costs, front, edge, FORWARD, rest, leave), -1, on)
  for (let entry = heap.pop(); entry !== -1; entry = heap.pop()) {
    const node = heap.nodes[entry] as number
    if (arrivals[node] !== Infinity) continue
    const now = heap.costs[entry] as number
    arrivals[node] = now
    before[node] = heap.nexts[entry] as number
    via[node] = heap.vias[entry] as number
    for (let arc = graph.firstArc[node] as number; arc < (graph.firstArc[node + 1] as number); arc += 1) {
      const next = graph.arcEdges[arc] as number
      if (costs.bars[next] !== 0) continue
      const direction = graph.from[next] === node ? FORWARD : BACKWARD
      const length = graph.decimetres[next] as number
      const head = graph.heads[arc] as number
      offer(head, walk(costs, front, next, direction, length, now), node, next * 2 + direction)
    }
  }
  return { arrivals, before, via }
}
