import type { Map as MapLibreMap } from 'maplibre-gl'
import { isDepthRank, type DepthRank } from '#domain/hazards/depth-band.ts'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { cameraOf } from './camera.ts'
import { overlap, tileBounds, tileZoomAt } from './camera-limits.ts'
import { siteTargets } from './interaction/inspect.ts'
import type { MapHealth, TileKey } from './map-health.ts'
import type { MapScene, MapView } from './map-view.ts'
import { SOURCE, TILE_ZOOMS } from './tile-sources.ts'

/** Counts what is on the screen now. Costs some milliseconds: ask for it when it is needed, not at each movement. */
export function sceneOf(map: MapLibreMap, view: MapView, health: MapHealth): MapScene {
  const status = health.status()
  const zones = zonesState(map, view, health)
  return {
    camera: cameraOf(map),
    status,
    zones,
    ranks: zones === 'drawn' ? ranksInView(map) : [],
    notAssessed: hasFeatures(map, 'not-assessed-hatch'),
    sites: sitesInView(map, view),
  }
}

/** True for a tile that the camera wants now; of a failed tile that is not wanted nothing has to be told. */
export function isWantedTile(map: MapLibreMap, { source, z, x, y }: TileKey): boolean {
  if (source !== SOURCE.basemap && source !== SOURCE.zones) return false
  return z === tileZoomAt(map.getZoom(), TILE_ZOOMS[source]) && overlap(tileBounds(z, x, y), boundsOf(map))
}

function boundsOf(map: MapLibreMap): Bounds {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

function zonesState(map: MapLibreMap, view: MapView, health: MapHealth): MapScene['zones'] {
  if (!view.flood.visible || view.flood.opacity === 0) return 'off'
  if (map.getZoom() < TILE_ZOOMS.zones.min) return 'tooFarOut'
  const unread = health.failedTiles().some(({ source }) => source === SOURCE.zones)
  return unread || !map.getSource(SOURCE.zones) || !map.isSourceLoaded(SOURCE.zones) ? 'unread' : 'drawn'
}

const rendered = (map: MapLibreMap, layer: string) =>
  map.getLayer(layer) ? map.queryRenderedFeatures({ layers: [layer] }) : []

const hasFeatures = (map: MapLibreMap, layer: string): boolean => rendered(map, layer).length > 0

function ranksInView(map: MapLibreMap): readonly DepthRank[] {
  const ranks = new Set(rendered(map, 'flood-fill').map(({ properties }) => Number(properties['rank'])))
  return [...ranks].filter(isDepthRank).sort((a, b) => a - b)
}

function sitesInView(map: MapLibreMap, view: MapView): readonly string[] {
  const { clientWidth, clientHeight } = map.getContainer()
  return siteTargets(map, view.sites)
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight)
    .map(({ id }) => id)
}
