import { EXTENT } from '../lib/tiles/mvt.ts'
import type { RoadLine } from './collect-roads.ts'

/** A line while it is being joined: its points may still be moved. */
export type LooseLine = Pick<RoadLine, 'class' | 'flags' | 'level'> & { readonly points: number[] }

/** A point of a line at a place, and whether it is an end of the line. */
export type Visit = { readonly line: number; readonly level: number; readonly isEnd: boolean }

/** One number for a place. Units of zoom 14 and below fit: 2^26 of them go around the world. */
export const placeKey = (x: number, y: number): number => x * 2 ** 27 + y

/** How near to the edge of a tile an end counts as cut there, units. */
const AT_BORDER = 2

/** True for a place at the edge of its tile. */
export const isAtBorder = (x: number, y: number): boolean =>
  [x, y].some((value) => value % EXTENT <= AT_BORDER || EXTENT - (value % EXTENT) <= AT_BORDER)

/** Puts one more item under a key. */
export function addTo<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const there = lists.get(key)
  if (there === undefined) lists.set(key, [item])
  else there.push(item)
}

/** Which lines have a point at each place. */
export function visitsOf(lines: readonly LooseLine[]): Map<number, Visit[]> {
  const visits = new Map<number, Visit[]>()
  for (const [line, { points, level }] of lines.entries()) {
    for (let i = 0; i < points.length; i += 2) {
      const isEnd = i === 0 || i === points.length - 2
      addTo(visits, placeKey(points[i] as number, points[i + 1] as number), { line, level, isEnd })
    }
  }
  return visits
}
