import { minuteAt, momentOf } from '#domain/drills/drill-clock.ts'
import type { Running } from '../state.ts'
import type { WalkWatchState } from './watch-state.ts'

/**
 * The time without positions that fell into the last time at which the page was hidden, milliseconds since 1970; null = nothing is
 * missing of it, or nobody was away.
 * @param now of the real clock
 */
export function missingWhileAway(
  { away }: WalkWatchState,
  { drill }: Running,
  now: number,
): { readonly from: number; readonly till: number } | null {
  if (away === null) return null
  const [from, till] = [minuteAt(drill.clock, away.from), minuteAt(drill.clock, away.till)]
  const gap = drill.run.gaps.find((one) => one.from < till && (one.till ?? Infinity) > from)
  if (gap === undefined) return null
  return {
    from: momentOf(drill.clock, gap.from) ?? away.from,
    till: gap.till === null ? now : (momentOf(drill.clock, gap.till) ?? away.till),
  }
}
