import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { FLOOD_LAYERS, floodOpacities } from './layers/flood-depth.ts'
import { NOT_ASSESSED_LAYERS } from './layers/not-assessed.ts'
import { visibility } from './layers/band.ts'
import { mapLabel } from './map-label.ts'
import type { MapView } from './map-view.ts'
import { SOURCE } from './tile-sources.ts'
import { hereData, outlineData, pickedData, sitesData } from './view-data.ts'

/** True when only a new style can show the wanted view: other colours, or other shapes of letters. */
export const needsNewStyle = (shown: MapView, wanted: MapView): boolean =>
  shown.theme !== wanted.theme || shown.htmlLang !== wanted.htmlLang

const OPACITY_OF = {
  'flood-fill': 'fill-opacity',
  'flood-edge': 'line-opacity',
  'flood-pattern': 'fill-opacity',
} as const satisfies { readonly [layer in (typeof FLOOD_LAYERS)[number]]: string }

/** Changes on the map what differs between two views of one theme and language. */
export function patchView(map: MapLibreMap, shown: MapView, wanted: MapView): void {
  if (shown.sites !== wanted.sites) setData(map, SOURCE.sites, sitesData(wanted.sites))
  if (shown.outline !== wanted.outline) setData(map, SOURCE.outline, outlineData(wanted.outline))
  if (shown.picked !== wanted.picked) setData(map, SOURCE.picked, pickedData(wanted.picked))
  if (shown.here !== wanted.here) setData(map, SOURCE.here, hereData(wanted.here))
  if (shown.flood.visible !== wanted.flood.visible) show(map, FLOOD_LAYERS, wanted.flood.visible)
  if (shown.flood.opacity !== wanted.flood.opacity) {
    const opacities = floodOpacities(wanted)
    for (const layer of FLOOD_LAYERS) map.setPaintProperty(layer, OPACITY_OF[layer], opacities[layer])
  }
  if (shown.notAssessed.visible !== wanted.notAssessed.visible) {
    show(map, NOT_ASSESSED_LAYERS, wanted.notAssessed.visible)
  }
  if (shown.notAssessed.label !== wanted.notAssessed.label) {
    map.setLayoutProperty('not-assessed-label', 'text-field', mapLabel(wanted.notAssessed.label))
  }
}

function setData(map: MapLibreMap, source: string, data: GeoJSON.FeatureCollection) {
  void map.getSource<GeoJSONSource>(source)?.setData(data)
}

function show(map: MapLibreMap, layers: readonly string[], visible: boolean) {
  for (const layer of layers) map.setLayoutProperty(layer, 'visibility', visibility(visible))
}
