import type { LngLat } from '#domain/geo/lng-lat.ts'
import { mapLabel } from '#domain/places/map-label.ts'
import type { Drawing, MyMap } from './map-view.ts'
import { middleOf } from './middle-of.ts'
import { myImageId } from './symbols/image-ids.ts'
import { shapeOf } from './symbols/my-pictograms.ts'

const collect = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
})
const positions = (corners: readonly LngLat[]): GeoJSON.Position[] => corners.map((at) => [...at])
const closed = (ring: readonly LngLat[]): GeoJSON.Position[] => positions([...ring, ...ring.slice(0, 1)])
const feature = (geometry: GeoJSON.Geometry, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({
  type: 'Feature',
  geometry,
  properties,
})

/**
 * What a person put on the map, as features. `part` tells the kind: `symbol` (of a point, and in the middle of an area), `area`,
 * `line`, `line-name` (half way along it). What has too few corners to be drawn is left out.
 */
export function myMapData({ points, areas, lines, selected }: MyMap): GeoJSON.FeatureCollection {
  const own = (id: string, name: string) => ({ id, name: mapLabel(name), selected: id === selected })
  const shown = areas.filter(({ ring }) => ring.length >= 3)
  return collect([
    ...shown.map(({ id, ring, name, icon }) =>
      feature(
        { type: 'Polygon', coordinates: [closed(ring)] },
        { ...own(id, name), part: 'area', shape: shapeOf(icon) },
      ),
    ),
    ...lines
      .filter(({ line }) => line.length >= 2)
      .flatMap(({ id, line, name }) => [
        feature({ type: 'LineString', coordinates: positions(line) }, { ...own(id, name), part: 'line' }),
        feature({ type: 'Point', coordinates: [...halfWay(line)] }, { ...own(id, name), part: 'line-name' }),
      ]),
    ...[...shown.map(({ id, ring, name, icon }) => ({ id, name, icon, at: middleOf(ring) })), ...points].map(
      ({ id, at, name, icon }) =>
        feature(
          { type: 'Point', coordinates: [...at] },
          { ...own(id, name), part: 'symbol', image: myImageId(icon), shape: shapeOf(icon) },
        ),
    ),
  ])
}

/** The middle of a line by its length, as it looks on the map. */
function halfWay(line: readonly LngLat[]): LngLat {
  const shrink = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180)
  const lengths = line.slice(1).map(([lng, lat], i) => {
    const [west, south] = line[i] ?? [lng, lat]
    return Math.hypot((lng - west) * shrink, lat - south)
  })
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [i, length] of lengths.entries()) {
    const [from, to] = [line[i], line[i + 1]]
    if (from !== undefined && to !== undefined && left <= length && length > 0) {
      const share = left / length
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    }
    left -= length
  }
  return line[0] ?? [0, 0]
}

/** What is being drawn: `shape` as far as it has one (a line, a surface), and each corner, the last one `last`. */
export function drawingData(tool: Drawing['tool'], corners: readonly LngLat[]): GeoJSON.FeatureCollection {
  const shape = (): GeoJSON.Feature[] => {
    if (tool === 'area' && corners.length >= 3)
      return [feature({ type: 'Polygon', coordinates: [closed(corners)] }, { part: 'shape' })]
    if (tool === 'point' || corners.length < 2) return []
    return [feature({ type: 'LineString', coordinates: positions(corners) }, { part: 'shape' })]
  }
  return collect([
    ...shape(),
    ...corners.map((at, i) =>
      feature({ type: 'Point', coordinates: [...at] }, { part: 'corner', last: i === corners.length - 1 }),
    ),
  ])
}
