import type { LngLat } from '../geo/lng-lat.ts'
import { blocks } from './blocks.ts'
import type { Closure, Mode } from './closure.ts'
import { doCross, isInRings, layAround, lengthInPlane, metresToLine, type Spot } from './plane.ts'

/** Metres. As for ways (docs/closures.md): half a wide road and the error of a finger. */
const BESIDE = 12
/** Metres. A point stands beside the road that it closes (docs/closures.md). */
const REACH = 30
/**
 * Metres. Both ends of a closed stretch lie in junctions, and every way around it passes there: what is nearer to an end does not
 * count, so that a good detour is not warned of like the closed road. Own choice: the width of a large junction.
 */
const JUNCTION = 15

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
  const parts =
    shape.kind === 'line'
      ? shape.lines.map((part) => betweenJunctions(part.map(lay)))
      : shape.rings.map((part) => part.map(lay))
  const isNear = parts.some((part) => areNear(box, boxOf(part)) && metresBetween(line, part) <= BESIDE)
  // A line without an edge near it lies inside an area whole, or not at all.
  return isNear || (shape.kind === 'area' && line[0] !== undefined && isInRings(line[0], parts))
}

/** A line without its ends; one that is too short to have a middle third stays whole. */
function betweenJunctions(line: readonly Spot[]): readonly Spot[] {
  const whole = lengthInPlane(line)
  return whole < 3 * JUNCTION ? line : cutInPlane(line, JUNCTION, whole - JUNCTION)
}

/** The piece of a line from one length along it to another, metres. */
function cutInPlane(line: readonly Spot[], from: number, till: number): readonly Spot[] {
  const cut: Spot[] = []
  let walked = 0
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1] as Spot, line[index] as Spot]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const [start, end] = [Math.max(from, walked), Math.min(till, walked + length)]
    const at = (metres: number): Spot => {
      const share = (metres - walked) / length
      return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    }
    if (start < end) cut.push(...(cut.length === 0 ? [at(start)] : []), at(end))
    walked += length
  }
  return cut
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
