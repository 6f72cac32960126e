import { SOURCE } from '../tile-sources.ts'
import { byZoom, type Band, type LayerSpecification } from './band.ts'

/** Boundaries of prefectures and municipalities. Those in the sea are left out: they are noise to somebody on land. */
export const boundaryLayers = ({ palette }: Band): LayerSpecification[] => [
  {
    id: 'boundary',
    type: 'line',
    source: SOURCE.basemap,
    'source-layer': 'boundary',
    filter: ['all', ['<=', ['to-number', ['get', 'admin_level'], 99], 7], ['!=', ['get', 'maritime'], 1]],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.boundary,
      'line-width': byZoom(1.3, [8, 0.6], [14, 1.4]),
      'line-dasharray': [4, 2, 1, 2],
    },
  },
]
