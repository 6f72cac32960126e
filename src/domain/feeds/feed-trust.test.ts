import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AREA, FEED_NOW, ONE, TWO } from '#tests/support/a-signed-feed.ts'
import { joinTrust, newTrust, parseTrust, raise, type FeedTrust } from './feed-trust.ts'

const digest = (letter: string) => letter.repeat(64)
const aTrust = (changes: Partial<FeedTrust> = {}): FeedTrust => ({
  ...newTrust('closures', AREA),
  serial: 3,
  marks: [{ key: ONE.key, sequence: 5, digest: digest('a') }],
  current: { sequence: 5, digest: digest('a'), issued: FEED_NOW, accepted: FEED_NOW, keys: [ONE.key] },
  ...changes,
})

describe('what is remembered', () => {
  it('comes back as it was written', () => {
    for (const trust of [newTrust('alerts', AREA), aTrust()])
      expect(parseTrust(JSON.parse(JSON.stringify(trust)))).toEqual({ ok: true, value: trust })
  })

  it.each([
    ['notTrust', null],
    ['notTrust', 'x'],
    ['notTrust', { format: 'minna-plan', version: 1 }],
    ['notTrust', { ...aTrust(), version: 0 }],
    ['newerVersion', { ...aTrust(), version: 2 }],
    ['brokenTrust', { ...aTrust(), marks: [{ key: ONE.key, sequence: -1, digest: digest('a') }] }],
    ['brokenTrust', { ...aTrust(), marks: [{ key: ONE.key, sequence: 1, digest: 'a' }] }],
    ['brokenTrust', { ...aTrust(), more: 1 }],
    ['brokenTrust', { ...aTrust(), current: { ...aTrust().current, keys: [] } }],
  ])('is refused: %s (%#)', (reason, value) => {
    expect(parseTrust(value)).toMatchObject({ ok: false, reason })
  })
})

describe('two copies', () => {
  it('keep of each key the higher mark, and the rest of the newer one', () => {
    const old = aTrust({ marks: [{ key: ONE.key, sequence: 9, digest: digest('c') }] })
    const newer = aTrust({
      serial: 4,
      marks: [
        { key: ONE.key, sequence: 5, digest: digest('a') },
        { key: TWO.key, sequence: 1, digest: digest('b') },
      ],
    })
    const joined = joinTrust(old, newer)
    expect(joined).toMatchObject({ serial: 4, current: newer.current })
    expect(joined?.marks.find(({ key }) => key === ONE.key)).toMatchObject({
      sequence: 9,
      digest: digest('c'),
    })
    expect(joined?.marks).toHaveLength(2)
    expect(joinTrust(null, newer)).toBe(newer)
    expect(joinTrust(old, null)).toBe(old)
    expect(joinTrust(null, null)).toBeNull()
  })

  it('lower no mark, in whatever order they are joined', () => {
    const marks = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom(ONE.key, TWO.key),
        sequence: fc.nat(9),
        digest: fc.constantFrom(digest('a'), digest('b')),
      }),
      { selector: ({ key }) => key },
    )
    const any = fc.record({ serial: fc.nat(4), marks }).map((changes) => aTrust(changes))
    fc.assert(
      fc.property(any, any, (one, other) => {
        for (const joined of [joinTrust(one, other), joinTrust(other, one)])
          for (const { key, sequence } of [...one.marks, ...other.marks])
            expect(joined?.marks.find((mark) => mark.key === key)?.sequence).toBeGreaterThanOrEqual(sequence)
      }),
    )
  })

  it('do not grow for ever', () => {
    const many = Array.from({ length: 100 }, (_, n) => ({
      key: String(n).padStart(44, 'k'),
      sequence: 1,
      digest: digest('a'),
    }))
    const all = many.reduce((marks, mark) => raise(marks, mark), aTrust().marks)
    expect(all).toHaveLength(64)
    expect(all.at(-1)).toEqual(many.at(-1))
  })
})
