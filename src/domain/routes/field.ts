import { ok, refuse, type Result } from '../result.ts'
import { BACKWARD, besideTime, FORWARD, pieceTime, type Costs } from './cost.ts'
import { CostHeap } from './cost-heap.ts'
import { SNAP_LIMIT, type Snapped } from './graph.ts'

/** A place to go to, on the graph; `on` null = no way is near it. */
export type SiteOnGraph = { readonly id: string; readonly on: Snapped | null }

/**
 * The way to the sites from every node: for each node up to `labels` ways to different sites, the best first. A way is
 * followed by `next` from label to label (node × `labels` + place in the list) until -1.
 */
export type Field = {
  readonly costs: Costs
  readonly sites: readonly SiteOnGraph[]
  readonly labels: number
  /** By node: how many of its labels are filled. */
  readonly filled: Uint8Array
  /** By label and word. */
  readonly cost: Float64Array
  /** By label: index into `sites`. */
  readonly site: Int32Array
  /** By label: the label at the next node; -1 = the piece leads to the site itself. */
  readonly next: Int32Array
  /** By label: edge × 2 + direction of the piece that is walked first. */
  readonly via: Int32Array
  /** By edge: the sites on it. */
  readonly sitesOn: ReadonlyMap<number, readonly number[]>
}

export type FieldOptions = {
  /** How many different sites are kept for each node; 1 when not told. */
  readonly labels?: number
}

/** True when a place is near enough to a way to be led to it. Throws for a place that lies on no edge of the graph. */
export function isOnGraph({ graph }: Costs, on: Snapped | null): on is Snapped {
  if (on === null || !(on.away <= SNAP_LIMIT)) return false
  const length = graph.decimetres[on.edge]
  if (length === undefined || !Number.isInteger(on.along) || on.along < 0 || on.along > length)
    throw new RangeError(`no place on the graph: edge ${on.edge}, ${on.along} dm`)
  return true
}

/** True when a piece of an edge may be walked; a piece without length is no way, so that it always may. */
export const mayWalk = ({ bars }: Costs, edge: number, decimetres: number): boolean =>
  decimetres === 0 || bars[edge] === 0

/** Writes what a piece of an edge costs in addition to `base` at `baseAt` (null = nothing) into `target` at `at`. */
export function writeCost(
  costs: Costs,
  piece: { readonly edge: number; readonly direction: number; readonly decimetres: number },
  base: { readonly from: Float64Array; readonly at: number } | null,
  target: Float64Array,
  at: number,
): void {
  const { words, perDecimetre } = costs
  for (let word = 0; word < words; word += 1) {
    const before = base === null ? 0 : (base.from[base.at + word] as number)
    target[at + word] = before + (perDecimetre[piece.edge * words + word] as number) * piece.decimetres
  }
  const last = at + words - 1
  const time = pieceTime(costs, piece.edge, piece.direction, piece.decimetres)
  target[last] = (target[last] as number) + time
}

/** Writes what the last piece to a site costs, with the time from the way to the site itself. */
export function writeLastCost(
  costs: Costs,
  piece: Parameters<typeof writeCost>[1],
  { away }: Snapped,
  target: Float64Array,
  at: number,
): void {
  writeCost(costs, piece, null, target, at)
  const last = at + costs.words - 1
  target[last] = (target[last] as number) + besideTime(costs, away)
}

/**
 * Finds the ways to the nearest sites from all nodes at once: one search (Dijkstra) that starts at all sites and goes against
 * the direction of walking. With several labels each node keeps ways to different sites.
 * @returns the field, or the refusal `noSites` when no site is near a way. Sites on a barred piece are there and not reached.
 */
