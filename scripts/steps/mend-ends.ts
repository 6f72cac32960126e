import { addTo, isAtBorder, placeKey, visitsOf, type LooseLine, type Visit } from './loose-line.ts'
import { cellAt, cellsAround, type StraightPiece } from './piece-grid.ts'

/** Ends that lie so near to another line belong to it: half a metre is what the rounding of a tile can move, units. */
const REACH = 1
/** Where two tiles cut one line, both have rounded, units. */
const BORDER_REACH = 2
/** Side of a cell of the grid of straight pieces, units. */
const CELL = 128

/**
 * Puts loose ends onto what they were cut from or fell short of: the nearest point of another line, else a straight piece of
 * one, which gets a point there. Ends move by a metre at most.
 */
export function mendEnds(lines: readonly LooseLine[]): LooseLine[] {
  const mended = lines.map((line) => ({ ...line, points: [...line.points] }))
  const visits = visitsOf(mended)
  const loose = mended.flatMap((line, index) =>
    [0, line.points.length - 2].filter((at) => isLoose(visits, line.points, at)).map((at) => ({ index, at })),
  )
  const left = loose.filter(({ index, at }) => !moveToPoint(mended, visits, index, at))
  insertEnds(mended, left)
  return mended
}

const isLoose = (visits: ReadonlyMap<number, Visit[]>, points: readonly number[], at: number): boolean =>
  (visits.get(placeKey(points[at] as number, points[at + 1] as number))?.length ?? 0) === 1

/** @returns true when the end is loose no more. */
function moveToPoint(
  lines: readonly LooseLine[],
  visits: Map<number, Visit[]>,
  index: number,
  at: number,
): boolean {
  const line = lines[index] as LooseLine
  // Another end may have come to this one in the meantime.
  if (!isLoose(visits, line.points, at)) return true
  const [x, y] = [line.points[at] as number, line.points[at + 1] as number]
  const host = nearestHost(visits, { index, level: line.level, x, y })
  if (host === null) return false
  visits.delete(placeKey(x, y))
  addTo(visits, placeKey(host.x, host.y), { line: index, level: line.level, isEnd: true })
  line.points[at] = host.x
  line.points[at + 1] = host.y
  return true
}

function nearestHost(
  visits: ReadonlyMap<number, Visit[]>,
  {
    index,
    level,
    x,
    y,
  }: { readonly index: number; readonly level: number; readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number; readonly square: number } | null {
  const reach = isAtBorder(x, y) ? BORDER_REACH : REACH
  let best: { readonly x: number; readonly y: number; readonly square: number } | null = null
  for (let dx = -reach; dx <= reach; dx += 1) {
    for (let dy = -reach; dy <= reach; dy += 1) {
      const square = dx * dx + dy * dy
      if (square === 0 || square > reach * reach || square >= (best?.square ?? Infinity)) continue
      const there = visits.get(placeKey(x + dx, y + dy)) ?? []
      const isHost = there.some((one) => one.line !== index && (one.isEnd || one.level === level))
      if (isHost) best = { x: x + dx, y: y + dy, square }
    }
  }
  return best
}

/** A straight piece of a line: from its point `at` to the next. */
type Piece = { readonly line: number; readonly at: number }

function indexPieces(lines: readonly LooseLine[]): Map<number, Piece[]> {
  const cells = new Map<number, Piece[]>()
  for (const [line, { points }] of lines.entries()) {
    for (let at = 0; at + 2 < points.length; at += 2) {
      const ends = points.slice(at, at + 4) as unknown as StraightPiece
      for (const cell of cellsAround(ends, REACH, CELL)) addTo(cells, cell, { line, at })
    }
  }
  return cells
}

type Insertion = Piece & { readonly share: number; readonly x: number; readonly y: number }

/** Gives a line that a loose end touches between two points a point there. */
function insertEnds(lines: readonly LooseLine[], loose: readonly { index: number; at: number }[]): void {
  const cells = indexPieces(lines)
  const insertions = new Map<number, Insertion[]>()
  for (const { index, at } of loose) {
    const line = lines[index] as LooseLine
    const [x, y] = [line.points[at] as number, line.points[at + 1] as number]
    const near = (cells.get(cellAt(x, y, CELL)) ?? [])
      .filter((piece) => piece.line !== index && lines[piece.line]?.level === line.level)
      .map((piece) => ({ ...piece, x, y, ...distanceTo(lines[piece.line] as LooseLine, piece.at, x, y) }))
      .filter(({ square }) => square <= REACH * REACH)
      .sort((a, b) => a.square - b.square || a.line - b.line || a.at - b.at)
    const [best] = near
    if (best !== undefined) addTo(insertions, best.line, best)
  }
  for (const [index, those] of insertions) {
    // From the back, so that what was found stays where it was found.
    those.sort((a, b) => b.at - a.at || b.share - a.share)
    for (const { at, x, y } of those) lines[index]?.points.splice(at + 2, 0, x, y)
  }
}

function distanceTo(
  { points }: LooseLine,
  at: number,
  x: number,
  y: number,
): { share: number; square: number } {
  const [ax, ay, bx, by] = points.slice(at, at + 4) as [number, number, number, number]
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
  return { share, square: (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2 }
}
