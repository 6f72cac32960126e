import type { LngLat } from '#domain/geo/lng-lat.ts'
import { mapLabel } from '#domain/places/map-label.ts'
import { placeAlong } from './along-line.ts'
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
        feature(
          { type: 'Point', coordinates: [...placeAlong(line, 0.5)] },
          { ...own(id, name), part: 'line-name' },
        ),
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
