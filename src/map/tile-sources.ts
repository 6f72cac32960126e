import type { SourceSpecification } from 'maplibre-gl'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import type { MapOverlay } from './map-view.ts'

/** The names of the map's sources in the style. */
export const SOURCE = {
  basemap: 'basemap',
  zones: 'zones',
  outline: 'outline',
  overlay: 'overlay',
  sites: 'sites',
  points: 'points',
  numbers: 'numbers',
  picked: 'picked',
  here: 'here',
  mine: 'mine',
  drawing: 'drawing',
  network: 'network',
  routes: 'routes',
  closures: 'closures',
  drill: 'drill',
  drillWater: 'drill-water',
} as const

/**
 * Zooms for which the pack has tiles. Deeper zooms are drawn from the deepest tiles; below `zones.min` no zone can be drawn
 * and the map says so (`MapScene.zones`).
 */
export const TILE_ZOOMS = { basemap: { min: 8, max: 14 }, zones: { min: 8, max: 14 } } as const

/** Where one map's tiles come from: URLs of our own protocol, which no network ever sees. */
export type TileUrls = { readonly basemap: string; readonly zones: string }

/** The two sources of vector tiles, asked for inside `bounds` only. */
export function tileSources(urls: TileUrls, bounds: Bounds): { [name: string]: SourceSpecification } {
  const source = (role: 'basemap' | 'zones'): SourceSpecification => ({
    type: 'vector',
    tiles: [urls[role]],
    minzoom: TILE_ZOOMS[role].min,
    maxzoom: TILE_ZOOMS[role].max,
    ...(role === 'zones' ? { bounds: [...bounds] } : {}),
  })
  return { [SOURCE.basemap]: source('basemap'), [SOURCE.zones]: source('zones') }
}

/** The source of an overlay: images of 256 pixels, as Japanese public raster tiles are. */
export const overlaySource = (
  { tiles, minzoom, maxzoom }: MapOverlay,
  bounds: Bounds,
): SourceSpecification => ({
  type: 'raster',
  tiles: [tiles],
  tileSize: 256,
  minzoom,
  maxzoom,
  bounds: [...bounds],
})
