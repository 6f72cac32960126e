import type { Path } from './mvt.ts'

/** Square of the distance of vertex `i` from the segment between the vertices `a` and `b`. */
function squareDistance(path: Path, i: number, a: number, b: number): number {
  const px = path[i * 2] as number
  const py = path[i * 2 + 1] as number
  let x = path[a * 2] as number
  let y = path[a * 2 + 1] as number
  const dx = (path[b * 2] as number) - x
  const dy = (path[b * 2 + 1] as number) - y
  if (dx !== 0 || dy !== 0) {
    const t = Math.max(0, Math.min(1, ((px - x) * dx + (py - y) * dy) / (dx * dx + dy * dy)))
    x += dx * t
    y += dy * t
  }
  return (px - x) ** 2 + (py - y) ** 2
}

/** The vertex between `from` and `to` farthest from their segment, the first of equals; -1 when none lies between. */
export function farthest(path: Path, from: number, to: number): { index: number; square: number } {
  let [index, square] = [-1, -1]
  for (let i = from + 1; i < to; i++) {
    const d = squareDistance(path, i, from, to)
    if (d > square) [index, square] = [i, d]
  }
  return { index, square }
}

/**
 * Douglas–Peucker: a line of fewer vertices, none of the dropped ones farther than `tolerance` units from it. The ends stay.
 */
export function simplifyLine(path: Path, tolerance: number): Path {
  const count = path.length / 2
  if (count <= 2) return path
  const keep = new Uint8Array(count)
  keep[0] = keep[count - 1] = 1
  const stack: [number, number][] = [[0, count - 1]]
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const { index, square } = farthest(path, span[0], span[1])
    if (index < 0 || square <= tolerance * tolerance) continue
    keep[index] = 1
    stack.push([span[0], index], [index, span[1]])
  }
  const out: number[] = []
  for (let i = 0; i < count; i++) if (keep[i]) out.push(path[i * 2] as number, path[i * 2 + 1] as number)
  return out
}

/** The same for a ring: its first vertex and the one farthest from it stay. May collapse; the caller checks its area. */
export function simplifyRing(ring: Path, tolerance: number): Path {
  if (ring.length <= 6) return ring
  const closed = [...ring, ring[0] as number, ring[1] as number]
  const { index } = farthest(closed, 0, ring.length / 2)
  const there = simplifyLine(closed.slice(0, (index + 1) * 2), tolerance)
  const back = simplifyLine(closed.slice(index * 2), tolerance)
  return [...there, ...back.slice(2, -2)]
}
