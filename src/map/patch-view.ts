import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { NOT_ASSESSED_LAYERS, notAssessedFilter } from './layers/not-assessed.ts'
import { visibility } from './layers/band.ts'
import { ZONE_NAME, zoneNameFilter } from './layers/zone-labels.ts'
import { OPACITY_OF, ZONE_PAINTS, zoneFilters, zoneOpacities } from './layers/zones.ts'
import { mapLabel } from '#domain/places/map-label.ts'
import { closuresData } from './closure-data.ts'
import type { MapView } from './map-view.ts'
import { patchDrill } from './patch-drill.ts'
import { myMapData } from './my-map-data.ts'
import { SOURCE } from './tile-sources.ts'
import { hereData, outlineData, pickedData, pointsData, sitesData } from './view-data.ts'
import { networkData, routesData } from './way-data.ts'

/** True when only a new style can show the wanted view: other colours, words or shapes of letters, another overlay. */
export const needsNewStyle = (shown: MapView, wanted: MapView): boolean =>
  shown.theme !== wanted.theme ||
  shown.palette !== wanted.palette ||
  shown.htmlLang !== wanted.htmlLang ||
  shown.names !== wanted.names ||
  shown.zones.labels !== wanted.zones.labels ||
  shown.overlay?.tiles !== wanted.overlay?.tiles

/** Changes on the map what differs between two views of one theme, palette and language. */
export function patchView(map: MapLibreMap, shown: MapView, wanted: MapView): void {
  if (shown.sites !== wanted.sites) setData(map, SOURCE.sites, sitesData(wanted.sites))
  if (shown.points !== wanted.points) setData(map, SOURCE.points, pointsData(wanted.points))
  if (shown.mine !== wanted.mine) setData(map, SOURCE.mine, myMapData(wanted.mine))
  if (shown.closures !== wanted.closures) setData(map, SOURCE.closures, closuresData(wanted.closures))
  if (shown.ways.routes !== wanted.ways.routes) setData(map, SOURCE.routes, routesData(wanted.ways.routes))
  // Ten thousand roads: only when they are other ones.
  if (shown.ways.network !== wanted.ways.network)
    setData(map, SOURCE.network, networkData(wanted.ways.network))
  if (shown.outline !== wanted.outline) setData(map, SOURCE.outline, outlineData(wanted.outline))
  if (shown.picked !== wanted.picked) setData(map, SOURCE.picked, pickedData(wanted.picked))
  if (shown.here !== wanted.here) setData(map, SOURCE.here, hereData(wanted.here))
  const drills = [shown.drill ?? null, wanted.drill ?? null] as const
  if (drills[0] !== drills[1]) patchDrill(map, ...drills)
  if (shown.zones !== wanted.zones) patchZones(map, shown.zones, wanted)
  if (shown.notAssessed !== wanted.notAssessed) patchNotAssessed(map, shown.notAssessed, wanted)
  if (wanted.overlay !== null && shown.overlay?.opacity !== wanted.overlay.opacity)
    map.setPaintProperty('overlay', 'raster-opacity', wanted.overlay.opacity)
}

function patchZones(map: MapLibreMap, shown: MapView['zones'], wanted: MapView): void {
  const { zones } = wanted
  if (shown.opacity !== zones.opacity) {
    const opacities = zoneOpacities(wanted)
    for (const layer of ZONE_PAINTS) map.setPaintProperty(layer, OPACITY_OF[layer], opacities[layer])
  }
  if (shown.shown.join() === zones.shown.join() && shown.river === zones.river) return
  const filters = zoneFilters(wanted)
  for (const layer of ZONE_PAINTS) map.setFilter(layer, filters[layer])
  map.setFilter(ZONE_NAME, zoneNameFilter(wanted))
}

function patchNotAssessed(map: MapLibreMap, shown: MapView['notAssessed'], wanted: MapView): void {
  const { visible, label, kinds } = wanted.notAssessed
  if (shown.visible !== visible)
    for (const layer of NOT_ASSESSED_LAYERS) map.setLayoutProperty(layer, 'visibility', visibility(visible))
  if (shown.kinds.join() !== kinds.join())
    for (const layer of NOT_ASSESSED_LAYERS) map.setFilter(layer, notAssessedFilter(wanted))
  if (shown.label !== label) map.setLayoutProperty('not-assessed-label', 'text-field', mapLabel(label))
}

function setData(map: MapLibreMap, source: string, data: GeoJSON.FeatureCollection) {
  void map.getSource<GeoJSONSource>(source)?.setData(data)
}
