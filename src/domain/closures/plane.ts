import type { LngLat } from '../geo/lng-lat.ts'

/** Metres east and north of an origin. */
export type Spot = readonly [x: number, y: number]

/** Metres per degree on a sphere of 6,371,008.8 m (mean radius, IUGG), as everywhere in the app. */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180

/** Lays positions into a plane around an origin: over the few kilometres of a closure that is exact to centimetres. */
export function layAround([lng, lat]: LngLat): (at: LngLat) => Spot {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  return (at) => [(at[0] - lng) * squeeze * METRES_PER_DEGREE, (at[1] - lat) * METRES_PER_DEGREE]
}

/** How far a spot is from a piece of line, and where beside it: 0 = its start, 1 = its end, less or more = beyond them. */
export function besidePiece([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): { metres: number; share: number } {
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const share = length2 === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length2
  const near = Math.max(0, Math.min(1, share))
  return { metres: Math.hypot(x - ax - near * dx, y - ay - near * dy), share }
}

/** Metres from a spot to a line. */
export function metresToLine(spot: Spot, line: readonly Spot[]): number {
  let least = Infinity
  for (const [index, end] of line.entries())
    least = Math.min(least, besidePiece(spot, line[index - 1] ?? end, end).metres)
  return least
}

export const lengthInPlane = (line: readonly Spot[]): number =>
  line.reduce((sum, [x, y], index) => {
    const [fromX, fromY] = line[index - 1] ?? [x, y]
    return sum + Math.hypot(x - fromX, y - fromY)
  }, 0)

/** True when two pieces of line have a point in common, ends included. */
export function doCross(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (abc * abd < 0 && cda * cdb < 0) return true
  return (
    (abc === 0 && isBetween(c, a, b)) ||
    (abd === 0 && isBetween(d, a, b)) ||
    (cda === 0 && isBetween(a, c, d)) ||
    (cdb === 0 && isBetween(b, c, d))
  )
}

/** Even-odd over all rings, so that holes are outside. Rings end where they begin. */
export function isInRings([x, y]: Spot, rings: readonly (readonly Spot[])[]): boolean {
  let inside = false
  for (const ring of rings) {
    for (const [index, [bx, by]] of ring.entries()) {
      const [ax, ay] = ring[index - 1] ?? [bx, by]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  }
  return inside
}

/** Twice the signed area of the triangle: on which side of a line the third spot lies. */
const turn = (a: Spot, b: Spot, c: Spot): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

const isBetween = ([x, y]: Spot, a: Spot, b: Spot): boolean =>
  x >= Math.min(a[0], b[0]) &&
  x <= Math.max(a[0], b[0]) &&
  y >= Math.min(a[1], b[1]) &&
  y <= Math.max(a[1], b[1])
