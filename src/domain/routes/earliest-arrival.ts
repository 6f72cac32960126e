import { ok, refuse, type Result } from '../result.ts'
import { BACKWARD, FORWARD, pieceTime, type Costs } from './cost.ts'
import { CostHeap } from './cost-heap.ts'
import { isOnGraph, mayWalk, type SiteOnGraph } from './field.ts'
import type { Snapped } from './graph.ts'
import type { Front } from './last-departure.ts'
import type { RouteRefusal } from './route.ts'

export type Arrival = { readonly at: number; readonly site: string }

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
  const arrivals = arrivalsAtNodes(costs, front, start, leave)
  let best: Arrival | null = null
  for (const [index, { id, on }] of sites.entries()) {
    if (!isOnGraph(costs, on)) continue
    const { edge, along } = on
    const length = costs.graph.decimetres[edge] as number
    const ways = [
      walk(costs, front, edge, FORWARD, along, arrivals[costs.graph.from[edge] as number] as number),
      walk(
        costs,
        front,
        edge,
        BACKWARD,
        length - along,
        arrivals[costs.graph.till[edge] as number] as number,
      ),
    ]
    if (edge === start.edge) {
      const direction = along < start.along ? BACKWARD : FORWARD
      ways.push(walk(costs, front, edge, direction, Math.abs(along - start.along), leave))
    }
    const at = Math.min(...ways)
    const isOpen = at < Infinity && at <= (front.sites?.[index] ?? Infinity)
    if (isOpen && (best === null || at < best.at)) best = { at, site: id }
  }
  return best === null ? refuse('unreachable') : ok(best)
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

function arrivalsAtNodes(costs: Costs, front: Front, start: Snapped, leave: number): Float64Array {
  const { graph } = costs
  const arrivals = new Float64Array(graph.nodeCount).fill(Infinity)
  const heap = new CostHeap(1, graph.heads.length + 2)
  const offer = (node: number, at: number): void => {
    if (at === Infinity || arrivals[node] !== Infinity) return
    heap.costs[heap.count] = at
    heap.push(node, 0, -1, -1)
  }
  const { edge, along } = start
  offer(graph.from[edge] as number, walk(costs, front, edge, BACKWARD, along, leave))
  const rest = (graph.decimetres[edge] as number) - along
  offer(graph.till[edge] as number, walk(costs, front, edge, FORWARD, rest, leave))
  for (let entry = heap.pop(); entry !== -1; entry = heap.pop()) {
    const node = heap.nodes[entry] as number
    if (arrivals[node] !== Infinity) continue
    const now = heap.costs[entry] as number
    arrivals[node] = now
    for (let arc = graph.firstArc[node] as number; arc < (graph.firstArc[node + 1] as number); arc += 1) {
      const next = graph.arcEdges[arc] as number
      if (costs.bars[next] !== 0) continue
      const direction = graph.from[next] === node ? FORWARD : BACKWARD
      offer(
        graph.heads[arc] as number,
        walk(costs, front, next, direction, graph.decimetres[next] as number, now),
      )
    }
  }
  return arrivals
}
