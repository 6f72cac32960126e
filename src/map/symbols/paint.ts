import type { Pictogram } from './pictograms.ts'
import type { Pixels } from './rasterise-pattern.ts'

/** An image with the number of its pixels a CSS pixel, and where it may be stretched. */
export type DrawnImage = {
  readonly pixels: Pixels
  readonly ratio: number
  readonly stretch?: {
    readonly x: [number, number]
    readonly y: [number, number]
    readonly content: [number, number, number, number]
  }
}

/** Pixels of an image a CSS pixel; patterns need a whole number of pixels a tile. */
export const RATIO = 3

/** Runs `draw` on a canvas of CSS-pixel units and returns what was painted. */
export function paint(
  width: number,
  height: number,
  draw: (ink: CanvasRenderingContext2D) => void,
): DrawnImage {
  const canvas = document.createElement('canvas')
  canvas.width = width * RATIO
  canvas.height = height * RATIO
  const ink = canvas.getContext('2d', { willReadFrequently: true })
  if (!ink) throw new Error('This browser gives no 2D canvas')
  ink.scale(RATIO, RATIO)
  ink.lineCap = 'round'
  ink.lineJoin = 'round'
  draw(ink)
  return { pixels: ink.getImageData(0, 0, canvas.width, canvas.height), ratio: RATIO }
}

/** Draws a pictogram with its top start corner at `(x, y)`, `side` CSS pixels wide. */
export function drawPictogram(
  ink: CanvasRenderingContext2D,
  from: Pictogram,
  [x, y, side]: readonly [number, number, number],
  colour: string,
  extra = 0,
) {
  ink.save()
  ink.translate(x, y)
  ink.scale(side / from.box, side / from.box)
  ink.strokeStyle = colour
  ink.fillStyle = colour
  ink.lineWidth = from.width + extra
  for (const path of from.strokes) ink.stroke(new Path2D(path))
  for (const path of from.fills) {
    ink.fill(new Path2D(path))
    if (extra > 0) {
      ink.lineWidth = extra
      ink.stroke(new Path2D(path))
      ink.lineWidth = from.width + extra
    }
  }
  ink.restore()
}
