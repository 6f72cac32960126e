import pointInPolygon from 'point-in-polygon-hao'

type Ring = [number, number][]

/** Twice the area of a closed ring, positive when it runs anticlockwise. */
const twiceArea = (ring: Ring): number => {
  // Reckoned from the first point: whole degrees would eat the digits of a small ring.
  const [x0, y0] = ring[0] ?? [0, 0]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as [number, number], ring[i] as [number, number]]
    sum += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0)
  }
  return sum
}

/** True when a hole lies in a ring: the first of its points that is not on the ring's edge decides, then its sides. */
function isWithin(hole: Ring, outer: Ring): boolean {
  const middles = hole.slice(1).map(([x, y], i): [number, number] => {
    const [px, py] = hole[i] as [number, number]
    return [(x + px) / 2, (y + py) / 2]
  })
  for (const point of [...hole, ...middles]) {
    const where = pointInPolygon(point, [outer])
    if (where !== 0) return where
  }
  return true
}

type Grouped = { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] }

/**
 * Gives the holes of a shapefile's polygon back to the rings that they lie in. The reader decides by
 * `segmentContains` of shapefile 0.6.6, which takes a point for one on the edge when it only stands at a right angle to its
 * end; on the meshes of 国土数値情報 every point does, so a dry hill inside a zone comes out as a zone of its own.
 * Outer rings run clockwise, holes anticlockwise ("ESRI Shapefile Technical Description", 1998, Polygon); a hole that lies in
 * no ring is left as it came.
 */
export function regroupRings(geometry: unknown): unknown {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: Ring[][] }
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates)) return geometry
  const isHole = (ring: Ring | undefined): boolean => ring !== undefined && twiceArea(ring) > 0
  const lost = coordinates.filter((polygon) => polygon.length === 1 && isHole(polygon[0]))
  if (lost.length === 0) return geometry
  const kept = coordinates.filter((polygon) => !lost.includes(polygon)).map((polygon) => [...polygon])
  const bySize = [...kept].sort((a, b) => Math.abs(twiceArea(a[0] ?? [])) - Math.abs(twiceArea(b[0] ?? [])))
  for (const [hole = []] of lost) {
    const home = bySize.find(([outer = []]) => isWithin(hole, outer))
    if (home === undefined) kept.push([hole])
    else home.push(hole)
  }
  return { type: 'MultiPolygon', coordinates: kept } satisfies Grouped
}
