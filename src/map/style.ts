import type { StyleSpecification } from 'maplibre-gl'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { areaOutlineLayers } from './layers/area-outline.ts'
import { fontFaces, type Band, type LayerSpecification } from './layers/band.ts'
import { baseLayers, buildingLayers } from './layers/base.ts'
import { boundaryLayers } from './layers/boundaries.ts'
import { closureGroundLayers, closureLabelLayers, closureSignLayers } from './layers/closures.ts'
import { drillSymbolLayers, drillTrailLayers, drillWaterLayers } from './layers/drill.ts'
import { drawingLayers } from './layers/drawing.ts'
import { hereLayers } from './layers/here.ts'
import { cityLabelLayers, labelLayers } from './layers/labels.ts'
import { myGroundLayers, mySymbolLayers } from './layers/my-map.ts'
import { networkLayers } from './layers/network.ts'
import { notAssessedLabelLayers, notAssessedLayers } from './layers/not-assessed.ts'
import { overlayLayers } from './layers/overlay.ts'
import { pickedLayers } from './layers/picked.ts'
import { pointLayers } from './layers/points.ts'
import { roadLayers } from './layers/roads.ts'
import { routeLayers } from './layers/routes.ts'
import { siteNameLayers, siteSymbolLayers } from './layers/sites.ts'
import { zoneLabelLayers } from './layers/zone-labels.ts'
import { zoneFillLayers, zoneInkLayers } from './layers/zones.ts'
import { closuresData } from './closure-data.ts'
import { drillData } from './drill-data.ts'
import type { MapView } from './map-view.ts'
import { drawingData, myMapData } from './my-map-data.ts'
import { PALETTES } from './themes.ts'
import { overlaySource, SOURCE, tileSources, type TileUrls } from './tile-sources.ts'
import { hereData, outlineData, pickedData, pointsData, sitesData } from './view-data.ts'
import { networkData, routesData } from './way-data.ts'

type Layers = (band: Band) => LayerSpecification[]

/**
 * What is written comes first where it is painted last. On the screen a depth gives way to the name of a place; on paper, where
 * nobody can look nearer, the name gives way.
 */
const wordLayers: Layers = (band) =>
  band.view.theme === 'print'
    ? [...labelLayers(band), ...zoneLabelLayers(band)]
    : [...zoneLabelLayers(band), ...labelLayers(band)]

/** The bands of the map in the order of painting, the ground first. */
const BANDS: readonly Layers[] = [
  baseLayers,
  notAssessedLayers,
  zoneFillLayers,
  buildingLayers,
  roadLayers,
  zoneInkLayers,
  overlayLayers,
  drillWaterLayers,
  boundaryLayers,
  areaOutlineLayers,
  networkLayers,
  myGroundLayers,
  routeLayers,
  closureGroundLayers,
  drillTrailLayers,
  wordLayers,
  notAssessedLabelLayers,
  hereLayers,
  pointLayers,
  closureLabelLayers,
  siteSymbolLayers,
  siteNameLayers,
  closureSignLayers,
  cityLabelLayers,
  mySymbolLayers,
  drillSymbolLayers,
  drawingLayers,
  pickedLayers,
]

/**
 * The whole style for a view. It has no `glyphs` and no `sprite`: letters are drawn by the device and images by us, so that
 * nothing is fetched.
 */
export function mapStyle(view: MapView, urls: TileUrls, bounds: Bounds): StyleSpecification {
  const palette = PALETTES[view.theme]
  return {
    version: 8,
    name: view.theme,
    ...fontFaces(view),
    sources: {
      ...tileSources(urls, bounds),
      ...(view.overlay === null ? {} : { [SOURCE.overlay]: overlaySource(view.overlay, bounds) }),
      [SOURCE.outline]: { type: 'geojson', data: outlineData(view.outline), tolerance: 0.1 },
      [SOURCE.sites]: { type: 'geojson', data: sitesData(view.sites) },
      [SOURCE.numbers]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      [SOURCE.points]: { type: 'geojson', data: pointsData(view.points) },
      [SOURCE.mine]: { type: 'geojson', data: myMapData(view.mine), tolerance: 0.1 },
      [SOURCE.network]: { type: 'geojson', data: networkData(view.ways.network) },
      [SOURCE.routes]: { type: 'geojson', data: routesData(view.ways.routes), tolerance: 0.1 },
      [SOURCE.closures]: { type: 'geojson', data: closuresData(view.closures), tolerance: 0.1 },
      [SOURCE.drill]: { type: 'geojson', data: drillData(view.drill ?? null), tolerance: 0.1 },
      [SOURCE.drawing]: { type: 'geojson', data: drawingData('point', []), tolerance: 0 },
      [SOURCE.picked]: { type: 'geojson', data: pickedData(view.picked) },
      [SOURCE.here]: { type: 'geojson', data: hereData(view.here) },
    },
    layers: BANDS.flatMap((layersOf) => layersOf({ palette, view })),
  }
}
