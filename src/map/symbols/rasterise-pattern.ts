import { rgbOf } from '../colour.ts'
import type { Pattern } from '../depth-colours.ts'

/** Pixels as MapLibre's `addImage` takes them: RGBA, not premultiplied, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/** The share 0…1 of the tile's area that is covered with ink. */
export function inkShare(pattern: Pattern): number {
  const { data } = rasterisePattern(pattern, '#000000', 4)
  let sum = 0
  for (let i = 3; i < data.length; i += 4) sum += data[i] ?? 0
  return sum / 255 / (data.length / 4)
}

/** A thin colour under the ink; `opacity` 0…1. */
export type Wash = { readonly colour: string; readonly opacity: number }

/** How much wider a pattern that is drawn without a fill stands on its casing, in CSS pixels all around. */
const CASING = 1.2

/**
 * Paints one tile of a pattern in one ink on a wash (on nothing if there is none), at `ratio` image pixels a CSS pixel. What
 * leaves the tile on one side comes in on the other, so that tiles join without a seam.
 */
export function rasterisePattern(pattern: Pattern, ink: string, ratio: number, wash?: Wash): Pixels {
  const side = Math.round(pattern.size * ratio)
  const [over, under] = [rgbOf(ink), rgbOf(wash?.colour ?? ink)]
  const below = wash?.opacity ?? 0
  const data = new Uint8ClampedArray(side * side * 4)
  for (let i = 0; i < side * side; i++) {
    const x = ((i % side) + 0.5) / ratio
    const y = (Math.floor(i / side) + 0.5) / ratio
    const share = coverage(pattern, x, y, ratio)
    const alpha = share + below * (1 - share)
    // Where nothing is painted the colour still has to be the ink's: it bleeds into half covered pixels when scaled.
    const mixed =
      alpha === 0 ? over : over.map((part, c) => (part * share + (under[c] ?? 0) * (alpha - share)) / alpha)
    data.set([...mixed, 255 * alpha], i * 4)
  }
  return { width: side, height: side, data }
}

/** How much of the pixel at `(x, y)` is inked: 1 inside, 0 outside, between on the edge. */
function coverage(pattern: Pattern, x: number, y: number, ratio: number): number {
  let least = Infinity
  for (const dx of [-pattern.size, 0, pattern.size]) {
    for (const dy of [-pattern.size, 0, pattern.size]) {
      least = Math.min(least, distanceToInk(pattern, x + dx, y + dy))
    }
  }
  return Math.min(1, Math.max(0, 0.5 - least * ratio))
}

/** The same drawing, wider: put under it in a light colour, it keeps dark ink readable on whatever lies below. */
export const widened = (pattern: Pattern): Pattern => ({
  ...pattern,
  stroke: pattern.stroke + 2 * CASING,
  dots: pattern.dots.map(([x, y, r]) => [x, y, r + CASING] as const),
})

/** CSS pixels from the point to the edge of the nearest shape, negative inside it. */
function distanceToInk({ lines, dots, stroke }: Pattern, x: number, y: number): number {
  const toLines = lines.map(([x1, y1, x2, y2]) => {
    const [dx, dy] = [x2 - x1, y2 - y1]
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)))
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - stroke / 2
  })
  const toDots = dots.map(([cx, cy, r]) => Math.hypot(x - cx, y - cy) - r)
  return Math.min(Infinity, ...toLines, ...toDots)
}
