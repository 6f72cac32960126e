import type { Path } from './mvt.ts'

/** A square raster of ranks, row by row from the top; 0 = no zone. */
export type RankGrid = { readonly side: number; readonly cells: Uint8Array }

/** Which cells a polygon fills: those whose centre it covers, or all that it touches. */
export type Fill = 'centre' | 'touch'

export const emptyGrid = (side: number): RankGrid => ({ side, cells: new Uint8Array(side * side) })

type Marker = (column: number, row: number) => void

/** Even-odd fill at the centres of the cells. Returns how many cells lie in the polygon. */
function fillCentres(rings: readonly Path[], side: number, mark: Marker): number {
  const crossings: number[][] = []
  for (const ring of rings) {
    for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
      const [ax, ay, bx, by] = [ring[before], ring[before + 1], ring[i], ring[i + 1]] as [
        number,
        number,
        number,
        number,
      ]
      const first = Math.max(0, Math.ceil(Math.min(ay, by) - 0.5))
      const last = Math.min(side - 1, Math.ceil(Math.max(ay, by) - 0.5) - 1)
      for (let row = first; row <= last; row++)
        (crossings[row] ??= []).push(ax + ((row + 0.5 - ay) / (by - ay)) * (bx - ax))
    }
  }
  let count = 0
  crossings.forEach((xs, row) => {
    xs.sort((a, b) => a - b)
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(0, Math.ceil((xs[i] as number) - 0.5))
      const to = Math.min(side - 1, Math.ceil((xs[i + 1] as number) - 0.5) - 1)
      for (let column = from; column <= to; column++, count++) mark(column, row)
    }
  })
  return count
}

/** Marks every cell that a ring's line runs through (Amanatides & Woo 1987). */
function markOutline(ring: Path, side: number, mark: Marker): void {
  const put: Marker = (column, row) => {
    if (column >= 0 && row >= 0 && column < side && row < side) mark(column, row)
  }
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
    const [ax, ay, bx, by] = [ring[before], ring[before + 1], ring[i], ring[i + 1]] as [
      number,
      number,
      number,
      number,
    ]
    if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0 || Math.min(ax, bx) > side || Math.min(ay, by) > side)
      continue
    let [column, row] = [Math.floor(ax), Math.floor(ay)]
    const [endColumn, endRow] = [Math.floor(bx), Math.floor(by)]
    const [stepX, stepY] = [Math.sign(bx - ax), Math.sign(by - ay)]
    const perX = stepX === 0 ? Infinity : Math.abs(1 / (bx - ax))
    const perY = stepY === 0 ? Infinity : Math.abs(1 / (by - ay))
    let nextX = stepX === 0 ? Infinity : perX * (stepX > 0 ? column + 1 - ax : ax - column)
    let nextY = stepY === 0 ? Infinity : perY * (stepY > 0 ? row + 1 - ay : ay - row)
    put(column, row)
    for (let left = Math.abs(endColumn - column) + Math.abs(endRow - row); left > 0; left--) {
      if (nextX < nextY) {
        column += stepX
        nextX += perX
      } else {
        row += stepY
        nextY += perY
      }
      put(column, row)
    }
  }
}

/** True when the polygon is in most places narrower than about 1.5 cells, so that centres would fall beside it. */
function isThin(rings: readonly Path[]): boolean {
  let [area, perimeter] = [0, 0]
  for (const ring of rings) {
    for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
      const [ax, ay, bx, by] = [ring[before], ring[before + 1], ring[i], ring[i + 1]] as [
        number,
        number,
        number,
        number,
      ]
      area += (ax * by - bx * ay) / 2
      perimeter += Math.hypot(bx - ax, by - ay)
    }
  }
  return Math.abs(area) < perimeter * 0.75
}

/**
 * Draws a polygon into the grid; where zones overlap the highest rank stays. No polygon is lost between the cells: one
 * that is too thin or too small to cover a centre marks every cell it touches.
 * @param rings rings in units of cells (fractions allowed), outer first; holes by the even-odd rule.
 */
export function drawZone(grid: RankGrid, rings: readonly Path[], rank: number, fill: Fill): void {
  const { side, cells } = grid
  const mark: Marker = (column, row) => {
    const at = row * side + column
    if ((cells[at] as number) < rank) cells[at] = rank
  }
  const covered = fillCentres(rings, side, mark)
  if (fill === 'touch' || covered === 0 || isThin(rings))
    for (const ring of rings) markOutline(ring, side, mark)
}
