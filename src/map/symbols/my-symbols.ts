import type { MapTheme } from '../map-view.ts'
import { PALETTES } from '../themes.ts'
import { MY_ARROW_IMAGE, MY_AREA_PATTERNS, myIconOf } from './image-ids.ts'
import { MY_PICTOGRAMS, shapeOf, type MyIcon, type MyShape } from './my-pictograms.ts'
import { drawPictogram, paint, RATIO, type DrawnImage } from './paint.ts'
import { rasterisePattern } from './rasterise-pattern.ts'

type Colours = {
  readonly body: string
  readonly edge: string
  readonly sign: string
  readonly halo: string
}
type ByShape = { readonly [shape in MyShape]: Colours }

const LIGHT: ByShape = {
  danger: { body: '#FFD400', edge: '#1A1A1A', sign: '#1A1A1A', halo: '#FFFFFF' },
  help: { body: '#FFFFFF', edge: '#4A2472', sign: '#4A2472', halo: '#FFFFFF' },
  place: { body: '#4A2472', edge: '#2E1450', sign: '#FFFFFF', halo: '#FFFFFF' },
}

/**
 * The colours of one's own symbols: the yellow of warning signs, and a violet that no site and no zone has. Never green: nobody
 * has found out that these places are out of danger.
 */
export const MY_COLOURS: { readonly [theme in MapTheme]: ByShape } = {
  day: LIGHT,
  night: {
    danger: { body: '#FFD400', edge: '#0B0E12', sign: '#0B0E12', halo: '#FFF3B0' },
    help: { body: '#1F1630', edge: '#D9C2FF', sign: '#D9C2FF', halo: '#0B0E12' },
    place: { body: '#D9C2FF', edge: '#FFFFFF', sign: '#241038', halo: '#0B0E12' },
  },
  contrast: {
    danger: { body: '#FFE600', edge: '#000000', sign: '#000000', halo: '#FFFFFF' },
    help: { body: '#FFFFFF', edge: '#2E0A5C', sign: '#2E0A5C', halo: '#FFFFFF' },
    place: { body: '#2E0A5C', edge: '#000000', sign: '#FFFFFF', halo: '#FFFFFF' },
  },
  print: {
    danger: { body: '#FFFFFF', edge: '#000000', sign: '#000000', halo: '#FFFFFF' },
    help: { body: '#FFFFFF', edge: '#000000', sign: '#000000', halo: '#FFFFFF' },
    place: { body: '#000000', edge: '#000000', sign: '#FFFFFF', halo: '#FFFFFF' },
  },
}

/** Outlines in a square of 44: a warning triangle, a plate with a foot, a drop. The foot and the tip stand on the place. */
const BODIES: { readonly [shape in MyShape]: string } = {
  danger:
    'M22 4.5C23.4 4.5 24.2 5.2 24.9 6.4L40.4 34.4C41.8 37 40.6 39.5 37.6 39.5H6.4C3.4 39.5 2.2 37 3.6 34.4L19.1 6.4C19.8 5.2 20.6 4.5 22 4.5Z',
  help: 'M10.5 4H33.5A5.5 5.5 0 0 1 39 9.5V29.5A5.5 5.5 0 0 1 33.5 35H27L22 42L17 35H10.5A5.5 5.5 0 0 1 5 29.5V9.5A5.5 5.5 0 0 1 10.5 4Z',
  place: 'M22 42C19 35.5 6.5 29.5 6.5 18.5A15.5 15.5 0 0 1 37.5 18.5C37.5 29.5 25 35.5 22 42Z',
}
/** Where the drawing stands in the body: start, top and side of its square. */
const SIGNS: { readonly [shape in MyShape]: readonly [number, number, number] } = {
  danger: [13.4, 17.4, 17.2],
  help: [11.5, 9, 21],
  place: [12.5, 8.8, 19],
}

/** An image of My Hazard Map; null for an id that is none. */
export function drawMine(id: string, theme: MapTheme): DrawnImage | null {
  const icon = myIconOf(id)
  if (icon !== null) return drawIcon(icon, theme)
  if (id === MY_ARROW_IMAGE) return drawArrow(theme)
  const family = (['danger', 'help'] as const).find((one) => MY_AREA_PATTERNS[one].id === id)
  if (family === undefined) return null
  return {
    pixels: rasterisePattern(MY_AREA_PATTERNS[family].pattern, PALETTES[theme].mine, RATIO),
    ratio: RATIO,
  }
}

/** 44 × 44. */
function drawIcon(icon: MyIcon, theme: MapTheme): DrawnImage {
  const shape = shapeOf(icon)
  const { body, edge, sign, halo } = MY_COLOURS[theme][shape]
  return paint(44, 44, (ink) => {
    const outline = new Path2D(BODIES[shape])
    ink.lineWidth = 4.5
    ink.strokeStyle = halo
    ink.stroke(outline)
    ink.fillStyle = body
    ink.fill(outline)
    ink.lineWidth = 2.6
    ink.strokeStyle = edge
    ink.stroke(outline)
    drawPictogram(ink, MY_PICTOGRAMS[icon], SIGNS[shape], sign)
  })
}

/** The direction of a route, drawn on its line. */
function drawArrow(theme: MapTheme): DrawnImage {
  return paint(14, 14, (ink) => {
    ink.strokeStyle = PALETTES[theme].mineCasing
    ink.lineWidth = 2.2
    ink.stroke(new Path2D('M5 3.4L9.6 7L5 10.6'))
  })
}
