import type { RoadLine } from './collect-roads.ts'
import { isAtBorder, placeKey, visitsOf, type LooseLine, type Visit } from './loose-line.ts'
import { mendEnds } from './mend-ends.ts'

/** A way between two nodes, in units of the tiles. Its first and last point lie at its nodes. */
export type RoadEdge = Pick<RoadLine, 'class' | 'flags'> & {
  readonly from: number
  readonly till: number
  readonly path: readonly number[]
}

/** Nodes have no place of their own: at a bridge two of them lie one above the other. */
export type RoadNetwork = { readonly nodeCount: number; readonly edges: readonly RoadEdge[] }

/** A dead end that the cutting left is not longer than this, units (1.5 m). */
const STUB = 3

/**
 * Joins the lines of all tiles to one network: cut ends are put together, lines that share a point of one level meet there
 * (a bridge meets what is below it only at its ends), and what the cutting left as tiny dead ends is taken away.
 */
export function joinRoads(roads: readonly RoadLine[]): RoadNetwork {
  const lines = mendEnds(withoutTwins(roads))
  const nodes = findNodes(lines)
  const edges = lines.flatMap((line, index) => cutAtNodes(line, index, nodes.at))
  return { nodeCount: nodes.count, edges: withoutTwinEdges(withoutStubs(edges, nodes.count)) }
}

/** Lines without repeated points, each once: tile makers write some ways twice. */
function withoutTwins(roads: readonly RoadLine[]): LooseLine[] {
  const seen = new Set<string>()
  const out: LooseLine[] = []
  for (const { path, ...road } of roads) {
    const points = withoutRepeats(path)
    if (points.length < 4) continue
    const key = `${road.level} ${shapeKey(points)}`
    if (seen.has(key)) continue
    seen.add(key)
    out.push({ ...road, points })
  }
  return out
}

function withoutRepeats(path: readonly number[]): number[] {
  const out: number[] = []
  for (let i = 0; i < path.length; i += 2) {
    const [x, y] = [path[i] as number, path[i + 1] as number]
    if (out.at(-2) !== x || out.at(-1) !== y) out.push(x, y)
  }
  return out
}

/** The points of a path in the other direction. */
export function backwards(path: readonly number[]): number[] {
  const out: number[] = []
  for (let i = path.length - 2; i >= 0; i -= 2) out.push(path[i] as number, path[i + 1] as number)
  return out
}

/** The same for a line and the line backwards. */
function shapeKey(points: readonly number[]): string {
  const [there, back] = [points.join(), backwards(points).join()]
  return there < back ? there : back
}

/** The node of a line at one of its points, or undefined where it goes on. */
type NodeAt = (line: number, x: number, y: number) => number | undefined

function findNodes(lines: readonly LooseLine[]): { readonly count: number; readonly at: NodeAt } {
  const nodes = new Map<string, number>()
  let count = 0
  for (const [key, visits] of visitsOf(lines)) {
    for (const meeting of meetings(visits)) {
      if (meeting.length === 1 && meeting[0]?.isEnd === false) continue
      for (const { line } of meeting) nodes.set(`${line} ${key}`, count)
      count += 1
    }
  }
  return { count, at: (line, x, y) => nodes.get(`${line} ${placeKey(x, y)}`) }
}

/**
 * Which of the lines at one place meet there. Lines of one level do. Where of a level there are only ends, they join the
 * nearest level: a bridge ends on the ground, on another bridge, or at the mouth of a tunnel.
 */
function meetings(visits: readonly Visit[]): readonly (readonly Visit[])[] {
  if (visits.length === 1) return [visits]
  const levels = [...new Set(visits.map(({ level }) => level))].sort(
    (a, b) => Math.abs(a) - Math.abs(b) || a - b,
  )
  const groups = levels.map((level) => ({ level, visits: visits.filter((visit) => visit.level === level) }))
  const through = groups.filter((group) => group.visits.some(({ isEnd }) => !isEnd))
  const loose: Visit[] = []
  for (const { level, visits: ends } of groups.filter((group) => !through.includes(group))) {
    const host = through.find((group) => Math.abs(group.level - level) <= 1)
    if (host === undefined) loose.push(...ends)
    else host.visits = [...host.visits, ...ends]
  }
  return [...through.map((group) => group.visits), ...(loose.length > 0 ? [loose] : [])]
}

function cutAtNodes({ points, level: _, ...road }: LooseLine, line: number, nodeAt: NodeAt): RoadEdge[] {
  const out: RoadEdge[] = []
  let from: number | undefined
  let path: number[] = []
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number]
    path.push(x, y)
    const node = nodeAt(line, x, y)
    if (node === undefined) continue
    if (from !== undefined) out.push({ ...road, from, till: node, path })
    from = node
    path = [x, y]
  }
  return out
}

/** How many edges end at each node; a ring counts twice. */
export function countEnds(edges: readonly Pick<RoadEdge, 'from' | 'till'>[], nodeCount: number): Uint32Array {
  const ends = new Uint32Array(nodeCount)
  for (const { from, till } of edges) for (const node of [from, till]) ends[node] = (ends[node] as number) + 1
  return ends
}

/** Length of a path in its own units. */
export function pathLength(path: readonly number[]): number {
  let sum = 0
  for (let i = 2; i < path.length; i += 2)
    sum += Math.hypot(
      (path[i] as number) - (path[i - 2] as number),
      (path[i + 1] as number) - (path[i - 1] as number),
    )
  return sum
}

function withoutStubs(edges: readonly RoadEdge[], nodeCount: number): RoadEdge[] {
  const ends = countEnds(edges, nodeCount)
  const isCut = (node: number, path: readonly number[], at: number): boolean =>
    ends[node] === 1 && isAtBorder(path[at] as number, path[at + 1] as number)
  return edges.filter(({ from, till, path }) => {
    if (pathLength(path) > STUB) return true
    return from !== till && !isCut(from, path, 0) && !isCut(till, path, path.length - 2)
  })
}

/** Where two lines run over the same points, one edge is enough. */
function withoutTwinEdges(edges: readonly RoadEdge[]): RoadEdge[] {
  const seen = new Set<string>()
  return edges.filter(({ from, till, path }) => {
    const key = `${Math.min(from, till)} ${Math.max(from, till)} ${shapeKey(path)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
