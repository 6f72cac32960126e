import { featuresNear, type FeatureNear } from '#domain/features/features-near.ts'
import type { FeatureKind } from '#domain/features/local-feature.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'

/**
 * How far around a place is looked, and how many are shown. Own choice: a past flood tells of its own spot, a dangerous
 * spot of the way to the next street, and to an AED or a monument nobody walks farther than 5 km.
 */
const REACH: { readonly [kind in FeatureKind]: { readonly metres: number; readonly limit: number } } = {
  pastFlood: { metres: 200, limit: 3 },
  dangerSpot: { metres: 500, limit: 5 },
  aed: { metres: 5000, limit: 1 },
  waterSupply: { metres: 5000, limit: 1 },
  memorial: { metres: 5000, limit: 1 },
}

/** In this order they are told: what happened and what threatens here first, then what helps. */
const ORDER = [
  'pastFlood',
  'dangerSpot',
  'aed',
  'waterSupply',
  'memorial',
] as const satisfies readonly FeatureKind[]

export type Group = { readonly kind: FeatureKind; readonly found: readonly FeatureNear[] }

/** What to show around a place, by kind; kinds of which there is nothing near are left out. */
export const around = (area: Area, at: LngLat): readonly Group[] =>
  ORDER.map((kind) => ({ kind, found: featuresNear(area, at, { kinds: [kind], ...REACH[kind] }) })).filter(
    ({ found }) => found.length > 0,
  )
