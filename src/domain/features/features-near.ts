import { booleanPointInPolygon } from '@turf/turf'
import { bearing } from '../geo/bearing.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { nearestOnRings } from '../geo/nearest-on-rings.ts'
import type { Area } from '../packs/area.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import type { FeatureKind, LocalFeature } from './local-feature.ts'

/** A feature with how far it is and in which direction. */
export type FeatureNear = {
  readonly feature: LocalFeature
  /** Metres in a straight line: to the point, or to the nearest edge of the polygon; 0 inside a polygon. */
  readonly metres: number
  /** Degrees clockwise from north; null inside a polygon and at the point itself. */
  readonly bearing: number | null
  /** True when a polygon holds the place, its edge included. A point holds nothing. */
  readonly isHere: boolean
}

export type FeaturesNearOptions = {
  /** None farther than this, metres. */
  readonly metres?: number
  readonly kinds?: readonly FeatureKind[]
  readonly limit?: number
}

/**
 * What the list of the area holds near a place, the nearest first; of those equally near, by id.
 * Empty when the list could not be read (`area.features === null`): ask for that before saying "none".
 */
export function featuresNear(
  area: Area,
  at: LngLat,
  { metres: most = Infinity, kinds, limit }: FeaturesNearOptions = {},
): readonly FeatureNear[] {
  return (area.features ?? [])
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map((feature) => locate(feature, at))
    .filter(({ metres }) => metres <= most)
    .sort((a, b) => a.metres - b.metres || (a.feature.id < b.feature.id ? -1 : 1))
    .slice(0, limit)
}

function locate(feature: LocalFeature, from: LngLat): FeatureNear {
  const { polygon } = feature
  if (polygon === undefined) return { feature, ...towards(from, feature.at), isHere: false }
  const nearest = nearestOnRings(polygon, from)
  const isHere =
    booleanPointInPolygon([...from], { type: 'Polygon', coordinates: polygon }) ||
    metresBetween(from, nearest) < 0.01
  if (isHere) return { feature, metres: 0, bearing: null, isHere }
  return { feature, ...towards(from, nearest), isHere }
}

function towards(from: LngLat, to: LngLat): { readonly metres: number; readonly bearing: number | null } {
  const metres = metresBetween(from, to)
  return { metres, bearing: metres === 0 ? null : bearing(from, to) }
}
