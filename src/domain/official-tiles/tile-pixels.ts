import type { LngLat } from '../geo/lng-lat.ts'
import { OFFICIAL_ZOOMS, PICTURE_SIZE } from './official-layer.ts'

export type Tile = { readonly z: number; readonly x: number; readonly y: number }

/** Pixels of one picture, each as `row * 256 + column`. */
export type TilePixels = { readonly tile: Tile; readonly pixels: readonly number[] }

/** Circumference of the sphere of Web Mercator (EPSG:3857), metres. */
const CIRCUMFERENCE = 2 * Math.PI * 6_378_137
/** Pixels around the world at the zoom of the answers. */
const WORLD = PICTURE_SIZE * 2 ** OFFICIAL_ZOOMS.max

/**
 * Where a position lies in the picture of the whole world at zoom 17, in pixels from its north-west corner.
 * Source of the formulas: https://maps.gsi.go.jp/development/tileCoordCheck.html (Web Mercator)
 */
export function worldPixel([lng, lat]: LngLat): readonly [x: number, y: number] {
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
  return [(lng / 360 + 0.5) * WORLD, y * WORLD]
}

/** Metres on the ground along the side of a pixel at zoom 17: about 1 m in Japan. */
export const metresPerPixel = (lat: number): number =>
  (CIRCUMFERENCE * Math.cos((lat * Math.PI) / 180)) / WORLD

/**
 * The pixels whose square comes within `metres` of a position, by picture; the one in which it lies is always among them.
 * @param metres at most a few hundred: each pixel is listed
 */
export function pixelsWithin(at: LngLat, metres: number): readonly TilePixels[] {
  const [cx, cy] = worldPixel(at)
  const radius = Math.max(0, metres) / metresPerPixel(at[1])
  const found = new Map<string, { tile: Tile; pixels: number[] }>()
  for (let y = clamp(Math.floor(cy - radius)); y <= clamp(Math.floor(cy + radius)); y += 1)
    for (let x = clamp(Math.floor(cx - radius)); x <= clamp(Math.floor(cx + radius)); x += 1) {
      if (Math.hypot(beyond(cx, x), beyond(cy, y)) > radius) continue
      const tile = { z: OFFICIAL_ZOOMS.max, x: tileOf(x), y: tileOf(y) }
      const key = `${tile.x}/${tile.y}`
      const entry = found.get(key) ?? { tile, pixels: [] }
      entry.pixels.push((y % PICTURE_SIZE) * PICTURE_SIZE + (x % PICTURE_SIZE))
      found.set(key, entry)
    }
  return [...found.values()]
}

const clamp = (pixel: number): number => Math.min(WORLD - 1, Math.max(0, pixel))
const tileOf = (pixel: number): number => Math.floor(pixel / PICTURE_SIZE)

/** How far a coordinate lies outside the pixel that begins at `start`; 0 inside it. */
const beyond = (value: number, start: number): number => Math.max(start - value, value - (start + 1), 0)
