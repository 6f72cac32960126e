import type { Map as MapLibreMap } from 'maplibre-gl'
import { DEPTH_BANDS, isDepthRank, type DepthBounds } from '#domain/hazards/depth-band.ts'
import { ZONE_LAYER_IDS, zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { cameraOf } from './camera.ts'
import { overlap, tileBounds, tileZoomAt } from './camera-limits.ts'
import { pointTargets, siteTargets } from './interaction/inspect.ts'
import type { Target } from './interaction/nearest-site.ts'
import { POINTS_FROM } from './layers/points.ts'
import type { MapHealth, TileKey } from './map-health.ts'
import type { MapScene, MapView, SeenClass } from './map-view.ts'
import { SOURCE, TILE_ZOOMS } from './tile-sources.ts'

/** Counts what is on the screen now. Costs some milliseconds: ask for it when it is needed, not at each movement. */
export function sceneOf(map: MapLibreMap, view: MapView, health: MapHealth): MapScene {
  const status = health.status()
  const zones = zonesState(map, view, health)
  return {
    camera: cameraOf(map),
    status,
    zones,
    shown: view.zones.shown,
    seen: zones === 'drawn' ? classesInView(map) : [],
    notAssessed: hasFeatures(map, 'not-assessed-hatch'),
    sites: inSight(map, siteTargets(map, view.sites)).map(({ id }) => id),
    points: pointsInSight(map, view),
    closures: closuresInSight(map),
    mine: mineInSight(map),
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
  if (view.zones.shown.length === 0 || view.zones.opacity === 0) return 'off'
  if (map.getZoom() < TILE_ZOOMS.zones.min) return 'tooFarOut'
  const unread = health.failedTiles().some(({ source }) => source === SOURCE.zones)
  return unread || !map.getSource(SOURCE.zones) || !map.isSourceLoaded(SOURCE.zones) ? 'unread' : 'drawn'
}

const rendered = (map: MapLibreMap, layer: string) =>
  map.getLayer(layer) ? map.queryRenderedFeatures({ layers: [layer] }) : []

const hasFeatures = (map: MapLibreMap, layer: string): boolean => rendered(map, layer).length > 0

function classesInView(map: MapLibreMap): readonly SeenClass[] {
  const seen = new Map<string, SeenClass>()
  for (const { properties } of rendered(map, 'zone-fill')) {
    const one = classOf(properties)
    if (one !== null) seen.set(JSON.stringify(one), one)
  }
  return [...seen.values()]
}

/** The class of a feature of the zone tiles; null for a layer that is not known. */
export function classOf(properties: Readonly<Record<string, unknown>>): SeenClass | null {
  const layer = ZONE_LAYER_IDS.find((id) => id === (properties['layer'] ?? 'flood-max'))
  if (layer === undefined) return null
  return { layer, rank: Number(properties['rank']), bounds: boundsOfClass(layer, properties) }
}

/** The publisher's own bounds, metres; else the official ones of a depth rank. */
function boundsOfClass(
  layer: ZoneLayerId,
  { min, max, rank }: Readonly<Record<string, unknown>>,
): DepthBounds | null {
  if (zoneLayerOf(layer).measure !== 'depth') return null
  if (typeof min === 'number') return { min, max: typeof max === 'number' ? max : null }
  return isDepthRank(rank) ? DEPTH_BANDS[rank] : null
}

function pointsInSight(map: MapLibreMap, { points }: MapView): number {
  return map.getZoom() < POINTS_FROM ? 0 : inSight(map, pointTargets(map, points)).length
}

/** The ids in some layers, each once. Only for layers of which nothing is ever hidden, so that what is drawn is what there is. */
const idsIn = (map: MapLibreMap, layers: readonly string[]): readonly string[] => [
  ...new Set(
    layers.flatMap((layer) => rendered(map, layer).map(({ properties }) => String(properties['id']))),
  ),
]

const mineInSight = (map: MapLibreMap): number =>
  idsIn(map, ['my-symbol', 'my-area-pattern', 'my-line']).length

const closuresInSight = (map: MapLibreMap): readonly string[] =>
  idsIn(map, ['closure-sign', 'closure-area', 'closure-band'])

function inSight(map: MapLibreMap, targets: readonly Target[]): readonly Target[] {
  const { clientWidth, clientHeight } = map.getContainer()
  return targets.filter(({ x, y }) => x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight)
}
