import type { LngLat } from '../geo/lng-lat.ts'
import { WAY_CLASSES, type Graph, type RoadName, type WayClass } from '../routes/graph.ts'
import { snap, type EdgeIndex } from '../routes/snap.ts'

/** A road from one junction (or end) to the next, whatever it is called on the way: what a clerk closes at a tap. */
export type Stretch = {
  /** The lowest of its edges: names it as long as the pack is the same. */
  readonly id: number
  /** In the order along the line. */
  readonly edges: readonly number[]
  readonly line: readonly LngLat[]
  readonly metres: number
  /** Of the longest edge that has one. */
  readonly name: RoadName | null
  readonly way: WayClass
}

/** A road that goes on through a node where only two ends meet is one stretch. */
export function stretchAt(graph: Graph, edge: number): Stretch {
  const seen = new Set([edge])
  const after = goOn(graph, edge, graph.till[edge] as number, seen)
  const before = goOn(graph, edge, graph.from[edge] as number, seen)
  const edges = [...before.toReversed(), edge, ...after]
  const longest = edges.toSorted((a, b) => lengthOf(graph, b) - lengthOf(graph, a) || a - b)
  const named = longest.find((one) => (graph.nameOf[one] as number) > 0)
  return {
    id: Math.min(...edges),
    edges,
    line: lineOf(graph, edges),
    metres: edges.reduce((sum, one) => sum + lengthOf(graph, one), 0) / 10,
    name: named === undefined ? null : (graph.names[graph.nameOf[named] as number] ?? null),
    way: WAY_CLASSES[graph.classes[longest[0] as number] as number] ?? 'path',
  }
}

const lengthOf = (graph: Graph, edge: number): number => graph.decimetres[edge] as number

/** The edges that follow beyond a node, as long as there is only one way to go on. */
function goOn(graph: Graph, edge: number, node: number, seen: Set<number>): readonly number[] {
  const further: number[] = []
  for (let [at, by] = [node, edge]; ;) {
    const [first, end] = [graph.firstArc[at] as number, graph.firstArc[at + 1] as number]
    if (end - first !== 2) return further
    const arc = graph.arcEdges[first] === by ? first + 1 : first
    const next = graph.arcEdges[arc] as number
    if (seen.has(next)) return further
    seen.add(next)
    further.push(next)
    ;[at, by] = [graph.heads[arc] as number, next]
  }
}

/** The points of edges that follow each other, each joint once. */
function lineOf(graph: Graph, edges: readonly number[]): readonly LngLat[] {
  const [first, second] = edges
  if (first === undefined) return []
  const isTurned = second !== undefined && !touches(graph, second, graph.till[first] as number)
  let at = (isTurned ? graph.from[first] : graph.till[first]) as number
  const line = [...(isTurned ? graph.shapeOf(first).toReversed() : graph.shapeOf(first))]
  for (const edge of edges.slice(1)) {
    const isForward = graph.from[edge] === at
    line.push(...(isForward ? graph.shapeOf(edge) : graph.shapeOf(edge).toReversed()).slice(1))
    at = (isForward ? graph.till[edge] : graph.from[edge]) as number
  }
  return line
}

const touches = (graph: Graph, edge: number, node: number): boolean =>
  graph.from[edge] === node || graph.till[edge] === node

/** Stretches that are offered around a place. Own choice. */
const MOST_NEAR = 6

/** The stretches around a place, the nearest first. @param within metres, at most `SNAP_LIMIT` */
export function stretchesNear(index: EdgeIndex, at: LngLat, within = 100): readonly Stretch[] {
  const found: Stretch[] = []
  const known = new Set<number>()
  while (found.length < MOST_NEAR) {
    const spot = snap(index, at, { within, isUsable: (edge) => !known.has(edge) })
    if (!spot.ok) return found
    const stretch = stretchAt(index.graph, spot.value.edge)
    for (const edge of stretch.edges) known.add(edge)
    found.push(stretch)
  }
  return found
}

/** A named road with its stretches, in the order of the file. */
export type NamedRoad = { readonly name: RoadName; readonly stretches: readonly Stretch[] }

/**
 * The roads whose name or number holds what was typed; full and half width, and small and capital letters are the same. Names that
 * begin with it come first.
 */
export function roadsNamed(graph: Graph, typed: string, most = 8): readonly NamedRoad[] {
  const wanted = folded(typed)
  if (wanted === '') return []
  const hits = graph.names
    .flatMap((name, index) => (name === null ? [] : [{ name, index, at: standsAt(name, wanted) }]))
    .filter(({ at }) => at >= 0)
    .sort(
      (a, b) =>
        Math.min(a.at, 1) - Math.min(b.at, 1) || a.name.ja.length - b.name.ja.length || a.index - b.index,
    )
    .slice(0, most)
  return hits.map(({ name, index }) => ({ name, stretches: stretchesOf(graph, index) }))
}

function standsAt(name: RoadName, wanted: string): number {
  const places = [name.ja, name.ref ?? ''].map((text) => folded(text).indexOf(wanted)).filter((at) => at >= 0)
  return places.length === 0 ? -1 : Math.min(...places)
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

function stretchesOf(graph: Graph, nameIndex: number): readonly Stretch[] {
  const seen = new Set<number>()
  const stretches: Stretch[] = []
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (graph.nameOf[edge] !== nameIndex || seen.has(edge)) continue
    const stretch = stretchAt(graph, edge)
    for (const one of stretch.edges) seen.add(one)
    stretches.push(stretch)
  }
  return stretches
}

/** True when two stretches meet at an end. */
export function doMeet(one: Stretch, other: Stretch): boolean {
  const ends = endsOf(other)
  return endsOf(one).some((end) => ends.includes(end))
}

const endsOf = ({ line }: Stretch): readonly string[] =>
  [line[0], line.at(-1)].flatMap((end) => (end === undefined ? [] : [end.join()]))

/** The lines of stretches, joined where one goes on where another ends, so that a closure has few and long ones. */
export function linesOf(stretches: readonly Stretch[]): readonly (readonly LngLat[])[] {
  const lines: (readonly LngLat[])[] = []
  for (const { line } of stretches) {
    let grown = line
    for (let index = lines.findIndex((other) => joined(other, grown) !== null); index >= 0;) {
      grown = joined(lines[index] as readonly LngLat[], grown) ?? grown
      lines.splice(index, 1)
      index = lines.findIndex((other) => joined(other, grown) !== null)
    }
    lines.push(grown)
  }
  return lines
}

/** Both as one line when an end of one is an end of the other; null when they do not meet, or would close to a ring. */
function joined(one: readonly LngLat[], other: readonly LngLat[]): readonly LngLat[] | null {
  const [a, b, c, d] = [one[0], one.at(-1), other[0], other.at(-1)].map((end) => end?.join())
  if ((a === c && b === d) || (a === d && b === c)) return null
  if (b === c) return [...one, ...other.slice(1)]
  if (b === d) return [...one, ...other.toReversed().slice(1)]
  if (a === d) return [...other, ...one.slice(1)]
  if (a === c) return [...other.toReversed(), ...one.slice(1)]
  return null
}
