import type { LngLat } from '../geo/lng-lat.ts'
import type { Graph } from '../routes/graph.ts'
import { blocks } from './blocks.ts'
import type { Closure, Mode } from './closure.ts'
import {
  besidePiece,
  doCross,
  isInRings,
  layAround,
  lengthInPlane,
  metresToLine,
  type Spot,
} from './plane.ts'

/** Values of `ClosedEdges.states`, the higher one wins where closures meet; 0 = no closure is known. A closure lies here that does not tell whether this mode may pass. */
export const PERHAPS_CLOSED = 1
export const CLOSED = 2

export type ClosedEdges = {
  /** By edge. */
  readonly states: Uint8Array
  /** By edge whose state is not 0: the ids of the closures, in their order. */
  readonly closures: ReadonlyMap<number, readonly string[]>
  /** In force, and near no way that is known: shown as a symbol, and told. */
  readonly unplaced: readonly Closure[]
}

/** Metres. A line closes what lies beside it: half a wide road and the error of a finger on a map (docs/closures.md). */
const BESIDE = 12
/** Metres. A point closes the nearest way in reach (docs/closures.md). */
const REACH = 30
/** Metres. Ways that are nearly as near as the nearest are closed too: those that meet at a junction. Own choice. */
const AS_NEAR = 5
/** A way runs along a line when their directions differ by at most 30°. Own choice; the cosine of it. */
const ALONG = Math.cos(Math.PI / 6)
/** Metres: how finely a way is looked at. */
const STEP = 4

/**
 * Which edges the closures close for somebody. A line closes the edges that run along it, not those that cross it; an edge is
 * closed whole, however little of it is closed, once that is 12 m, or half of the edge or of the line. Where a line ends far
 * from everything it closed, its end closes the nearest way as a point does: better one way too many than water walked into.
 * The direction of a closure is not looked at: it is one of traffic, and people walk both ways.
 * @param now for a feed that may be old, take closures and time from `closuresToReckon`
 */
export function closedEdges(
  graph: Graph,
  closures: readonly Closure[],
  mode: Mode,
  now: number,
): ClosedEdges {
  const states = new Uint8Array(graph.edgeCount)
  const byEdge = new Map<number, string[]>()
  const unplaced: Closure[] = []
  const ways = waysOf(graph)
  for (const closure of closures) {
    const verdict = blocks(closure, mode, now)
    if (verdict === 'no') continue
    const edges = edgesOf(ways, closure.shape)
    if (edges.length === 0) unplaced.push(closure)
    for (const edge of edges) {
      states[edge] = Math.max(states[edge] ?? 0, verdict === 'yes' ? CLOSED : PERHAPS_CLOSED)
      byEdge.set(edge, [...(byEdge.get(edge) ?? []), closure.id])
    }
  }
  return { states, closures: byEdge, unplaced }
}

/** The edges of a graph with the boxes around them: west, south, east, north of each in turn, degrees. */
type Ways = { readonly graph: Graph; readonly boxes: Float64Array }

/** A graph never changes, so its boxes are reckoned once. */
const WAYS = new WeakMap<Graph, Ways>()

function waysOf(graph: Graph): Ways {
  const known = WAYS.get(graph)
  if (known !== undefined) return known
  const boxes = new Float64Array(graph.edgeCount * 4)
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const { west, south, east, north } = boxOf(graph.shapeOf(edge))
    boxes.set([west, south, east, north], edge * 4)
  }
  const ways = { graph, boxes }
  WAYS.set(graph, ways)
  return ways
}

function boxOf(positions: readonly LngLat[]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of positions) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return { west, south, east, north }
}

/** An edge in the plane around a closure. */
type NearWay = { readonly edge: number; readonly line: readonly Spot[] }

/** The edges that a closure lies on, by their numbers, each once and rising. */
function edgesOf(ways: Ways, shape: Closure['shape']): readonly number[] {
  const paths = shape.kind === 'point' ? [[shape.at]] : shape.kind === 'line' ? shape.lines : shape.rings
  const origin = paths[0]?.[0]
  if (origin === undefined) return []
  const lay = layAround(origin)
  const near = waysNear(ways, paths.flat()).map((edge) => ({ edge, line: ways.graph.shapeOf(edge).map(lay) }))
  const laid = paths.map((path) => path.map(lay).filter((spot, at, all) => !isSame(spot, all[at - 1])))
  const found = new Set<number>()
  if (shape.kind === 'point') nearestWays(near, lay(origin)).forEach((edge) => found.add(edge))
  else if (shape.kind === 'area') near.forEach((way) => touchesArea(way.line, laid) && found.add(way.edge))
  else laid.forEach((line) => edgesAlong(near, line).forEach((edge) => found.add(edge)))
  return [...found].sort((a, b) => a - b)
}

