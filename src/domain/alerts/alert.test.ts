import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFeed } from '../feeds/check-feed.ts'
import { newTrust } from '../feeds/feed-trust.ts'
import {
  AREA,
  aRing,
  bytesOf,
  digestReally,
  FEED_NOW,
  ONE,
  signed,
  TWO,
  verifyReally,
} from '#tests/support/a-signed-feed.ts'
import { ALERTS_KIND, parseAlerts, takenBackAlerts, type AlertFeed } from './alert.ts'
import { openShelters } from './in-force.ts'

const ALERT = {
  id: 'a-1',
  level: 4,
  hazard: 'flood',
  districts: ['北鹿島'],
  shelters: ['site-1'],
  issued: '2026-07-01T08:40:00+09:00',
  lifted: null,
  sender: '鹿島市災害対策本部',
  text: { ja: '避難指示' },
}
const FEED = {
  v: 1,
  feed: 'alerts',
  area: AREA,
  publisher: '鹿島市',
  sequence: 7,
  issued: '2026-07-01T08:45:00+09:00',
  expires: '2026-07-01T14:45:00+09:00',
  alerts: [ALERT],
}
const withAlert = (changes: object) => ({ ...FEED, alerts: [{ ...ALERT, ...changes }] })
const read = (value: unknown): AlertFeed => {
  const parsed = parseAlerts(bytesOf(value))
  if (!parsed.ok) throw new Error(`${parsed.reason} ${parsed.detail}`)
  return parsed.value
}

describe('alerts', () => {
  it('are read with their times', () => {
    expect(read(FEED)).toEqual({
      ...FEED,
      issued: Date.UTC(2026, 5, 30, 23, 45),
      expires: Date.UTC(2026, 6, 1, 5, 45),
      alerts: [{ ...ALERT, issued: Date.UTC(2026, 5, 30, 23, 40) }],
    })
    expect(read({ ...FEED, alerts: [] }).alerts).toEqual([])
  })

  it.each<[string, unknown]>([
    ['notAlerts', []],
    ['notAlerts', { ...FEED, feed: 'closures' }],
    ['newerVersion', { ...FEED, v: 2 }],
    ['brokenAlerts', withAlert({ level: 2 })],
    ['brokenAlerts', withAlert({ level: 6 })],
    ['brokenAlerts', withAlert({ level: '4' })],
    ['brokenAlerts', withAlert({ hazard: 'rain' })],
    ['brokenAlerts', withAlert({ districts: ['', 'x'] })],
    ['brokenAlerts', withAlert({ districts: ['x', 'x'] })],
    ['brokenAlerts', withAlert({ sender: '' })],
    ['brokenAlerts', withAlert({ sender: 'x\u202ey' })],
    ['brokenAlerts', withAlert({ issued: '2026-07-01T08:40:00' })],
    ['brokenAlerts', withAlert({ issued: '2026-07-01T08:46:00+09:00' })],
    ['brokenAlerts', withAlert({ lifted: '2026-07-01T08:39:00+09:00' })],
    ['brokenAlerts', withAlert({ lifted: '2026-07-01T08:46:00+09:00' })],
    ['brokenAlerts', withAlert({ text: { en: 'Evacuate' } })],
    ['brokenAlerts', withAlert({ more: 1 })],
    ['brokenAlerts', { ...FEED, alerts: [ALERT, ALERT] }],
    ['brokenAlerts', { ...FEED, area: 'kashima' }],
    ['brokenAlerts', { ...FEED, expires: undefined }],
  ])('are refused whole: %s (%#)', (reason, value) => {
    expect(parseAlerts(bytesOf(value))).toMatchObject({ ok: false, reason })
  })

  it('are refused and never half read, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          expect(parseAlerts(bytes).ok).toBe(false)
        },
      ),
    )
  })

  it('tell which sites are open, those of lifted orders not', () => {
    const both = { ...FEED, alerts: [ALERT, { ...ALERT, id: 'a-2', shelters: ['x'], lifted: FEED.issued }] }
    expect([...openShelters(read(both))]).toEqual(['site-1'])
  })
})

describe('an alert', () => {
  const was = read(FEED)
  it.each<[string, object, readonly string[]]>([
    ['gone', { ...FEED, alerts: [] }, ['a-1', 'site-1']],
    ['lifted', withAlert({ lifted: FEED.issued }), ['a-1', 'site-1']],
    ['lower', withAlert({ level: 3 }), ['a-1']],
    ['for another danger', withAlert({ hazard: 'tsunami' }), ['a-1']],
    ['for another district', withAlert({ districts: ['浜'] }), ['a-1']],
    ['with a site more', withAlert({ shelters: ['site-1', 'site-2'] }), ['site-2']],
    ['with a site less', withAlert({ shelters: [] }), ['site-1']],
  ])('%s takes two people', (_, now, ids) => {
    expect(takenBackAlerts(was, read(now))).toEqual(ids)
  })

  it.each<[string, object]>([
    ['the same', FEED],
    ['higher', withAlert({ level: 5 })],
    ['for more districts', withAlert({ districts: ['北鹿島', '浜'] })],
    ['for the whole city', withAlert({ districts: [] })],
    ['beside another', { ...FEED, alerts: [ALERT, { ...ALERT, id: 'a-2', shelters: [] }] }],
  ])('%s takes one', (_, now) => {
    expect(takenBackAlerts(was, read(now))).toEqual([])
  })

  it('for the whole city that becomes one for a district takes two', () => {
    expect(takenBackAlerts(read(withAlert({ districts: [] })), was)).toEqual(['a-1'])
  })

  it('that opens a site takes two from the very first; an order alone takes one', async () => {
    const check = async (value: unknown, ...by: (typeof ONE)[]) => {
      const bytes = bytesOf(value)
      const verdict = await checkFeed({
        kind: ALERTS_KIND,
        bytes,
        signatures: signed(bytes, ...by),
        area: AREA,
        ring: aRing(),
        trust: newTrust('alerts', AREA),
        before: null,
        now: FEED_NOW,
        verify: verifyReally,
        digest: digestReally,
      })
      return verdict.ok ? 'taken' : verdict.reason
    }
    expect(await check(FEED, ONE)).toBe('oneSignature')
    expect(await check(FEED, ONE, TWO)).toBe('taken')
    expect(await check(withAlert({ shelters: [] }), ONE)).toBe('taken')
  })
})
