import { describe, expect, it } from 'vitest'
import { aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { FEED_REFUSALS } from '../feeds/check-feed.ts'
import { agePhrase } from './age-in-words.ts'
import { describeFeedState, describeNoFeed, describeTrouble } from './describe-feed.ts'
import { feedState } from './feed-state.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const after = (age: number, clockWrong = false) => {
  const now = FEED_ISSUED + age
  const feed = aFeed({ expires: FEED_ISSUED + 48 * HOUR })
  return describeFeedState(feedState(feed, FEED_ISSUED, now), now, clockWrong)
}

describe('the state of the closures in words', () => {
  it.each([
    [0, 'current'],
    [30 * MINUTE, 'ageing'],
    [3 * HOUR, 'old'],
    [12 * HOUR, 'veryOld'],
    [-11 * MINUTE, 'ageUnknown'],
  ])('%d ms after its issue: %s', (age, kind) => {
    expect(after(age).kind).toBe(kind)
    expect(after(age).headline).toEqual({ key: `closures:feed.${kind}` })
  })

  it('always tells when they were issued, and the age where it is known', () => {
    expect(after(3 * HOUR).issued).toEqual([
      { key: 'closures:issued', params: { 'at@clock': FEED_ISSUED } },
      { key: 'closures:age.hours', params: { hours: 3 } },
    ])
    expect(after(3 * HOUR, true).issued).toHaveLength(1)
    expect(after(3 * HOUR, true).kind).toBe('ageUnknown')
    expect(after(-HOUR).issued).toHaveLength(1)
  })

  it('never lets silence open a road, and sends to the city unless they are new', () => {
    for (const age of [0, HOUR, 4 * HOUR, 13 * HOUR, -HOUR]) {
      const keys = after(age).notes.map(({ key }) => key)
      expect(keys[0]).toBe('closures:note.silence')
      expect(keys.includes('closures:note.ask')).toBe(age !== 0)
    }
  })

  it('says that none were ever received', () => {
    expect(describeFeedState({ kind: 'never' }, FEED_ISSUED, false)).toMatchObject({
      kind: 'never',
      headline: { key: 'closures:feed.never' },
      issued: [],
    })
  })

  it('says why there are none, or why the newest is not shown', () => {
    expect(describeNoFeed('noKeys')).toEqual({ key: 'closures:none.noKeys' })
    for (const why of FEED_REFUSALS)
      expect(describeTrouble({ kind: 'refused', why }, true).map(({ key }) => key)).toEqual([
        'closures:trouble.refused',
        `closures:refused.${why}`,
        'closures:trouble.kept',
      ])
    expect(describeTrouble({ kind: 'network', why: 'slow' }, false)).toEqual([
      { key: 'closures:network.slow' },
    ])
  })
})

describe('an age in words', () => {
  it.each([
    [0, 'now', undefined],
    [MINUTE - 1, 'now', undefined],
    [MINUTE, 'minutes', { minutes: 1 }],
    [HOUR - 1, 'minutes', { minutes: 59 }],
    [HOUR, 'hours', { hours: 1 }],
    [48 * HOUR - 1, 'hours', { hours: 47 }],
    [48 * HOUR, 'days', { count: 2 }],
    [-10 * MINUTE, 'now', undefined],
  ])('%d ms: %s', (age, key, params) => {
    expect(agePhrase(FEED_ISSUED, FEED_ISSUED + age)).toEqual(
      params === undefined ? { key: `closures:age.${key}` } : { key: `closures:age.${key}`, params },
    )
  })

  it('is not known of what lies ahead', () => {
    expect(agePhrase(FEED_ISSUED, FEED_ISSUED - 10 * MINUTE - 1)).toBeNull()
  })
})
