import type { LngLat } from '../geo/lng-lat.ts'
import type { DrillNow } from './drill-run.ts'

/**
 * The minute from which a site lets nobody in any more, as the drill told it; null = it was not told to be full. Of several records
 * at one place none lets people in when one of them is full.
 */
export function fullFrom(id: string, at: LngLat, told: DrillNow['injects']): number | null {
  const full = told.filter(
    ({ inject, at: place }) =>
      inject.kind === 'siteFull' && (inject.site === id || (place?.[0] === at[0] && place[1] === at[1])),
  )
  return full.length === 0 ? null : Math.min(...full.map(({ minute }) => minute))
}
