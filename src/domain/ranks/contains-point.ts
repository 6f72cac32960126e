import { EDGE_REACH } from './rank-format.ts'

/** Rings as flat coordinates; `ends[i]` is one past the last point of ring i; the last point joins the first. */
export type Rings = {
  readonly xs: ArrayLike<number>
  readonly ys: ArrayLike<number>
  readonly ends: readonly number[]
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/**
 * True when the point lies inside the rings (even-odd rule) or within EDGE_REACH of an edge.
 * The crossing rule is the half-open one of W. R. Franklin's PNPOLY; the test near an edge makes the border belong to the zone.
 */
export function containsPoint(rings: Rings, x: number, y: number): boolean {
  if (x < rings.minX - EDGE_REACH || x > rings.maxX + EDGE_REACH) return false
  if (y < rings.minY - EDGE_REACH || y > rings.maxY + EDGE_REACH) return false
  const { xs, ys, ends } = rings
  let inside = false
  let start = 0
  for (const end of ends) {
    for (let i = start, j = end - 1; i < end; j = i++) {
      const ax = xs[j] as number
      const ay = ys[j] as number
      const bx = xs[i] as number
      const by = ys[i] as number
      if (isNearEdge(ax, ay, bx, by, x, y)) return true
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
    start = end
  }
  return inside
}

function isNearEdge(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  if (x < Math.min(ax, bx) - EDGE_REACH || x > Math.max(ax, bx) + EDGE_REACH) return false
  if (y < Math.min(ay, by) - EDGE_REACH || y > Math.max(ay, by) + EDGE_REACH) return false
  const dx = bx - ax
  const dy = by - ay
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
  const ex = x - ax - along * dx
  const ey = y - ay - along * dy
  return ex * ex + ey * ey <= EDGE_REACH * EDGE_REACH
}
