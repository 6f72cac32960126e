/** A ring of whole-number points; the last joins the first. */
export type Ring = readonly (readonly [x: number, y: number])[]

/**
 * Cuts rings to `low <= coordinate <= high` along one axis (0 = x, 1 = y) after Sutherland and Hodgman (1974), in whole numbers:
 * a new corner on the cut is rounded to the next whole number (at most 0.5 off). Rings that lie outside disappear; a ring that
 * the cut would divide stays one ring with edges along the cut, which the even-odd rule reads rightly.
 */
export function clipRings(rings: readonly Ring[], axis: 0 | 1, low: number, high: number): Ring[] {
  const out: Ring[] = []
  for (const ring of rings) {
    let [min, max] = [Infinity, -Infinity]
    for (const point of ring) {
      min = Math.min(min, point[axis])
      max = Math.max(max, point[axis])
    }
    if (max < low || min > high) continue
    if (min >= low && max <= high) {
      out.push(ring)
      continue
    }
    const half = min < low ? clipHalf(ring, axis, low, 1) : ring
    const cut = max > high ? clipHalf(half, axis, high, -1) : half
    if (cut.length > 1) out.push(cut)
  }
  return out
}

function clipHalf(ring: Ring, axis: 0 | 1, limit: number, sign: 1 | -1): Ring {
  const out: (readonly [number, number])[] = []
  const push = (point: readonly [number, number]) => {
    const last = out[out.length - 1]
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) out.push(point)
  }
  let before = ring[ring.length - 1]
  for (const point of ring) {
    if (before === undefined) break
    const isIn = (point[axis] - limit) * sign >= 0
    const wasIn = (before[axis] - limit) * sign >= 0
    if (isIn !== wasIn) push(crossing(before, point, axis, limit))
    if (isIn) push(point)
    before = point
  }
  const [first, last] = [out[0], out[out.length - 1]]
  if (out.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) out.pop()
  return out
}

function crossing(
  a: readonly [number, number],
  b: readonly [number, number],
  axis: 0 | 1,
  limit: number,
): readonly [number, number] {
  const share = (limit - a[axis]) / (b[axis] - a[axis])
  const other = axis === 0 ? 1 : 0
  const at = Math.round(a[other] + share * (b[other] - a[other]))
  return axis === 0 ? [limit, at] : [at, limit]
}
