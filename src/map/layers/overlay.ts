import { SOURCE } from '../tile-sources.ts'
import type { Band, LayerSpecification } from './band.ts'

/** The raster for comparison, with the sharp edges of its cells. */
export const overlayLayers = ({ view: { overlay } }: Band): LayerSpecification[] =>
  overlay === null
    ? []
    : [
        {
          id: 'overlay',
          type: 'raster',
          source: SOURCE.overlay,
          paint: {
            'raster-opacity': overlay.opacity,
            'raster-resampling': 'nearest',
            'raster-fade-duration': 0,
          },
        },
      ]
