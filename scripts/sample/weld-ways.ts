import type { Spot } from './town.ts'
import { metresBetween, nodeKey } from './way.ts'
import type { RoadPiece } from './way.ts'

/** Side of the squares in which segments are kept, metres. */
const SQUARE = 60
/** An end that comes so near to another way stands on it. Metres. */
const TOUCH = 1.5

/** One straight part of a piece. */
export type Segment = { readonly piece: number; readonly index: number; readonly a: Spot; readonly b: Spot }

/** The segments of all pieces by squares, so that near ones are found without looking at all. */
export class SegmentIndex {
  readonly #squares = new Map<string, Segment[]>()

  constructor(pieces: readonly RoadPiece[]) {
    pieces.forEach(({ points }, piece) => {
      for (let index = 0; index + 1 < points.length; index++)
        this.#add({ piece, index, a: points[index] as Spot, b: points[index + 1] as Spot })
    })
  }

  #add(segment: Segment): void {
    const { a, b } = segment
    for (const key of squaresOf(a, b, 0)) {
      const there = this.#squares.get(key)
      if (there === undefined) this.#squares.set(key, [segment])
      else there.push(segment)
    }
  }

  /** The segments whose squares a line from `a` to `b`, `reach` metres thick, touches; each once. */
  near(a: Spot, b: Spot, reach: number): Set<Segment> {
    return new Set(squaresOf(a, b, reach).flatMap((key) => this.#squares.get(key) ?? []))
  }
}

function squaresOf(a: Spot, b: Spot, reach: number): string[] {
  const at = (metres: number): number => Math.floor(metres / SQUARE)
  const out: string[] = []
  const [x0, x1] = [at(Math.min(a[0], b[0]) - reach), at(Math.max(a[0], b[0]) + reach)]
  const [y0, y1] = [at(Math.min(a[1], b[1]) - reach), at(Math.max(a[1], b[1]) + reach)]
  for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) out.push(`${x} ${y}`)
  return out
}

/** The point of a segment nearest to a spot, and how far it is. */
export function nearestOnSegment(
  { a, b }: Pick<Segment, 'a' | 'b'>,
  spot: Spot,
): { at: Spot; distance: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const share = ((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)
  const t = Math.max(0, Math.min(1, share))
  const at: Spot = [a[0] + dx * t, a[1] + dy * t]
  return { at, distance: metresBetween(at, spot) }
}

/** Where two segments cross, or null. */
export function crossingOf(s: Pick<Segment, 'a' | 'b'>, t: Pick<Segment, 'a' | 'b'>): Spot | null {
  const [rx, ry] = [s.b[0] - s.a[0], s.b[1] - s.a[1]]
  const [qx, qy] = [t.b[0] - t.a[0], t.b[1] - t.a[1]]
  const cross = rx * qy - ry * qx
  if (Math.abs(cross) < 1e-9) return null
  const [wx, wy] = [t.a[0] - s.a[0], t.a[1] - s.a[1]]
  const u = (wx * qy - wy * qx) / cross
  const v = (wx * ry - wy * rx) / cross
  return u < 0 || u > 1 || v < 0 || v > 1 ? null : [s.a[0] + rx * u, s.a[1] + ry * u]
}

/** A point to put into a segment of a piece, `share` of the way from its start. */
type Stitch = { readonly spot: Spot; readonly share: number }
type Stitches = Map<string, Stitch[]>

const snapped = ([x, y]: Spot): Spot => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]

function stitch(stitches: Stitches, { piece, index, a, b }: Segment, spot: Spot): void {
  const key = `${piece} ${index}`
  const there = stitches.get(key) ?? []
  there.push({ spot, share: metresBetween(a, spot) / (metresBetween(a, b) || 1) })
  stitches.set(key, there)
}

/** Where ways on the ground cross or touch; a bridge or a tunnel meets others only at its ends. */
function findStitches(pieces: readonly RoadPiece[], index: SegmentIndex): Stitches {
  const stitches: Stitches = new Map()
  const isOpen = (segment: Segment): boolean => pieces[segment.piece]?.brunnel === ''
  pieces.forEach(({ points, brunnel }, piece) => {
    for (const end of [points[0], points.at(-1)] as Spot[])
      for (const segment of index.near(end, end, TOUCH))
        if (segment.piece !== piece && isOpen(segment) && nearestOnSegment(segment, end).distance < TOUCH)
          stitch(stitches, segment, end)
    if (brunnel !== '') return
    for (let i = 0; i + 1 < points.length; i++) {
      const mine: Segment = { piece, index: i, a: points[i] as Spot, b: points[i + 1] as Spot }
      for (const other of index.near(mine.a, mine.b, 0)) {
        if (other.piece <= piece || !isOpen(other)) continue
        const spot = crossingOf(mine, other)
        if (spot === null) continue
        stitch(stitches, mine, snapped(spot))
        stitch(stitches, other, snapped(spot))
      }
    }
  })
  return stitches
}

function sewn({ points }: RoadPiece, piece: number, stitches: Stitches): Spot[] {
  const out: Spot[] = []
  const add = (spot: Spot): void => {
    if (out.length === 0 || nodeKey(out.at(-1) as Spot) !== nodeKey(spot)) out.push(spot)
  }
  points.forEach((spot, i) => {
    add(spot)
    const here = stitches.get(`${piece} ${i}`) ?? []
    for (const { spot: between } of here.sort((p, q) => p.share - q.share)) add(between)
  })
  return out
}

/** Ends that lie within {@link TOUCH} of one another become one spot. */
function gatherEnds(pieces: readonly RoadPiece[]): RoadPiece[] {
  const known = new Map<string, Spot>()
  const gathered = (spot: Spot): Spot => {
    const [x, y] = [Math.floor(spot[0] / TOUCH), Math.floor(spot[1] / TOUCH)]
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const there = known.get(`${x + dx} ${y + dy}`)
        if (there !== undefined && metresBetween(there, spot) < TOUCH) return there
      }
    const own = snapped(spot)
    known.set(`${x} ${y}`, own)
    return own
  }
  return pieces.map((piece) => {
    const last = piece.points.length - 1
    const points = piece.points.map((spot, i) => (i === 0 || i === last ? gathered(spot) : snapped(spot)))
    return { ...piece, points }
  })
}

/**
 * Joins the pieces where they meet: afterwards ways meet only at the ends of pieces, and two ends with one key are one
 * junction. Pieces shorter than a metre or so vanish.
 */
export function weld(pieces: readonly RoadPiece[]): RoadPiece[] {
  const gathered = gatherEnds(pieces)
  const stitches = findStitches(gathered, new SegmentIndex(gathered))
  const lines = gathered.map((piece, i) => ({ ...piece, points: sewn(piece, i, stitches) }))
  const uses = new Map<string, number>()
  for (const { points } of lines)
    points.forEach((spot, i) => {
      // An end counts twice: a way through it is cut there.
      const weight = i === 0 || i === points.length - 1 ? 2 : 1
      uses.set(nodeKey(spot), (uses.get(nodeKey(spot)) ?? 0) + weight)
    })
  const out: RoadPiece[] = []
  for (const line of lines) {
    let start = 0
    line.points.forEach((spot, i) => {
      const isJunction = i === line.points.length - 1 || (uses.get(nodeKey(spot)) ?? 0) > 1
      if (i === 0 || !isJunction) return
      const points = line.points.slice(start, i + 1)
      start = i
      if (nodeKey(points[0] as Spot) !== nodeKey(spot) || points.length > 3) out.push({ ...line, points })
    })
  }
  return out
}
