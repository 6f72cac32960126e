import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { bytesOf, spoilt, withoutPollution } from '#tests/support/spoilt-bytes.ts'
import { writeFeed } from '../write-feed.ts'
import type { Origin } from './imported.ts'
import { readShizuoka } from './shizuoka.ts'

const ORIGIN: Origin = { source: { kind: 'city', name: '静岡市', url: null }, now: FEED_ISSUED }
const regulation = (
  properties: Record<string, unknown> = {},
  geometry: unknown = { type: 'Point', coordinates: [138.38, 34.97] },
) => ({
  type: 'Feature',
  geometry,
  properties: {
    regulation_type: '全面通行止',
    road_name: '市道見本線',
    reasons: ['冠水'],
    related_files: [],
    ...properties,
  },
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const read = (value: unknown) => readShizuoka(bytesOf(JSON.stringify(value)), ORIGIN)
const first = (value: unknown) => {
  const found = read(value)
  return found.ok
    ? (found.value.closures[0] ?? found.value.left[0]?.why)
    : `${found.reason} ${found.detail ?? ''}`.trim()
}

describe('a regulation as Shizuoka publishes it', () => {
  it('is a closure', () => {
    expect(first(collection(regulation()))).toMatchObject({
      id: 'regulation-1',
      shape: { kind: 'point', at: [138.38, 34.97] },
      state: 'closed',
      reason: 'flooding',
      start: FEED_ISSUED,
      end: null,
      access: { foot: null },
      road: { name: '市道見本線' },
      source: { name: '静岡市' },
    })
  })

  it('of a kind that is not known restricts, for a reason that is not known is for another', () => {
    const told = regulation({ regulation_type: '歩道切り回し', reasons: ['ライトアップ'] })
    expect(first(collection(told))).toMatchObject({ state: 'restricted', reason: 'other' })
    expect(first(collection(regulation({ reasons: [], construction_info: { name: 'x' } })))).toMatchObject({
      reason: 'construction',
    })
  })

  it('may tell its times', () => {
    const told = regulation({ start_date: '2026-07-01 09:00', end_date: '2026-07-01T12:00:00+09:00' })
    expect(first(collection(told))).toMatchObject({
      start: FEED_ISSUED - 1_800_000,
      end: FEED_ISSUED + 9_000_000,
    })
  })

  it.each([
    ['lifted', regulation({ regulation_type: '解除' }), 'notAClosure'],
    ['without a place', regulation({}, null), 'noPlace'],
  ])('%s is left out and told', (_, told, why) => {
    expect(first(collection(told))).toBe(why)
  })

  it.each<[string, unknown, string]>([
    ['other JSON', { a: 1 }, 'notThisFormat'],
    [
      'no kind',
      collection(regulation(), regulation({ regulation_type: null })),
      'badRecord 2 properties.regulation_type',
    ],
    ['reasons that are none', collection(regulation({ reasons: [1] })), 'badRecord 1 properties.reasons'],
  ])('is refused: %s', (_, value, expected) => {
    expect(first(value)).toContain(expected)
  })

  it('with faults is refused, or makes closures that can be issued; nothing is thrown or changed', () => {
    const good = bytesOf(
      JSON.stringify(collection(regulation(), regulation({ start_date: '2026-07-01 09:00' }))),
    )
    fc.assert(
      fc.property(spoilt(good), (bytes) => {
        const found = withoutPollution(() => readShizuoka(bytes, ORIGIN))
        if (found.ok) expect(writeFeed(aFeed({ closures: found.value.closures }))).toMatchObject({ ok: true })
      }),
      { numRuns: 1000 },
    )
  })
})
