import { ageOf, freshnessOf, isAgeVeryOld } from '../feeds/feed-age.ts'
import { CLOCK_SLACK_MS } from '../feeds/clock-slack.ts'
import type { Closure, ClosureFeed, FeedState } from './closure.ts'

export { ageOf }

/** How far the clocks of publisher and phone may differ (engineering.md §5, step 6). Milliseconds. */
export const CLOCK_SLACK = CLOCK_SLACK_MS

/**
 * How far a feed of closures can be trusted: see `freshnessOf`.
 * @param feed the newest that was accepted; null = none ever was
 * @param fetched when it last came from the network
 */
export function feedState(feed: ClosureFeed | null, fetched: number, now: number): FeedState {
  if (feed === null) return { kind: 'never' }
  return { kind: freshnessOf(feed, fetched, now), feed, fetched }
}

/** True from 12 hours on, and where the age is not known. */
export function isVeryOld(state: FeedState, now: number): boolean {
  return state.kind !== 'never' && isAgeVeryOld(ageOf(state.feed, state.fetched, now))
}

/** What routes and answers reckon with, and the time for which they do. */
export type Reckoned = { readonly closures: readonly Closure[]; readonly at: number }

/**
 * The closures that have to be reckoned with. No road opens by silence: in an old feed, whatever had not ended when it was
 * issued counts until further notice, because a later issue may have prolonged it. A clock that runs behind the feed opens
 * nothing either: it is at least as late as the issue. Empty = nothing is known to be closed, never that roads are open.
 */
export function closuresToReckon(state: FeedState, now: number): Reckoned {
  if (state.kind === 'never') return { closures: [], at: now }
  const { closures, issued } = state.feed
  const at = Math.max(now, issued)
  if (state.kind !== 'old') return { closures, at }
  return {
    closures: closures.map((one) => (one.end !== null && one.end > issued ? { ...one, end: null } : one)),
    at,
  }
}
