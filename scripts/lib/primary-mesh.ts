import type { Polygon } from './check-geometry.ts'

/**
 * The primary meshes (第1次地域区画, JIS X 0410: 1° of longitude by 40′ of latitude) that polygons touch.
 * Code = floor(lat × 1.5) × 100 + floor(lng − 100). A mesh counts when a point of an outer ring lies in it, when an edge
 * crosses it, or when a polygon holds it whole.
 * @returns the four-digit codes, sorted.
 */
export function primaryMeshes(polygons: Iterable<Polygon>): string[] {
  const codes = new Set<string>()
  for (const [outer] of polygons) {
    if (outer === undefined) continue
    const seen = new Set<string>()
    for (let at = 1; at < outer.length; at += 1) {
      meshesOfEdge(outer[at - 1] as readonly [number, number], outer[at] as readonly [number, number], seen)
    }
    for (const code of [...seen, ...meshesWithin(outer, seen)]) codes.add(code)
  }
  return [...codes].sort()
}

const codeAt = (column: number, row: number): string => `${row}${String(column).padStart(2, '0')}`

/** Columns count degrees of longitude from 100°E, rows count 40′ from the equator. */
const gridOf = ([lng, lat]: readonly [number, number]): [number, number] => [lng - 100, lat * 1.5]

/** Cuts the edge at every mesh line and marks the mesh around the middle of each piece. */
function meshesOfEdge(
  from: readonly [number, number],
  to: readonly [number, number],
  seen: Set<string>,
): void {
  const [ax, ay] = gridOf(from)
  const [bx, by] = gridOf(to)
  const cuts = [0, 1, ...lineCuts(ax, bx), ...lineCuts(ay, by)].sort((a, b) => a - b)
  for (let at = 1; at < cuts.length; at += 1) {
    const middle = ((cuts[at - 1] as number) + (cuts[at] as number)) / 2
    seen.add(codeAt(Math.floor(ax + (bx - ax) * middle), Math.floor(ay + (by - ay) * middle)))
  }
}

/** Where (0…1) the way from `a` to `b` crosses whole numbers. */
function lineCuts(a: number, b: number): number[] {
  const cuts: number[] = []
  for (let line = Math.ceil(Math.min(a, b)); line <= Math.max(a, b); line += 1) {
    if (a !== b) cuts.push((line - a) / (b - a))
  }
  return cuts
}

/** Meshes between those on the edge whose middle lies inside the ring (even-odd rule). */
function meshesWithin(ring: readonly (readonly [number, number])[], edge: ReadonlySet<string>): string[] {
  const columns = [...edge].map((code) => Number(code.slice(-2)))
  const rows = [...edge].map((code) => Number(code.slice(0, -2)))
  const found: string[] = []
  for (let column = Math.min(...columns); column <= Math.max(...columns); column += 1) {
    for (let row = Math.min(...rows); row <= Math.max(...rows); row += 1) {
      const code = codeAt(column, row)
      if (!edge.has(code) && holds(ring, column + 0.5, row + 0.5)) found.push(code)
    }
  }
  return found
}

function holds(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = gridOf(ring[at - 1] as readonly [number, number])
    const [bx, by] = gridOf(ring[at] as readonly [number, number])
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}
