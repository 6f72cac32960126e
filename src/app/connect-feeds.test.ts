import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import { createAreasStore, type AreasState } from '#features/offline-areas/index.ts'
import type { CityFeeds, CityFeedState, FeedReading, NoFeeds, SignedFeed } from '#platform/ports.ts'
import { aFeedReading } from '#tests/support/a-city-feed.ts'
import { aFeed } from '#tests/support/a-closure.ts'
import { connectFeeds } from './connect-feeds.ts'

const readingOf = (feed: ClosureFeed | null) => aFeedReading({ feed }).reading as FeedReading<never>

/** A feed that keeps what it is given. */
function aSignedFeed(kept: ClosureFeed | null = null) {
  let reading = readingOf(kept)
  const listeners = new Set<(reading: FeedReading<never>) => void>()
  const feed: SignedFeed<never> = {
    reading: () => reading,
    open: async () => reading,
    refresh: vi.fn(async () => reading),
    keepFresh: () => () => {},
    onChange: (changed) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
  const bring = (news: ClosureFeed) => {
    reading = readingOf(news)
    listeners.forEach((tell) => tell(reading))
  }
  return { feed, bring, listeners }
}

function aCity(kept: ClosureFeed | null = null) {
  const [closures, alerts] = [aSignedFeed(kept), aSignedFeed()]
  const end = vi.fn()
  const start = vi.fn(() => end)
  const feeds: CityFeeds = { closures: closures.feed, alerts: alerts.feed, start }
  return { feeds, closures, alerts, start, end }
}

const areaOpen = (code: string): Partial<AreasState> => ({
  open: { status: 'open', pack: { code } } as unknown as AreasState['open'],
})

function anApp(feedsOf: (code: string) => Promise<CityFeeds | NoFeeds>) {
  const waiting = (): CityFeedState<never> => ({ status: 'waiting', reading: null })
  const asked: string[] = []
  const idle: (() => void)[] = []
  const online = new Set<() => void>()
  const parts = {
    areas: { store: createAreasStore(), commands: {} as never },
    closures: createStore(waiting),
    alerts: createStore(waiting),
    askCity: createStore<{ readonly now: (() => Promise<void>) | null }>(() => ({ now: null })),
    services: {
      feedsOf: (code: string) => {
        asked.push(code)
        return feedsOf(code)
      },
    },
  }
  const end = connectFeeds(parts, {
    whenIdle: (then) => {
      idle.push(then)
      return () => void idle.splice(idle.indexOf(then), 1)
    },
    onOnline: (then) => {
      online.add(then)
      return () => void online.delete(then)
    },
  })
  const paint = () => idle.splice(0).forEach((then) => then())
  const open = (code: string) => parts.areas.store.setState(areaOpen(code))
  return { ...parts, asked, idle, online, end, paint, open }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('the feeds of the open area', () => {
  beforeEach(() => void vi.useRealTimers())

  it('are asked for when an area is open, and not before the page was painted', async () => {
    const app = anApp(async () => 'noKeys')
    app.paint()
    expect(app.asked).toEqual([])
    app.open('99201')
    expect(app.asked).toEqual([])
    app.paint()
    await settled()
    expect(app.asked).toEqual(['99201'])
    expect(app.closures.getState()).toEqual({ status: 'noKeys', reading: null })
    expect(app.alerts.getState().status).toBe('noKeys')
    expect(app.askCity.getState().now).toBeNull()
  })

  it('are told with what is kept, then with what comes', async () => {
    const city = aCity(aFeed())
    const app = anApp(async () => city.feeds)
    app.open('99201')
    app.paint()
    await settled()
    expect(city.start).toHaveBeenCalledTimes(1)
    expect(app.closures.getState()).toMatchObject({
      status: 'open',
      reading: { kept: { feed: { sequence: 12 } } },
    })
    city.closures.bring(aFeed({ sequence: 13 }))
    expect(app.closures.getState().reading?.kept).toMatchObject({ feed: { sequence: 13 } })
    await app.askCity.getState().now?.()
    expect(
      [city.closures.feed.refresh, city.alerts.feed.refresh].map((ask) => vi.mocked(ask).mock.calls.length),
    ).toEqual([1, 1])
  })

  it('say nothing before what is kept was read', async () => {
    let read = () => {}
    const city = aCity()
    const opening = new Promise<FeedReading<never>>((resolve) => (read = () => resolve(readingOf(null))))
    const feeds = { ...city.feeds, closures: { ...city.feeds.closures, open: () => opening } }
    const app = anApp(async () => feeds)
    app.open('99201')
    app.paint()
    await settled()
    city.closures.listeners.forEach((tell) => tell(readingOf(null)))
    expect(app.closures.getState().status).toBe('waiting')
    read()
    await settled()
    expect(app.closures.getState().status).toBe('open')
  })

  it('stop and start anew with another area, and go on with a newer pack of the same', async () => {
    const [one, other] = [aCity(aFeed()), aCity()]
    const app = anApp(async (code) => (code === '99201' ? one.feeds : other.feeds))
    app.open('99201')
    app.paint()
    await settled()
    app.open('99201')
    expect(one.end).not.toHaveBeenCalled()
    app.open('41207')
    expect(one.end).toHaveBeenCalledTimes(1)
    expect(app.closures.getState()).toEqual({ status: 'waiting', reading: null })
    expect(app.askCity.getState().now).toBeNull()
    app.paint()
    await settled()
    one.closures.bring(aFeed({ sequence: 99 }))
    expect(app.closures.getState().reading?.kept).toBeNull()
    app.end()
    expect(other.end).toHaveBeenCalledTimes(1)
    expect(one.closures.listeners.size + other.closures.listeners.size + other.alerts.listeners.size).toBe(0)
  })

  it('of an area that was left meanwhile are not opened', async () => {
    let answer = (_: CityFeeds) => {}
    const late = aCity(aFeed())
    const app = anApp((code) =>
      code === '99201' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve('noKeys'),
    )
    app.open('99201')
    app.paint()
    app.open('41207')
    app.paint()
    answer(late.feeds)
    await settled()
    expect(late.start).not.toHaveBeenCalled()
    expect(app.closures.getState().status).toBe('noKeys')
  })

  it.each([
    ['the network comes back', (app: ReturnType<typeof anApp>) => app.online.forEach((then) => then())],
    ['somebody asks', (app: ReturnType<typeof anApp>) => void app.askCity.getState().now?.()],
  ])('are tried again when %s, where their code could not be had', async (_, again) => {
    const city = aCity(aFeed())
    let isDown = true
    const app = anApp(() => (isDown ? Promise.reject(new Error('no chunk')) : Promise.resolve(city.feeds)))
    app.open('99201')
    app.paint()
    await settled()
    expect(app.closures.getState().status).toBe('failed')
    isDown = false
    again(app)
    await settled()
    expect(app.closures.getState().status).toBe('open')
    expect([app.online.size, app.asked.length]).toEqual([0, 2])
    app.end()
  })

  it('are tried again after a minute, and not when nobody wants them any more', async () => {
    vi.useFakeTimers()
    const app = anApp(() => Promise.reject(new Error('no chunk')))
    app.open('99201')
    app.paint()
    await vi.advanceTimersByTimeAsync(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(app.asked).toHaveLength(2)
    app.end()
    await vi.advanceTimersByTimeAsync(600_000)
    expect([app.asked.length, app.online.size]).toEqual([2, 0])
  })
})
