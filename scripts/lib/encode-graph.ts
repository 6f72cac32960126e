import { crc32 } from '#domain/crc32.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { HAZARD_KINDS, type HazardKind } from '#domain/hazards/hazard-kind.ts'
import { SLOPE_UNKNOWN, WAY_CLASSES, type RoadName, type WayClass } from '#domain/routes/graph.ts'
import {
  GRAPH_HEAD_BYTES,
  GRAPH_MAGIC,
  GRAPH_QUANTA,
  GRAPH_VERSION,
  MOST_NAMES,
} from '#domain/routes/graph-format.ts'
import { roadNamesText } from '#domain/routes/road-names.ts'
import { ByteSink } from './byte-sink.ts'

/** A place in whole quanta of a degree (`GRAPH_QUANTA`), longitude first. */
export type Spot = readonly [x: number, y: number]

/** An edge before it is written. */
export type DraftEdge = {
  readonly from: number
  readonly till: number
  /** Between its two nodes, in the direction from `from` to `till`. */
  readonly points: readonly Spot[]
  readonly class: WayClass
  /** `BRIDGE | TUNNEL | STEPS`. */
  readonly flags: number
  /** Percent, rising from `from` to `till`, or `SLOPE_UNKNOWN`. */
  readonly slope: number
  readonly name: RoadName | null
  /** In the order of `GraphDraft.hazards`. */
  readonly ranks: readonly number[]
}

export type GraphDraft = {
  readonly nodes: readonly Spot[]
  readonly edges: readonly DraftEdge[]
  readonly hazards: readonly HazardKind[]
}

export const toSpot = ([lng, lat]: LngLat): Spot => [
  Math.round(lng * GRAPH_QUANTA),
  Math.round(lat * GRAPH_QUANTA),
]

/**
 * The same graph in the order of its file: nodes along a Hilbert curve, edges from the lower node to the higher one and
 * sorted by these. In whatever order nodes and edges of different places come, they stand in one order then.
 */
export function orderGraph({ nodes, edges, hazards }: GraphDraft): GraphDraft {
  const box = boxOf({ nodes, edges: [], hazards })
  const places = nodes.map(([x, y], node) => ({ node, x, y, curve: alongCurve(x - box.west, y - box.south) }))
  places.sort((a, b) => a.curve - b.curve || a.x - b.x || a.y - b.y || a.node - b.node)
  const numberOf = new Uint32Array(nodes.length)
  places.forEach(({ node }, number) => (numberOf[node] = number))
  const renamed = edges.map((edge) =>
    forward({ ...edge, from: numberOf[edge.from] as number, till: numberOf[edge.till] as number }),
  )
  renamed.sort(byEnds)
  return { nodes: places.map(({ x, y }) => [x, y]), edges: renamed, hazards }
}

function forward(edge: DraftEdge): DraftEdge {
  if (edge.from <= edge.till) return edge
  const slope = edge.slope === SLOPE_UNKNOWN ? SLOPE_UNKNOWN : 0 - edge.slope
  return { ...edge, from: edge.till, till: edge.from, points: edge.points.toReversed(), slope }
}

function byEnds(a: DraftEdge, b: DraftEdge): number {
  const order = a.from - b.from || a.till - b.till || a.points.length - b.points.length
  if (order !== 0) return order
  for (const [i, [x, y]] of a.points.entries()) {
    const [otherX, otherY] = b.points[i] as Spot
    if (x !== otherX || y !== otherY) return x - otherX || y - otherY
  }
  return a.flags - b.flags || WAY_CLASSES.indexOf(a.class) - WAY_CLASSES.indexOf(b.class)
}

/** Bits of each axis along the curve: 2^20 quanta are more than five degrees. */
const CURVE_BITS = 20

/** How far along the Hilbert curve a place lies (the usual turning of quadrants; 40 bits, exact in a double). */
function alongCurve(x: number, y: number): number {
  let [px, py, distance] = [x, y, 0]
  for (let side = 2 ** (CURVE_BITS - 1); side >= 1; side /= 2) {
    const right = px & side ? 1 : 0
    const up = py & side ? 1 : 0
    distance += side * side * ((3 * right) ^ up)
    if (up === 1) continue
    const flipped: [number, number] = right === 1 ? [side * 2 - 1 - px, side * 2 - 1 - py] : [px, py]
    ;[px, py] = [flipped[1] & (side * 2 - 1), flipped[0] & (side * 2 - 1)]
  }
  return distance
}

type Box = { readonly west: number; readonly south: number; readonly width: number; readonly height: number }

