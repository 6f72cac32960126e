import { SOURCE } from '../tile-sources.ts'
import { byZoom, isOneOf, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'

/** The ground: land, what grows on it, and water. */
export function baseLayers({ palette }: Band): LayerSpecification[] {
  const cover = (
    id: string,
    classes: readonly string[],
    colour: string,
    layer = 'landcover',
  ): LayerSpecification => ({
    id,
    type: 'fill',
    source: SOURCE.basemap,
    'source-layer': layer,
    filter: isOneOf('class', classes),
    paint: { 'fill-color': colour, 'fill-antialias': false },
  })
  return [
    { id: 'background', type: 'background', paint: { 'background-color': palette.land } },
    cover('landcover-farmland', ['farmland'], palette.farmland),
    cover('landcover-grass', ['grass'], palette.grass),
    cover('landcover-wood', ['wood'], palette.wood),
    cover('landcover-sand', ['sand', 'rock'], palette.sand),
    cover('landcover-wetland', ['wetland'], palette.wetland),
    cover('landuse-green', ['cemetery', 'pitch', 'playground', 'stadium'], palette.grass, 'landuse'),
    {
      id: 'water',
      type: 'fill',
      source: SOURCE.basemap,
      'source-layer': 'water',
      paint: { 'fill-color': palette.water },
    },
    {
      id: 'water-shore',
      type: 'line',
      source: SOURCE.basemap,
      'source-layer': 'water',
      paint: { 'line-color': palette.shore, 'line-width': byZoom(1.4, [8, 0.4], [14, 1], [18, 2]) },
    },
    ...waterways(palette.waterway),
  ]
}

function waterways(colour: string): LayerSpecification[] {
  const open: ExpressionSpecification = ['!=', ['get', 'brunnel'], 'tunnel']
  return [
    {
      id: 'waterway-small',
      type: 'line',
      source: SOURCE.basemap,
      'source-layer': 'waterway',
      minzoom: 12,
      filter: ['all', open, isOneOf('class', ['stream', 'ditch', 'drain', 'canal'])],
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': byZoom(1.4, [12, 0.4], [15, 1.2], [18, 3]) },
    },
    {
      id: 'waterway-river',
      type: 'line',
      source: SOURCE.basemap,
      'source-layer': 'waterway',
      filter: ['all', open, ['==', ['get', 'class'], 'river']],
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': byZoom(1.4, [8, 0.6], [13, 1.4], [18, 3]) },
    },
  ]
}

/** Houses: a person finds their own by its shape, so they are drawn over the flood zones, without hiding them. */
export function buildingLayers({ palette }: Band): LayerSpecification[] {
  const from = { source: SOURCE.basemap, 'source-layer': 'building', minzoom: 14 } as const
  return [
    {
      id: 'building-fill',
      type: 'fill',
      ...from,
      paint: { 'fill-color': palette.building, 'fill-opacity': 0.45, 'fill-antialias': false },
    },
    {
      id: 'building-edge',
      type: 'line',
      ...from,
      paint: { 'line-color': palette.buildingEdge, 'line-width': byZoom(1.3, [14, 0.4], [18, 1.4]) },
    },
  ]
}
