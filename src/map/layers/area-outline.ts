import { SOURCE } from '../tile-sources.ts'
import { byZoom, type Band, type LayerSpecification } from './band.ts'

/** A veil over everything outside the municipality, and its outline: beyond it nothing can be answered. */
export const areaOutlineLayers = ({ palette }: Band): LayerSpecification[] => [
  {
    id: 'outside-veil',
    type: 'fill',
    source: SOURCE.outline,
    filter: ['==', ['get', 'part'], 'outside'],
    paint: { 'fill-color': palette.veil, 'fill-opacity': palette.veilOpacity, 'fill-antialias': false },
  },
  {
    id: 'area-outline-halo',
    type: 'line',
    source: SOURCE.outline,
    filter: ['==', ['get', 'part'], 'area'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.outlineHalo,
      'line-opacity': 0.7,
      'line-width': byZoom(1.3, [9, 3], [15, 6]),
    },
  },
  {
    id: 'area-outline',
    type: 'line',
    source: SOURCE.outline,
    filter: ['==', ['get', 'part'], 'area'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.outline,
      'line-width': byZoom(1.3, [9, 1.2], [15, 2.4]),
      'line-dasharray': [5, 1.5],
    },
  },
]
