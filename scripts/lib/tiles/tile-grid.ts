import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { EXTENT } from './mvt.ts'
import type { Box } from './clip-paths.ts'

export type TileAddress = { readonly z: number; readonly x: number; readonly y: number }

/** Web Mercator as a unit square: x grows eastwards, y southwards (the tile scheme of OpenStreetMap). */
export const toUnitSquare = ([lng, lat]: LngLat): [x: number, y: number] => {
  const sin = Math.sin((lat * Math.PI) / 180)
  return [lng / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI]
}

/** The position of a point of a tile, given in tile units. */
export function toLngLat({ z, x, y }: TileAddress, px: number, py: number): LngLat {
  const side = 2 ** z
  const lng = ((x + px / EXTENT) / side - 0.5) * 360
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + py / EXTENT)) / side))) * 180) / Math.PI
  return [lng, lat]
}

/** The addresses of all tiles of one zoom that touch the bounds, by column, then row. */
export function tilesOf([west, south, east, north]: Bounds, z: number): TileAddress[] {
  const side = 2 ** z
  const [x0, y0] = toUnitSquare([west, north]).map((n) => Math.floor(n * side)) as [number, number]
  const [x1, y1] = toUnitSquare([east, south]).map((n) => Math.floor(n * side)) as [number, number]
  const out: TileAddress[] = []
  for (let x = Math.max(0, x0); x <= Math.min(x1, side - 1); x++)
    for (let y = Math.max(0, y0); y <= Math.min(y1, side - 1); y++) out.push({ z, x, y })
  return out
}

/** The bounds in the units of a tile, rounded outwards. */
export function boxInTile([west, south, east, north]: Bounds, { z, x, y }: TileAddress): Box {
  const scale = 2 ** z * EXTENT
  const [minX, minY] = toUnitSquare([west, north])
  const [maxX, maxY] = toUnitSquare([east, south])
  return [
    Math.floor(minX * scale - x * EXTENT),
    Math.floor(minY * scale - y * EXTENT),
    Math.ceil(maxX * scale - x * EXTENT),
    Math.ceil(maxY * scale - y * EXTENT),
  ]
}

/** Bounds that reach further by the same distance on all sides. */
export function widen([west, south, east, north]: Bounds, metres: number): Bounds {
  const lat = metres / METRES_PER_DEGREE
  const lng = lat / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  return [west - lng, south - lat, east + lng, north + lat]
}

/** One degree of latitude on a sphere of the mean radius of the earth (6,371,008.8 m). */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180
