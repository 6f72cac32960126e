import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'

/** A name in Japanese with what helps to read it. */
export type PlaceName = { readonly ja: string; readonly kana: string | null; readonly romaji: string | null }

/** Farther than this a name says nothing about a place. Metres; own choice, about twenty minutes on foot. */
const NEAR_ENOUGH = 1500

/** The named place nearest to a position, at most 1.5 km away, or null. */
export function nearestPlace(area: Area, at: LngLat): PlaceName | null {
  let nearest: PlaceName | null = null
  let shortest = NEAR_ENOUGH
  for (const place of area.places) {
    const metres = metresBetween(at, place.at)
    if (metres > shortest) continue
    shortest = metres
    nearest = { ja: place.name, kana: place.kana, romaji: place.romaji }
  }
  return nearest
}
