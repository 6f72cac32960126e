import type { AlertFeed } from '#domain/alerts/alert.ts'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { CityFeeds, CityFeedState, NoFeeds, SignedFeed } from '#platform/ports.ts'
import type { StoreApi } from 'zustand/vanilla'
import type { Parts } from './parts.ts'
import { whenIdle } from './when-idle.ts'

type Connected = Pick<Parts, 'areas' | 'closures' | 'alerts' | 'askCity'> & {
  readonly services: Pick<Parts['services'], 'feedsOf'>
}

/** What wakes a second try, and what keeps the first from standing in the way of the first paint. Tests hand in their own. */
export type Moments = {
  readonly whenIdle: (then: () => void) => () => void
  readonly onOnline: (then: () => void) => () => void
}

const ofBrowser: Moments = {
  whenIdle,
  onOnline(then) {
    addEventListener('online', then)
    return () => removeEventListener('online', then)
  },
}

/** Code that could not be had is asked for again when there may be a network, and when this much has passed. Milliseconds. */
const AGAIN_MS = 60_000

const WAITING = { status: 'waiting', reading: null } as const

/**
 * Opens the feeds of the city of whichever area is open, after the first paint, and writes into the two stores what they say.
 * Nothing waits for it. @returns what ends it
 */
export function connectFeeds(parts: Connected, moments: Moments = ofBrowser): () => void {
  let code: string | null = null
  let end = () => {}
  const follow = () => {
    const { open } = parts.areas.store.getState()
    const next = open.status === 'open' ? open.pack.code : null
    if (next === code) return
    end()
    code = next
    setBoth(parts, WAITING)
    end = next === null ? () => {} : openFeeds(next, parts, moments)
  }
  const unsubscribe = parts.areas.store.subscribe(follow)
  follow()
  return () => {
    unsubscribe()
    end()
  }
}

/** The same of both; nobody is there to be asked, unless somebody says so. */
const setBoth = ({ closures, alerts, askCity }: Connected, state: CityFeedState<never>): void => {
  closures.setState(state, true)
  alerts.setState(state, true)
  askCity.setState({ now: null })
}

function openFeeds(code: string, parts: Connected, moments: Moments): () => void {
  let isOver = false
  let ends: readonly (() => void)[] = []
  const stop = () => {
    ends.forEach((end) => end())
    ends = []
  }
  const tryAgain = () => {
    setBoth(parts, { status: 'failed', reading: null })
    const again = () => {
      stop()
      return load()
    }
    const timer = setTimeout(() => void again(), AGAIN_MS)
    ends = [() => clearTimeout(timer), moments.onOnline(() => void again())]
    parts.askCity.setState({ now: again })
  }
  const load = async () => {
    await parts.services.feedsOf(code).then(
      (feeds) => {
        if (!isOver) ends = connect(feeds, parts)
      },
      () => {
        if (!isOver) tryAgain()
      },
    )
  }
  ends = [moments.whenIdle(() => void load())]
  return () => {
    isOver = true
    stop()
  }
}

function connect(feeds: CityFeeds | NoFeeds, parts: Connected): readonly (() => void)[] {
  if (typeof feeds === 'string') {
    setBoth(parts, { status: feeds, reading: null })
    return []
  }
  const { closures, alerts } = feeds
  const ends = [follow<ClosureFeed>(closures, parts.closures), follow<AlertFeed>(alerts, parts.alerts)]
  parts.askCity.setState({
    now: async () => void (await Promise.all([closures.refresh(), alerts.refresh()])),
  })
  return [...ends, feeds.start()]
}

/** What is kept is read before anything is said of it: until then it is not "never received". */
function follow<T>(feed: SignedFeed<T>, store: StoreApi<CityFeedState<T>>): () => void {
  let isOver = false
  let isOpen = false
  const write = (reading = feed.reading()) => {
    if (!isOver && isOpen) store.setState({ status: 'open', reading }, true)
  }
  const unsubscribe = feed.onChange(write)
  void feed.open().then(() => {
    isOpen = true
    write()
  })
  return () => {
    isOver = true
    unsubscribe()
  }
}
