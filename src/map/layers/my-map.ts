import { MY_ARROW_IMAGE, MY_AREA_PATTERNS } from '../symbols/image-ids.ts'
import { MY_SIZES, SELECTED_SIZE } from '../symbols/my-size.ts'
import { sizesFor } from '../symbols/site-size.ts'
import { SOURCE } from '../tile-sources.ts'
import { byZoom, FONT, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'

const isPart = (part: string): ExpressionSpecification => ['==', ['get', 'part'], part]
const isSelected: ExpressionSpecification = ['==', ['get', 'selected'], true]
const isDangerArea: ExpressionSpecification = ['==', ['get', 'shape'], 'danger']
const isCentred = isDangerArea

/** Wider for what is being looked at. CSS pixels by zoom. */
const width = (far: number, near: number): ExpressionSpecification =>
  byZoom(1.3, [10, ['case', isSelected, far * 1.8, far]], [16, ['case', isSelected, near * 1.6, near]])

/**
 * One's own areas and routes, over the ground and the zones and under all names. A danger has crosses and a broken outline, a help
 * diamonds and an unbroken one; a route has a casing and arrows.
 */
export const myGroundLayers = (band: Band): LayerSpecification[] => [...areaLayers(band), ...lineLayers(band)]

const from = { source: SOURCE.mine } as const
const rounded = { 'line-join': 'round', 'line-cap': 'round' } as const

function areaLayers({ palette }: Band): LayerSpecification[] {
  const area = isPart('area')
  return [
    {
      id: 'my-area-pattern',
      type: 'fill',
      ...from,
      filter: area,
      paint: {
        'fill-pattern': ['case', isDangerArea, MY_AREA_PATTERNS.danger.id, MY_AREA_PATTERNS.help.id],
        'fill-opacity': 0.85,
      },
    },
    {
      id: 'my-area-casing',
      type: 'line',
      ...from,
      filter: area,
      layout: rounded,
      paint: { 'line-color': palette.mineCasing, 'line-width': width(3, 7) },
    },
    {
      id: 'my-area-edge-danger',
      type: 'line',
      ...from,
      filter: ['all', area, isDangerArea],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.mine, 'line-width': width(1.6, 3.4), 'line-dasharray': [2.4, 1.2] },
    },
    {
      id: 'my-area-edge-help',
      type: 'line',
      ...from,
      filter: ['all', area, ['!', isDangerArea]],
      layout: rounded,
      paint: { 'line-color': palette.mine, 'line-width': width(1.6, 3.4) },
    },
  ]
}

function lineLayers({ palette }: Band): LayerSpecification[] {
  const line = isPart('line')
  return [
    {
      id: 'my-line-casing',
      type: 'line',
      ...from,
      filter: line,
      layout: rounded,
      paint: { 'line-color': palette.mineCasing, 'line-width': width(5, 12) },
    },
    {
      id: 'my-line',
      type: 'line',
      ...from,
      filter: line,
      layout: rounded,
      paint: { 'line-color': palette.mine, 'line-width': width(3, 8) },
    },
    {
      id: 'my-line-arrow',
      type: 'symbol',
      ...from,
      filter: line,
      minzoom: 12,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 44,
        'icon-image': MY_ARROW_IMAGE,
        'icon-size': byZoom(1.3, [12, 0.7], [16, 1.1]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-rotation-alignment': 'map',
      },
    },
  ]
}

/** One's own symbols and names, over the sites: nothing of them is ever hidden by something else. */
export function mySymbolLayers({ palette, view }: Band): LayerSpecification[] {
  const symbol = isPart('symbol')
  const size = (factor: ExpressionSpecification | number) =>
    byZoom(1, ...sizesFor(MY_SIZES, view.theme).map(([zoom, at]) => [zoom, ['*', at, factor]] as const))
  const { label, labelHalo } = palette
  const paint = { 'text-color': label, 'text-halo-color': labelHalo, 'text-halo-width': 2 } as const
  return [
    {
      id: 'my-line-name',
      type: 'symbol',
      source: SOURCE.mine,
      filter: isPart('line-name'),
      minzoom: 13,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT.bold,
        'text-size': 13,
        'text-max-width': 10,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.9,
        'text-justify': 'auto',
        'text-padding': 2,
      },
      paint,
    },
    {
      id: 'my-symbol',
      type: 'symbol',
      source: SOURCE.mine,
      filter: symbol,
      layout: {
        'icon-image': ['get', 'image'],
        'icon-size': size(['case', isSelected, SELECTED_SIZE, 1]),
        'icon-anchor': ['case', isCentred, 'center', 'bottom'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['case', isSelected, 1, 0],
      },
    },
    {
      id: 'my-name',
      type: 'symbol',
      source: SOURCE.mine,
      filter: symbol,
      minzoom: 12,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT.bold,
        'text-size': 13,
        'text-max-width': 8,
        'text-anchor': 'top',
        'text-offset': ['case', isCentred, ['literal', [0, 1.5]], ['literal', [0, 0.15]]],
        'text-padding': 2,
        'symbol-sort-key': ['case', isSelected, 0, 1],
      },
      paint,
    },
  ]
}
