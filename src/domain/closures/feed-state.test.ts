import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, aFeed, anyFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { blocks, holdsAt } from './blocks.ts'
import { ageOf, closuresToReckon, feedState, isVeryOld } from './feed-state.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const feed = aFeed({ expires: FEED_ISSUED + 48 * HOUR })
const kindAt = (since: number, from = feed) => feedState(from, from.issued, from.issued + since).kind

describe('a feed', () => {
  it.each([
    [0, 'current'],
    [30 * MINUTE - 1, 'current'],
    [30 * MINUTE, 'ageing'],
    [3 * HOUR - 1, 'ageing'],
    [3 * HOUR, 'old'],
    [13 * HOUR, 'old'],
    [100 * HOUR, 'old'],
    [-10 * MINUTE, 'current'],
    [-10 * MINUTE - 1, 'old'],
  ])('%i ms after its issue is %s', (since, kind) => {
    expect(kindAt(since)).toBe(kind)
  })

  it('is old from its expiry on, however young', () => {
    const brief = aFeed({ expires: FEED_ISSUED + 5 * MINUTE })
    expect(kindAt(5 * MINUTE - 1, brief)).toBe('current')
    expect(kindAt(5 * MINUTE, brief)).toBe('old')
  })

  it('counts from its issue, not from when it was fetched', () => {
    expect(feedState(feed, FEED_ISSUED + 4 * HOUR, FEED_ISSUED + 4 * HOUR).kind).toBe('old')
  })

  it('of which the clock says that it is not fetched yet is old, its age not known', () => {
    const state = feedState(feed, FEED_ISSUED + HOUR, FEED_ISSUED + 10 * MINUTE)
    expect(state.kind).toBe('old')
    expect(ageOf(feed, FEED_ISSUED + HOUR, FEED_ISSUED + 10 * MINUTE)).toBeNull()
    expect(isVeryOld(state, FEED_ISSUED + 10 * MINUTE)).toBe(true)
  })

  it('is very old from twelve hours on', () => {
    const state = feedState(feed, FEED_ISSUED, FEED_ISSUED)
    expect(isVeryOld(state, FEED_ISSUED + 12 * HOUR - 1)).toBe(false)
    expect(isVeryOld(state, FEED_ISSUED + 12 * HOUR)).toBe(true)
    expect(isVeryOld({ kind: 'never' }, FEED_ISSUED)).toBe(false)
  })

  it('that never came is told as such', () => {
    expect(feedState(null, 0, FEED_ISSUED)).toEqual({ kind: 'never' })
    expect(closuresToReckon({ kind: 'never' }, FEED_ISSUED)).toEqual({ closures: [], at: FEED_ISSUED })
  })
})

describe('no road opens by silence', () => {
  const until = (end: number) => aFeed({ expires: FEED_ISSUED + 48 * HOUR, closures: [aClosure({ end })] })
  const blocksAt = (from: ReturnType<typeof aFeed>, now: number) => {
    const { closures, at } = closuresToReckon(feedState(from, from.issued, now), now)
    return closures.map((one) => blocks(one, 'foot', at))
  }

  it('a closure ends when its time comes while the feed is fresh', () => {
    expect(blocksAt(until(FEED_ISSUED + HOUR), FEED_ISSUED + HOUR - 1)).toEqual(['yes'])
    expect(blocksAt(until(FEED_ISSUED + HOUR), FEED_ISSUED + HOUR)).toEqual(['no'])
  })

  it('but not in an old feed, where nobody knows whether it was prolonged', () => {
    expect(blocksAt(until(FEED_ISSUED + HOUR), FEED_ISSUED + 3 * HOUR)).toEqual(['yes'])
    expect(blocksAt(until(FEED_ISSUED - 1), FEED_ISSUED + 3 * HOUR)).toEqual(['no'])
  })

  it('and not by a clock that runs years behind or ahead', () => {
    const year = 365 * 24 * HOUR
    expect(blocksAt(until(FEED_ISSUED + HOUR), FEED_ISSUED - 10 * year)).toEqual(['yes'])
    expect(blocksAt(until(FEED_ISSUED + HOUR), FEED_ISSUED + 10 * year)).toEqual(['yes'])
  })

  it('whatever the feed and the clock: what held at its issue and did not end by its word in a fresh feed still holds', () => {
    fc.assert(
      fc.property(anyFeed, fc.integer({ min: 0, max: 4e12 }), (any, now) => {
        const state = feedState(any, any.issued, now)
        const { closures, at } = closuresToReckon(state, now)
        expect(closures.length).toBe(any.closures.length)
        for (const [index, one] of any.closures.entries()) {
          if (!holdsAt(one, any.issued)) continue
          const mayEnd = state.kind !== 'old' && one.end !== null && one.end <= now
          const reckoned = closures[index]
          expect(reckoned !== undefined && holdsAt(reckoned, at)).toBe(!mayEnd)
        }
      }),
    )
  })
})
