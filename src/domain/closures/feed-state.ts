import type { Closure, ClosureFeed, FeedState } from './closure.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * How old a feed may be, milliseconds since it was issued: below `current` it is current, below `ageing` it is getting old,
 * after that it is old and may have changed; from `veryOld` on its age alone is told, with the advice to ask the city.
 * 30 min, 3 h and 12 h: engineering.md §7, "thresholds per kind". There is no national rule for it.
 */
export const FEED_AGES = { current: 30 * MINUTE, ageing: 3 * HOUR, veryOld: 12 * HOUR } as const

/** How far the clocks of publisher and phone may differ (engineering.md §5, step 6). Milliseconds. */
export const CLOCK_SLACK = 10 * MINUTE

/**
 * How far a feed can be trusted. It counts from its issue, or from when it was fetched if that is earlier by a wrong clock;
 * after its expiry it is old whatever its age, and so it is where the clock cannot be right (before the issue or the fetch).
 * @param feed the newest that was accepted; null = none ever was
 * @param fetched when it last came from the network
 */
export function feedState(feed: ClosureFeed | null, fetched: number, now: number): FeedState {
  if (feed === null) return { kind: 'never' }
  return { kind: kindOf(feed, fetched, now), feed, fetched }
}

function kindOf(feed: ClosureFeed, fetched: number, now: number): 'current' | 'ageing' | 'old' {
  const age = ageOf(feed, fetched, now)
  if (age === null || now >= feed.expires) return 'old'
  if (age < FEED_AGES.current) return 'current'
  return age < FEED_AGES.ageing ? 'ageing' : 'old'
}

/** Milliseconds; null = the clock says that the feed comes from the future, so nobody knows. */
export function ageOf(feed: ClosureFeed, fetched: number, now: number): number | null {
  if (now < Math.max(feed.issued, fetched) - CLOCK_SLACK) return null
  return Math.max(0, now - Math.min(feed.issued, fetched))
}

/** True from 12 hours on, and where the age is not known. */
export function isVeryOld(state: FeedState, now: number): boolean {
  if (state.kind === 'never') return false
  const age = ageOf(state.feed, state.fetched, now)
  return age === null || age >= FEED_AGES.veryOld
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
