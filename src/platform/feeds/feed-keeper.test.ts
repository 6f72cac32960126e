import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aHost, aTab, refused, shutIn, type Answer } from '#tests/support/a-feed-host.ts'
import {
  anOfficer,
  aRing,
  aToy,
  bytesOf,
  FEED_NOW,
  HOUR,
  keyOf,
  ONE,
  ROOT,
  THIEF,
  TWO,
} from '#tests/support/a-signed-feed.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('a feed on the device', () => {
  it('is nothing at first, is fetched, and is there again without any network', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host)
    expect(await tab.open()).toMatchObject({ kept: null, trouble: null })
    expect(host.asked).toEqual([])
    expect(await tab.refresh()).toMatchObject({
      kept: { feed: aToy(), fetched: FEED_NOW, isTrusted: true },
      trouble: null,
      isStored: true,
      isAsking: false,
      clocks: { host: FEED_NOW, device: FEED_NOW },
    })
    host.answer(() => Promise.reject(new TypeError('Failed to fetch')))
    const later = aTab(host)
    expect(shutIn(await later.open())).toEqual(['a'])
    expect(await later.refresh()).toMatchObject({
      kept: { feed: aToy() },
      trouble: { kind: 'network', why: 'dead' },
    })
  })

  it('that did not change is not sent again, and is noted as looked at', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host)
    await tab.refresh()
    const later = aTab(host, { now: () => FEED_NOW + HOUR })
    expect(await later.refresh()).toMatchObject({ kept: { fetched: FEED_NOW + HOUR }, trouble: null })
    expect((await aTab(host).open()).kept?.fetched).toBe(FEED_NOW + HOUR)
  })

  it('changes when the host has a newer one, also when only a signature came', async () => {
    const host = aHost()
    host.publish(aToy({ shut: ['a', 'b'] }), ONE)
    const tab = aTab(host)
    await tab.refresh()
    const opening = aToy({ sequence: 11, shut: ['b'], issued: FEED_NOW })
    host.publish(opening, ONE)
    expect(await tab.refresh()).toMatchObject({
      kept: { feed: { shut: ['a', 'b'] } },
      trouble: { kind: 'refused', why: 'oneSignature', takesBack: ['a'] },
    })
    host.publish(opening, ONE, TWO)
    expect(await tab.refresh()).toMatchObject({ kept: { feed: { shut: ['b'] } }, trouble: null })
  })

  it.each<[string, Answer]>([
    ['dead', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['slow', () => new Promise(() => undefined)],
    ['slow', () => new Response(new ReadableStream({ start: (one) => one.enqueue(new Uint8Array([123])) }))],
    ['signInPage', () => Response.redirect('https://sign.in/', 302)],
    ['signInPage', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
    ['signInPage', () => new Response('\ufeff  <html>', { headers: { 'content-type': 'application/json' } })],
    ['signInPage', () => new Response('', { status: 511 })],
    ['serverError', () => new Response('{}', { status: 500 })],
    ['absent', () => new Response('', { status: 404 })],
    ['notTheFile', () => new Response(null, { status: 204 })],
    ['notTheFile', () => new Response('{', { status: 206 })],
    ['notTheFile', () => new Response('')],
    ['notTheFile', () => new Response('OK')],
    ['tooLarge', () => new Response(`[${' '.repeat(20_000)}]`)],
  ])('stays when the network is or says something else: %s (%#)', async (why, answer) => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host)
    await tab.refresh()
    host.answer(answer)
    expect(await tab.refresh()).toMatchObject({ kept: { feed: aToy() }, trouble: { kind: 'network', why } })
    expect(shutIn(await aTab(host).open())).toEqual(['a'])
    host.answer(null)
    expect(await tab.refresh()).toMatchObject({ trouble: null })
  })

  it('that JSON of another kind, or a thief, wants to replace stays', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host)
    await tab.refresh()
    host.answer(() => new Response('{"error":"no"}'))
    expect(await tab.refresh()).toMatchObject({
      kept: { feed: aToy() },
      trouble: refused('badSignatureFile'),
    })
    host.answer(null)
    host.publish(aToy({ sequence: 11, shut: [] }), THIEF)
    expect(await tab.refresh()).toMatchObject({ kept: { feed: aToy() }, trouble: refused('badSignature') })
    host.publish(aToy({ sequence: 9, shut: ['a', 'b'] }), ONE)
    expect(await tab.refresh()).toMatchObject({ kept: { feed: aToy() }, trouble: refused('older') })
    expect(shutIn(await aTab(host).open())).toEqual(['a'])
  })

  it('is fetched once more when file and signatures are just being published', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const next = aToy({ sequence: 11, shut: ['a', 'b'], issued: FEED_NOW })
    host.put('closures.json', bytesOf(next))
    host.onAsk(() => host.asked.length === 3 && host.publish(next, ONE))
    expect(await aTab(host).refresh()).toMatchObject({ kept: { feed: next }, trouble: null })
    expect(host.asked).toHaveLength(4)
  })

  it('is fetched whole when the host gives one mark to two files', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host, {
      fetch: async (address, init) => {
        const unmarked = await host.fetch(address, { ...init, headers: {} })
        const isAsked = new Headers(init.headers).get('if-none-match') !== null
        if (address.endsWith('.sig')) return unmarked
        return isAsked ? new Response(null, { status: 304 }) : unmarked
      },
    })
    await tab.refresh()
    const next = aToy({ sequence: 11, shut: ['a', 'b'], issued: FEED_NOW })
    host.publish(next, ONE)
    expect(await tab.refresh()).toMatchObject({ kept: { feed: next }, trouble: null })
  })

  it('cannot be believed on a browser that cannot verify, which is told, and nothing is asked', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host, { findVerifier: async () => null })
    expect(await tab.refresh()).toMatchObject({ kept: null, trouble: refused('cannotVerify') })
    expect(host.asked).toEqual([])
  })

  it('is asked for once while it is being asked for', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host)
    await Promise.all([tab.refresh(), tab.refresh(), tab.refresh()])
    expect(host.asked.toSorted()).toEqual(['closures.json', 'closures.json.sig'])
  })

  it('tells who listens, until they stop', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host)
    const changed = vi.fn()
    const stop = tab.onChange(changed)
    await tab.refresh()
    expect(changed.mock.calls.map(([reading]) => (reading as { isAsking: boolean }).isAsking)).toContain(true)
    expect(changed.mock.lastCall?.[0]).toEqual(tab.reading())
    stop()
    changed.mockClear()
    await tab.refresh()
    expect(changed).not.toHaveBeenCalled()
  })
})

