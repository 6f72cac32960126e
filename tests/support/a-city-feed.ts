import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { CityFeedState, FeedReading } from '#platform/ports.ts'

type Changes = Partial<Omit<FeedReading<ClosureFeed>, 'kept'>> & {
  readonly feed: ClosureFeed | null
  /** Absent = when it was issued. */
  readonly fetched?: number
  readonly isTrusted?: boolean
}

/** The city's feed as the app knows it, with whatever is wrong with it. */
export const aFeedReading = ({
  feed,
  fetched,
  isTrusted = true,
  ...changes
}: Changes): CityFeedState<ClosureFeed> => ({
  status: 'open',
  reading: {
    kept: feed === null ? null : { feed, fetched: fetched ?? feed.issued, isTrusted },
    trouble: null,
    isAsking: false,
    isStored: true,
    lostMemory: false,
    alarms: [],
    clocks: null,
    ...changes,
  },
})

/** The city's feed with nothing wrong; null = none was ever received. */
export const aCityFeed = (feed: ClosureFeed | null): CityFeedState<ClosureFeed> => aFeedReading({ feed })
