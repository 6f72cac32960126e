import { SITES_TOUCHABLE_FROM, SITE_SIZES, sizesFor } from '../symbols/site-size.ts'
import { SOURCE } from '../tile-sources.ts'
import { byZoom, FONT, type Band, type LayerSpecification } from './band.ts'

/** Farther out they would bury the zones. */
export const POINTS_FROM = SITES_TOUCHABLE_FROM

/** Things to know of, under the sites: none is ever hidden by another one; names are written where there is room. */
export const pointLayers = ({ palette, view }: Band): LayerSpecification[] => [
  {
    id: 'point-symbol',
    type: 'symbol',
    source: SOURCE.points,
    minzoom: POINTS_FROM,
    layout: {
      'icon-image': ['get', 'image'],
      'icon-size': byZoom(1, ...sizesFor(SITE_SIZES, view.theme)),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
  {
    id: 'point-name',
    type: 'symbol',
    source: SOURCE.points,
    minzoom: 15,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT.regular,
      'text-size': 12,
      'text-max-width': 9,
      'text-anchor': 'top',
      'text-offset': [0, 1.4],
      'text-padding': 3,
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 2 },
  },
]
