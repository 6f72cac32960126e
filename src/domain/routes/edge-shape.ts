import type { LngLat } from '../geo/lng-lat.ts'
import type { Graph } from './graph.ts'

/**
 * The points of a piece of an edge in the direction of walking, with both its ends. Lengths along the drawn line are measured in
 * a plane whose degrees of longitude are shortened by the cosine of the latitude, and shared out over the length of the edge.
 * @param start decimetres from the `from` end; greater than `end` = walked backward.
 */
export function cutEdge(graph: Graph, edge: number, start: number, end: number): readonly LngLat[] {
  return cutterOf(graph, edge)(start, end)
}

/** `cutEdge` for several pieces of one edge. */
export function cutterOf(graph: Graph, edge: number): (start: number, end: number) => readonly LngLat[] {
  const shape = graph.shapeOf(edge)
  const all = lengthsAlong(shape)
  const length = graph.decimetres[edge] as number
  return (start, end) => (start === 0 && end === length ? shape : cutShape(shape, all, length, start, end))
}

function cutShape(
  shape: readonly LngLat[],
  all: readonly number[],
  length: number,
  start: number,
  end: number,
): readonly LngLat[] {
  const whole = all.at(-1) ?? 0
  const [low, high] = [Math.min(start, end), Math.max(start, end)].map((at) =>
    length === 0 ? 0 : (at / length) * whole,
  )
  const inner = shape.filter((_, index) => {
    const at = all[index] as number
    return at > (low as number) && at < (high as number)
  })
  const points = [pointAt(shape, all, low as number), ...inner, pointAt(shape, all, high as number)]
  return start > end ? points.reverse() : points
}

/** For each point how far it lies from the first, along the line. */
function lengthsAlong(shape: readonly LngLat[]): readonly number[] {
  const squeeze = Math.cos(((shape[0]?.[1] ?? 0) * Math.PI) / 180)
  let sum = 0
  return shape.map(([lng, lat], index) => {
    const before = shape[index - 1]
    if (before !== undefined) sum += Math.hypot((lng - before[0]) * squeeze, lat - before[1])
    return sum
  })
}

function pointAt(shape: readonly LngLat[], lengths: readonly number[], at: number): LngLat {
  const next = Math.max(
    1,
    lengths.findIndex((length) => length >= at),
  )
  const [a, b] = [shape[next - 1], shape[next]]
  if (a === undefined || b === undefined) throw new RangeError('an edge without a line')
  const [near, far] = [lengths[next - 1] as number, lengths[next] as number]
  if (at <= near) return a
  if (at >= far) return b
  const share = (at - near) / (far - near)
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}
