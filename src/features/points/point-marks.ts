import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { FeatureKind, LocalFeature } from '#domain/features/local-feature.ts'

/** A local feature as the map draws it. `name` is in Japanese, as it stands on the spot; empty where it has none. */
export type PointMark = {
  readonly id: string
  readonly kind: FeatureKind
  readonly at: LngLat
  readonly name: string
}

/** The area's local features as the map draws them: a polygon by a point inside it. */
export const pointMarks = (features: readonly LocalFeature[]): readonly PointMark[] =>
  features.map(({ id, kind, at, name }) => ({ id, kind, at, name: name?.ja ?? '' }))
