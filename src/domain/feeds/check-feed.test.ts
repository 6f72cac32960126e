import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  aCheck,
  anOfficer,
  AREA,
  aRing,
  aToy,
  bytesOf,
  FEED_NOW,
  HOUR,
  keyOf,
  ONE,
  ROOT,
  signed,
  THIEF,
  TOY,
  TWO,
  type Officer,
  type ToyFeed,
} from '#tests/support/a-signed-feed.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import { checkFeed, FEED_REFUSALS, LONGEST_LIFE_MS, type FeedCheck, type FeedVerdict } from './check-feed.ts'
import { newTrust, type FeedTrust } from './feed-trust.ts'

/** A phone that takes in what it is given, or not. */
function aPhone(ring = aRing()) {
  const phone = {
    ring,
    trust: newTrust('closures', AREA) as FeedTrust,
    before: null as ToyFeed | null,
    async take(feed: ToyFeed, by: readonly Officer[], changes: Partial<FeedCheck<ToyFeed>> = {}) {
      const { trust, before } = phone
      const given = freezeDeep({ trust, before })
      const verdict = await checkFeed(aCheck(feed, by, { ring: phone.ring, ...given, ...changes }))
      if (verdict.ok) [phone.trust, phone.before] = [verdict.trust, verdict.feed]
      return verdict.ok ? 'taken' : verdict.reason
    },
  }
  return phone
}

const reasonOf = (verdict: FeedVerdict<unknown>): string => (verdict.ok ? 'taken' : verdict.reason)
const check = async (...given: Parameters<typeof aCheck>) => reasonOf(await checkFeed(aCheck(...given)))

describe('a feed', () => {
  it('that is rightly signed is taken, and says by whom', async () => {
    const verdict = await checkFeed(aCheck(aToy(), [ONE, TWO]))
    expect(verdict).toMatchObject({ ok: true, isNew: true, isOld: false, signedBy: ['city-one', 'city-two'] })
    if (!verdict.ok) return
    expect(verdict.trust).toMatchObject({ serial: 1, current: { sequence: 10, accepted: FEED_NOW } })
    expect(verdict.trust.marks.map(({ key }) => key)).toEqual([ONE.key, TWO.key])
  })

  it.each<[string, () => ReturnType<typeof check>]>([
    ['tooLarge', () => check(aToy(), [ONE], { bytes: new Uint8Array(10_001) })],
    ['badSignatureFile', () => check(aToy(), [ONE], { signatures: bytesOf({}) })],
    ['badSignatureFile', () => check(aToy(), [ONE], { signatures: new Uint8Array(0) })],
    ['badSignatureFile', () => check(aToy(), [ONE, ONE])],
    ['unknownKey', () => check(aToy(), [anOfficer('nobody')])],
    ['unknownKey', () => check(aToy(), [ROOT])],
    ['badSignature', () => check(aToy(), [THIEF])],
    ['badSignature', () => check(aToy(), [THIEF, TWO])],
    [
      'keyNotValid',
      () =>
        check(aToy(), [ONE], { ring: aRing([keyOf(ROOT, 'root'), keyOf(ONE, 'feed', { revoked: true })]) }),
    ],
    [
      'keyNotValid',
      () =>
        check(aToy(), [ONE], { ring: aRing([keyOf(ROOT, 'root'), keyOf(ONE, 'feed', { till: FEED_NOW })]) }),
    ],
    [
      'keyNotValid',
      () => check(aToy(), [ONE], { ring: aRing([keyOf(ONE, 'feed', { from: FEED_NOW + HOUR })]) }),
    ],
    [
      'keyNotValid',
      () => check(aToy(), [ONE], { ring: aRing([keyOf(ONE, 'feed', { from: FEED_NOW - HOUR / 2 })]) }),
    ],
    ['cannotVerify', () => check(aToy(), [ONE], { verify: () => Promise.reject(new Error('no Ed25519')) })],
    ['badSignature', () => check(aToy(), [ONE], { verify: async () => 'yes' as unknown as boolean })],
    ['notAFeed', () => check(aToy(), [ONE], { bytes: bytesOf(['x']) })],
    ['notAFeed', () => check(aToy({ sequence: 1.5 }))],
    ['notAFeed', () => check(aToy({ sequence: -1 }))],
    ['notAFeed', () => check(aToy({ sequence: 2 ** 60 }))],
    ['notAFeed', () => check(aToy({ expires: 'never' as unknown as number }))],
    ['wrongArea', () => check(aToy({ area: '41201' }))],
    ['badTimes', () => check(aToy({ expires: FEED_NOW - HOUR }))],
    ['badTimes', () => check(aToy({ expires: FEED_NOW - HOUR + LONGEST_LIFE_MS + 1 }))],
    ['issuedInFuture', () => check(aToy({ issued: FEED_NOW + 600_001 }))],
  ])('%s (%#)', async (reason, act) => {
    expect(await act()).toBe(reason)
    expect(FEED_REFUSALS).toContain(reason)
  })

  it('may come from a clock that is ten minutes ahead', async () => {
    expect(await check(aToy({ issued: FEED_NOW + 600_000 }))).toBe('taken')
  })

  it('that is over is taken as old, and never thrown away', async () => {
    const feed = aToy({ issued: FEED_NOW - 9 * HOUR, expires: FEED_NOW })
    expect(await checkFeed(aCheck(feed))).toMatchObject({ ok: true, isOld: true, feed: { shut: ['a'] } })
  })

  it('is not parsed before it is signed, and changes no memory when it is refused', async () => {
    const parse = vi.fn(TOY.parse)
    const trust = freezeDeep(newTrust('closures', AREA))
    const verdict = await checkFeed(aCheck(aToy(), [THIEF], { kind: { ...TOY, parse }, trust }))
    expect(verdict).toEqual({
      ok: false,
      reason: 'badSignature',
      detail: 'city-one',
      takesBack: [],
      alarms: [],
    })
    expect(parse).not.toHaveBeenCalled()
  })
})

