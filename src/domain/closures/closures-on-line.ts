import type { LngLat } from '../geo/lng-lat.ts'
import { blocks } from './blocks.ts'
import type { Closure, Mode } from './closure.ts'
import { doCross, isInRings, layAround, metresToLine, type Spot } from './plane.ts'

/** Metres. As for ways (docs/closures.md): half a wide road and the error of a finger. */
const BESIDE = 12
/** Metres. A point stands beside the road that it closes (docs/closures.md). */
const REACH = 30

/**
 * The closures in force that lie on a drawn line or beside it, in their order: those that keep somebody from passing, and those
 * that do not tell. Others than on ways, a closure that only crosses the line counts too: nobody knows on which side people walk.
 * @param now for a feed that may be old, take closures and time from `closuresToReckon`
 */
export function closuresOnLine(
  line: readonly LngLat[],
  closures: readonly Closure[],
  mode: Mode,
  now: number,
): readonly Closure[] {
  const [origin] = line
  if (origin === undefined) return []
  const lay = layAround(origin)
  const spots = line.map(lay)
  const box = boxOf(spots)
  return closures.filter(
    (closure) => blocks(closure, mode, now) !== 'no' && touches(spots, box, closure.shape, lay),
  )
}

function touches(
  line: readonly Spot[],
  box: Box,
  shape: Closure['shape'],
  lay: (at: LngLat) => Spot,
): boolean {
  if (shape.kind === 'point') return metresToLine(lay(shape.at), line) <= REACH
  const parts = (shape.kind === 'line' ? shape.lines : shape.rings).map((part) => part.map(lay))
  const isNear = parts.some((part) => areNear(box, boxOf(part)) && metresBetween(line, part) <= BESIDE)
  // A line without an edge near it lies inside an area whole, or not at all.
  return isNear || (shape.kind === 'area' && line[0] !== undefined && isInRings(line[0], parts))
}

type Box = readonly [west: number, south: number, east: number, north: number]

const boxOf = (spots: readonly Spot[]): Box =>
  spots.reduce<Box>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  )

const areNear = (one: Box, other: Box): boolean =>
  one[0] - BESIDE <= other[2] &&
  other[0] - BESIDE <= one[2] &&
  one[1] - BESIDE <= other[3] &&
  other[1] - BESIDE <= one[3]

/** 0 where the lines cross; else from a corner of one to the other. */
function metresBetween(one: readonly Spot[], other: readonly Spot[]): number {
  for (const [index, end] of one.entries())
    for (const [at, till] of other.entries())
      if (doCross(one[index - 1] ?? end, end, other[at - 1] ?? till, till)) return 0
  return Math.min(
    ...one.map((spot) => metresToLine(spot, other)),
    ...other.map((spot) => metresToLine(spot, one)),
  )
}
