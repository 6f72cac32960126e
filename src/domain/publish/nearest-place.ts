import { distance } from '@turf/turf'
import type { LngLat } from '../geo/lng-lat.ts'
import type { Place } from '../places/place.ts'

/** Farther than this a place says nothing about a road. Metres; own choice. */
const NEAR = 1_500

/** The name of the nearest place, by which a clerk tells two stretches of a road apart; null = none is near. */
export function nearestPlace(places: readonly Place[], at: LngLat): string | null {
  let [name, best]: [string | null, number] = [null, NEAR]
  for (const place of places) {
    // A degree of latitude is 111 km: what is far is not measured.
    if (Math.abs(place.at[1] - at[1]) > 0.02 || Math.abs(place.at[0] - at[0]) > 0.025) continue
    const metres = distance([...place.at], [...at], { units: 'meters' })
    if (metres < best) [name, best] = [place.name, metres]
  }
  return name
}

/** The point in the middle of the points of a line. */
export const middleOf = (line: readonly LngLat[]): LngLat => line[Math.floor(line.length / 2)] ?? [0, 0]
