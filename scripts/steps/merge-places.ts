import type { Place } from '#domain/places/place.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import type { Polygon } from '../lib/check-geometry.ts'
import { holds } from './check-sites.ts'

/** Two places of one name nearer than this (metres) are one: a map label and a curated point rarely stand farther apart. */
const SAME_PLACE = 3000

/** The curated places, and after them those of the base map that the curated list does not have. */
export function mergePlaces(curated: readonly Place[], fromBaseMap: readonly Place[]): readonly Place[] {
  const isNew = (place: Place) =>
    !curated.some((known) => known.name === place.name && metresBetween(known.at, place.at) < SAME_PLACE)
  return [...curated, ...fromBaseMap.filter(isNew)]
}

/** The places inside the municipality: the pack has an answer for no other. */
export const placesInside = (places: readonly Place[], polygons: readonly Polygon[]): readonly Place[] =>
  places.filter(({ at }) => polygons.some((polygon) => holds(polygon, at)))
