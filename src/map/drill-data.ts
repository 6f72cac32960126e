import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { DrillOnMap } from './map-view.ts'

/** What of a drill is drawn as lines and symbols; the water is painted another way. */
export type DrillPart = 'trail' | 'otherTrail' | 'goal' | 'shut' | 'wrong' | 'other' | 'at' | 'lost'

const line = (part: DrillPart, places: readonly LngLat[]): GeoJSON.Feature[] =>
  places.length < 2
    ? []
    : [
        {
          type: 'Feature',
          geometry: { type: 'LineString', coordinates: places.map((at) => [...at]) },
          properties: { part },
        },
      ]

const point = (part: DrillPart, at: LngLat | null | undefined): GeoJSON.Feature[] =>
  at == null
    ? []
    : [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties: { part } }]

/** A trail and where it has come to. */
const upTo = (trail: readonly LngLat[], at: LngLat | null): readonly LngLat[] =>
  at === null ? trail : [...trail, at]

/** A drill as features, what is painted on top last: the own position over all else. */
export function drillData(drill: DrillOnMap | null): GeoJSON.FeatureCollection {
  if (drill === null) return { type: 'FeatureCollection', features: [] }
  const { trail, at, isLost, goal, other, shut, wrong } = drill
  return {
    type: 'FeatureCollection',
    features: [
      ...(other === null ? [] : line('otherTrail', upTo(other.trail, other.at))),
      ...line('trail', upTo(trail, at)),
      ...point('goal', goal),
      ...shut.flatMap((place) => point('shut', place)),
      ...point('wrong', wrong),
      ...point('other', other?.at),
      ...point(isLost ? 'lost' : 'at', at),
    ],
  }
}

/** True when two views show the same of it, whatever water is around. */
export const isSameWalk = (a: DrillOnMap | null, b: DrillOnMap | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.trail === b.trail &&
    a.at === b.at &&
    a.isLost === b.isLost &&
    a.goal === b.goal &&
    a.other === b.other &&
    a.shut === b.shut &&
    a.wrong === b.wrong)
