import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'

/** Degrees around a walk that belong to its picture: about 200 m. */
const AROUND = 0.002

/** What of the map belongs to the picture of a walk through these places. At least one place is needed. */
export const boxAround = (places: readonly LngLat[]): Bounds => [
  Math.min(...places.map(([lng]) => lng)) - AROUND,
  Math.min(...places.map(([, lat]) => lat)) - AROUND,
  Math.max(...places.map(([lng]) => lng)) + AROUND,
  Math.max(...places.map(([, lat]) => lat)) + AROUND,
]
