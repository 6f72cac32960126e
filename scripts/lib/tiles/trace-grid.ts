import { twiceArea } from './mvt.ts'
import type { Path } from './mvt.ts'
import type { RankGrid } from './rank-grid.ts'
import { simplifyLine } from './simplify-path.ts'

/** Right, down, left, up. */
const DX = [1, 0, -1, 0] as const
const DY = [0, 1, 0, -1] as const

/** A side of a cell is never simplified away on its own: half of a cell's diagonal is 0.707 cells. */
const ONE_CELL = 0.7

/** An area that would lose more than three quarters of itself is drawn cell by cell. */
const LEAST_AREA = 0.25

export type TraceOptions = {
  /** How far, in cells, an outline may move from the sides of the cells. */
  readonly tolerance: number
  /** Columns and rows (of corners) whose corners stay where they are: the edges of the tile, so that neighbours fit. */
  readonly fixedAt: readonly number[]
}

/** Everything the tracing of one grid needs to look up. Corners are numbered by row, `side + 1` in a row. */
type Field = {
  readonly grid: RankGrid
  readonly corners: number
  readonly options: TraceOptions
  readonly fixed: Uint8Array
}

const rankAt = ({ side, cells }: RankGrid, column: number, row: number): number =>
  column < 0 || row < 0 || column >= side || row >= side ? 0 : (cells[row * side + column] as number)

/**
 * A corner stays where it is when more than two outlines meet in it, or at the edge of the tile. Between such corners an
 * outline is shared by exactly two areas, and both simplify it in the same way: no gap can open between them.
 */
function fixedCorners(grid: RankGrid, fixedAt: readonly number[]): Uint8Array {
  const corners = grid.side + 1
  const fixed = new Uint8Array(corners * corners)
  for (let y = 0; y < corners; y++) {
    for (let x = 0; x < corners; x++) {
      const a = rankAt(grid, x - 1, y - 1)
      const b = rankAt(grid, x, y - 1)
      const c = rankAt(grid, x, y)
      const d = rankAt(grid, x - 1, y)
      const outlines = Number(a !== b) + Number(b !== c) + Number(c !== d) + Number(d !== a)
      if (outlines > 2 || (outlines > 0 && (fixedAt.includes(x) || fixedAt.includes(y))))
        fixed[y * corners + x] = 1
    }
  }
  return fixed
}

/** Follows one outline of a rank with the area on the right-hand side, as the numbers of the corners. */
function walk(field: Field, rank: number, x0: number, y0: number, done: Uint8Array): number[] {
  const { grid, corners } = field
  const ring: number[] = []
  let [x, y, direction] = [x0, y0, 0]
  do {
    ring.push(y * corners + x)
    if (direction === 0) done[y * grid.side + x] = 1
    x += DX[direction as 0]
    y += DY[direction as 0]
    direction = turn(grid, rank, x, y, direction)
  } while (x !== x0 || y !== y0 || direction !== 0)
  return ring
}

/** The next direction at a corner: right before straight before left, so that cells that only touch by a corner stay apart. */
function turn(grid: RankGrid, rank: number, x: number, y: number, direction: number): number {
  for (const change of [1, 0, 3]) {
    const next = (direction + change) % 4
    const [dx, dy] = [DX[next as 0], DY[next as 0]]
    // The cells to the right and to the left of the side that would be walked.
    const inside = rankAt(grid, x + (dx - dy - 1) / 2, y + (dy + dx - 1) / 2) === rank
    const beyond = rankAt(grid, x + (dx + dy - 1) / 2, y + (dy - dx - 1) / 2) === rank
    if (inside && !beyond) return next
  }
  throw new Error('an outline of the rank grid has no way on')
}

const toPath = (chain: readonly number[], corners: number): number[] =>
  chain.flatMap((corner) => [corner % corners, Math.floor(corner / corners)])

/** Simplifies a chain of corners between two that stay, the same way from either end. */
function simplifyChain(chain: readonly number[], { corners, options }: Field): number[] {
  const [first, last] = [chain[0] as number, chain.at(-1) as number]
  const isBackwards = first > last || (first === last && (chain[1] as number) > (chain.at(-2) as number))
  const path = toPath(isBackwards ? [...chain].reverse() : chain, corners)
  let simple = simplifyLine(path, options.tolerance)
  // A whole cell must not collapse into a line: then it is drawn as finely as the cells themselves.
  if (simple.length < (first === last ? 8 : 6))
    simple = simplifyLine(path, Math.min(ONE_CELL, options.tolerance))
  const out: number[] = []
  for (let i = 0; i < simple.length; i += 2)
    out.push((simple[i + 1] as number) * corners + (simple[i] as number))
  return isBackwards ? out.reverse() : out
}

/** Where a ring without a fixed corner is cut open: its first corner in reading order, and the one farthest from that. */
function cutPoints(ring: readonly number[], corners: number): number[] {
  let start = 0
  ring.forEach((corner, i) => {
    if (corner < (ring[start] as number)) start = i
  })
  const distance = (corner: number): number => {
    const from = ring[start] as number
    return (
      Math.abs((corner % corners) - (from % corners)) +
      Math.abs(Math.floor(corner / corners) - Math.floor(from / corners))
    )
  }
  let far = start
  ring.forEach((corner, i) => {
    const [d, best] = [distance(corner), distance(ring[far] as number)]
    if (d > best || (d === best && corner < (ring[far] as number))) far = i
  })
  return [start, far]
}

