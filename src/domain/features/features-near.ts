import { booleanPointInPolygon } from '@turf/turf'
import { bearing } from '../geo/bearing.ts'
import type { LngLat } from '../geo/lng-lat.ts'
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

/**
 * The point of the rings that is nearest to a place, in a plane whose degrees of longitude are shortened by the cosine of
 * the latitude: over a few kilometres, where a distance is told to 10 m, that is exact enough.
 */
function nearestOnRings(rings: readonly (readonly LngLat[])[], [lng, lat]: LngLat): LngLat {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  let [best, shortest]: [LngLat, number] = [[lng, lat], Infinity]
  for (const ring of rings) {
    for (const [index, end] of ring.entries()) {
      const start = ring[index - 1] ?? end
      const [ax, ay] = [(start[0] - lng) * squeeze, start[1] - lat]
      const [bx, by] = [(end[0] - lng) * squeeze, end[1] - lat]
      const length2 = (bx - ax) ** 2 + (by - ay) ** 2
      const along = length2 === 0 ? 0 : clamp((-ax * (bx - ax) - ay * (by - ay)) / length2)
      const [x, y] = [ax + along * (bx - ax), ay + along * (by - ay)]
      if (x * x + y * y >= shortest) continue
      shortest = x * x + y * y
      best = [lng + x / squeeze, lat + y]
    }
  }
  return best
}

const clamp = (share: number): number => Math.max(0, Math.min(1, share))
