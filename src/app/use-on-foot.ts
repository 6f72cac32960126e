import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import type { OnFoot } from '#domain/shelters/on-foot.ts'
import type { WalksHere } from '#features/shelters/index.ts'
import type { Parts } from './parts.ts'
import { whenIdle } from './when-idle.ts'

/** How often it is looked whether closures begin, end or become old. Milliseconds. */
const EVERY = 30_000

type Known = { readonly area: Area | null; readonly asks: string; readonly walks: OnFoot | null }
type Last = { readonly controller: AbortController; readonly key: string } | null

/**
 * How far the sites are on foot from a place, for who was chosen to walk; null = not known, or not yet: the list stands with straight
 * lines meanwhile. It is asked after the answer is drawn, and anew when closures change. While they are asked anew the former stay.
 * @param from null = no place was chosen: nothing is asked
 */
export function useOnFoot(parts: Parts, area: Area | null, from: LngLat | null): WalksHere | null {
  const hazard = useStore(parts.shelters, (state) => state.hazard)
  const closures = useStore(parts.closures)
  const profile = useStore(parts.ways, (state) => state.profile)
  const night = useStore(parts.ways, (state) => state.night)
  const manner = useStore(parts.ways, (state) => state.manner)
  const asks = JSON.stringify([from, hazard, profile, night, manner])
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    if (from === null || area === null || area.graph === null || area.sites === null) return
    let last: Last = null
    const look = async () => {
      const { walksAsked, askWalks } = await import('./on-foot.ts')
      const finder = await parts.services.ways()
      const asked = walksAsked(parts, area, from, hazard)
      if (ended || last?.key === asked.key) return
      last?.controller.abort()
      const controller = new AbortController()
      last = { controller, key: asked.key }
      const walks = await askWalks(finder, area, from, asked, controller.signal)
      if (!controller.signal.aborted) setKnown({ area, asks, walks })
    }
    // What cannot be had, or was given up, leaves the list as it is.
    const lookQuietly = () => void look().catch(() => undefined)
    let ended = false
    const begin = whenIdle(lookQuietly)
    const timer = setInterval(lookQuietly, EVERY)
    return () => {
      ended = true
      begin()
      clearInterval(timer)
      last?.controller.abort()
    }
  }, [parts, area, from, hazard, asks, closures])
  const walks = known?.asks === asks && known.area === area ? known.walks : null
  return walks === null ? null : { walks, now: parts.services.clock.now() }
}
