import { simplify } from '@turf/turf'
import { ok, refuse, type Result } from '../result.ts'

type At = readonly [number, number]

/** How far a thinned line may lie from the one that was told, finest first. Beyond the last it would be another way. Metres. */
export const TOLERANCES = [1, 2, 5, 10, 20, 50] as const

/** No degree is longer than this (of latitude, at the poles: 111,694 m). Metres. */
const DEGREE = 111_700

/** More corners than this are not thinned: the work grows with their square at worst. */
const MOST_TOLD = 10_000

export type Thinned = {
  readonly line: readonly At[]
  /** How far the line may lie from the told one; 0 = it is the told one. Metres. */
  readonly tolerance: number
}

/**
 * The line with at most `most` corners (Douglas and Peucker), as fine as fits. Its ends stay. Refuses with `tooLong`
 * what does not fit within the coarsest tolerance.
 */
export function thinLine(line: readonly At[], most: number): Result<Thinned, 'tooLong'> {
  if (line.length <= most) return ok({ line, tolerance: 0 })
  if (line.length > MOST_TOLD) return refuse('tooLong')
  for (const tolerance of TOLERANCES) {
    const thinned = thin(line, tolerance)
    if (thinned !== null && thinned.length <= most) return ok({ line: thinned, tolerance })
  }
  return refuse('tooLong')
}

/** null = a line that winds so that thinning it would take too deep a recursion. */
function thin(line: readonly At[], tolerance: number): At[] | null {
  const told = { type: 'LineString' as const, coordinates: line.map((at) => [...at]) }
  try {
    const { coordinates } = simplify(told, {
      tolerance: tolerance / DEGREE,
      highQuality: true,
      mutate: true,
    })
    return coordinates.map(([lng = 0, lat = 0]) => [lng, lat] as const)
  } catch {
    return null
  }
}