describe('any bit that is turned', () => {
  const bytes = bytesOf(aToy())
  const signatures = signed(bytes, ONE)
  const turned = (some: Uint8Array, bit: number): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(some, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

  it('in the file: refused', async () => {
    for (let bit = 0; bit < bytes.length * 8; bit += 1)
      expect(await check(aToy(), [], { bytes: turned(bytes, bit), signatures })).toBe('badSignature')
  })

  it('in the signatures: refused', async () => {
    // The line feed at the end is no part of any signature.
    for (let bit = 0; bit < (signatures.length - 1) * 8; bit += 1)
      expect(await check(aToy(), [], { bytes, signatures: turned(signatures, bit) })).not.toBe('taken')
  })

  it('and anything before or behind: refused', async () => {
    const some = fc.uint8Array({ minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(some, fc.boolean(), async (more, isBefore) => {
        const changed = Uint8Array.from(isBefore ? [...more, ...bytes] : [...bytes, ...more])
        expect(await check(aToy(), [], { bytes: changed, signatures })).toBe('badSignature')
      }),
    )
  })

  it('and any piece of it: refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect(await check(aToy(), [], { bytes: bytes.slice(0, length), signatures })).toBe('badSignature')
      }),
    )
  })
})

describe('the ratchet', () => {
  it('lets nothing older back, and the same again', async () => {
    const phone = aPhone()
    expect(await phone.take(aToy({ sequence: 10 }), [ONE])).toBe('taken')
    expect(await phone.take(aToy({ sequence: 10 }), [ONE])).toBe('taken')
    expect(await phone.take(aToy({ sequence: 11, shut: ['a', 'b'] }), [ONE])).toBe('taken')
    expect(await phone.take(aToy({ sequence: 10 }), [ONE])).toBe('older')
    expect(phone.before?.shut).toEqual(['a', 'b'])
  })

  it('raises an alarm when a key signs two files under one number', async () => {
    const phone = aPhone()
    await phone.take(aToy(), [ONE])
    const other = aToy({ shut: ['a', 'z'] })
    const { trust, before } = phone
    expect(await checkFeed(aCheck(other, [ONE], { trust, before }))).toEqual({
      ok: false,
      reason: 'sameSequenceOtherBytes',
      takesBack: [],
      alarms: ['city-one'],
    })
    // The other officer's word still counts, and the alarm is told all the same.
    expect(await checkFeed(aCheck(other, [ONE, TWO], { trust, before }))).toMatchObject({
      ok: true,
      signedBy: ['city-two'],
      alarms: ['city-one'],
    })
  })

  it('of a stolen key that leaps ahead holds up that key only, and its successor begins anew', async () => {
    const phone = aPhone()
    expect(await phone.take(aToy({ sequence: 10 }), [ONE])).toBe('taken')
    expect(await phone.take(aToy({ sequence: 99_000_000, shut: ['a', 'x'] }), [ONE])).toBe('taken')
    const honest = aToy({ sequence: 11, shut: ['a', 'x', 'b'], issued: FEED_NOW })
    expect(await phone.take(honest, [ONE])).toBe('older')
    expect(await phone.take(honest, [TWO])).toBe('taken')
    const next = anOfficer('city-three')
    phone.ring = aRing([keyOf(ROOT, 'root'), keyOf(ONE, 'feed', { revoked: true }), keyOf(TWO), keyOf(next)])
    expect(await phone.take({ ...honest, sequence: 12 }, [ONE])).toBe('keyNotValid')
    expect(await phone.take({ ...honest, sequence: 12 }, [next])).toBe('taken')
    expect(await phone.take({ ...honest, sequence: 13, shut: ['a', 'b'] }, [TWO, next])).toBe('taken')
  })

  it('does not let an older file of one officer replace a newer one of another', async () => {
    const phone = aPhone()
    const first = aToy({ sequence: 10 })
    expect(await phone.take(first, [ONE])).toBe('taken')
    expect(await phone.take(aToy({ sequence: 11, issued: FEED_NOW, shut: ['a', 'b'] }), [TWO])).toBe('taken')
    expect(await phone.take(first, [ONE])).toBe('older')
    expect(await phone.take(aToy({ sequence: 10, issued: FEED_NOW, shut: ['a'] }), [ONE])).not.toBe('taken')
  })

  it('nor one that was issued in the same second', async () => {
    const phone = aPhone()
    const first = aToy({ sequence: 10 })
    expect(await phone.take(first, [ONE])).toBe('taken')
    expect(await phone.take(aToy({ sequence: 11, shut: ['a', 'b'] }), [TWO])).toBe('taken')
    expect(await phone.take(first, [ONE])).toBe('older')
    // Two signatures that were good once do not bring it back either.
    expect(await phone.take(first, [ONE, TWO])).toBe('older')
  })

  it('is not held up by the time of issue of a thief whose key was revoked', async () => {
    const phone = aPhone()
    await phone.take(aToy({ sequence: 10, issued: FEED_NOW + 600_000 }), [ONE])
    const honest = aToy({ sequence: 3, issued: FEED_NOW })
    expect(await phone.take(honest, [TWO])).toBe('older')
    phone.ring = aRing([keyOf(ROOT, 'root'), keyOf(ONE, 'feed', { revoked: true }), keyOf(TWO)])
    expect(await phone.take(honest, [TWO])).toBe('taken')
  })

  it('never goes back, whatever comes in whatever order', async () => {
    const step = fc.record({
      sequence: fc.integer({ min: 1, max: 6 }),
      issued: fc.integer({ min: -6, max: 0 }),
      shut: fc.subarray(['a', 'b', 'c']),
      by: fc.subarray([ONE, TWO], { minLength: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const phone = aPhone()
        for (const { by, issued, ...rest } of steps) {
          const was = phone.trust
          const shutBefore = phone.before?.shut ?? []
          const taken = await phone.take(aToy({ ...rest, issued: FEED_NOW + issued * HOUR }), by)
          if (taken !== 'taken') {
            expect(phone.trust).toBe(was)
            continue
          }
          for (const { key, sequence } of was.marks)
            expect(phone.trust.marks.find((one) => one.key === key)?.sequence).toBeGreaterThanOrEqual(
              sequence,
            )
          expect(phone.trust.current?.issued).toBeGreaterThanOrEqual(was.current?.issued ?? 0)
          // One person alone opens nothing.
          if (by.length === 1) expect(rest.shut).toEqual(expect.arrayContaining([...shutBefore]))
        }
      }),
    )
  })
})

describe('to take something back', () => {
  const shutting = aToy({ sequence: 10, shut: ['a', 'b'] })
  const opening = aToy({ sequence: 11, shut: ['b'], issued: FEED_NOW })

  it('takes two people; to shut takes one', async () => {
    const phone = aPhone()
    expect(await phone.take(shutting, [ONE])).toBe('taken')
    const { trust, before } = phone
    expect(await checkFeed(aCheck(opening, [ONE], { trust, before }))).toEqual({
      ok: false,
      reason: 'oneSignature',
      takesBack: ['a'],
      alarms: [],
    })
    expect(phone.before).toEqual(shutting)
    expect(await phone.take(opening, [ONE, TWO])).toBe('taken')
    expect(await phone.take(aToy({ sequence: 12, shut: ['b', 'c'], issued: FEED_NOW }), [TWO])).toBe('taken')
  })

  it('can be signed by the second person later', async () => {
    const phone = aPhone()
    await phone.take(shutting, [ONE])
    expect(await phone.take(opening, [TWO])).toBe('oneSignature')
    expect(await phone.take(opening, [TWO, ONE])).toBe('taken')
  })

  it('counts no one twice, and nobody whose signature does not count', async () => {
    const phone = aPhone()
    await phone.take(shutting, [ONE])
    expect(await phone.take(opening, [ONE, anOfficer('nobody')])).toBe('oneSignature')
    expect(await phone.take(opening, [ONE, ROOT])).toBe('oneSignature')
    phone.ring = aRing([keyOf(ROOT, 'root'), keyOf(ONE), keyOf(TWO, 'feed', { revoked: true })])
    expect(await phone.take(opening, [ONE, TWO])).toBe('oneSignature')
    phone.ring = aRing([keyOf(ROOT, 'root'), keyOf(ONE), keyOf(TWO, 'feed', { from: FEED_NOW + HOUR })])
    expect(await phone.take(opening, [ONE, TWO])).toBe('oneSignature')
  })

  it('a signature that is older than what its key signed before is no second one', async () => {
    const phone = aPhone()
    await phone.take(aToy({ sequence: 50, shut: ['a', 'b'] }), [TWO])
    expect(await phone.take(opening, [ONE, TWO])).toBe('oneSignature')
  })
})
