import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { MapView } from '../map-view.ts'
import type { Palette } from '../themes.ts'

/** What every layer function is given: the colours of the theme and the view to be drawn. */
export type Band = { readonly palette: Palette; readonly view: MapView }
export type { ExpressionSpecification, LayerSpecification }

/** Growth by powers of `base` between pairs of `[zoom, value]`; a value is a number or an expression of the feature. */
export const byZoom = (
  base: number,
  ...stops: readonly (readonly [zoom: number, value: unknown])[]
): ExpressionSpecification =>
  ['interpolate', ['exponential', base], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification

/** True for features whose property `name` is one of the words. */
export const isOneOf = (name: string, words: readonly string[]): ExpressionSpecification => [
  'in',
  ['get', name],
  ['literal', [...words]],
]

/** `visible` or `none` as the style writes it. */
export const visibility = (visible: boolean): 'visible' | 'none' => (visible ? 'visible' : 'none')

/**
 * Font stacks. The style has no glyph server, so MapLibre draws each letter with the device's own fonts in the language of
 * the map's element; the first name tells the weight, and is the one under which our own letters are declared. The last ones fill
 * in Latin and Cyrillic letters that a device lacks.
 */
export const FONT = {
  regular: ['Regular', 'sans-serif', 'Minna Latin', 'Minna Cyrillic'],
  bold: ['Bold', 'sans-serif', 'Minna Latin', 'Minna Cyrillic'],
}

/** Our own letters as the style declares them. Where there is no bold, the regular ones serve. */
export function fontFaces({ names }: MapView): Pick<StyleSpecification, 'font-faces'> {
  if (names === undefined || names.letters.length === 0) return {}
  const facesOf = (weight: '400' | '700') =>
    [...names.letters]
      .sort((a, b) => Number(b.weight === weight) - Number(a.weight === weight))
      .map(({ url, ranges }) => ({ url, 'unicode-range': [...ranges] }))
  return { 'font-faces': { [FONT.regular[0] ?? '']: facesOf('400'), [FONT.bold[0] ?? '']: facesOf('700') } }
}
