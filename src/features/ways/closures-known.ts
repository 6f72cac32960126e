import type { ClosureFeed } from '#domain/closures/closure.ts'
import { describeFeedState, describeNoFeed } from '#domain/closures/describe-feed.ts'
import type { Reckoned } from '#domain/closures/feed-state.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { CityFeedState } from '#platform/ports.ts'
import { closuresNow } from '../closures/index.ts'

export type ClosuresKnown = {
  /** What ways are reckoned with; null = nothing is known. */
  readonly reckoned: Reckoned | null
  /** How old that is, or why nothing is known; then that no road opens by it. */
  readonly says: readonly Phrase[]
  /** False = it is new enough to be counted on for the moment. */
  readonly isDoubtful: boolean
}

const NOT_OPEN: Phrase = { key: 'roads:first.noClosures' }

/** What is known of closed roads at a moment, and what a way that is led around them is worth. */
export function closuresKnown(city: CityFeedState<ClosureFeed>, now: number): ClosuresKnown {
  const { status, state, reckoned, clockWrong, isTrusted } = closuresNow(city, now)
  if (status !== 'open') return { reckoned, says: [describeNoFeed(status), NOT_OPEN], isDoubtful: true }
  const { kind, headline, issued, notes } = describeFeedState(state, now, clockWrong)
  const withdrawn: readonly Phrase[] = isTrusted ? [] : [{ key: 'closures:feed.untrusted' }]
  return {
    reckoned,
    says: [...withdrawn, headline, ...issued, ...(kind === 'never' ? [] : notes)],
    isDoubtful: kind !== 'current' || !isTrusted,
  }
}
