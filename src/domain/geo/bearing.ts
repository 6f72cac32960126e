import { bearing as turfBearing } from '@turf/turf'
import type { LngLat } from './lng-lat.ts'

/** The eight directions of the compass, clockwise from north. */
export const COMPASS_POINTS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type CompassPoint = (typeof COMPASS_POINTS)[number]

/** The direction in which `b` lies seen from `a`: degrees clockwise from north, 0 ≤ x < 360, along the great circle. */
export function bearing(a: LngLat, b: LngLat): number {
  const degrees = (turfBearing([...a], [...b]) + 360) % 360
  // -1e-15 + 360 rounds to 360.
  return degrees >= 360 ? 0 : degrees
}

/** The compass point nearest to a bearing; a bearing midway belongs to the next one clockwise. Takes any finite number. */
export function compassPoint(degrees: number): CompassPoint {
  const turned = ((degrees % 360) + 360) % 360
  return COMPASS_POINTS[Math.floor((turned + 22.5) / 45) % 8] ?? 'n'
}
