import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { writeFeed } from '#domain/closures/write-feed.ts'
import { aClosure, aFeed } from '#tests/support/a-closure.ts'
import { aHost } from '#tests/support/a-feed-host.ts'
import {
  AREA,
  aRing,
  FEED_NOW,
  HOUR,
  ONE,
  ringBytes,
  signed,
  TWO,
  verifyReally,
} from '#tests/support/a-signed-feed.ts'
import type { CityFeeds } from '../ports.ts'
import { createCityFeeds, type CityFeedsOptions } from './city-feeds.ts'
import type { Page } from './refresh-clock.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const pinned = { [AREA]: new TextDecoder().decode(ringBytes(aRing())) }

/** A page that nobody looks at, until somebody does. */
function aPage() {
  let isSeen = false
  const wakers = new Set<() => void>()
  const page: Page = {
    isVisible: () => isSeen,
    onWake: (wake) => {
      wakers.add(wake)
      return () => void wakers.delete(wake)
    },
    onHide: () => () => {},
  }
  const see = () => {
    isSeen = true
    wakers.forEach((wake) => wake())
  }
  return { page, see, wakers }
}

const closuresBytes = (changes: Parameters<typeof aFeed>[0] = {}): Uint8Array<ArrayBuffer> => {
  const feed = aFeed({ area: AREA, issued: FEED_NOW - HOUR, expires: FEED_NOW + HOUR, ...changes })
  const written = writeFeed(feed)
  if (!written.ok) throw new Error(JSON.stringify(written))
  return new Uint8Array(written.value)
}
const publish = (host: ReturnType<typeof aHost>, bytes: Uint8Array<ArrayBuffer>, ...by: (typeof ONE)[]) => {
  host.put(`${AREA}/closures.json`, bytes)
  host.put(`${AREA}/closures.json.sig`, signed(bytes, ...by))
}

function options(host: ReturnType<typeof aHost>, changes: Partial<CityFeedsOptions> = {}): CityFeedsOptions {
  return {
    pinned,
    base: 'https://city.test/',
    fetch: host.fetch,
    now: () => FEED_NOW,
    findVerifier: async () => verifyReally,
    ...changes,
  }
}

async function opened(
  host: ReturnType<typeof aHost>,
  changes: Partial<CityFeedsOptions> = {},
): Promise<CityFeeds> {
  const feeds = await createCityFeeds(AREA, options(host, changes))
  if (typeof feeds === 'string') throw new Error(feeds)
  return feeds
}

describe('the feeds of a city', () => {
  it.each([
    ['of which the app knows no keys', '12345', pinned],
    ['whose list is broken', AREA, { [AREA]: '{}' }],
    ['whose list is of another', '12345', { '12345': pinned[AREA] ?? '' }],
    ['whose name is one of every object', 'constructor', pinned],
  ])('are none for a city %s, and nothing is asked', async (_, code, lists) => {
    const host = aHost()
    expect(await createCityFeeds(code, options(host, { pinned: lists }))).toBe('noKeys')
    expect(host.asked).toEqual([])
  })

  it.each([
    ['cannot verify', async () => null],
    ['fails at it', () => Promise.reject(new Error('no'))],
  ])('are none in a browser that %s', async (_, findVerifier) => {
    expect(await createCityFeeds(AREA, options(aHost(), { findVerifier }))).toBe('noVerifier')
  })

  it('ask nothing until they are started, and then for the folder of the area', async () => {
    const host = aHost()
    publish(host, closuresBytes(), ONE)
    const { page, see, wakers } = aPage()
    const feeds = await opened(host, { rhythm: { page } })
    expect(host.asked).toEqual([])
    const end = feeds.start()
    expect(host.asked).toEqual([])
    see()
    await vi.waitFor(() => expect(feeds.closures.reading().kept?.feed.closures).toHaveLength(1))
    expect(host.asked.toSorted()).toEqual([
      `${AREA}/alerts.json`,
      `${AREA}/alerts.json.sig`,
      `${AREA}/closures.json`,
      `${AREA}/closures.json.sig`,
    ])
    end()
    expect(wakers.size).toBe(0)
  })

  it('tell what is kept in a tab that nobody looks at', async () => {
    const host = aHost()
    publish(host, closuresBytes(), ONE)
    await (await opened(host)).closures.refresh()
    host.asked.length = 0
    const feeds = await opened(host, { rhythm: { page: aPage().page } })
    feeds.start()
    await vi.waitFor(() => expect(feeds.closures.reading().kept).not.toBeNull())
    expect(host.asked).toEqual([])
  })

  it('open a road by two signatures only', async () => {
    const host = aHost()
    const feeds = await opened(host)
    publish(host, closuresBytes({ closures: [aClosure()] }), ONE)
    await feeds.closures.refresh()
    const later = closuresBytes({ sequence: 13, issued: FEED_NOW, closures: [] })
    publish(host, later, ONE)
    expect(await feeds.closures.refresh()).toMatchObject({
      trouble: { why: 'oneSignature', takesBack: ['2026-0012'] },
      kept: { feed: { closures: [{ id: '2026-0012' }] } },
    })
    publish(host, later, ONE, TWO)
    expect(await feeds.closures.refresh()).toMatchObject({ trouble: null, kept: { feed: { closures: [] } } })
  })
})
