import { PICKED_IMAGE } from '../symbols/image-ids.ts'
import { SOURCE } from '../tile-sources.ts'
import type { Band, LayerSpecification } from './band.ts'

/** The pin at the place that is being asked about; its point is the place. */
export const pickedLayers = (_: Band): LayerSpecification[] => [
  {
    id: 'picked-pin',
    type: 'symbol',
    source: SOURCE.picked,
    layout: {
      'icon-image': PICKED_IMAGE,
      'icon-anchor': 'bottom',
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
]
