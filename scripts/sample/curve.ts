import type { Spot } from './town.ts'

const mix = (a: number, b: number, t: number): number => a + (b - a) * t

/** A point of the Catmull–Rom curve between `b` and `c`, `t` from 0 to 1. */
function between([a, b, c, d]: readonly [Spot, Spot, Spot, Spot], t: number): Spot {
  const at = (axis: 0 | 1): number => {
    const [p, q, r, s] = [a[axis], b[axis], c[axis], d[axis]]
    return (
      0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t)
    )
  }
  return [at(0), at(1)]
}

/**
 * A smooth curve through the points, as a line of pieces of about `step` metres.
 * @param isRing the last point joins the first; the answer does not repeat it.
 */
export function smooth(points: readonly Spot[], step: number, isRing = false): Spot[] {
  const count = points.length
  const at = (i: number): Spot =>
    points[isRing ? (i + count) % count : Math.max(0, Math.min(count - 1, i))] as Spot
  const out: Spot[] = []
  for (let i = 0; i < (isRing ? count : count - 1); i++) {
    const [from, to] = [at(i), at(i + 1)]
    const pieces = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / step))
    for (let k = 0; k < pieces; k++) out.push(between([at(i - 1), from, to, at(i + 2)], k / pieces))
  }
  if (!isRing) out.push(at(count - 1))
  return out
}

/** A line laid out for speed: x and y of its points in turn, and the metres along it at each. */
export type Track = { readonly xy: Float64Array; readonly along: Float64Array }

export const trackOf = (line: readonly Spot[]): Track => ({
  xy: Float64Array.from(line.flat()),
  along: Float64Array.from(lengthsAlong(line)),
})

/** Where a point is nearest to a line: distance in metres, and the metres along the line. */
export function nearestOnLine({ xy, along }: Track, [x, y]: Spot): { distance: number; along: number } {
  let [best, index, share] = [Infinity, 0, 0]
  for (let i = 2; i < xy.length; i += 2) {
    const ax = xy[i - 2] as number
    const ay = xy[i - 1] as number
    const dx = (xy[i] as number) - ax
    const dy = (xy[i + 1] as number) - ay
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
    const offX = x - ax - dx * t
    const offY = y - ay - dy * t
    const square = offX * offX + offY * offY
    if (square >= best) continue
    best = square
    index = i / 2
    share = t
  }
  return { distance: Math.sqrt(best), along: mix(along[index - 1] as number, along[index] as number, share) }
}

/** Metres along a line at each of its points. */
export function lengthsAlong(line: readonly Spot[]): number[] {
  const out = [0]
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Spot, line[i] as Spot]
    out.push((out[i - 1] as number) + Math.hypot(b[0] - a[0], b[1] - a[1]))
  }
  return out
}

/** Linear interpolation in a table of `[x, y]` sorted by x; the ends go on level. */
export function lookUp(table: readonly Spot[], x: number): number {
  const after = table.findIndex(([tx]) => tx >= x)
  if (after === 0) return table[0]?.[1] ?? 0
  if (after < 0) return table.at(-1)?.[1] ?? 0
  const [a, b] = [table[after - 1] as Spot, table[after] as Spot]
  return mix(a[1], b[1], (x - a[0]) / (b[0] - a[0] || 1))
}

/** Even-odd: true inside the ring. */
export function isInRing(ring: readonly Spot[], [x, y]: Spot): boolean {
  let inside = false
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i, i++) {
    const [a, b] = [ring[before] as Spot, ring[i] as Spot]
    if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside
  }
  return inside
}
