import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Alert, AlertFeed } from '#domain/alerts/alert.ts'
import type { AlertsState } from '#domain/alerts/alerts-state.ts'
import { newsIn, type Told } from '#domain/alerts/news.ts'

type News = {
  readonly told: Told
  /** Grows with each news. */
  readonly count: number
  readonly raised: readonly Alert[]
  readonly lifted: readonly Alert[]
}

const NOTHING: News = { told: new Map(), count: 0, raised: [], lifted: [] }

/** Kept while the page lives, so that another layout does not tell everything again. */
const news = createStore<News>(() => NOTHING)

/** As if nothing had been told yet: for tests, which are many pages in one. */
export const forgetTold = (): void => news.setState(NOTHING)

function tell(feed: AlertFeed): void {
  const { told: before, count } = news.getState()
  const { raised, lifted, told } = newsIn(before, feed.area, feed.alerts)
  if (raised.length > 0 || lifted.length > 0) news.setState({ told, raised, lifted, count: count + 1 })
}

/** What is to be read out now: each order once when it is new or raised, and once when it is lifted. */
export function useNews(state: AlertsState): Pick<News, 'raised' | 'lifted'> {
  const now = useStore(news)
  const [countBefore] = useState(now.count)
  const feed = state.kind === 'never' ? null : state.feed
  useEffect(() => {
    if (feed !== null) tell(feed)
  }, [feed])
  return now.count > countBefore ? now : NOTHING
}
