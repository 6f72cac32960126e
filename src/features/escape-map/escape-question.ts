import type { Reckoned } from '#domain/closures/feed-state.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { PackSeries } from '#domain/packs/area-pack.ts'
import { zonesFor } from '#domain/routes/goals.ts'
import type { FrontQuestion, Goal, WaysQuestion } from '#domain/routes/ways-question.ts'
import { readWaterSeries } from '#domain/water/water-series.ts'
import type { WaysState } from '../ways/index.ts'

/** `reach`: minutes to a site. `departure`: the time that is left to leave. */
export const ESCAPE_VIEWS = ['reach', 'departure'] as const
export type EscapeView = (typeof ESCAPE_VIEWS)[number]

/** Minutes in which the water may be here. Own choice. */
export const ARRIVALS = [10, 30, 60, 120] as const
/** Minutes of one step of the slider of a computed flood. Own choice. */
export const SERIES_STEP = 10

/** When the water comes: `series` null = in a time of the person's choice, else as in that file. */
export type FrontChoice = {
  readonly arrival: (typeof ARRIVALS)[number]
  readonly series: string | null
  readonly minute: number
}

export const FIRST_FRONT: FrontChoice = { arrival: 30, series: null, minute: 0 }

/** All that a picture depends on. */
export type Asked = {
  readonly question: WaysQuestion
  /** null = minutes to a site are asked for. */
  readonly front: FrontQuestion | null
  /** The computed flood that is asked about, where one is. */
  readonly flood: PackSeries | null
  readonly at: LngLat | null
  /** Milliseconds since 1970: the moment from which times count. */
  readonly now: number
}

/** What to ask for: the zones of the hazard, for who walks as chosen. */
export const escapeQuestion = (
  hazard: SiteHazard,
  goals: readonly Goal[],
  how: Pick<WaysState, 'profile' | 'manner'> & {
    readonly night: boolean
    readonly closures: Reckoned | null
  },
): WaysQuestion => ({ hazards: zonesFor(hazard), measured: null, goals, ...how })

/** The last minute of a computed flood that a slider reaches; 0 where the file cannot be read. */
export function lastMinute(bytes: Uint8Array): number {
  const series = readWaterSeries(bytes)
  return series.ok ? Math.floor((series.value.minutes.at(-1) ?? 0) / SERIES_STEP) * SERIES_STEP : 0
}
