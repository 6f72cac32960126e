import { isLngLat } from '../geo/lng-lat.ts'
import { ok, refuse, type Result } from '../result.ts'
import { leapsOver, type Piece } from './foreign-things.ts'

type At = readonly [number, number]

/**
 * Why a geometry is refused. `badGeometry` = it is none of RFC 7946, or has too few corners · `badPosition` = numbers that
 * are no longitude and latitude · `acrossAntimeridian` = it leaps over 180° in one step (RFC 7946 §3.1.9 wants it cut).
 */
export type GeometryRefusal = 'badGeometry' | 'badPosition' | 'acrossAntimeridian'

type Pieces = Result<readonly Piece[], GeometryRefusal>

/** Reads any geometry of RFC 7946; the parts of a Multi… and of a collection are pieces of their own. */
export function readGeometry(value: unknown): Pieces {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'type'))
    return refuse('badGeometry')
  const { type, coordinates, geometries } = value as Record<string, unknown>
  if (type === 'GeometryCollection') return each(geometries, readGeometry)
  const read = typeof type === 'string' && Object.hasOwn(READERS, type) ? READERS[type as Shape] : null
  return read === null ? refuse('badGeometry') : read(coordinates)
}

type Shape = 'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon'
const READERS: Readonly<Record<Shape, (coordinates: unknown) => Pieces>> = {
  Point: readPoint,
  LineString: readLine,
  Polygon: readPolygon,
  MultiPoint: (all) => each(all, readPoint),
  MultiLineString: (all) => each(all, readLine),
  MultiPolygon: (all) => each(all, readPolygon),
}

function each(all: unknown, read: (one: unknown) => Pieces): Pieces {
  if (!Array.isArray(all)) return refuse('badGeometry')
  const pieces: Piece[] = []
  for (const one of all) {
    const read1 = read(one)
    if (!read1.ok) return read1
    for (const piece of read1.value) pieces.push(piece)
  }
  return ok(pieces)
}

/** Longitude and latitude; a height after them is left out. null = something else. */
function readPosition(value: unknown): At | null {
  if (!Array.isArray(value) || value.length < 2 || value.length > 4) return null
  const at = value.slice(0, 2)
  return isLngLat(at) ? at : null
}

function readPoint(coordinates: unknown): Pieces {
  const at = readPosition(coordinates)
  return at === null ? refuse('badPosition') : ok([{ type: 'point', at }])
}

function readLine(coordinates: unknown): Pieces {
  const line = readPositions(coordinates, 2)
  return line.ok ? ok([{ type: 'line', line: line.value }]) : line
}

/** The outer ring, open: the last corner is not the first again. Holes are counted; they are looked at all the same. */
function readPolygon(coordinates: unknown): Pieces {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return refuse('badGeometry')
  const rings: (readonly At[])[] = []
  for (const one of coordinates) {
    const ring = readPositions(one, 3)
    if (!ring.ok) return ring
    const open = isSameAt(ring.value[0], ring.value.at(-1)) ? ring.value.slice(0, -1) : ring.value
    if (new Set(open.map(String)).size < 3) return refuse('badGeometry')
    if (leapsOver([...open, ...open.slice(0, 1)])) return refuse('acrossAntimeridian')
    rings.push(open)
  }
  return ok([{ type: 'area', ring: rings[0] ?? [], holes: rings.length - 1 }])
}

function readPositions(coordinates: unknown, least: number): Result<readonly At[], GeometryRefusal> {
  if (!Array.isArray(coordinates) || coordinates.length < least) return refuse('badGeometry')
  const line: At[] = []
  for (const one of coordinates) {
    const at = readPosition(one)
    if (at === null) return refuse('badPosition')
    line.push(at)
  }
  return leapsOver(line) ? refuse('acrossAntimeridian') : ok(line)
}

const isSameAt = (a: At | undefined, b: At | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]
