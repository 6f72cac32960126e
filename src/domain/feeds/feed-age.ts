import type { FeedHead } from './check-feed.ts'
import { CLOCK_SLACK_MS } from './clock-slack.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * How old a feed may be, milliseconds since it was issued: below `current` it is current, below `ageing` it is getting old,
 * after that it is old and may have changed; from `veryOld` on its age alone is told, with the advice to ask the city.
 * 30 min, 3 h and 12 h: engineering.md §7, "thresholds per kind". There is no national rule for it.
 */
export const FEED_AGES = { current: 30 * MINUTE, ageing: 3 * HOUR, veryOld: 12 * HOUR } as const

/** How far a feed of the city can be believed. There is no state in which it says that all is well. */
export type Freshness = 'current' | 'ageing' | 'old'

type Issued = Pick<FeedHead, 'issued' | 'expires'>

/**
 * How far a feed can be trusted. It counts from its issue, or from when it was fetched if that is earlier by a wrong clock;
 * after its expiry it is old whatever its age, and so it is where the clock cannot be right (before the issue or the fetch).
 * @param fetched when it last came from the network
 */
export function freshnessOf(feed: Issued, fetched: number, now: number): Freshness {
  const age = ageOf(feed, fetched, now)
  if (age === null || now >= feed.expires) return 'old'
  if (age < FEED_AGES.current) return 'current'
  return age < FEED_AGES.ageing ? 'ageing' : 'old'
}

/** Milliseconds; null = the clock says that the feed comes from the future, so nobody knows. */
export function ageOf(feed: Pick<FeedHead, 'issued'>, fetched: number, now: number): number | null {
  if (now < Math.max(feed.issued, fetched) - CLOCK_SLACK_MS) return null
  return Math.max(0, now - Math.min(feed.issued, fetched))
}

/** True from 12 hours on, and where the age is not known. */
export function isAgeVeryOld(age: number | null): boolean {
  return age === null || age >= FEED_AGES.veryOld
}
