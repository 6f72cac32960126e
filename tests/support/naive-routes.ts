import type { HazardKind } from '#domain/hazards/hazard-kind.ts'
import type { CostQuestion } from '#domain/routes/cost.ts'
import type { Graph, Snapped } from '#domain/routes/graph.ts'
import { slopeFactor } from '#domain/routes/profiles.ts'
import type { Route } from '#domain/routes/route.ts'

/**
 * Routes in the plainest way that can be thought of, beside which the kernel is held: every place is a node, every piece an
 * arc, a cost is a list of numbers, and all arcs are tried until nothing changes (Bellman-Ford). Nothing of the kernel's
 * reckoning is used but the factor of a slope.
 */

/** Decimetres in each zone, worst first; decimetres unknown; deciseconds. Compared in turn. */
export type NaiveCost = readonly number[]

const UNKNOWN = 255
const [TUNNEL, STEPS] = [2, 4]

/** All zones, worst first; those in one line weigh the same. */
const ZONES: readonly (readonly (readonly [HazardKind, number])[])[] = [
  [1, 2, 3, 4, 5, 6].map((rank) => ['houseCollapse', rank] as const),
  [['landslide', 6]],
  [['landslide', 5]],
  [['tsunami', 6]],
  [['tsunami', 5]],
  [
    ['flood', 6],
    ['stormSurge', 6],
    ['inlandFlood', 6],
    ['pond', 6],
  ],
  [['tsunami', 4]],
  [
    ['flood', 5],
    ['stormSurge', 5],
    ['inlandFlood', 5],
    ['pond', 5],
  ],
  [['tsunami', 3]],
  [
    ['flood', 4],
    ['stormSurge', 4],
    ['inlandFlood', 4],
    ['pond', 4],
  ],
  [
    ['landslide', 4],
    ['tsunami', 2],
  ],
  [['landslide', 3]],
  [['landslide', 2]],
  [['landslide', 1]],
  [
    ['flood', 3],
    ['stormSurge', 3],
    ['inlandFlood', 3],
    ['pond', 3],
  ],
  [['tsunami', 1]],
  [
    ['flood', 2],
    ['stormSurge', 2],
    ['inlandFlood', 2],
    ['pond', 2],
  ],
  [
    ['flood', 1],
    ['stormSurge', 1],
    ['inlandFlood', 1],
    ['pond', 1],
  ],
]

const WATER: readonly HazardKind[] = ['flood', 'stormSurge', 'tsunami', 'inlandFlood', 'pond']

/** Whether nobody is led along an edge. */
export function isBarred(
  graph: Graph,
  { walker, hazards, zones, closed }: CostQuestion,
  edge: number,
): boolean {
  const flags = graph.flags[edge] ?? 0
  if (closed?.[edge] === 2) return true
  if (flags & STEPS && !walker.climbs) return true
  if (zones === 'ignore') return false
  if (flags & TUNNEL && hazards.some((kind) => WATER.includes(kind))) return true
  if (zones === 'least' || zones === 'quickest') return false
  return hazards.some((kind) => {
    const rank = graph.ranks.get(kind)?.[edge] ?? UNKNOWN
    if (rank === 0 || rank === UNKNOWN) return false
    if (kind === 'houseCollapse' || kind === 'tsunami') return true
    return kind === 'landslide' ? rank >= 5 : rank >= 2
  })
}

/** Deciseconds for a piece of an edge, in whole numbers without end. */
export function naiveTime(
  graph: Graph,
  { walker }: CostQuestion,
  edge: number,
  forward: boolean,
  length: number,
): number {
  const rise = graph.slopes[edge] ?? -128
  const level = rise === -128 || !walker.slowedBySlopes
  const factor = (graph.flags[edge] ?? 0) & STEPS ? 2000 : level ? 1000 : slopeFactor(forward ? rise : -rise)
  const [share, whole] = [BigInt(length) * BigInt(factor), BigInt(walker.speed)]
  return Number((share + whole - 1n) / whole)
}

function costOf(graph: Graph, question: CostQuestion, edge: number, length: number, time: number): NaiveCost {
  if (question.zones === 'ignore') return [time]
  const rankOf = (kind: HazardKind): number =>
    question.hazards.includes(kind) ? (graph.ranks.get(kind)?.[edge] ?? 0) : 0
  const inZones = ZONES.map((zone) => zone.filter(([kind, rank]) => rankOf(kind) === rank).length * length)
  const perhapsClosed = question.closed?.[edge] === 1 ? 1 : 0
  if (question.zones === 'quickest') return [perhapsClosed * length, time]
  const unknown =
    (question.hazards.filter((kind) => rankOf(kind) === UNKNOWN).length + perhapsClosed) * length
  return [...inZones, unknown, time]
}

