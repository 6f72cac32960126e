import type { LngLat } from '../geo/lng-lat.ts'
import type { Place } from '../places/place.ts'
import { metresBetween } from '../shelters/rank-sites.ts'

/** Farther than this a name says nothing about a place. Metres; own choice, about twenty minutes on foot. */
const NEAR_ENOUGH = 1500

/**
 * Districts and small areas whose middle is near, the nearest first. The pack knows no borders of districts, so that this is what
 * can be told: near, and not inside.
 */
export function districtsNear(places: readonly Place[], at: LngLat): readonly Place[] {
  return places
    .filter(({ kind }) => kind === 'district' || kind === 'neighbourhood')
    .map((place) => ({ place, metres: metresBetween(at, place.at) }))
    .filter(({ metres }) => metres <= NEAR_ENOUGH)
    .sort((a, b) => a.metres - b.metres)
    .map(({ place }) => place)
}

/** The nearest of these places that an order names; null = none, which does not say that the order is not for here. */
export function namedIn(districts: readonly string[], near: readonly Place[]): Place | null {
  const named = new Set(districts.map(bareName))
  return near.find(({ name }) => named.has(bareName(name))) ?? null
}

/** A name without what offices put before and after it. */
const bareName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^大字/u, '')
    .replace(/(?:地区|地域|校区)$/u, '')
