import { breadthOf, routeLook } from '../route-looks.ts'
import { ROUTE_ARROW_IMAGE } from '../symbols/image-ids.ts'
import type { Palette } from '../themes.ts'
import { SOURCE } from '../tile-sources.ts'
import { byZoom, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'
import { growing } from './network.ts'

const isTold: ExpressionSpecification = ['==', ['get', 'told'], true]
const isPart = (part: string): ExpressionSpecification => ['==', ['get', 'part'], part]
const rounded = { 'line-join': 'round', 'line-cap': 'round' } as const

/**
 * Ways on foot, over the roads and one's own routes. All have a thin dark edge outside their casing, which no road of the map of escape times has;
 * the told one is wide and has arrows, and a dot where it begins; it ends at a site, whose symbol stands there.
 */
export function routeLayers({ palette, view }: Band): LayerSpecification[] {
  const [told, other] = [routeLook(true, view.theme), routeLook(false, view.theme)]
  const from = { source: SOURCE.routes, filter: isPart('route') } as const
  const either = (one: number, two: number): ExpressionSpecification => ['case', isTold, one, two]
  const breadth = either(breadthOf(told), breadthOf(other))
  return [
    {
      id: 'route-edge',
      type: 'line',
      ...from,
      layout: rounded,
      paint: { 'line-color': palette.routeEdge, 'line-width': growing(breadth, 7) },
    },
    {
      id: 'route-casing',
      type: 'line',
      ...from,
      layout: rounded,
      paint: { 'line-color': palette.routeCasing, 'line-width': growing(breadth, 4.4) },
    },
    {
      id: 'route',
      type: 'line',
      ...from,
      layout: { 'line-join': 'round', 'line-cap': told.gap === undefined ? 'round' : 'butt' },
      paint: {
        'line-color': palette.route,
        'line-width': growing(either(told.width, other.width)),
        ...(told.gap === undefined ? {} : { 'line-gap-width': growing(either(told.gap, 0)) }),
      },
    },
    ARROWS,
    startLayer(palette),
  ]
}

const ARROWS: LayerSpecification = {
  id: 'route-arrow',
  type: 'symbol',
  source: SOURCE.routes,
  filter: ['all', isPart('route'), isTold],
  minzoom: 11,
  layout: {
    'symbol-placement': 'line',
    'symbol-spacing': 36,
    'icon-image': ROUTE_ARROW_IMAGE,
    'icon-size': byZoom(1.2, [11, 0.4], [14, 0.62], [16, 0.85], [19, 1.5]),
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'icon-rotation-alignment': 'map',
  },
}

const startLayer = (palette: Palette): LayerSpecification => ({
  id: 'route-start',
  type: 'circle',
  source: SOURCE.routes,
  filter: isPart('start'),
  paint: {
    'circle-radius': byZoom(1.2, [10, 4], [16, 8]),
    'circle-color': palette.routeCasing,
    'circle-stroke-width': byZoom(1.2, [10, 2], [16, 4]),
    'circle-stroke-color': palette.routeEdge,
  },
})
