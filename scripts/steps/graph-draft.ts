import type { LngLat } from '#domain/geo/lng-lat.ts'
import { HAZARD_KINDS } from '#domain/hazards/hazard-kind.ts'
import { SLOPE_UNKNOWN } from '#domain/routes/graph.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import { toSpot, type DraftEdge, type GraphDraft, type Spot } from '../lib/encode-graph.ts'
import type { NamedEdge } from './name-edges.ts'
import type { RankedPart } from './rank-edges.ts'

/** An edge with its line in degrees. */
export type EdgeOnEarth = Omit<NamedEdge, 'path'> & { readonly line: readonly LngLat[] }

/**
 * Makes the draft of a graph: each edge is cut where its ranks change, and nodes that no edge uses are left out.
 * @param partsOf the ranked parts of a line, from its start to its end.
 */
export function draftGraph(
  edges: readonly EdgeOnEarth[],
  partsOf: (line: readonly LngLat[]) => readonly RankedPart[],
): GraphDraft {
  const nodes: Spot[] = []
  const numbers = new Map<number, number>()
  const add = (at: LngLat): number => nodes.push(toSpot(at)) - 1
  const nodeOf = (node: number, at: LngLat): number => {
    const number = numbers.get(node) ?? add(at)
    numbers.set(node, number)
    return number
  }
  const drafts = edges.flatMap(({ line, ...edge }) => {
    const parts = partsOf(line)
    const pieces = cutLine(
      line,
      parts.slice(0, -1).map(({ till }) => till),
    )
    const last = nodeOf(edge.till, line.at(-1) as LngLat)
    let from = nodeOf(edge.from, line[0] as LngLat)
    return pieces.map((piece, i): DraftEdge => {
      const till = i === pieces.length - 1 ? last : add(piece.at(-1) as LngLat)
      const { ranks } = parts[i] as RankedPart
      const draft = { from, till, points: inner(piece), ranks, slope: SLOPE_UNKNOWN }
      from = till
      return { ...draft, class: edge.class, flags: edge.flags, name: edge.name }
    })
  })
  return { nodes, edges: drafts, hazards: HAZARD_KINDS }
}

/** The points between the ends in quanta, none twice in a row. */
function inner(piece: readonly LngLat[]): Spot[] {
  const out: Spot[] = []
  for (const spot of piece.slice(1, -1).map(toSpot)) {
    const [x, y] = out.at(-1) ?? [NaN, NaN]
    if (spot[0] !== x || spot[1] !== y) out.push(spot)
  }
  return out
}

/** Cuts a line at distances from its start, metres, rising; one piece more than cuts. */
export function cutLine(line: readonly LngLat[], cuts: readonly number[]): LngLat[][] {
  const pieces: LngLat[][] = []
  let current: LngLat[] = [line[0] as LngLat]
  let [walked, cut] = [0, 0]
  for (const [i, corner] of line.slice(1).entries()) {
    const before = line[i] as LngLat
    const length = metresBetween(before, corner)
    for (; cut < cuts.length && (cuts[cut] as number) < walked + length; cut += 1) {
      const share = ((cuts[cut] as number) - walked) / length
      const at: LngLat = [
        before[0] + (corner[0] - before[0]) * share,
        before[1] + (corner[1] - before[1]) * share,
      ]
      pieces.push([...current, at])
      current = [at]
    }
    current.push(corner)
    walked += length
  }
  // A cut at the very end, by rounding, leaves a piece without length.
  for (; cut < cuts.length; cut += 1) {
    pieces.push(current)
    current = [line.at(-1) as LngLat, line.at(-1) as LngLat]
  }
  return [...pieces, current]
}
