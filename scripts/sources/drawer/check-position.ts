import { booleanPointInPolygon } from '@turf/turf'
import { nearestOnRings } from '#domain/geo/nearest-on-rings.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import { boundsOf, type Polygon } from '#scripts/lib/check-geometry.ts'
import { Refusal } from '#scripts/lib/refusal.ts'

/** A point may lie this far outside the municipality, metres: an AED of the next town may be the nearest. */
export const REACH = 2000

/** Tells whether a position lies in the municipality or at most 2 km outside. */
export type Nearness = (at: LngLat) => boolean

/** @param boundary the municipality. */
export function nearTo(boundary: readonly Polygon[]): Nearness {
  const parts = boundary.map((polygon) => {
    const [west, south, east, north] = boundsOf([polygon]) ?? [0, 0, 0, 0]
    const geometry = { type: 'Polygon' as const, coordinates: polygon as unknown as GeoJSON.Position[][] }
    // One degree of latitude is about 111 km; of longitude less, so the box is wide enough with the cosine at its north.
    const margin = (REACH / 110_000) * 1.05
    const wide = margin / Math.cos((north * Math.PI) / 180)
    return { polygon, geometry, box: [west - wide, south - margin, east + wide, north + margin] as const }
  })
  return (at) =>
    parts.some(({ polygon, geometry, box }) => {
      if (at[0] < box[0] || at[0] > box[2] || at[1] < box[1] || at[1] > box[3]) return false
      return (
        booleanPointInPolygon([...at], geometry) || metresBetween(at, nearestOnRings(polygon, at)) <= REACH
      )
    })
}

/**
 * Holds a point to the municipality.
 * @param where "aed.csv, row 12": the beginning of a refusal.
 * @throws Refusal when it lies elsewhere; says so when latitude and longitude were swapped.
 */
export function checkPosition(at: LngLat, isNear: Nearness, where: string): LngLat {
  if (isNear(at)) return at
  const [lng, lat] = at
  if (isNear([lat, lng])) {
    throw new Refusal(`${where}: latitude and longitude are swapped (latitude ${lat}, longitude ${lng})`)
  }
  throw new Refusal(
    `${where}: latitude ${lat}, longitude ${lng} lies more than 2 km outside the municipality; expected only its own places`,
  )
}
