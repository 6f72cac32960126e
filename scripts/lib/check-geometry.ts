import type { Bounds } from '#domain/geo/lng-lat.ts'
import { Refusal } from './refusal.ts'

/** Rings of `[lng, lat]` in degrees, the outer ring first, each closed. */
export type Polygon = readonly (readonly (readonly [number, number])[])[]

/** Why a feature was left out. `outsideArea` is no fault of the feature. */
export type RefusedReason = 'noGeometry' | 'degenerateRing' | 'outsideArea'

/** What was put right without changing the zone's extent towards "less". */
export type RepairReason = 'ringClosed' | 'holeDropped' | 'partDropped'

/**
 * Japan with its remotest islands (沖ノ鳥島 20.4°N, 南鳥島 154.0°E, 与那国島 122.9°E, 択捉島 45.6°N), degrees. A coordinate
 * outside is no place of a Japanese municipality: most likely latitude and longitude were swapped.
 */
const JAPAN: Bounds = [122, 20, 155, 46]

/** A ring that encloses less than this is a line: 10⁻¹³ square degrees are about 10 cm². */
const MIN_RING_AREA = 1e-13

/** The polygons of one feature, and what had to be repaired; no polygon left = why the feature is refused. */
export type CheckedGeometry = {
  readonly polygons: readonly Polygon[]
  readonly repairs: readonly RepairReason[]
  readonly refused: 'noGeometry' | 'degenerateRing' | null
}

/**
 * Reads the geometry of a feature as polygons. An unclosed ring is closed; a hole without area is dropped (the zone grows);
 * a polygon whose outer ring has no area is left out.
 * @param where "file: feature 12", the beginning of a refusal.
 * @throws Refusal for another kind of geometry, a coordinate that is no number, or one outside Japan.
 */
export function checkGeometry(geometry: unknown, where: string): CheckedGeometry {
  const rings = polygonsOf(geometry, where)
  if (rings.length === 0) return { polygons: [], repairs: [], refused: 'noGeometry' }
  const polygons: Polygon[] = []
  const repairs: RepairReason[] = []
  for (const polygon of rings) {
    const checked = checkPolygon(polygon, where, repairs)
    if (checked !== null) polygons.push(checked)
  }
  if (polygons.length === 0) return { polygons, repairs: [], refused: 'degenerateRing' }
  if (polygons.length < rings.length) repairs.push('partDropped')
  return { polygons, repairs, refused: null }
}

/** Lists of rings, one list per polygon; empty lists are left out. */
function polygonsOf(geometry: unknown, where: string): unknown[][] {
  if (geometry === null || geometry === undefined) return []
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    throw new Refusal(`${where}: geometry "${String(type)}", expected Polygon or MultiPolygon`)
  }
  if (!Array.isArray(coordinates)) throw new Refusal(`${where}: the geometry has no coordinates`)
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates
  return polygons.map((polygon) => listOf(polygon, where)).filter((polygon) => polygon.length > 0)
}

function listOf(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new Refusal(`${where}: coordinates that are no list`)
  return value
}

function checkPolygon(rings: readonly unknown[], where: string, repairs: RepairReason[]): Polygon | null {
  const polygon: (readonly (readonly [number, number])[])[] = []
  for (const [index, ring] of rings.entries()) {
    const positions = listOf(ring, where).map((position) => checkPosition(position, where))
    const closed = close(positions)
    if (closed.length < 4 || Math.abs(ringArea(closed)) < MIN_RING_AREA) {
      if (index === 0) return null
      repairs.push('holeDropped')
      continue
    }
    if (closed !== positions) repairs.push('ringClosed')
    polygon.push(closed)
  }
  return polygon
}

function checkPosition(position: unknown, where: string): readonly [number, number] {
  const [lng, lat] = listOf(position, where)
  if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat)) {
    throw new Refusal(`${where}: coordinate ${JSON.stringify(position)}, expected two numbers`)
  }
  if (lng < JAPAN[0] || lng > JAPAN[2] || lat < JAPAN[1] || lat > JAPAN[3]) {
    throw new Refusal(
      `${where}: coordinate ${JSON.stringify(position)} lies outside Japan, expected [lng, lat] in degrees`,
    )
  }
  return [lng, lat]
}

function close(ring: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (first === undefined || last === undefined) return ring
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
}

/** Signed area of a closed ring in square degrees, measured from its first point so that no digits are lost. */
function ringArea(ring: readonly (readonly [number, number])[]): number {
  const [x0, y0] = ring[0] as readonly [number, number]
  let twice = 0
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] as readonly [number, number]
    const [bx, by] = ring[at] as readonly [number, number]
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return twice / 2
}

/** `[west, south, east, north]` of polygons, in degrees; null when there are none. */
export function boundsOf(polygons: Iterable<Polygon>): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const polygon of polygons) {
    for (const [lng, lat] of polygon[0] ?? []) {
      west = Math.min(west, lng)
      south = Math.min(south, lat)
      east = Math.max(east, lng)
      north = Math.max(north, lat)
    }
  }
  return west <= east ? [west, south, east, north] : null
}

/** True when two boxes share at least a point. */
export const boundsMeet = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/** True when the first box lies inside the second, edges included. */
export const boundsWithin = (inner: Bounds, outer: Bounds): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
