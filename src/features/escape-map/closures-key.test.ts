import { expect, it } from 'vitest'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { CityFeedState, FeedReading } from '#platform/ports.ts'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { closuresKey } from './closures-key.ts'

const MINUTE = 60_000

const city = (
  feed: ClosureFeed,
  changes: Partial<FeedReading<ClosureFeed>> = {},
): CityFeedState<ClosureFeed> => ({
  status: 'open',
  reading: {
    kept: { feed, fetched: FEED_ISSUED, isTrusted: true },
    trouble: null,
    isAsking: false,
    isStored: true,
    lostMemory: false,
    alarms: [],
    clocks: null,
    ...changes,
  },
})

it('stays the same while the city is asked again and says the same', () => {
  const feed = aFeed({ closures: [aClosure()] })
  const first = closuresKey(city(feed), FEED_ISSUED)
  expect(closuresKey(city(feed, { isAsking: true }), FEED_ISSUED + MINUTE)).toBe(first)
})

it('becomes another when a newer feed is here, a closure begins or ends, or its keys are revoked', () => {
  const late = aClosure({ id: 'late', start: FEED_ISSUED + 5 * MINUTE, end: FEED_ISSUED + 9 * MINUTE })
  const feed = aFeed({ closures: [aClosure(), late] })
  const kept = { feed, fetched: FEED_ISSUED, isTrusted: false }
  const keys = [
    closuresKey({ status: 'open', reading: null }, FEED_ISSUED),
    closuresKey(city(feed), FEED_ISSUED),
    closuresKey(city(feed), FEED_ISSUED + 6 * MINUTE),
    closuresKey(city({ ...feed, sequence: feed.sequence + 1 }), FEED_ISSUED),
    closuresKey(city(feed, { kept }), FEED_ISSUED),
  ]
  expect(new Set(keys).size).toBe(keys.length)
  expect(closuresKey(city(feed), FEED_ISSUED + 10 * MINUTE)).toBe(keys[1])
})