function simplifyOutline(ring: readonly number[], field: Field): Path {
  let cuts = ring.flatMap((corner, i) => (field.fixed[corner] === 1 ? [i] : []))
  if (cuts.length === 0) cuts = cutPoints(ring, field.corners).sort((a, b) => a - b)
  const out: number[] = []
  cuts.forEach((from, i) => {
    const to = (cuts[i + 1] ?? (cuts[0] as number) + ring.length) as number
    const chain: number[] = []
    for (let k = from; k <= to; k++) chain.push(ring[k % ring.length] as number)
    out.push(...simplifyChain(chain, field).slice(0, -1))
  })
  return toPath(out, field.corners)
}

/** True where simplifying would take most of the area or turn it over. */
const wouldVanish = (ring: readonly number[], field: Field): boolean =>
  twiceArea(simplifyOutline(ring, field)) / twiceArea(toPath(ring, field.corners)) < LEAST_AREA

/**
 * Fixes every corner of the outlines that would vanish, so that they stay as they are for the areas on both of their sides.
 * That cuts the outlines of the neighbours anew, so it is asked again until nothing vanishes any more.
 */
function fixVanishing(rings: readonly (readonly number[])[], field: Field): void {
  let asked = rings
  for (;;) {
    const vanishing = asked.filter((ring) => wouldVanish(ring, field))
    if (vanishing.length === 0) return
    for (const ring of vanishing) for (const corner of ring) field.fixed[corner] = 1
    asked = rings.filter((ring) => ring.some((corner) => field.fixed[corner] !== 1))
  }
}

/** Every outline of every rank, in reading order of the cells at which they are entered. */
function outlines(field: Field): { readonly rank: number; readonly ring: number[] }[] {
  const { grid } = field
  const done = new Uint8Array(grid.side * grid.side)
  const found: { rank: number; ring: number[] }[] = []
  for (let y = 0; y < grid.side; y++) {
    for (let x = 0; x < grid.side; x++) {
      const rank = rankAt(grid, x, y)
      // The outline of a rank is entered along the upper side of a cell that has another rank above it.
      if (rank === 0 || done[y * grid.side + x] === 1 || rankAt(grid, x, y - 1) === rank) continue
      found.push({ rank, ring: walk(field, rank, x, y, done) })
    }
  }
  return found
}

/**
 * The areas of each rank as rings in units of cells, an outer ring (clockwise on the screen) followed by its holes; holes
 * of a rank stand behind the outer ring that encloses them.
 */
export function traceGrid(grid: RankGrid, options: TraceOptions): Map<number, Path[]> {
  const field: Field = { grid, corners: grid.side + 1, options, fixed: fixedCorners(grid, options.fixedAt) }
  const all = outlines(field)
  fixVanishing(
    all.map(({ ring }) => ring),
    field,
  )
  const found = new Map<number, Traced[]>()
  for (const { rank, ring } of all) {
    const traced = { corners: toPath(ring, field.corners), ring: simplifyOutline(ring, field) }
    const known = found.get(rank)
    if (known === undefined) found.set(rank, [traced])
    else known.push(traced)
  }
  return new Map([...found].sort(([a], [b]) => a - b).map(([rank, traced]) => [rank, withHoles(traced)]))
}

type Traced = { readonly corners: Path; readonly ring: Path }
type Outer = Traced & {
  readonly area: number
  readonly right: number
  readonly bottom: number
  readonly holes: Path[]
}

const highest = (path: Path, axis: 0 | 1): number => {
  let max = -Infinity
  for (let i = axis; i < path.length; i += 2) max = Math.max(max, path[i] as number)
  return max
}

/** Puts each hole behind the smallest outer ring around it. */
function withHoles(traced: readonly Traced[]): Path[] {
  const outers = traced.flatMap((each): Outer[] => {
    const area = twiceArea(each.corners)
    return area > 0
      ? [{ ...each, area, right: highest(each.corners, 0), bottom: highest(each.corners, 1), holes: [] }]
      : []
  })
  for (const hole of traced) {
    if (twiceArea(hole.corners) > 0) continue
    // The middle of the cell at which the walk along the hole began: it belongs to the area around the hole.
    const [x, y] = [(hole.corners[0] as number) + 0.5, (hole.corners[1] as number) + 0.5]
    let best: Outer | undefined
    for (const outer of outers) {
      const isNear = x < outer.right && y < outer.bottom && (best === undefined || outer.area < best.area)
      if (isNear && encloses(outer.corners, [x, y])) best = outer
    }
    best?.holes.push(hole.ring)
  }
  return outers.flatMap(({ ring, holes }) => [ring, ...holes])
}

function encloses(ring: Path, [x, y]: readonly [number, number]): boolean {
  let inside = false
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
    const [ax, ay, bx, by] = [ring[before], ring[before + 1], ring[i], ring[i + 1]] as [
      number,
      number,
      number,
      number,
    ]
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}