function boxOf({ nodes, edges }: GraphDraft): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const add = ([x, y]: Spot): void => {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  nodes.forEach(add)
  for (const { points } of edges) points.forEach(add)
  if (west === Infinity) return { west: 0, south: 0, width: 0, height: 0 }
  return { west, south, width: east - west, height: north - south }
}

/** Writes a graph in the form that `domain/routes/graph-format.ts` tells, in the order of {@link orderGraph}. */
export function encodeGraph(draft: GraphDraft): Uint8Array {
  const graph = orderGraph(draft)
  const sink = new ByteSink()
  const box = boxOf(graph)
  writeFrame(sink, box)
  writeNodes(sink, graph, box)
  writeEdges(sink, graph)
  writeAttributes(sink, graph)
  return withHead(sink.toBytes())
}

/** Decimetres of a degree of latitude on the sphere of the app's distances (R = 6,371,008.8 m). */
const DECIMETRES_PER_DEGREE = (6_371_008.8 * Math.PI * 10) / 180

function writeFrame(sink: ByteSink, { west, south, width, height }: Box): void {
  const view = new DataView(new ArrayBuffer(40))
  const north = DECIMETRES_PER_DEGREE / GRAPH_QUANTA
  const east = (y: number): number => north * Math.cos(((y / GRAPH_QUANTA) * Math.PI) / 180)
  const numbers = [west, south, north, east(south), east(south + height)]
  numbers.forEach((value, i) => view.setFloat64(i * 8, value, true))
  sink.bytes(new Uint8Array(view.buffer))
  sink.varint(width)
  sink.varint(height)
}

function writeNodes(sink: ByteSink, { nodes }: GraphDraft, { west, south }: Box): void {
  sink.varint(nodes.length)
  nodes.forEach(([x], i) => sink.zigzag(x - (nodes[i - 1]?.[0] ?? west)))
  nodes.forEach(([, y], i) => sink.zigzag(y - (nodes[i - 1]?.[1] ?? south)))
}

function writeEdges(sink: ByteSink, { nodes, edges }: GraphDraft): void {
  sink.varint(edges.length)
  edges.forEach(({ from }, i) => sink.varint(from - (edges[i - 1]?.from ?? 0)))
  for (const { from, till } of edges) sink.zigzag(till - from)
  for (const { points } of edges) sink.varint(points.length)
  for (const { from, points } of edges) {
    let [x, y] = nodes[from] as Spot
    for (const [nextX, nextY] of points) {
      sink.zigzag(nextX - x)
      sink.zigzag(nextY - y)
      ;[x, y] = [nextX, nextY]
    }
  }
}

function writeAttributes(sink: ByteSink, { edges, hazards }: GraphDraft): void {
  for (const edge of edges) sink.byte(WAY_CLASSES.indexOf(edge.class) + 8 * edge.flags)
  const isSloped = edges.some(({ slope }) => slope !== SLOPE_UNKNOWN)
  sink.byte(isSloped ? 1 : 0)
  if (isSloped) for (const { slope } of edges) sink.byte(slope & 0xff)
  const { names, numberOf } = numberNames(edges)
  const text = new TextEncoder().encode(roadNamesText(names))
  sink.varint(text.length)
  sink.bytes(text)
  for (const { name } of edges) sink.varint(name === null ? 0 : (numberOf.get(keyOf(name)) ?? 0))
  sink.byte(hazards.length)
  hazards.forEach((kind, hazard) => {
    sink.byte(HAZARD_KINDS.indexOf(kind))
    for (const { ranks } of edges) sink.byte(ranks[hazard] as number)
  })
}

const keyOf = ({ ja, ref }: RoadName): string => `${ja}\t${ref ?? ''}`

/** The names in the order in which the edges have them first; those beyond the most that a graph can hold are left out. */
function numberNames(edges: readonly DraftEdge[]) {
  const names: (RoadName | null)[] = [null]
  const numberOf = new Map<string, number>()
  for (const { name } of edges) {
    if (name === null || numberOf.has(keyOf(name)) || names.length > MOST_NAMES) continue
    numberOf.set(keyOf(name), names.length)
    names.push(name)
  }
  return { names, numberOf }
}

function withHead(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(GRAPH_HEAD_BYTES + body.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, GRAPH_MAGIC, true)
  view.setUint16(4, GRAPH_VERSION, true)
  view.setUint32(6, crc32(body), true)
  out.set(body, GRAPH_HEAD_BYTES)
  return out
}
