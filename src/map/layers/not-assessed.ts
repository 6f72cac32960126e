import { mapLabel } from '#domain/places/map-label.ts'
import type { MapView } from '../map-view.ts'
import { NOT_ASSESSED_IMAGE } from '../symbols/image-ids.ts'
import { SOURCE } from '../tile-sources.ts'
import { FONT, visibility, type Band, type ExpressionSpecification, type LayerSpecification } from './band.ts'

/** The layers of the hatching, for switching them on and off. */
export const NOT_ASSESSED_LAYERS = ['not-assessed-fill', 'not-assessed-hatch', 'not-assessed-label'] as const

const FROM = { source: SOURCE.zones, 'source-layer': 'coverage' } as const

/** What was never studied of the kinds that are shown; tiles of a version 1 pack hold the coverage of floods. */
export const notAssessedFilter = ({ notAssessed }: MapView): ExpressionSpecification => [
  'all',
  ['==', ['get', 'state'], 'notAssessed'],
  ['in', ['coalesce', ['get', 'kind'], 'flood'], ['literal', [...notAssessed.kinds]]],
]

/** Grey diagonal hatching where a hazard was never studied: it must not look like a place without water. */
export const notAssessedLayers = ({ palette, view }: Band): LayerSpecification[] => [
  {
    id: 'not-assessed-fill',
    type: 'fill',
    ...FROM,
    filter: notAssessedFilter(view),
    layout: { visibility: visibility(view.notAssessed.visible) },
    paint: { 'fill-color': palette.notAssessedFill, 'fill-opacity': 0.45, 'fill-antialias': false },
  },
  {
    id: 'not-assessed-hatch',
    type: 'fill',
    ...FROM,
    filter: notAssessedFilter(view),
    layout: { visibility: visibility(view.notAssessed.visible) },
    paint: { 'fill-pattern': NOT_ASSESSED_IMAGE, 'fill-opacity': view.theme === 'print' ? 1 : 0.55 },
  },
]

/** The words on the hatching. Nothing is written when no words were given. */
export const notAssessedLabelLayers = ({ palette, view }: Band): LayerSpecification[] => [
  {
    id: 'not-assessed-label',
    type: 'symbol',
    ...FROM,
    minzoom: 11,
    filter: notAssessedFilter(view),
    layout: {
      'text-field': mapLabel(view.notAssessed.label),
      'text-font': FONT.bold,
      'text-size': 13,
      'text-max-width': 16,
      'text-padding': 70,
      visibility: visibility(view.notAssessed.visible),
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 2 },
  },
]
