import { describe, expect, it } from 'vitest'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { aCityFeed, aFeedReading } from '#tests/support/a-city-feed.ts'
import { closureMarks } from './closure-marks.ts'
import { closuresNow } from './closures-now.ts'
import { closuresNear, rankClosures } from './rank-closures.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = FEED_ISSUED + MINUTE

describe('what is known of closed roads now', () => {
  it.each(['waiting', 'noKeys', 'noVerifier', 'failed'] as const)(
    '%s: nothing, and never an empty list',
    (status) => {
      expect(closuresNow({ status, reading: null }, NOW)).toMatchObject({
        state: { kind: 'never' },
        reckoned: null,
      })
    },
  )

  it('is nothing before the first feed', () => {
    const now = closuresNow(aCityFeed(null), NOW)
    expect([now.state.kind, now.reckoned]).toEqual(['never', null])
  })

  it('is what the feed says, as long as it is young', () => {
    const now = closuresNow(aCityFeed(aFeed()), NOW)
    expect([now.state.kind, now.reckoned?.closures.length, now.clockWrong]).toEqual(['current', 1, false])
  })

  it('is old when the keys that signed it were revoked, and nothing of it ends', () => {
    const feed = aFeed({ closures: [aClosure({ end: FEED_ISSUED + HOUR })] })
    const now = closuresNow(aFeedReading({ feed, isTrusted: false }), FEED_ISSUED + 2 * HOUR)
    expect(now.state.kind).toBe('old')
    expect(now.reckoned?.closures[0]?.end).toBeNull()
    expect(rankClosures(now, null).inForce).toHaveLength(1)
  })

  it.each([
    ['far from the host', { host: NOW + HOUR, device: NOW }, NOW],
    ['before the issue', null, FEED_ISSUED - HOUR],
  ])('is old, and of no known age, when the clock is %s', (_, clocks, at) => {
    const now = closuresNow(aFeedReading({ feed: aFeed(), clocks }), at)
    expect([now.state.kind, now.clockWrong]).toEqual(['old', true])
  })

  it('keeps what it has when nothing newer can be had', () => {
    const trouble = { kind: 'network', why: 'dead' } as const
    const now = closuresNow(aFeedReading({ feed: aFeed(), trouble }), FEED_ISSUED + 100 * HOUR)
    expect([now.state.kind, now.reckoned?.closures.length]).toEqual(['old', 1])
  })
})

const here = [130.1, 33.1] as const
const at = (metresNorth: number) => ({ kind: 'point', at: [130.1, 33.1 + metresNorth / 111_195] }) as const
const known = (...closures: Parameters<typeof aClosure>[0][]) =>
  closuresNow(
    aCityFeed(aFeed({ closures: closures.map((one, id) => aClosure({ id: String(id), ...one })) })),
    NOW,
  )

describe('the closures of a list', () => {
  const now = known(
    { shape: at(3000) },
    { shape: at(400), status: 'planned', start: NOW + HOUR },
    { shape: at(20), status: 'lifted' },
    { shape: at(900), access: { ...aClosure().access, foot: true } },
    { shape: at(1100) },
  )
  const ids = (all: readonly { readonly closure: { readonly id: string } }[]) =>
    all.map(({ closure }) => closure.id)

  it('stand nearest first, what is planned and what is over apart', () => {
    const { inForce, planned, over } = rankClosures(now, here)
    expect([ids(inForce), ids(planned), ids(over)]).toEqual([['3', '4', '0'], ['1'], ['2']])
  })

  it('stand as they were published where no place is looked at', () => {
    expect(ids(rankClosures(now, null).inForce)).toEqual(['0', '3', '4'])
  })

  it('are near within a kilometre, and what is over is not', () => {
    expect(ids(closuresNear(now, here))).toEqual(['3', '1'])
  })

  it('are marks on the map, but for those that are over', () => {
    const marks = closureMarks(now, ({ key }) => key)
    expect(marks.map(({ id, strength }) => [id, strength])).toEqual([
      ['0', 'closed'],
      ['1', 'planned'],
      ['3', 'carsOnly'],
      ['4', 'closed'],
    ])
    expect(marks[0]).toMatchObject({ isOld: false, label: 'closures:reason.flooding' })
    expect(closureMarks(closuresNow(aCityFeed(null), NOW), ({ key }) => key)).toEqual([])
  })
})
