import type { RoadName } from '#domain/routes/graph.ts'
import type { NameLine } from './collect-roads.ts'
import type { RoadEdge } from './join-roads.ts'
import { addTo } from './loose-line.ts'
import { cellAt, cellsAround, type StraightPiece } from './piece-grid.ts'

/** Where along an edge the names around it are asked. */
const ASKED = [0.25, 0.5, 0.75]
/** How many of these must lie on the same name: a way that only crosses has one. */
const ENOUGH = 2
/** A name's line runs over its road, but tile makers thin it more, units (2 m). */
const REACH = 4
/** Side of a cell of the grid of straight pieces, units. */
const CELL = 256

export type NamedEdge = RoadEdge & { readonly name: RoadName | null }

type Piece = { readonly at: StraightPiece; readonly name: RoadName }

/** Gives each edge the name whose line runs along it; of several the one that more places of the edge lie on, then the first. */
export function nameEdges(edges: readonly RoadEdge[], names: readonly NameLine[]): NamedEdge[] {
  const cells = indexNames(names)
  return edges.map((edge) => ({ ...edge, name: nameOf(edge.path, cells) }))
}

function indexNames(names: readonly NameLine[]): Map<number, Piece[]> {
  const cells = new Map<number, Piece[]>()
  for (const { path, name } of names) {
    for (let i = 0; i + 2 < path.length; i += 2) {
      const at = path.slice(i, i + 4) as unknown as StraightPiece
      for (const cell of cellsAround(at, REACH, CELL)) addTo(cells, cell, { at, name })
    }
  }
  return cells
}

function nameOf(path: readonly number[], cells: ReadonlyMap<number, readonly Piece[]>): RoadName | null {
  const votes = new Map<string, { readonly name: RoadName; count: number }>()
  for (const share of ASKED) {
    const [x, y] = spotAlong(path, share)
    const near = cells.get(cellAt(x, y, CELL)) ?? []
    const here = new Map(
      near.filter(({ at }) => isNear(at, x, y)).map(({ name }) => [`${name.ja}\t${name.ref}`, name]),
    )
    for (const [key, name] of here) votes.set(key, { name, count: (votes.get(key)?.count ?? 0) + 1 })
  }
  let best: { readonly name: RoadName; readonly count: number } | null = null
  for (const vote of votes.values()) if (vote.count >= ENOUGH && vote.count > (best?.count ?? 0)) best = vote
  return best?.name ?? null
}

/** The place at a share of the length of a path. */
export function spotAlong(path: readonly number[], share: number): [x: number, y: number] {
  const lengths: number[] = []
  for (let i = 2; i < path.length; i += 2)
    lengths.push(Math.hypot((path[i] as number) - (path[i - 2] as number), (path[i + 1] as number) - (path[i - 1] as number))) // prettier-ignore
  let rest = share * lengths.reduce((sum, length) => sum + length, 0)
  for (const [i, length] of lengths.entries()) {
    if (rest > length && i < lengths.length - 1) {
      rest -= length
      continue
    }
    const part = length === 0 ? 0 : Math.min(1, rest / length)
    const [ax, ay, bx, by] = path.slice(i * 2, i * 2 + 4) as [number, number, number, number]
    return [ax + (bx - ax) * part, ay + (by - ay) * part]
  }
  return [path[0] as number, path[1] as number]
}

function isNear([ax, ay, bx, by]: StraightPiece, x: number, y: number): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
  return (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2 <= REACH * REACH
}
