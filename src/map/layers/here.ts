import { SOURCE } from '../tile-sources.ts'
import type { Band, LayerSpecification } from './band.ts'

/** The person's own position with the circle inside which it lies. */
export const hereLayers = ({ palette }: Band): LayerSpecification[] => [
  {
    id: 'here-accuracy',
    type: 'fill',
    source: SOURCE.here,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': palette.here, 'fill-opacity': 0.14, 'fill-outline-color': palette.here },
  },
  {
    id: 'here-dot',
    type: 'circle',
    source: SOURCE.here,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 8,
      'circle-color': palette.here,
      'circle-stroke-width': 3,
      'circle-stroke-color': palette.hereEdge,
      'circle-pitch-alignment': 'map',
    },
  },
]
