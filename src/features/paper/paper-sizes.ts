import type { PaperChoices } from './choices.ts'

/** Sheets in millimetres, upright (ISO 216), and the margin that every printer can leave free. */
const SHEETS = { a4: [210, 297], a3: [297, 420] } as const
export const MARGIN_MM = 12

/** CSS pixels of a millimetre: 96 to the inch. */
const PIXELS = 96 / 25.4

/** The map takes the whole width, and of the height this share, so that the risk stands on the same sheet. Own choice. */
const MAP_SHARE = { portrait: 0.28, landscape: 0.5 } as const

/** How large the map is on the paper, in millimetres. */
export function mapSize({ size, turn }: Pick<PaperChoices, 'size' | 'turn'>): {
  readonly width: number
  readonly height: number
} {
  const [short, long] = SHEETS[size]
  const [wide, high] = turn === 'portrait' ? [short, long] : [long, short]
  return {
    width: wide - 2 * MARGIN_MM,
    height: Math.round((high - 2 * MARGIN_MM) * MAP_SHARE[turn]),
  }
}

export const inPixels = (millimetres: number): number => Math.round(millimetres * PIXELS)

/** Dots of the picture for each CSS pixel: 3 = about 290 an inch. */
export const PIXEL_RATIO = 3
