import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { TILE_ZOOMS } from './tile-sources.ts'

/** Deepest zoom: one pixel is about half a metre at 33° N, finer than any of the data. */
export const MAX_ZOOM = 18

/** Share of the area's width and height by which the centre of the map may leave it. */
const MARGIN = 0.1

/** The box in which the centre of the map has to stay. */
export function centreLimits([west, south, east, north]: Bounds): Bounds {
  const [dx, dy] = [(east - west) * MARGIN, (north - south) * MARGIN]
  return [west - dx, south - dy, east + dx, north + dy]
}

/** The nearest position inside the box. */
export const clampInto = ([west, south, east, north]: Bounds, [lng, lat]: LngLat): LngLat => [
  Math.min(east, Math.max(west, lng)),
  Math.min(north, Math.max(south, lat)),
]

/** Least zoom for a zoom at which the whole area fits: a little farther out, but never where the pack has no tiles at all. */
export const minZoomFor = (fitting: number): number =>
  Math.min(MAX_ZOOM, Math.max(TILE_ZOOMS.basemap.min, fitting - 0.4))

/** Radius of the earth that web maps use, in metres (EPSG:3857). */
const EARTH_RADIUS = 6_378_137
/** CSS pixels of one tile at its own zoom. */
const TILE_SIZE = 512

/** Metres on the ground per CSS pixel at a latitude and zoom of the web Mercator map. */
export const metresPerPixelAt = (lat: number, zoom: number): number =>
  (Math.cos((lat * Math.PI) / 180) * 2 * Math.PI * EARTH_RADIUS) / (TILE_SIZE * 2 ** zoom)

/** The zoom of the tiles that are drawn at a zoom of the map. */
export const tileZoomAt = (
  zoom: number,
  { min, max }: { readonly min: number; readonly max: number },
): number => Math.min(max, Math.max(min, Math.floor(zoom)))

/** The bounds of one tile of the web Mercator grid. */
export function tileBounds(z: number, x: number, y: number): Bounds {
  const lng = (column: number) => (column / 2 ** z) * 360 - 180
  const lat = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI
  return [lng(x), lat(y + 1), lng(x + 1), lat(y)]
}

/** True when two boxes share at least a point. */
export const overlap = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
