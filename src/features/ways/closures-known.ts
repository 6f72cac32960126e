import type { ClosureFeed, FeedState } from '#domain/closures/closure.ts'
import { describeFeedState, describeNoFeed } from '#domain/closures/describe-feed.ts'
import { closuresToReckon, feedState, type Reckoned } from '#domain/closures/feed-state.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { CityFeedState } from '#platform/ports.ts'

export type ClosuresKnown = {
  /** What ways are reckoned with; null = nothing is known. */
  readonly reckoned: Reckoned | null
  /** How old that is, or why nothing is known; then that no road opens by it. */
  readonly says: readonly Phrase[]
  /** False = it is new enough to be counted on for the moment. */
  readonly isDoubtful: boolean
}

/** What is known of closed roads at a moment. */
export function closuresKnown({ status, reading }: CityFeedState<ClosureFeed>, now: number): ClosuresKnown {
  if (status !== 'open' || reading === null) {
    const why = status === 'open' ? 'waiting' : status
    return {
      reckoned: null,
      says: [describeNoFeed(why), { key: 'roads:first.noClosures' }],
      isDoubtful: true,
    }
  }
  const { kept, clocks } = reading
  const read = feedState(kept?.feed ?? null, kept?.fetched ?? 0, now)
  const state: FeedState = read.kind === 'never' || kept?.isTrusted === true ? read : { ...read, kind: 'old' }
  const { kind, headline, issued, notes } = describeFeedState(state, now, isFarOff(clocks))
  return {
    reckoned: state.kind === 'never' ? null : closuresToReckon(state, now),
    says: [headline, ...issued, ...notes],
    isDoubtful: kind !== 'current',
  }
}

/** Clocks that differ by more than this tell no age. Milliseconds. */
const CLOCKS_DIFFER = 300_000

const isFarOff = (clocks: { readonly host: number; readonly device: number } | null): boolean =>
  clocks !== null && Math.abs(clocks.host - clocks.device) > CLOCKS_DIFFER
