import { backwards } from './join-roads.ts'
import type { NamedEdge } from './name-edges.ts'

/**
 * Edges that follow each other without a junction, and are alike, become one: what tiles and mappers cut is one way again.
 * A ring that meets nothing keeps one node.
 */
export function mergeChains(edges: readonly NamedEdge[], nodeCount: number): NamedEdge[] {
  const endsAt = Array.from({ length: nodeCount }, (): number[] => [])
  for (const [edge, { from, till }] of edges.entries())
    for (const node of [from, till]) endsAt[node]?.push(edge)
  const used = new Set<number>()
  /** The edge that goes on from a node where nothing else is; null at a junction, an end, or where the way changes. */
  const next = (edge: number, node: number): number | null => {
    const ends = endsAt[node] ?? []
    const other = ends.length === 2 ? ends.find((one) => one !== edge) : undefined
    if (other === undefined || used.has(other)) return null
    return isAlike(edges[edge] as NamedEdge, edges[other] as NamedEdge) ? other : null
  }
  /** Goes on from the end of a chain whose last edge is `edge`. */
  const grow = (chain: NamedEdge, edge: number): NamedEdge => {
    // Pieces are gathered and put together once: a way of a thousand pieces is not copied a thousand times.
    const pieces: (readonly number[])[] = [chain.path]
    let [node, last] = [chain.till, edge]
    for (let found = next(last, node); found !== null; found = next(last, node)) {
      used.add(found)
      const piece = edges[found] as NamedEdge
      const onward = piece.from === node ? piece : turned(piece)
      pieces.push(onward.path.slice(2))
      node = onward.till
      last = found
    }
    return { ...chain, till: node, path: pieces.flat() }
  }
  return edges.flatMap((first, start) => {
    if (used.has(start)) return []
    used.add(start)
    return [turned(grow(turned(grow(first, start)), start))]
  })
}

const turned = (edge: NamedEdge): NamedEdge => ({
  ...edge,
  from: edge.till,
  till: edge.from,
  path: backwards(edge.path),
})

const isAlike = (a: NamedEdge, b: NamedEdge): boolean =>
  a.class === b.class && a.flags === b.flags && a.name?.ja === b.name?.ja && a.name?.ref === b.name?.ref
