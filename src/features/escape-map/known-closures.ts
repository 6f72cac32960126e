import { describeFeedState, describeNoFeed } from '#domain/closures/describe-feed.ts'
import type { ClosureFeed, FeedState } from '#domain/closures/closure.ts'
import { closuresToReckon, feedState, type Reckoned } from '#domain/closures/feed-state.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { CityFeedState } from '#platform/ports.ts'

export type KnownClosures = {
  /** null = nothing is known of closures, which is not that all roads are open. */
  readonly reckoned: Reckoned | null
  /** What was counted in, how old it is, and what that means. */
  readonly says: readonly Phrase[]
}

/** What of the city's closures is counted in now, and how to tell it. */
export function knownClosures({ status, reading }: CityFeedState<ClosureFeed>, now: number): KnownClosures {
  const kept = reading?.kept ?? null
  if (kept === null) {
    const says = status === 'open' ? { key: 'roads:first.noClosures' } : describeNoFeed(status)
    return { reckoned: null, says: [says] }
  }
  const dated = feedState(kept.feed, kept.fetched, now)
  // Who signed it is not believed any more: it opens nothing, as if it were old.
  const state: FeedState = kept.isTrusted || dated.kind === 'never' ? dated : { ...dated, kind: 'old' }
  const { headline, issued, notes } = describeFeedState(state, now, false)
  return { reckoned: closuresToReckon(state, now), says: [headline, ...issued, ...notes] }
}

/** Two states with the same key have the same closures, so that a map is not worked out anew whenever the city was asked. */
export function closuresKey({ status, reading }: CityFeedState<ClosureFeed>, now: number): string {
  const kept = reading?.kept ?? null
  if (kept === null) return status
  const { kind } = feedState(kept.feed, kept.fetched, now)
  const changes = kept.feed.closures.filter(({ start, end }) => start <= now && (end === null || end > now))
  return [kept.feed.sequence, kept.feed.issued, kind, kept.isTrusted, changes.length].join(' ')
}
