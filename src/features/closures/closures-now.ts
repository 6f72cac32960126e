import type { Closure, ClosureFeed, FeedState } from '#domain/closures/closure.ts'
import { closuresToReckon, feedState, type Reckoned } from '#domain/closures/feed-state.ts'
import { isClockWrong } from '#domain/feeds/clock.ts'
import type { CityFeedState, FeedTrouble } from '#platform/ports.ts'

/** All that is known of closed roads at a moment. There is no member for "all open". */
export type ClosuresNow = {
  readonly status: CityFeedState<ClosureFeed>['status']
  readonly state: FeedState
  /** What routes and answers reckon with; null = nothing is known of closures, which never means that there are none. */
  readonly reckoned: Reckoned | null
  /** True when the clock of the device is provably wrong: then no age is told. */
  readonly clockWrong: boolean
  /** False = every key that signed it was revoked since. */
  readonly isTrusted: boolean
  readonly trouble: FeedTrouble | null
  readonly isAsking: boolean
  readonly isStored: boolean
  /** Names of keys that signed two different files under one number. */
  readonly alarms: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * What a reading is worth now. Whatever happens to network, clocks and keys, the closures of the newest feed stay: it only becomes
 * old – past its expiry, by a wrong clock, or when the keys that signed it were revoked.
 */
export function closuresNow({ status, reading }: CityFeedState<ClosureFeed>, now: number): ClosuresNow {
  const kept = reading?.kept ?? null
  const clocks = reading?.clocks ?? null
  const clockWrong =
    kept !== null &&
    (isClockWrong(now, { builtAt: -Infinity, newestIssued: kept.feed.issued, hostDate: null }) ||
      (clocks !== null &&
        isClockWrong(clocks.device, { builtAt: -Infinity, newestIssued: null, hostDate: clocks.host })))
  const isTrusted = kept?.isTrusted ?? true
  const fresh: FeedState = kept === null ? { kind: 'never' } : feedState(kept.feed, kept.fetched, now)
  const state: FeedState =
    fresh.kind !== 'never' && (clockWrong || !isTrusted) ? { ...fresh, kind: 'old' } : fresh
  return {
    status,
    state,
    reckoned: state.kind === 'never' ? null : closuresToReckon(state, now),
    clockWrong,
    isTrusted,
    trouble: reading?.trouble ?? null,
    isAsking: reading?.isAsking ?? false,
    isStored: reading?.isStored ?? true,
    alarms: reading?.alarms ?? [],
    now,
  }
}

/** The end of a closure as it was published: in an old feed it is reckoned with until further notice. */
export const publishedEndOf = ({ state }: ClosuresNow, { id, end }: Closure): number | null =>
  state.kind === 'never' ? end : (state.feed.closures.find((one) => one.id === id)?.end ?? null)
