import type { HazardKind } from '../hazards/hazard-kind.ts'
import { ok, refuse, type Result } from '../result.ts'
import { BACKWARD, FORWARD, pieceTime, type Costs } from './cost.ts'
import { CostHeap } from './cost-heap.ts'
import { isOnGraph, mayWalk, type SiteOnGraph } from './field.ts'
import { RANK_UNKNOWN, type Graph, type Snapped } from './graph.ts'
import { directionOf, type Leg, type RouteRefusal } from './route.ts'

/**
 * Something that advances and closes edges: water, mostly. All times are deciseconds on one clock that the caller chooses;
 * `Infinity` = never. An edge closes once and stays closed, so that who leaves earlier never arrives later.
 */
export type Front = {
  /** By edge: who is not off it `margin` before this moment did not come through. */
  readonly edges: Float64Array
  /** By site, in the order of the sites: who arrives later is not let in; null = no site closes. */
  readonly sites: Float64Array | null
  readonly margin: number
}

/** For each node the last moment at which somebody there can leave and still reach a site. */
export type LastDepartures = {
  readonly costs: Costs
  readonly sites: readonly SiteOnGraph[]
  readonly front: Front
  /** By node; `-Infinity` = no way leads to a site at any time. */
  readonly latest: Float64Array
  /** By node: index of the site that is reached; -1. */
  readonly site: Int32Array
}

export type LastDeparture = { readonly leaveBy: number; readonly site: string }

/** How much time is left. `tooLate` = it is too late to walk; an upper storey (垂直避難) is what remains. */
export const SLACKS = ['over30', 'over10', 'under10', 'tooLate'] as const
export type Slack = (typeof SLACKS)[number]

const MINUTE = 600

/** More than 30 minutes, 10 to 30, under 10, or none; a moment is enough to be too late. Deciseconds. */
export function slackAt(leaveBy: number, now: number): Slack {
  const left = leaveBy - now
  if (left < 0) return 'tooLate'
  if (left < 10 * MINUTE) return 'under10'
  return left <= 30 * MINUTE ? 'over10' : 'over30'
}

/** The moment by which somebody must be off an edge. */
const offBy = ({ edges, margin }: Front, edge: number): number => (edges[edge] as number) - margin

/**
 * Reckons backwards from all sites. Only time counts here; edges that are barred are no way at all. Throws when the front does
 * not have one entry for each edge and site.
 */
export function findLastDepartures(
  costs: Costs,
  sites: readonly SiteOnGraph[],
  front: Front,
): Result<LastDepartures, 'noSites'> {
  const { graph } = costs
  checkFront(costs, sites, front)
  const heap = new CostHeap(1, sites.length * 2 + graph.heads.length)
  const latest = new Float64Array(graph.nodeCount).fill(-Infinity)
  const site = new Int32Array(graph.nodeCount).fill(-1)
  const offer = (node: number, index: number, moment: number): void => {
    if (site[node] !== -1) return
    heap.costs[heap.count] = -moment
    heap.push(node, index, -1, -1)
  }
  let hasSite = false
  for (const [index, { on }] of sites.entries()) {
    if (!isOnGraph(costs, on)) continue
    hasSite = true
    for (const { node, direction, decimetres } of endsAround(graph, on)) {
      // The walker comes from the node to the site.
      const piece = { edge: on.edge, direction: 1 - direction, decimetres }
      const moment = before(costs, front, piece, front.sites?.[index] ?? Infinity)
      if (moment !== null) offer(node, index, moment)
    }
  }
  for (let entry = heap.pop(); entry !== -1; entry = heap.pop()) {
    const node = heap.nodes[entry] as number
    if (site[node] !== -1) continue
    site[node] = heap.sites[entry] as number
    const moment = -(heap.costs[entry] as number)
    latest[node] = moment
    for (let arc = graph.firstArc[node] as number; arc < (graph.firstArc[node + 1] as number); arc += 1) {
      const [edge, neighbour] = [graph.arcEdges[arc] as number, graph.heads[arc] as number]
      const direction = graph.from[edge] === neighbour ? FORWARD : BACKWARD
      const decimetres = graph.decimetres[edge] as number
      const last =
        costs.bars[edge] === 0 ? before(costs, front, { edge, direction, decimetres }, moment) : null
      if (last !== null) offer(neighbour, site[node], last)
    }
  }
  return hasSite ? ok({ costs, sites, front, latest, site }) : refuse('noSites')
}

