import type { TrackPoint } from '#domain/drills/drill-run.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'

/** Seconds that count as now, and the fewest that tell a speed. Own choice: longer than the time between two positions. */
const NOW_SECONDS = 30
const LEAST_SECONDS = 5

/**
 * How fast somebody walks now, metres per second on the clock; null = too little is known.
 * @param minute of the event, now
 * @param secondsPerMinute seconds on the clock in one minute of the event
 */
export function recentSpeed(
  points: readonly TrackPoint[],
  minute: number,
  secondsPerMinute: number,
): number | null {
  const first = points.findIndex((point) => (minute - point.minute) * secondsPerMinute <= NOW_SECONDS)
  const lately = first === -1 ? [] : points.slice(Math.max(0, first - 1))
  const [from, till] = [lately[0], lately.at(-1)]
  if (from === undefined || till === undefined) return null
  // The time since the last point counts: who has stood still since is not fast.
  const seconds = (minute - from.minute) * secondsPerMinute
  if (till === from || seconds < LEAST_SECONDS) return null
  const metres = lately.reduce(
    (sum, point, index) => sum + (index === 0 ? 0 : metresBetween((lately[index - 1] ?? point).at, point.at)),
    0,
  )
  return metres / seconds
}
