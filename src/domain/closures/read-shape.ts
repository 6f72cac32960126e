import { isLngLat, type LngLat } from '../geo/lng-lat.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Closure } from './closure.ts'

export type Shape = Closure['shape']

/** Positions of one closure: a road across a whole municipality takes a tenth of it. Own choice. */
export const MOST_POSITIONS = 5_000

/**
 * Why a geometry is no place of a closure. `unknownType` = none of Point, LineString, MultiLineString, Polygon ·
 * `badPosition` = numbers that are no longitude and latitude · `tooFewPositions` · `tooManyPositions` · `noLength` = all
 * positions of a line are one · `openRing` = a ring that does not end where it begins · `noArea` · `acrossAntimeridian`.
 */
export type ShapeRefusal =
  | 'unknownType'
  | 'badPosition'
  | 'tooFewPositions'
  | 'tooManyPositions'
  | 'noLength'
  | 'openRing'
  | 'noArea'
  | 'acrossAntimeridian'

/** Reads a geometry of RFC 7946. Heights are left out; nothing is mended, because a mended closure would lie elsewhere. */
export function readShape(value: unknown): Result<Shape, ShapeRefusal> {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'type'))
    return refuse('unknownType')
  const { type, coordinates } = value as Record<string, unknown>
  if (type === 'Point') {
    const at = readPosition(coordinates)
    return at === null ? refuse('badPosition') : ok({ kind: 'point', at })
  }
  if (type === 'LineString') return shapeOf(readLines([coordinates]), 'line')
  if (type === 'MultiLineString') return shapeOf(readLines(coordinates), 'line')
  return type === 'Polygon' ? shapeOf(readRings(coordinates), 'area') : refuse('unknownType')
}

/** The geometry that `readShape` reads back. */
export function writeShape(shape: Shape): GeoJSON.Geometry {
  if (shape.kind === 'point') return { type: 'Point', coordinates: [...shape.at] }
  const paths = (shape.kind === 'line' ? shape.lines : shape.rings).map((path) => path.map((at) => [...at]))
  if (shape.kind === 'area') return { type: 'Polygon', coordinates: paths }
  const [only] = paths
  return paths.length === 1 && only !== undefined
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: paths }
}

type Paths = readonly (readonly LngLat[])[]

function shapeOf(paths: Result<Paths, ShapeRefusal>, kind: 'line' | 'area'): Result<Shape, ShapeRefusal> {
  if (!paths.ok) return paths
  const count = paths.value.reduce((sum, path) => sum + path.length, 0)
  if (count > MOST_POSITIONS) return refuse('tooManyPositions')
  return ok(kind === 'line' ? { kind, lines: paths.value } : { kind, rings: paths.value })
}

function readPosition(value: unknown): LngLat | null {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) return null
  const at = value.slice(0, 2)
  return isLngLat(at) ? at : null
}

function readPath(value: unknown, least: number): Result<readonly LngLat[], ShapeRefusal> {
  if (!Array.isArray(value) || value.length < least) return refuse('tooFewPositions')
  if (value.length > MOST_POSITIONS) return refuse('tooManyPositions')
  const path: LngLat[] = []
  for (const one of value) {
    const at = readPosition(one)
    if (at === null) return refuse('badPosition')
    if (Math.abs(at[0] - (path.at(-1) ?? at)[0]) > 180) return refuse('acrossAntimeridian')
    path.push(at)
  }
  return ok(path)
}

function readLines(value: unknown): Result<Paths, ShapeRefusal> {
  return each(value, 2, (path) => (path.every((at) => isSame(at, path[0])) ? 'noLength' : null))
}

function readRings(value: unknown): Result<Paths, ShapeRefusal> {
  return each(value, 4, (ring) => {
    if (!isSame(ring.at(-1), ring[0])) return 'openRing'
    return areaOf(ring) === 0 ? 'noArea' : null
  })
}

function each(
  value: unknown,
  least: number,
  faultOf: (path: readonly LngLat[]) => ShapeRefusal | null,
): Result<Paths, ShapeRefusal> {
  if (!Array.isArray(value) || value.length === 0) return refuse('tooFewPositions')
  const paths: (readonly LngLat[])[] = []
  for (const one of value) {
    const path = readPath(one, least)
    if (!path.ok) return path
    const fault = faultOf(path.value)
    if (fault !== null) return refuse(fault)
    paths.push(path.value)
  }
  return ok(paths)
}

const isSame = (a: LngLat | undefined, b: LngLat | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** Signed, square degrees; reckoned from the first corner, so that a small ring far from 0° does not vanish. */
function areaOf(ring: readonly LngLat[]): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x0, y0]
    return sum + ((x - x0) * (nextY - y0) - (nextX - x0) * (y - y0)) / 2
  }, 0)
}