describe('the keys of the city', () => {
  const THREE = anOfficer('city-three')
  const next = aRing([keyOf(ROOT, 'root'), keyOf(ONE, 'feed', { revoked: true }), keyOf(TWO), keyOf(THREE)], {
    sequence: 2,
    issued: FEED_NOW,
  })

  it('are asked for when a feed is signed by one that is not known; then they are kept', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host)
    await tab.refresh()
    host.publish(aToy({ sequence: 11, issued: FEED_NOW }), THREE)
    expect(await tab.refresh()).toMatchObject({ trouble: refused('unknownKey') })
    host.publishKeys(next, ROOT, THREE)
    expect(await tab.refresh()).toMatchObject({
      kept: { feed: { sequence: 11 }, isTrusted: true },
      trouble: null,
    })
    const later = aTab(host)
    expect(await later.open()).toMatchObject({ kept: { feed: { sequence: 11 }, isTrusted: true } })
  })

  it('that a thief changes are not taken', async () => {
    const host = aHost()
    host.publish(aToy(), THREE)
    host.publishKeys(next, ONE, THREE)
    expect(await aTab(host).refresh()).toMatchObject({ kept: null, trouble: refused('unknownKey') })
  })

  it('that were revoked leave what they signed, as not to be trusted', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    await aTab(host).refresh()
    host.publish(aToy({ sequence: 12, shut: [], issued: FEED_NOW }), THREE)
    host.publishKeys(next, ROOT, THREE)
    const tab = aTab(host)
    // One signature does not take back what even the thief closed.
    expect(await tab.refresh()).toMatchObject({
      kept: { feed: aToy(), isTrusted: false },
      trouble: { why: 'oneSignature' },
    })
  })
})
