import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { areaOf } from '#features/offline-areas/index.ts'
import type { Area } from '#domain/packs/area.ts'
import type { WayFinder } from '#platform/ports.ts'
import type { Parts } from './parts.ts'

/** `failed`: its code cannot be had here and now; no way is known then. */
export type WayFinderHere =
  | { readonly status: 'coming' | 'failed' }
  | { readonly status: 'ready'; readonly finder: WayFinder; readonly area: Area }

const COMING: WayFinderHere = { status: 'coming' }

/** The finder of ways with the open area in use; `coming` until there are both. */
export function useWayFinder(parts: Parts): WayFinderHere {
  const area = useStore(parts.areas.store, areaOf)
  const [here, setHere] = useState<WayFinderHere>(COMING)
  useEffect(() => {
    let isWanted = true
    const tell = (now: WayFinderHere): void => {
      if (isWanted) setHere(now)
    }
    tell(COMING)
    if (area !== null)
      parts.services.ways().then(
        (finder) => {
          if (!isWanted) return
          finder.use(area)
          tell({ status: 'ready', finder, area })
        },
        () => tell({ status: 'failed' }),
      )
    return () => {
      isWanted = false
    }
  }, [parts, area])
  // Until the effect has run, what is held belongs to the former area.
  return here.status === 'ready' && here.area !== area ? COMING : here
}