export function buildField(
  costs: Costs,
  sites: readonly SiteOnGraph[],
  { labels = 1 }: FieldOptions = {},
): Result<Field, 'noSites'> {
  if (!Number.isInteger(labels) || labels < 1 || labels > 255) throw new RangeError(`labels: ${labels}`)
  const { graph, words } = costs
  const sitesOn = groupByEdge(costs, sites)
  if (sitesOn.size === 0) return refuse('noSites')
  const field: Field = {
    costs,
    sites,
    labels,
    filled: new Uint8Array(graph.nodeCount),
    cost: new Float64Array(graph.nodeCount * labels * words),
    site: new Int32Array(graph.nodeCount * labels).fill(-1),
    next: new Int32Array(graph.nodeCount * labels).fill(-1),
    via: new Int32Array(graph.nodeCount * labels).fill(-1),
    sitesOn,
  }
  const heap = new CostHeap(words, sites.length * 2 + graph.heads.length * labels)
  for (const [edge, indexes] of sitesOn) for (const index of indexes) seed(field, heap, edge, index)
  for (let entry = heap.pop(); entry !== -1; entry = heap.pop()) {
    const label = settle(field, heap, entry)
    if (label !== null) relax(field, heap, heap.nodes[entry] as number, label)
  }
  return ok(field)
}

function groupByEdge(costs: Costs, sites: readonly SiteOnGraph[]): Map<number, number[]> {
  const sitesOn = new Map<number, number[]>()
  for (const [index, { on }] of sites.entries()) {
    if (!isOnGraph(costs, on)) continue
    const same = sitesOn.get(on.edge)
    if (same === undefined) sitesOn.set(on.edge, [index])
    else same.push(index)
  }
  return sitesOn
}

/** The last piece: from both ends of the edge on which the site lies. */
function seed({ costs, sites }: Field, heap: CostHeap, edge: number, index: number): void {
  const { graph, words } = costs
  const on = sites[index]?.on
  if (on == null) return
  const { along } = on
  const ends = [
    { node: graph.from[edge] as number, direction: FORWARD, decimetres: along },
    {
      node: graph.till[edge] as number,
      direction: BACKWARD,
      decimetres: (graph.decimetres[edge] as number) - along,
    },
  ]
  for (const { node, direction, decimetres } of ends) {
    if (!mayWalk(costs, edge, decimetres)) continue
    writeLastCost(costs, { edge, direction, decimetres }, on, heap.costs, heap.count * words)
    heap.push(node, index, -1, edge * 2 + direction)
  }
}

/** Whether a node needs no further way to this site. */
function isFull({ filled, labels, site }: Field, node: number, index: number): boolean {
  const count = filled[node] as number
  if (count >= labels) return true
  for (let place = 0; place < count; place += 1) if (site[node * labels + place] === index) return true
  return false
}

/** Makes an entry the next label of its node. */
function settle(field: Field, heap: CostHeap, entry: number): number | null {
  const [node, index] = [heap.nodes[entry] as number, heap.sites[entry] as number]
  if (isFull(field, node, index)) return null
  const { words } = field.costs
  const label = node * field.labels + (field.filled[node] as number)
  field.filled[node] = (field.filled[node] as number) + 1
  for (let word = 0; word < words; word += 1)
    field.cost[label * words + word] = heap.costs[entry * words + word] as number
  field.site[label] = index
  field.next[label] = heap.nexts[entry] as number
  field.via[label] = heap.vias[entry] as number
  return label
}

/** Offers the way of a label to all neighbours of its node. */
function relax(field: Field, heap: CostHeap, node: number, label: number): void {
  const { graph, words, bars, perDecimetre, times } = field.costs
  const index = field.site[label] as number
  const end = graph.firstArc[node + 1] as number
  for (let arc = graph.firstArc[node] as number; arc < end; arc += 1) {
    const edge = graph.arcEdges[arc] as number
    const neighbour = graph.heads[arc] as number
    if (bars[edge] !== 0 || neighbour === node || isFull(field, neighbour, index)) continue
    // The walker comes from the neighbour to this node.
    const direction = graph.from[edge] === neighbour ? FORWARD : BACKWARD
    const decimetres = graph.decimetres[edge] as number
    const at = heap.count * words
    for (let word = 0; word < words; word += 1)
      heap.costs[at + word] =
        (field.cost[label * words + word] as number) +
        (perDecimetre[edge * words + word] as number) * decimetres
    const last = at + words - 1
    heap.costs[last] = (heap.costs[last] as number) + (times[edge * 2 + direction] as number)
    heap.push(neighbour, index, label, edge * 2 + direction)
  }
}