/** Those whose box comes within reach of the box around the closure. */
function waysNear({ graph, boxes }: Ways, positions: readonly LngLat[]): readonly number[] {
  const box = boxOf(positions)
  const up = REACH / 110_000
  const across =
    up / Math.max(0.05, Math.cos((Math.max(Math.abs(box.south), Math.abs(box.north)) * Math.PI) / 180))
  const near: number[] = []
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const at = edge * 4
    if ((boxes[at] as number) > box.east + across || (boxes[at + 2] as number) < box.west - across) continue
    if ((boxes[at + 1] as number) > box.north + up || (boxes[at + 3] as number) < box.south - up) continue
    near.push(edge)
  }
  return near
}

function nearestWays(ways: readonly NearWay[], at: Spot): readonly number[] {
  const away = ways.map(({ line }) => metresToLine(at, line))
  const least = Math.min(...away, Infinity)
  if (least > REACH) return []
  return ways.filter((_, index) => (away[index] ?? Infinity) <= least + AS_NEAR).map(({ edge }) => edge)
}

function touchesArea(way: readonly Spot[], rings: readonly (readonly Spot[])[]): boolean {
  const [first] = way
  if (first !== undefined && isInRings(first, rings)) return true
  return way.some((end, at) =>
    rings.some((ring) =>
      ring.some((corner, index) => doCross(way[at - 1] ?? end, end, ring[index - 1] ?? corner, corner)),
    ),
  )
}

function edgesAlong(ways: readonly NearWay[], line: readonly Spot[]): readonly number[] {
  const whole = lengthInPlane(line)
  const along = ways.filter(
    (way) => metresAlong(way.line, line) >= Math.min(BESIDE, lengthInPlane(way.line) / 2, whole / 2),
  )
  const ends = [line[0], line.at(-1)].filter((end) => end !== undefined)
  const lost = ends.filter((end) => !along.some((way) => metresToLine(end, way.line) <= REACH))
  return [...along.map(({ edge }) => edge), ...lost.flatMap((end) => nearestWays(ways, end))]
}

/** Metres of a way that run beside a line, in its direction. */
function metresAlong(way: readonly Spot[], line: readonly Spot[]): number {
  let metres = 0
  for (const [index, end] of way.entries()) {
    const start = way[index - 1] ?? end
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
    const length = Math.hypot(dx, dy)
    const count = Math.ceil(length / STEP)
    const pieces = count === 0 ? [] : piecesAlong(start, end, line)
    if (pieces.length === 0) continue
    for (let step = 0; step < count; step += 1) {
      const share = (step + 0.5) / count
      const spot = [start[0] + dx * share, start[1] + dy * share] as const
      if (pieces.some(([a, b]) => isBeside(spot, a, b))) metres += length / count
    }
  }
  return metres
}

type Piece = readonly [from: Spot, till: Spot]

/** The pieces of a line that run in the direction of a stretch and come near it: whatever else is beside it does not count. */
function piecesAlong(start: Spot, end: Spot, line: readonly Spot[]): readonly Piece[] {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  const stretch = Math.hypot(dx, dy)
  const pieces: Piece[] = []
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1] as Spot, line[index] as Spot]
    if (!comeNear(start, end, a, b, 0) || !comeNear(start, end, a, b, 1)) continue
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length === 0) continue
    const turn = Math.abs(((dx / stretch) * (b[0] - a[0]) + (dy / stretch) * (b[1] - a[1])) / length)
    if (turn >= ALONG) pieces.push([a, b])
  }
  return pieces
}

/** Whether two pieces lie no farther apart than `BESIDE` along one axis, with a hair more for what was rounded. */
function comeNear(start: Spot, end: Spot, a: Spot, b: Spot, axis: 0 | 1): boolean {
  const far = BESIDE + 0.001
  return (
    Math.min(start[axis], end[axis]) - far <= Math.max(a[axis], b[axis]) &&
    Math.max(start[axis], end[axis]) + far >= Math.min(a[axis], b[axis])
  )
}

/** Beside a piece of the line; not round its ends, where the next way begins. */
function isBeside(spot: Spot, a: Spot, b: Spot): boolean {
  const { metres, share } = besidePiece(spot, a, b)
  return share >= 0 && share <= 1 && metres <= BESIDE
}

const isSame = (a: Spot, b: Spot | undefined): boolean => a[0] === b?.[0] && a[1] === b[1]
