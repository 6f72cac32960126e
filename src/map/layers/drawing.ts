import { SOURCE } from '../tile-sources.ts'
import type { Band, ExpressionSpecification, LayerSpecification } from './band.ts'

const isPart = (part: string): ExpressionSpecification => ['==', ['get', 'part'], part]

/** What is being drawn, over everything: nothing may lie over the corner under one's finger. */
export function drawingLayers({ palette }: Band): LayerSpecification[] {
  const from = { source: SOURCE.drawing, filter: isPart('shape') } as const
  const rounded = { 'line-join': 'round', 'line-cap': 'round' } as const
  return [
    {
      id: 'drawing-fill',
      type: 'fill',
      source: SOURCE.drawing,
      filter: ['all', isPart('shape'), ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': palette.mine, 'fill-opacity': 0.2 },
    },
    {
      id: 'drawing-casing',
      type: 'line',
      ...from,
      layout: rounded,
      paint: { 'line-color': palette.mineCasing, 'line-width': 8 },
    },
    {
      id: 'drawing-line',
      type: 'line',
      ...from,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.mine, 'line-width': 4, 'line-dasharray': [2, 0.8] },
    },
    {
      id: 'drawing-corner',
      type: 'circle',
      source: SOURCE.drawing,
      filter: isPart('corner'),
      paint: {
        'circle-radius': ['case', ['get', 'last'], 9, 7],
        'circle-color': ['case', ['get', 'last'], palette.mine, palette.mineCasing],
        'circle-stroke-width': 3,
        'circle-stroke-color': ['case', ['get', 'last'], palette.mineCasing, palette.mine],
      },
    },
  ]
}