function checkFront({ graph }: Costs, sites: readonly SiteOnGraph[], front: Front): void {
  if (front.edges.length !== graph.edgeCount) throw new RangeError('front: not one moment for each edge')
  if (front.sites !== null && front.sites.length !== sites.length)
    throw new RangeError('front: not one moment for each site')
}

type Piece = { readonly edge: number; readonly direction: number; readonly decimetres: number }

/** From a place on an edge to both its ends. */
function endsAround(graph: Graph, { edge, along }: Snapped) {
  const rest = (graph.decimetres[edge] as number) - along
  return [
    { node: graph.from[edge] as number, direction: BACKWARD, decimetres: along },
    { node: graph.till[edge] as number, direction: FORWARD, decimetres: rest },
  ]
}

/** The last moment to begin a piece whose end must be reached by `moment`; null = the piece is barred. */
function before(
  costs: Costs,
  front: Front,
  { edge, direction, decimetres }: Piece,
  moment: number,
): number | null {
  if (decimetres === 0) return moment
  if (!mayWalk(costs, edge, decimetres)) return null
  return Math.min(moment, offBy(front, edge)) - pieceTime(costs, edge, direction, decimetres)
}

/** The last moment to leave a place. `unreachable` = no way leads to a site at any time. */
export function lastDepartureFrom(
  { costs, sites, front, latest, site }: LastDepartures,
  start: Snapped | null,
): Result<LastDeparture, Exclude<RouteRefusal, 'noSites'>> {
  if (!isOnGraph(costs, start)) return refuse('unsnappable')
  let best: LastDeparture | null = null
  const offer = (index: number, moment: number | null): void => {
    const id = sites[index]?.id
    if (id !== undefined && moment !== null && (best === null || moment > best.leaveBy))
      best = { leaveBy: moment, site: id }
  }
  for (const { node, ...piece } of endsAround(costs.graph, start))
    if (site[node] !== -1)
      offer(
        site[node] as number,
        before(costs, front, { edge: start.edge, ...piece }, latest[node] as number),
      )
  for (const [index, { on }] of sites.entries()) {
    if (!isOnGraph(costs, on) || on.edge !== start.edge) continue
    const piece = {
      edge: on.edge,
      direction: on.along < start.along ? BACKWARD : FORWARD,
      decimetres: Math.abs(on.along - start.along),
    }
    offer(index, before(costs, front, piece, front.sites?.[index] ?? Infinity))
  }
  return best === null ? refuse('unreachable') : ok(best)
}

/**
 * The last moment to leave along one route. It can be earlier than that of the place, because the route of least cost need not
 * be the one that stays open longest: this is the moment to tell beside a route.
 * @param siteClosesAt deciseconds; `Infinity` = never.
 */
export function lastDepartureAlong(
  costs: Costs,
  legs: readonly Leg[],
  front: Front,
  siteClosesAt: number,
): number {
  return legs.toReversed().reduce((moment, leg) => {
    const time = pieceTime(costs, leg.edge, directionOf(leg), Math.abs(leg.end - leg.start))
    return Math.min(moment, offBy(front, leg.edge)) - time
  }, siteClosesAt)
}

/**
 * A front where no computed one exists: at one moment everything closes that lies in a zone of one of the hazards, and what is
 * not known, because it may lie in one.
 */
export function closeZonesAt(graph: Graph, hazards: readonly HazardKind[], moment: number): Float64Array {
  return Float64Array.from({ length: graph.edgeCount }, (_, edge) =>
    hazards.some((kind) => (graph.ranks.get(kind)?.[edge] ?? RANK_UNKNOWN) !== 0) ? moment : Infinity,
  )
}
