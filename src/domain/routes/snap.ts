import { isLngLat, type LngLat } from '../geo/lng-lat.ts'
import { ok, refuse, type Result } from '../result.ts'
import { SNAP_LIMIT, type Graph, type Snapped } from './graph.ts'

/** The straight pieces of all edges by the cells of a grid, so that a place looks only at what is near. */
export type EdgeIndex = {
  readonly graph: Graph
  readonly west: number
  readonly south: number
  /** Degrees of a cell. */
  readonly cellLng: number
  readonly cellLat: number
  /** By piece: its edge and its ends in degrees. Pieces of one edge stand together, in order. */
  readonly edges: Uint32Array
  readonly ends: Float64Array
  /** By edge: its first piece; one more entry than edges. */
  readonly firstPiece: Uint32Array
  readonly cells: ReadonlyMap<number, readonly number[]>
}

export type SnapOptions = {
  /** Only edges for which this is true are looked at: not those that are closed, say. */
  readonly isUsable?: (edge: number) => boolean
  /** Metres; never more than `SNAP_LIMIT`. */
  readonly within?: number
}

/** Metres of a degree of latitude on the sphere of the app's distances (R = 6,371,008.8 m). */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180
/** Metres of a cell: about as much as a place looks around. */
const CELL_METRES = 100
/** The number of a cell is row × this + column; more columns than any graph has. */
const ROW = 1_000_000

/** Sorts the edges of a graph into a grid; once for each graph. */
export function indexEdges(graph: Graph): EdgeIndex {
  const shapes = Array.from({ length: graph.edgeCount }, (_, edge) => graph.shapeOf(edge))
  const [west, south, north] = boxOf(shapes)
  const squeeze = Math.max(0.01, Math.cos((((south + north) / 2) * Math.PI) / 180))
  const cellLat = CELL_METRES / METRES_PER_DEGREE
  const cellLng = cellLat / squeeze
  const pieces = shapes.reduce((sum, shape) => sum + shape.length - 1, 0)
  const [edges, ends] = [new Uint32Array(pieces), new Float64Array(pieces * 4)]
  const firstPiece = new Uint32Array(graph.edgeCount + 1)
  const cells = new Map<number, number[]>()
  const index: EdgeIndex = { graph, west, south, cellLng, cellLat, edges, ends, firstPiece, cells }
  let piece = 0
  for (const [edge, shape] of shapes.entries()) {
    firstPiece[edge] = piece
    for (let i = 1; i < shape.length; i += 1) {
      edges[piece] = edge
      ends.set([...(shape[i - 1] as LngLat), ...(shape[i] as LngLat)], piece * 4)
      putPiece(index, cells, piece)
      piece += 1
    }
  }
  firstPiece[graph.edgeCount] = piece
  return index
}

function boxOf(shapes: readonly (readonly LngLat[])[]): [west: number, south: number, north: number] {
  let [west, south, north] = [Infinity, Infinity, -Infinity]
  for (const shape of shapes) {
    for (const [lng, lat] of shape) {
      west = Math.min(west, lng)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  return west === Infinity ? [0, 0, 0] : [west, south, north]
}

/** A hair's breadth, in cells, so that what lies on the line between two cells is found in both. */
const HAIR = 1e-6

/** Puts a piece into every cell that it touches, column by column. */
function putPiece(index: EdgeIndex, cells: Map<number, number[]>, piece: number): void {
  const { west, south, cellLng, cellLat, ends } = index
  const [x0, y0] = [
    ((ends[piece * 4] as number) - west) / cellLng,
    ((ends[piece * 4 + 1] as number) - south) / cellLat,
  ]
  const [x1, y1] = [
    ((ends[piece * 4 + 2] as number) - west) / cellLng,
    ((ends[piece * 4 + 3] as number) - south) / cellLat,
  ]
  const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)]
  const rise = x1 === x0 ? 0 : (y1 - y0) / (x1 - x0)
  for (let column = Math.floor(left - HAIR); column <= Math.floor(right + HAIR); column += 1) {
    // A piece that goes straight up has no rise: it takes all rows between its ends.
    const isUpright = right - left < HAIR
    const yIn = isUpright ? y0 : y0 + (Math.max(left, column) - x0) * rise
    const yOut = isUpright ? y1 : y0 + (Math.min(right, column + 1) - x0) * rise
    const top = Math.floor(Math.max(yIn, yOut) + HAIR)
    for (let row = Math.floor(Math.min(yIn, yOut) - HAIR); row <= top; row += 1) {
      const key = row * ROW + column
      const there = cells.get(key)
      if (there === undefined) cells.set(key, [piece])
      else there.push(piece)
    }
  }
}

