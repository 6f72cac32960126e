import { closureLineLook, CLOSURE_STRENGTHS, type ClosureStrength } from '../closure-looks.ts'
import type { LineLook } from '../network-looks.ts'
import { breadthOf } from '../route-looks.ts'
import { CLOSURE_SIZES } from '../symbols/closure-size.ts'
import { closurePatternId } from '../symbols/image-ids.ts'
import { sizesFor } from '../symbols/site-size.ts'
import { SOURCE } from '../tile-sources.ts'
import { byZoom, FONT, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'
import { dashOf, growing, pick } from './network.ts'

const isPart = (part: string): ExpressionSpecification => ['==', ['get', 'part'], part]
const isGround: ExpressionSpecification = ['!=', ['get', 'part'], 'sign']
const hasBars: ExpressionSpecification = ['==', ['get', 'strength'], 'closed']
const isOld: ExpressionSpecification = ['==', ['get', 'old'], true]
/** How much wider the strokes across a closed road are than its band. */
const ACROSS = 2.3
const joined = { 'line-join': 'round' } as const

const byStrength = (value: (strength: ClosureStrength) => unknown): ExpressionSpecification =>
  pick(
    'strength',
    CLOSURE_STRENGTHS.map((strength) => [strength, value(strength)] as const),
  )

/**
 * Closed roads and areas on the ground, over the ways: no way may hide that it is closed. Strength is told by the pattern; what may
 * have changed has one more outline, so that it is seen and no weaker.
 */
export const closureGroundLayers = (band: Band): LayerSpecification[] => [
  AREAS,
  oldLayer(band),
  ...bandLayers(band),
]

const AREAS: LayerSpecification = {
  id: 'closure-area',
  type: 'fill',
  source: SOURCE.closures,
  filter: isPart('area'),
  paint: { 'fill-pattern': byStrength(closurePatternId) },
}

const breadthIn = ({ view }: Band): ExpressionSpecification =>
  byStrength((strength) => breadthOf(closureLineLook(strength, view.theme)))

const oldLayer = (band: Band): LayerSpecification => ({
  id: 'closure-old',
  type: 'line',
  source: SOURCE.closures,
  filter: ['all', isGround, isOld],
  layout: joined,
  paint: {
    'line-color': band.palette.closure,
    'line-width': growing(1.6, 0.6),
    'line-gap-width': growing(breadthIn(band), 7),
    'line-dasharray': [2.5, 2],
  },
})

function bandLayers(band: Band): LayerSpecification[] {
  const { palette, view } = band
  const from = { source: SOURCE.closures, filter: isGround } as const
  const by = (value: (look: LineLook) => unknown) =>
    byStrength((strength) => value(closureLineLook(strength, view.theme)))
  return [
    {
      id: 'closure-casing',
      type: 'line',
      ...from,
      layout: joined,
      paint: { 'line-color': palette.closureCasing, 'line-width': growing(breadthIn(band), 4) },
    },
    {
      id: 'closure-band',
      type: 'line',
      ...from,
      layout: joined,
      paint: {
        'line-color': palette.closure,
        'line-width': growing(by(({ width }) => width)),
        'line-gap-width': growing(by(({ gap }) => gap ?? 0)),
        'line-dasharray': by(dashOf),
      },
    },
    {
      id: 'closure-across',
      type: 'line',
      source: SOURCE.closures,
      filter: ['all', isGround, hasBars],
      paint: {
        'line-color': palette.closure,
        'line-width': growing(closureLineLook('closed', view.theme).width * ACROSS),
        'line-dasharray': [0.14, 1.3],
      },
    },
  ]
}

/**
 * The signs, over the sites and their names: every one of them is drawn, whatever is there. Names give way to them, because room is
 * given from the top down; a name that lay over a sign hid that a road is closed.
 */
export const closureSignLayers = ({ view }: Band): LayerSpecification[] => [
  {
    id: 'closure-sign',
    type: 'symbol',
    source: SOURCE.closures,
    filter: ['all', isPart('sign'), ['<=', ['get', 'from'], ['zoom']]],
    layout: {
      'icon-image': ['get', 'image'],
      'icon-size': byZoom(1, ...sizesFor(CLOSURE_SIZES, view.theme)),
      'icon-allow-overlap': true,
      'icon-ignore-placement': ['step', ['zoom'], true, 13, false],
      'icon-padding': 0,
      'symbol-sort-key': ['get', 'order'],
    },
  },
]

/** What is closed, written beside the main sign. */
export const closureLabelLayers = ({ palette }: Band): LayerSpecification[] => [
  {
    id: 'closure-label',
    type: 'symbol',
    source: SOURCE.closures,
    filter: ['all', isPart('sign'), ['has', 'label']],
    minzoom: 13,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': FONT.bold,
      'text-size': 13,
      'text-max-width': 9,
      'text-variable-anchor': ['top', 'left', 'right', 'bottom'],
      'text-radial-offset': byZoom(1, [13, 1.3], [15, 1.7]),
      'text-justify': 'auto',
      'text-padding': 2,
      'symbol-sort-key': ['-', 0, ['get', 'order']],
    },
    paint: { 'text-color': palette.closure, 'text-halo-color': palette.labelHalo, 'text-halo-width': 2 },
  },
]
