import { twiceArea } from './mvt.ts'
import type { Path } from './mvt.ts'

/** `[minX, minY, maxX, maxY]` in tile units. */
export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number]

const boxOf = (path: Path): Box => {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < path.length; i += 2) {
    minX = Math.min(minX, path[i] as number)
    maxX = Math.max(maxX, path[i] as number)
    minY = Math.min(minY, path[i + 1] as number)
    maxY = Math.max(maxY, path[i + 1] as number)
  }
  return [minX, minY, maxX, maxY]
}

const isWithin = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]

const misses = (a: Box, b: Box): boolean => a[0] > b[2] || a[2] < b[0] || a[1] > b[3] || a[3] < b[1]

/** One half plane: keeps what is at or beyond `limit` in the direction `sign` along `axis` (0 = x, 1 = y). */
type HalfPlane = { readonly axis: 0 | 1; readonly sign: 1 | -1; readonly limit: number }

const sides = (box: Box): HalfPlane[] => [
  { axis: 0, sign: 1, limit: box[0] },
  { axis: 0, sign: -1, limit: box[2] },
  { axis: 1, sign: 1, limit: box[1] },
  { axis: 1, sign: -1, limit: box[3] },
]

/** Where the segment i→j of a path meets the half plane's edge, rounded to whole units. */
function crossing(path: Path, i: number, j: number, side: HalfPlane): [number, number] {
  const [ax, ay, bx, by] = [path[i], path[i + 1], path[j], path[j + 1]] as [number, number, number, number]
  if (side.axis === 0) return [side.limit, Math.round(ay + ((side.limit - ax) / (bx - ax)) * (by - ay))]
  return [Math.round(ax + ((side.limit - ay) / (by - ay)) * (bx - ax)), side.limit]
}

const isIn = (path: Path, i: number, side: HalfPlane): boolean =>
  ((path[i + side.axis] as number) - side.limit) * side.sign >= 0

function clipRingAt(ring: Path, side: HalfPlane): Path {
  const out: number[] = []
  for (let i = 0; i < ring.length; i += 2) {
    const before = (i - 2 + ring.length) % ring.length
    const wasIn = isIn(ring, before, side)
    const nowIn = isIn(ring, i, side)
    if (wasIn !== nowIn) out.push(...crossing(ring, before, i, side))
    if (nowIn) out.push(ring[i] as number, ring[i + 1] as number)
  }
  return out
}

function clipLineAt(line: Path, side: HalfPlane): Path[] {
  const out: number[][] = []
  let current: number[] = []
  for (let i = 0; i < line.length; i += 2) {
    const nowIn = isIn(line, i, side)
    const wasIn = i > 0 && isIn(line, i - 2, side)
    if (i > 0 && wasIn !== nowIn) current.push(...crossing(line, i - 2, i, side))
    if (nowIn) current.push(line[i] as number, line[i + 1] as number)
    else if (current.length > 0) {
      out.push(current)
      current = []
    }
  }
  out.push(current)
  return out.filter((part) => part.length >= 4)
}

/** The parts of a line inside the box. */
export function clipLine(line: Path, box: Box): Path[] {
  const own = boxOf(line)
  if (misses(own, box)) return []
  if (isWithin(own, box)) return [line]
  return sides(box).reduce<Path[]>((parts, side) => parts.flatMap((part) => clipLineAt(part, side)), [line])
}

/**
 * The rings of polygons cut to the box (Sutherland–Hodgman: parts may stay joined along the edge of the box, which is
 * why the box must lie outside what is shown). A hole goes when its outer ring goes.
 */
export function clipRings(rings: readonly Path[], box: Box): Path[] {
  const clipped = rings.map((ring) => {
    const own = boxOf(ring)
    if (misses(own, box)) return []
    return isWithin(own, box) ? ring : sides(box).reduce(clipRingAt, ring)
  })
  return keepRings(rings, clipped, 0)
}

/**
 * Keeps of `changed` (the same rings after an operation) those that still enclose something, and no hole without its
 * outer ring.
 * @param minArea square units; an outer ring or hole that encloses less is dropped.
 */
export function keepRings(original: readonly Path[], changed: readonly Path[], minArea: number): Path[] {
  const out: Path[] = []
  let outerKept = false
  changed.forEach((ring, i) => {
    const isOuter = twiceArea(original[i] as Path) > 0
    const area = ring.length < 6 ? 0 : twiceArea(ring) / 2
    // A ring that turned over in the operation encloses nothing any more.
    const keeps = isOuter ? area > 0 && area >= minArea : outerKept && area < 0 && -area >= minArea
    if (isOuter) outerKept = keeps
    if (keeps) out.push(ring)
  })
  return out
}

/** True when the point `[x, y]` lies in the box, edges included. */
export const isPointIn = (path: Path, box: Box): boolean => isWithin(boxOf(path), box)
