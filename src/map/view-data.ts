import type { LngLat } from '#domain/geo/lng-lat.ts'
import { mapLabel } from '#domain/places/map-label.ts'
import type { MapView, PointMark, SiteMark } from './map-view.ts'
import { pointImageId, siteImageId } from './symbols/image-ids.ts'

const collect = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
})
const point = (at: LngLat, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...at] },
  properties,
})

/** Sites nearer than this, in degrees of both axes (about 20 m), are drawn side by side instead of one over the other. */
const SAME_PLACE = 0.0002
/** Half the distance of two symbols that share a place, in CSS pixels. */
const SHIFT = 17

/** Where to draw a site relative to its place, in CSS pixels: emergency sites to one side of shelters at the same place. */
export function siteOffset(site: SiteMark, all: readonly SiteMark[]): readonly [x: number, y: number] {
  const shared = all.some(
    (other) =>
      other.kind !== site.kind &&
      Math.abs(other.at[0] - site.at[0]) < SAME_PLACE &&
      Math.abs(other.at[1] - site.at[1]) < SAME_PLACE,
  )
  if (!shared) return [0, 0]
  return [site.kind === 'emergencySite' ? -SHIFT : SHIFT, 0]
}

/** The sites as features; `order` paints designated sites last, that is on top. */
export function sitesData(sites: readonly SiteMark[]): GeoJSON.FeatureCollection {
  const order = (site: SiteMark) => (site.designated === true ? 2 : site.designated === null ? 1 : 0)
  return collect(
    [...sites]
      .sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
      .map((site) =>
        point(site.at, {
          id: site.id,
          name: mapLabel(site.name),
          image: siteImageId(site),
          offset: siteOffset(site, sites),
          order: -order(site),
        }),
      ),
  )
}

/** The points as features. */
export const pointsData = (points: readonly PointMark[]): GeoJSON.FeatureCollection =>
  collect(
    points.map(({ id, at, kind, name }) =>
      point(at, { id, name: mapLabel(name), image: pointImageId(kind) }),
    ),
  )

/** The picked place, or nothing. */
export const pickedData = (at: LngLat | null) => collect(at ? [point(at, {})] : [])

/** Metres of one degree of latitude: WGS84 meridian, mean (GRS80 quarter meridian 10,001,966 m / 90). */
const METRES_PER_DEGREE = 111_133

/** The position and the circle of its accuracy (metres) as a polygon of 64 corners. */
export function hereData(here: MapView['here']): GeoJSON.FeatureCollection {
  if (!here) return collect([])
  const [lng, lat] = here.at
  const ring = Array.from({ length: 65 }, (_, i) => {
    const turn = ((i % 64) / 64) * Math.PI * 2
    const north = (Math.sin(turn) * here.accuracy) / METRES_PER_DEGREE
    const east = (Math.cos(turn) * here.accuracy) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180))
    return [lng + east, lat + north]
  })
  const circle: GeoJSON.Feature = {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: {},
  }
  return collect(here.accuracy > 0 ? [circle, point(here.at, {})] : [point(here.at, {})])
}

/** How far the veil reaches beyond the area, in degrees: farther than the map can be moved. */
const VEIL_REACH = 5

/**
 * The area (`part: 'area'`) and everything around it (`part: 'outside'`): a large box with the area's outer rings as holes,
 * and the area's own holes painted again. Lines and points of the outline are left out.
 */
export function outlineData(outline: GeoJSON.FeatureCollection | null): GeoJSON.FeatureCollection {
  const polygons = (outline?.features ?? []).flatMap(({ geometry }) => {
    if (geometry?.type === 'Polygon') return [geometry.coordinates]
    return geometry?.type === 'MultiPolygon' ? geometry.coordinates : []
  })
  if (polygons.length === 0) return collect([])
  const positions = polygons.flatMap((rings) => rings[0] ?? [])
  const [west, east] = spread(positions, 0)
  const [south, north] = spread(positions, 1)
  const box = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const holes = polygons.flatMap((rings) => rings.slice(1).map((ring) => [ring]))
  const veil = [[box, ...polygons.map((rings) => rings[0] ?? [])], ...holes]
  const feature = (part: string, coordinates: GeoJSON.Position[][][]): GeoJSON.Feature => ({
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates },
    properties: { part },
  })
  return collect([feature('outside', veil), feature('area', polygons)])
}

/** Least and greatest of one axis, widened by the reach of the veil; latitudes stay where the map's projection has them. */
function spread(positions: readonly GeoJSON.Position[], axis: 0 | 1): readonly [number, number] {
  const limit = axis === 0 ? 180 : 85
  let [least, greatest] = [Infinity, -Infinity]
  for (const position of positions) {
    least = Math.min(least, position[axis] ?? 0)
    greatest = Math.max(greatest, position[axis] ?? 0)
  }
  return [Math.max(-limit, least - VEIL_REACH), Math.min(limit, greatest + VEIL_REACH)]
}
