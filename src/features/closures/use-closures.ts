import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { CityFeedState, Clock } from '#platform/ports.ts'
import { closuresNow, type ClosuresNow } from './closures-now.ts'

type ClosuresStore = StoreApi<CityFeedState<ClosureFeed>>

/** How often the age is reckoned anew while somebody looks. Milliseconds. */
const EVERY = 30_000

/** What is known of closed roads now: its age grows while the page is open. */
export function useClosures(store: ClosuresStore, clock: Clock): ClosuresNow {
  const known = useStore(store)
  const [ticked, setTicked] = useState(() => clock.now())
  useEffect(() => {
    const tick = () => setTicked(clock.now())
    const timer = setInterval(tick, EVERY)
    // A phone that slept did not tick.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [clock])
  // What came since the last tick is not older than it is.
  return useMemo(() => closuresNow(known, Math.max(ticked, clock.now())), [known, ticked, clock])
}
