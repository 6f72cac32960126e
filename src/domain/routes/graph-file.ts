import { crc32 } from '../crc32.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { HAZARD_KINDS, type HazardKind } from '../hazards/hazard-kind.ts'
import { ok, refuse, type Result } from '../result.ts'
import { ByteReader } from '../water/byte-reader.ts'
import { BRIDGE, RANK_UNKNOWN, SLOPE_UNKNOWN, STEPS, TUNNEL, type Graph } from './graph.ts'
import {
  GRAPH_HEAD_BYTES,
  GRAPH_MAGIC,
  GRAPH_QUANTA,
  GRAPH_VERSION,
  HIGHEST_RANK,
  lengthIn,
  MOST_EDGES,
  MOST_NODES,
  MOST_POINTS,
  MOST_QUANTA,
  type GraphScale,
} from './graph-format.ts'
import { readRoadNames } from './road-names.ts'

export type GraphRefusal = 'badMagic' | 'unsupportedVersion' | 'truncated' | 'damaged'

/**
 * Reads a graph file (unpacked). A graph that is given back keeps what its type says: every number of a node, an edge or a
 * name is one that exists, every place lies on the earth, every edge has a length of at least a decimetre.
 * @returns the graph, or a refusal: `badMagic` = another kind of file, `unsupportedVersion`, `truncated` = shorter than its
 * head, `damaged` = cut or changed later on (the checksum, or a number that cannot be).
 */
export function readGraph(bytes: Uint8Array): Result<Graph, GraphRefusal> {
  if (bytes.length < GRAPH_HEAD_BYTES) return refuse('truncated')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== GRAPH_MAGIC) return refuse('badMagic')
  const version = view.getUint16(4, true)
  if (version !== GRAPH_VERSION) return refuse('unsupportedVersion', String(version))
  const body = bytes.subarray(GRAPH_HEAD_BYTES)
  if (crc32(body) !== view.getUint32(6, true)) return refuse('damaged', 'checksum')
  const reader = new ByteReader(body)
  const frame = readFrame(reader)
  if (frame === null) return refuse('damaged', 'frame')
  const nodes = readNodes(reader, frame, body.length)
  if (nodes === null) return refuse('damaged', 'nodes')
  const edges = readEdges(reader, frame, nodes, body.length)
  if (edges === null) return refuse('damaged', 'edges')
  const attributes = readAttributes(reader, edges.count)
  if (attributes === null || !reader.isAtEnd) return refuse('damaged', 'attributes')
  return ok(graphOf(frame, nodes, edges, attributes))
}

/** Where the box of all points lies, and how long a quantum is in it. */
type Frame = {
  readonly west: number
  readonly south: number
  readonly width: number
  readonly height: number
  readonly scale: GraphScale
}
/** In quanta from the corner of the frame. */
type Nodes = { readonly xs: Int32Array; readonly ys: Int32Array }
type Edges = {
  readonly count: number
  readonly from: Uint32Array
  readonly till: Uint32Array
  readonly decimetres: Uint32Array
  /** Where the points of each edge begin in `xs` and `ys`, without its ends; one entry more than edges. */
  readonly starts: Uint32Array
  readonly xs: Int32Array
  readonly ys: Int32Array
}
type Attributes = Pick<Graph, 'classes' | 'flags' | 'slopes' | 'names' | 'nameOf' | 'ranks'>

/** A quantum is never longer than this, decimetres: at the equator it is 5.6. */
const LONGEST_QUANTUM = 6

function readFrame(reader: ByteReader): Frame | null {
  const [west, south] = [reader.f64(), reader.f64()]
  const [north, eastAtSouth, eastAtNorth] = [reader.f64(), reader.f64(), reader.f64()]
  const [width, height] = [reader.varint(), reader.varint()]
  if (reader.isBad || !Number.isInteger(west) || !Number.isInteger(south)) return null
  if (width > MOST_QUANTA || height > MOST_QUANTA) return null
  const [edge, pole] = [180 * GRAPH_QUANTA, 90 * GRAPH_QUANTA]
  if (west < -edge || west + width > edge || south < -pole || south + height > pole) return null
  if (![north, eastAtSouth, eastAtNorth].every((one) => one > 0 && one <= LONGEST_QUANTUM)) return null
  return { west, south, width, height, scale: { north, eastAtSouth, eastAtNorth, height } }
}

