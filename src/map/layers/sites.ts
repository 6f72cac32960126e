import { SITE_SIZES, sizesFor } from '../symbols/site-size.ts'
import { SOURCE } from '../tile-sources.ts'
import { byZoom, FONT, type Band, type LayerSpecification } from './band.ts'

/**
 * The sites. Each symbol tells the kind, the designation and the zone at the site in one picture (`symbols/site-symbol.ts`).
 * No site is ever hidden by another one.
 */
export const siteSymbolLayers = ({ view }: Band): LayerSpecification[] => [
  {
    id: 'site-symbol',
    type: 'symbol',
    source: SOURCE.sites,
    layout: {
      'icon-image': ['get', 'image'],
      'icon-size': byZoom(1, ...sizesFor(SITE_SIZES, view.theme)),
      'icon-offset': ['get', 'offset'],
      'icon-allow-overlap': true,
      // From afar the sites would push every name of a place off the map.
      'icon-ignore-placement': ['step', ['zoom'], true, 13, false],
      'icon-padding': 0,
      'symbol-sort-key': ['get', 'order'],
      'symbol-z-order': 'source',
    },
  },
]

/** The names of the sites, where there is room. */
export const siteNameLayers = ({ palette }: Band): LayerSpecification[] => [
  {
    id: 'site-name',
    type: 'symbol',
    source: SOURCE.sites,
    minzoom: 14,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT.bold,
      'text-size': 13,
      'text-max-width': 8,
      'text-anchor': 'top',
      'text-offset': [0, 1.9],
      'text-padding': 3,
      'symbol-sort-key': ['get', 'order'],
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 2 },
  },
]
