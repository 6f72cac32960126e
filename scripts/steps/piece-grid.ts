import { placeKey } from './loose-line.ts'

/** A straight piece of a line by its two ends, units. */
export type StraightPiece = readonly [ax: number, ay: number, bx: number, by: number]

/** The number of the cell of a grid in which a place lies; `side` of a cell in units. */
export const cellAt = (x: number, y: number, side: number): number =>
  placeKey(Math.floor(x / side), Math.floor(y / side))

/** The cells that the box around a piece touches when it is widened by `reach`. */
export function* cellsAround(
  [ax, ay, bx, by]: StraightPiece,
  reach: number,
  side: number,
): Generator<number> {
  const cellOf = (value: number): number => Math.floor(value / side)
  const [right, bottom] = [cellOf(Math.max(ax, bx) + reach), cellOf(Math.max(ay, by) + reach)]
  for (let column = cellOf(Math.min(ax, bx) - reach); column <= right; column += 1)
    for (let row = cellOf(Math.min(ay, by) - reach); row <= bottom; row += 1) yield placeKey(column, row)
}