/** A signed number: 0, 1, 2, 3 … stand for 0, -1, 1, -2 … */
function zigzag(reader: ByteReader): number {
  const value = reader.varint()
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

/** A column of `count` differences; null when a number leaves 0…most. */
function readRunning(reader: ByteReader, count: number, most: number): Int32Array | null {
  const values = new Int32Array(count)
  let value = 0
  for (let i = 0; i < count; i += 1) {
    value += zigzag(reader)
    if (reader.isBad || value < 0 || value > most) return null
    values[i] = value
  }
  return values
}

function readNodes(reader: ByteReader, frame: Frame, bytes: number): Nodes | null {
  const count = reader.varint()
  // Each node takes a byte at least: a count that the file cannot hold takes no memory.
  if (reader.isBad || count > MOST_NODES || count > bytes) return null
  const xs = readRunning(reader, count, frame.width)
  const ys = xs === null ? null : readRunning(reader, count, frame.height)
  return xs === null || ys === null ? null : { xs, ys }
}

function readEdges(reader: ByteReader, frame: Frame, nodes: Nodes, bytes: number): Edges | null {
  const count = reader.varint()
  if (reader.isBad || count > MOST_EDGES || count > bytes) return null
  const ends = readEnds(reader, count, nodes.xs.length)
  const starts = ends === null ? null : readStarts(reader, count, bytes)
  if (ends === null || starts === null) return null
  const points = starts[count] as number
  const [xs, ys] = [new Int32Array(points), new Int32Array(points)]
  const decimetres = new Uint32Array(count)
  const edges: Edges = { count, ...ends, decimetres, starts, xs, ys }
  for (let edge = 0; edge < count; edge += 1) {
    const length = readShape(reader, frame, nodes, edges, edge)
    if (length === null) return null
    decimetres[edge] = Math.max(1, Math.round(length))
  }
  return edges
}

function readEnds(reader: ByteReader, count: number, nodes: number): Pick<Edges, 'from' | 'till'> | null {
  const [from, till] = [new Uint32Array(count), new Uint32Array(count)]
  let node = 0
  for (let edge = 0; edge < count; edge += 1) {
    node += reader.varint()
    if (reader.isBad || node >= nodes) return null
    from[edge] = node
  }
  for (let edge = 0; edge < count; edge += 1) {
    const end = (from[edge] as number) + zigzag(reader)
    if (reader.isBad || end < 0 || end >= nodes) return null
    till[edge] = end
  }
  return { from, till }
}

function readStarts(reader: ByteReader, count: number, bytes: number): Uint32Array | null {
  const starts = new Uint32Array(count + 1)
  let sum = 0
  for (let edge = 0; edge < count; edge += 1) {
    starts[edge] = sum
    sum += reader.varint()
    if (reader.isBad || sum > MOST_POINTS || sum * 2 > bytes) return null
  }
  starts[count] = sum
  return starts
}

/** Reads the points of one edge. @returns its length in decimetres, or null when a point leaves the frame. */
function readShape(
  reader: ByteReader,
  { width, height, scale }: Frame,
  nodes: Nodes,
  edges: Edges,
  edge: number,
): number | null {
  const [from, till] = [edges.from[edge] as number, edges.till[edge] as number]
  let [x, y] = [nodes.xs[from] as number, nodes.ys[from] as number]
  let length = 0
  const end = edges.starts[edge + 1] as number
  for (let at = edges.starts[edge] as number; at < end; at += 1) {
    const [dx, dy] = [zigzag(reader), zigzag(reader)]
    length += lengthIn(scale, y, dx, dy)
    x += dx
    y += dy
    if (reader.isBad || x < 0 || x > width || y < 0 || y > height) return null
    edges.xs[at] = x
    edges.ys[at] = y
  }
  return length + lengthIn(scale, y, (nodes.xs[till] as number) - x, (nodes.ys[till] as number) - y)
}

const ALL_FLAGS = BRIDGE | TUNNEL | STEPS

function readAttributes(reader: ByteReader, count: number): Attributes | null {
  const [classes, flags] = [new Uint8Array(count), new Uint8Array(count)]
  for (let edge = 0; edge < count; edge += 1) {
    const value = reader.byte()
    // Eight classes fill three bits.
    classes[edge] = value & 7
    flags[edge] = value >> 3
    if (reader.isBad || value >> 3 > ALL_FLAGS) return null
  }
  const slopes = readSlopes(reader, count)
  const names = slopes === null ? null : readRoadNames(reader)
  if (slopes === null || names === null) return null
  const nameOf = new Uint16Array(count)
  for (let edge = 0; edge < count; edge += 1) {
    const name = reader.varint()
    if (reader.isBad || name >= names.length) return null
    nameOf[edge] = name
  }
  const ranks = readRanks(reader, count)
  return ranks === null ? null : { classes, flags, slopes, names, nameOf, ranks }
}

function readSlopes(reader: ByteReader, count: number): Int8Array | null {
  const slopes = new Int8Array(count).fill(SLOPE_UNKNOWN)
  const isKnown = reader.byte()
  if (isKnown > 1) return null
  if (isKnown === 1) for (let edge = 0; edge < count; edge += 1) slopes[edge] = reader.byte()
  return reader.isBad ? null : slopes
}

function readRanks(reader: ByteReader, count: number): Map<HazardKind, Uint8Array> | null {
  const ranks = new Map<HazardKind, Uint8Array>()
  const hazards = reader.byte()
  for (let hazard = 0; hazard < hazards; hazard += 1) {
    const kind = HAZARD_KINDS[reader.byte()]
    if (reader.isBad || kind === undefined || ranks.has(kind)) return null
    const column = new Uint8Array(count)
    for (let edge = 0; edge < count; edge += 1) {
      const rank = reader.byte()
      if (rank > HIGHEST_RANK && rank !== RANK_UNKNOWN) return null
      column[edge] = rank
    }
    ranks.set(kind, column)
  }
  return reader.isBad ? null : ranks
}

function graphOf(frame: Frame, nodes: Nodes, edges: Edges, attributes: Attributes): Graph {
  const lngOf = (x: number): number => (frame.west + x) / GRAPH_QUANTA
  const latOf = (y: number): number => (frame.south + y) / GRAPH_QUANTA
  const lng = Float64Array.from(nodes.xs, lngOf)
  const lat = Float64Array.from(nodes.ys, latOf)
  const { from, till, decimetres, starts, xs, ys, count } = edges
  const placeOf = (node: number): LngLat => [lng[node] as number, lat[node] as number]
  const shapeOf = (edge: number): LngLat[] => {
    const shape = [placeOf(from[edge] as number)]
    for (let at = starts[edge] as number; at < (starts[edge + 1] as number); at += 1)
      shape.push([lngOf(xs[at] as number), latOf(ys[at] as number)])
    shape.push(placeOf(till[edge] as number))
    return shape
  }
  return {
    nodeCount: lng.length,
    edgeCount: count,
    lng,
    lat,
    ...arcsOf(lng.length, from, till),
    from,
    till,
    decimetres,
    ...attributes,
    shapeOf,
  }
}

/**
 * The arcs of each node in the order of the edges: every edge gives one to each of its ends, and an edge that comes back to
 * its own node two to that.
 */
export function arcsOf(
  nodeCount: number,
  from: Uint32Array,
  till: Uint32Array,
): Pick<Graph, 'firstArc' | 'heads' | 'arcEdges'> {
  const firstArc = new Uint32Array(nodeCount + 1)
  for (const ends of [from, till])
    for (const node of ends) firstArc[node + 1] = (firstArc[node + 1] as number) + 1
  for (let node = 0; node < nodeCount; node += 1)
    firstArc[node + 1] = (firstArc[node + 1] as number) + (firstArc[node] as number)
  const next = firstArc.slice()
  const heads = new Uint32Array(from.length * 2)
  const arcEdges = new Uint32Array(from.length * 2)
  const add = (tail: number, head: number, edge: number): void => {
    const arc = next[tail] as number
    next[tail] = arc + 1
    heads[arc] = head
    arcEdges[arc] = edge
  }
  for (let edge = 0; edge < from.length; edge += 1) {
    const [a, b] = [from[edge] as number, till[edge] as number]
    add(a, b, edge)
    add(b, a, edge)
  }
  return { firstArc, heads, arcEdges }
}