/** The nearest place on one piece; `square` of its distance in metres. */
type Found = { readonly piece: number; readonly share: number; readonly square: number }

/**
 * The nearest place on the graph. Of edges that are equally near the one with the lowest number is taken.
 * @returns the place, or the refusal `tooFar` when no way lies within `SNAP_LIMIT`: from here no path is known.
 */
export function snap(index: EdgeIndex, at: LngLat, options: SnapOptions = {}): Result<Snapped, 'tooFar'> {
  if (!isLngLat(at)) return refuse('tooFar')
  const limit = Math.min(SNAP_LIMIT, options.within ?? SNAP_LIMIT)
  const found = nearestPiece(index, at, limit, options.isUsable ?? (() => true))
  if (found === null) return refuse('tooFar')
  const { graph, edges, ends, firstPiece } = index
  const edge = edges[found.piece] as number
  let [before, whole] = [0, 0]
  const last = firstPiece[edge + 1] as number
  for (let piece = firstPiece[edge] as number; piece < last; piece += 1) {
    const metres = pieceMetres(index, piece)
    if (piece < found.piece) before += metres
    if (piece === found.piece) before += metres * found.share
    whole += metres
  }
  const share = whole === 0 ? 0 : Math.min(1, before / whole)
  const [ax, ay, bx, by] = ends.subarray(found.piece * 4, found.piece * 4 + 4) as unknown as Piece
  return ok({
    edge,
    along: Math.round((graph.decimetres[edge] as number) * share),
    away: Math.sqrt(found.square),
    at: [ax + (bx - ax) * found.share, ay + (by - ay) * found.share],
  })
}

type Piece = readonly [ax: number, ay: number, bx: number, by: number]

function pieceMetres({ ends }: EdgeIndex, piece: number): number {
  const [ax, ay, bx, by] = ends.subarray(piece * 4, piece * 4 + 4) as unknown as Piece
  const squeeze = Math.cos((((ay + by) / 2) * Math.PI) / 180)
  return METRES_PER_DEGREE * Math.hypot((bx - ax) * squeeze, by - ay)
}

function nearestPiece(
  index: EdgeIndex,
  at: LngLat,
  limit: number,
  isUsable: (edge: number) => boolean,
): Found | null {
  const squeeze = Math.max(0.01, Math.cos((at[1] * Math.PI) / 180))
  let best: Found | null = null
  for (const piece of piecesAround(index, at, limit / METRES_PER_DEGREE, squeeze)) {
    const found = nearestOn(index, piece, at, squeeze)
    if (found.square > limit * limit || !isBetter(found, best)) continue
    if (isUsable(index.edges[piece] as number)) best = found
  }
  return best
}

/** The pieces of all cells that a circle may touch, some more than once; `reach` in degrees of latitude. */
function* piecesAround(
  { west, south, cellLng, cellLat, cells }: EdgeIndex,
  [lng, lat]: LngLat,
  reach: number,
  squeeze: number,
): Generator<number> {
  const [left, right] = [-1, 1].map((side) => Math.floor((lng + (side * reach) / squeeze - west) / cellLng))
  const [bottom, top] = [-1, 1].map((side) => Math.floor((lat + side * reach - south) / cellLat))
  for (let row = bottom as number; row <= (top as number); row += 1)
    for (let column = left as number; column <= (right as number); column += 1)
      yield* cells.get(row * ROW + column) ?? []
}

/** Nearer, or as near with a lower number. */
const isBetter = (a: Found, b: Found | null): boolean =>
  b === null || a.square < b.square || (a.square === b.square && a.piece < b.piece)

/** In a plane around the place, whose degrees of longitude are shortened by the cosine of its latitude. */
function nearestOn({ ends }: EdgeIndex, piece: number, at: LngLat, squeeze: number): Found {
  const base = piece * 4
  const ax = ((ends[base] as number) - at[0]) * squeeze
  const ay = (ends[base + 1] as number) - at[1]
  const dx = ((ends[base + 2] as number) - at[0]) * squeeze - ax
  const dy = (ends[base + 3] as number) - at[1] - ay
  const length2 = dx * dx + dy * dy
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2))
  const [x, y] = [ax + dx * share, ay + dy * share]
  return { piece, share, square: (x * x + y * y) * METRES_PER_DEGREE * METRES_PER_DEGREE }
}
