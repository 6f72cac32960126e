import { useEffect, useState } from 'react'
import type { ComingTide } from '#domain/tide/coming-tides.ts'
import type { TideStation } from '#domain/tide/tide-station.ts'

/** The tides are worked out anew this often while the line stays open, ms. */
const STEP = 600_000

/** The tides to come; `waiting` until they are worked out, `failed` when the calculation could not be loaded or done. */
export type TidesState = readonly ComingTide[] | 'waiting' | 'failed'

/**
 * Works out the tides to come of a station, from the last full ten minutes on. null = there is nothing to work out.
 */
export function useComingTides(station: TideStation | null, nowMs: number): TidesState {
  const [state, setState] = useState<TidesState>('waiting')
  const step = Math.floor(nowMs / STEP)
  useEffect(() => {
    if (station === null) return undefined
    let isCurrent = true
    import('./predict-tides.ts')
      .then(({ comingTides }) => isCurrent && setState(comingTides(station, step * STEP)))
      .catch(() => isCurrent && setState('failed'))
    return () => {
      isCurrent = false
    }
  }, [station, step])
  return state
}