/** The cost of a route as it was measured. */
export function costOfRoute(graph: Graph, question: CostQuestion, route: Route): NaiveCost {
  if (question.zones === 'ignore') return [route.deciseconds]
  if (question.zones === 'quickest') return [route.perhapsClosedDecimetres, route.deciseconds]
  const inZones = ZONES.map((zone) =>
    zone
      .flatMap(([kind, rank]) => route.exposure.filter((one) => one.kind === kind && one.rank === rank))
      .reduce((sum, { decimetres }) => sum + decimetres, 0),
  )
  const unknown = route.unknown
    .filter(({ kind }) => graph.ranks.has(kind))
    .reduce((sum, { decimetres }) => sum + decimetres, route.perhapsClosedDecimetres)
  return [...inZones, unknown, route.deciseconds]
}

/** Negative when the first is the lower cost. No way (null) is the highest. */
export function compareNaive(a: NaiveCost | null, b: NaiveCost | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const at = a.findIndex((part, index) => part !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

type Arc = {
  readonly tail: number
  readonly head: number
  readonly edge: number
  readonly length: number
  readonly forward: boolean
}

/** All pieces that may be walked; the start and each site are nodes of their own. */
function piecesOf(
  graph: Graph,
  question: CostQuestion,
  start: Snapped,
  sites: readonly Snapped[],
): readonly Arc[] {
  const [first, ...rest] = [start, ...sites].map((spot, index) => ({
    ...spot,
    node: graph.nodeCount + index,
  }))
  const arcs: Arc[] = []
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const [from, till] = [graph.from[edge] ?? 0, graph.till[edge] ?? 0]
    const length = graph.decimetres[edge] ?? 0
    if (!isBarred(graph, question, edge)) {
      arcs.push({ tail: from, head: till, edge, length, forward: true })
      arcs.push({ tail: till, head: from, edge, length, forward: false })
    }
    if (first?.edge === edge) {
      arcs.push({ tail: first.node, head: from, edge, length: first.along, forward: false })
      arcs.push({ tail: first.node, head: till, edge, length: length - first.along, forward: true })
    }
    for (const { along, node } of rest.filter((site) => site.edge === edge)) {
      arcs.push({ tail: from, head: node, edge, length: along, forward: true })
      arcs.push({ tail: till, head: node, edge, length: length - along, forward: false })
      if (first?.edge !== edge) continue
      const forward = along >= first.along
      arcs.push({ tail: first.node, head: node, edge, length: Math.abs(along - first.along), forward })
    }
  }
  return arcs.filter(({ edge, length }) => length === 0 || !isBarred(graph, question, edge))
}

/** The least cost from the start to each site; null = no way. */
export function naiveCosts(
  graph: Graph,
  question: CostQuestion,
  start: Snapped,
  sites: readonly Snapped[],
): readonly (NaiveCost | null)[] {
  const arcs = piecesOf(graph, question, start, sites).map((arc) => ({
    ...arc,
    cost: costOf(
      graph,
      question,
      arc.edge,
      arc.length,
      naiveTime(graph, question, arc.edge, arc.forward, arc.length),
    ),
  }))
  const best: (NaiveCost | null)[] = Array.from({ length: graph.nodeCount + 1 + sites.length }, () => null)
  best[graph.nodeCount] = costOf(graph, question, 0, 0, 0)
  for (let changes = true; changes;) {
    changes = false
    for (const { tail, head, cost } of arcs) {
      const before = best[tail] ?? null
      const sum = before === null ? null : before.map((part, index) => part + (cost[index] ?? 0))
      if (compareNaive(sum, best[head] ?? null) >= 0) continue
      best[head] = sum
      changes = true
    }
  }
  return best.slice(graph.nodeCount + 1)
}

export type NaiveFront = {
  readonly edges: Float64Array
  readonly sites: Float64Array | null
  readonly margin: number
}

/**
 * The earliest arrival at any site, by walking every way that passes no node twice, ahead of a front; null = none arrives.
 * For small graphs only.
 */
export function walkEveryWay(
  graph: Graph,
  question: CostQuestion,
  spots: { readonly start: Snapped; readonly sites: readonly Snapped[] },
  front: NaiveFront,
  leave: number,
): number | null {
  const arcs = piecesOf(graph, question, spots.start, spots.sites)
  let earliest: number | null = null
  const walk = (node: number, now: number, passed: ReadonlySet<number>): void => {
    const site = node - graph.nodeCount - 1
    if (site >= 0) {
      if (now <= (front.sites?.[site] ?? Infinity) && (earliest === null || now < earliest)) earliest = now
      return
    }
    for (const { tail, head, edge, length, forward } of arcs) {
      if (tail !== node || passed.has(head)) continue
      const then = now + naiveTime(graph, question, edge, forward, length)
      if (length > 0 && then > (front.edges[edge] ?? 0) - front.margin) continue
      walk(head, then, new Set([...passed, head]))
    }
  }
  walk(graph.nodeCount, leave, new Set([graph.nodeCount]))
  return earliest
}
