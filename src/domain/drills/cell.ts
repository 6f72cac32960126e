import { isInside, type Bounds, type LngLat } from '../geo/lng-lat.ts'

/** Metres of the side of a cell, at least: nobody is placed more finely than this. */
export const CELL_METRES = 250

/** A cell of the grid of an area: columns towards the east and rows towards the north, from 0. */
export type Cell = { readonly x: number; readonly y: number }

/** Columns and rows have numbers up to this: more than the largest area needs. */
export const MOST_CELLS = 9_999

/** Metres per degree on a sphere of 6,371,008.8 m (mean radius, IUGG), as everywhere in the app. */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180
/** Positions and sides are whole numbers of 1e-7 degree (1 cm), so that every phone reckons alike. */
const QUANTA = 1e7
/** Beyond it degrees of longitude are too short for a grid; nobody lives there. */
const FARTHEST_NORTH = 85

type Grid = { readonly west: number; readonly south: number; readonly width: number; readonly height: number }

/**
 * The grid of an area. It begins at whole degrees and takes its width from a whole degree of latitude, the farthest from the
 * equator: an edition of the pack whose edge lies some metres elsewhere still has the same cells, and none is narrower than
 * 250 m. Sides are rounded up.
 */
function gridOf([west, south, , north]: Bounds): Grid {
  const farthest = Math.min(FARTHEST_NORTH, Math.max(Math.ceil(Math.abs(south)), Math.ceil(Math.abs(north))))
  const height = CELL_METRES / METRES_PER_DEGREE
  return {
    west: Math.floor(west) * QUANTA,
    south: Math.floor(south) * QUANTA,
    width: Math.ceil((height / Math.cos((farthest * Math.PI) / 180)) * QUANTA),
    height: Math.ceil(height * QUANTA),
  }
}

/** The cell in which a position lies; null outside the bounds of the area. */
export function cellOf([lng, lat]: LngLat, bounds: Bounds): Cell | null {
  if (!isInside([lng, lat], bounds)) return null
  const { west, south, width, height } = gridOf(bounds)
  const x = Math.floor((Math.round(lng * QUANTA) - west) / width)
  const y = Math.floor((Math.round(lat * QUANTA) - south) / height)
  return x <= MOST_CELLS && y <= MOST_CELLS ? { x, y } : null
}

/** Where a cell lies, for drawing it. It can reach over the bounds of the area. */
export function boundsOfCell({ x, y }: Cell, bounds: Bounds): Bounds {
  const { west, south, width, height } = gridOf(bounds)
  const [left, below] = [west + x * width, south + y * height]
  return [left / QUANTA, below / QUANTA, (left + width) / QUANTA, (below + height) / QUANTA]
}
