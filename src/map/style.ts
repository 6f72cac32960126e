import type { StyleSpecification } from 'maplibre-gl'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { areaOutlineLayers } from './layers/area-outline.ts'
import type { Band, LayerSpecification } from './layers/band.ts'
import { baseLayers, buildingLayers } from './layers/base.ts'
import { boundaryLayers } from './layers/boundaries.ts'
import { floodFillLayers, floodInkLayers } from './layers/flood-depth.ts'
import { hereLayers } from './layers/here.ts'
import { cityLabelLayers, labelLayers } from './layers/labels.ts'
import { notAssessedLabelLayers, notAssessedLayers } from './layers/not-assessed.ts'
import { pickedLayers } from './layers/picked.ts'
import { roadLayers } from './layers/roads.ts'
import { siteLayers } from './layers/sites.ts'
import type { MapView } from './map-view.ts'
import { PALETTES } from './themes.ts'
import { SOURCE, tileSources, type TileUrls } from './tile-sources.ts'
import { hereData, outlineData, pickedData, sitesData } from './view-data.ts'

/** The bands of the map in the order of painting, the ground first. */
const BANDS: readonly ((band: Band) => LayerSpecification[])[] = [
  baseLayers,
  notAssessedLayers,
  floodFillLayers,
  buildingLayers,
  roadLayers,
  floodInkLayers,
  boundaryLayers,
  areaOutlineLayers,
  labelLayers,
  notAssessedLabelLayers,
  hereLayers,
  siteLayers,
  cityLabelLayers,
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
    sources: {
      ...tileSources(urls, bounds),
      [SOURCE.outline]: { type: 'geojson', data: outlineData(view.outline), tolerance: 0.1 },
      [SOURCE.sites]: { type: 'geojson', data: sitesData(view.sites) },
      [SOURCE.picked]: { type: 'geojson', data: pickedData(view.picked) },
      [SOURCE.here]: { type: 'geojson', data: hereData(view.here) },
    },
    layers: BANDS.flatMap((layersOf) => layersOf({ palette, view })),
  }
}
