/** A picture of the screen in coarse cells, row by row: which class covers each cell; 0 = none or more than one. */
export type ClassGrid = {
  readonly width: number
  readonly height: number
  readonly cells: ArrayLike<number>
}

/** A middle, in cells. */
export type Place = { readonly x: number; readonly y: number }
/** Where a number may stand, and of which class. */
export type Spot = Place & { readonly cell: number }
/** The room that a number needs, in cells. */
export type Room = { readonly width: number; readonly height: number }

/** Tries around the middle of a block, nearest first, as shares of the block's side. */
const TRIES = [0, -0.12, 0.12, -0.24, 0.24, -0.36, 0.36, -0.48, 0.48] as const

/** The share of the room that has to be of the number's own class; specks of another one do not make it untrue. */
export const OWN_SHARE = 0.9

/**
 * The spots at which a number has its room inside its class, at most one for each class and block. A number is thus never
 * written over a zone that it does not belong to.
 * @param blocks the middles of the blocks; `side` is their distance in cells
 * @param roomOf the room that the number of a class needs
 */
export function fitNumbers(
  grid: ClassGrid,
  blocks: readonly Place[],
  side: number,
  roomOf: (cell: number) => Room,
): readonly Spot[] {
  return blocks.flatMap((block) => {
    const found = new Map<number, Spot>()
    for (const down of TRIES)
      for (const across of TRIES) {
        const [x, y] = [Math.round(block.x + across * side), Math.round(block.y + down * side)]
        const cell = cellAt(grid, x, y)
        if (cell === 0 || found.has(cell)) continue
        if (ownShare(grid, { x, y, cell }, roomOf(cell)) >= OWN_SHARE) found.set(cell, { x, y, cell })
      }
    return [...found.values()]
  })
}

const cellAt = ({ width, height, cells }: ClassGrid, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (cells[y * width + x] ?? 0)

/** The share of the room around a spot that is of its class; 0 where the room leaves the grid. */
function ownShare({ width, height, cells }: ClassGrid, { x, y, cell }: Spot, room: Room): number {
  const [left, top] = [Math.round(x - room.width / 2), Math.round(y - room.height / 2)]
  if (left < 0 || top < 0 || left + room.width > width || top + room.height > height) return 0
  let own = 0
  for (let row = top; row < top + room.height; row += 1)
    for (let column = left; column < left + room.width; column += 1)
      if (cells[row * width + column] === cell) own += 1
  return own / (room.width * room.height)
}
