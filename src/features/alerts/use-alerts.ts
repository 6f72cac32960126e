import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { AlertFeed } from '#domain/alerts/alert.ts'
import { alertsState, type AlertsState } from '#domain/alerts/alerts-state.ts'
import type { CityFeedState, Clock } from '#platform/ports.ts'

export type AlertsStore = StoreApi<CityFeedState<AlertFeed>>

export type Alerts = CityFeedState<AlertFeed> & {
  readonly state: AlertsState
  /** Milliseconds since 1970. */
  readonly now: number
}

/** How often the age is reckoned anew. Milliseconds. */
const EVERY = 30_000

/** The time of now, read again and again while the page lives. */
function useNow(clock: Clock): number {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), EVERY)
    return () => clearInterval(timer)
  }, [clock])
  return now
}

/** The orders of the city as they are known now: their age grows while the page is open. */
export function useAlerts(store: AlertsStore, clock: Clock): Alerts {
  const known = useStore(store)
  const ticked = useNow(clock)
  return useMemo(() => {
    // What came since the last tick is not older than it is.
    const now = Math.max(ticked, clock.now())
    return { ...known, now, state: alertsState(known.reading, now) }
  }, [known, ticked, clock])
}
