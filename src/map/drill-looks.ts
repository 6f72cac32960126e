import { WATER_CLASSES } from '#domain/drills/replay.ts'
import type { WaterColours } from '#domain/drills/replay-picture.ts'
import { blend, rgbOf } from './colour.ts'
import { NOT_ASSESSED_PATTERN, type Pattern } from './depth-colours.ts'
import type { MapTheme } from './map-view.ts'
import { PALETTES } from './themes.ts'

/** How a class of the water of a drill is painted: the fill as `#RRGGBB`, and how much of it lies on the map, 0…1. */
export type WaterLook = { readonly fill: string; readonly opacity: number }

/**
 * The water of a drill has one hue, blue, in both palettes: what the zones below tell is how far water may come at most, in yellow to
 * purple; what is blue is there at that minute. Depths are told by lightness, which every eye keeps: each step has at least 1.3 times the
 * contrast of the one before, deeper is darker (at night brighter). What is not known is grey and hatched like what was never
 * studied.
 */
const SCALES: { readonly [theme in MapTheme]: readonly [string, string, string, string] } = {
  day: ['#7FBCF0', '#3D8BD8', '#1558AE', '#071F57'],
  night: ['#2A5C8C', '#3E8FD0', '#7CC0F7', '#E2F2FF'],
  contrast: ['#7CC4FF', '#2583E0', '#004AA8', '#00133D'],
  print: ['#CFCFCF', '#A0A0A0', '#6C6C6C', '#303030'],
}

/** Roads and names of the ground stay to be seen through it. */
const OPACITY: { readonly [theme in MapTheme]: number } = { day: 0.78, night: 0.78, contrast: 0.86, print: 1 }
/** The wash between the lines of the hatching. */
const UNKNOWN_OPACITY = 0.55

/** How each class of `WATER_CLASSES` is painted, in their order. Where no water is at that minute nothing is painted. */
export function waterLooks(theme: MapTheme): readonly WaterLook[] {
  const { land, notAssessedInk } = PALETTES[theme]
  const depths = SCALES[theme].map((fill) => ({ fill, opacity: OPACITY[theme] }))
  return [{ fill: land, opacity: 0 }, ...depths, { fill: notAssessedInk, opacity: UNKNOWN_OPACITY }]
}

/** The looks as the numbers of pixels: what `paintWater` wants. */
export const waterPixels = (looks: readonly WaterLook[]): WaterColours =>
  looks.map(({ fill, opacity }) => [...rgbOf(fill), Math.round(opacity * 255)] as const)

/** A look as a colour of the style, for zones that are painted by their rank. */
export const waterPaint = ({ fill, opacity }: WaterLook): string =>
  `rgba(${rgbOf(fill).join(',')},${opacity})`

const PLAIN: Pattern = { size: 12, stroke: 1, lines: [], dots: [] }

/** A class as a field of a legend, as it looks on bare land. */
export function waterSwatch(place: number, theme: MapTheme) {
  const { land, label, notAssessedInk } = PALETTES[theme]
  const { fill, opacity } = waterLooks(theme)[place] ?? { fill: land, opacity: 0 }
  const isUnknown = WATER_CLASSES[place] === 'unknown'
  return {
    fill: blend(fill, isUnknown ? opacity / 2 : opacity, land),
    ink: isUnknown ? notAssessedInk : label,
    edge: label,
    pattern: isUnknown ? NOT_ASSESSED_PATTERN : PLAIN,
    halo: null,
    dotted: false,
  }
}

/** Cells from one line of the hatching to the next, and how many of them it is wide. */
const [HATCH, LINE] = [6, 3]
const UNKNOWN = WATER_CLASSES.indexOf('unknown')

/**
 * Takes away half of the grey of what is not known, in diagonals: what is told by grey alone is water to some eyes.
 * @param classes those of the frame, the first row in the south
 * @param rgba the picture that was painted of them, the first row in the north
 */
export function hatchUnknown(classes: Uint8Array, columns: number, rgba: Uint8ClampedArray): void {
  const rows = classes.length / columns
  for (let row = 0; row < rows; row += 1) {
    const from = row * columns
    const to = (rows - 1 - row) * columns
    for (let column = 0; column < columns; column += 1)
      if (classes[from + column] === UNKNOWN && (row + column) % HATCH >= LINE)
        rgba[(to + column) * 4 + 3] = (rgba[(to + column) * 4 + 3] as number) >> 2
  }
}
