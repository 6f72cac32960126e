import { highTidesBetween } from './high-tides.ts'
import type { TideStation } from './tide-station.ts'

/** A high tide as it is told: rounded to 10 minutes, which is how well it is known, with the word for its day. */
export type ComingTide = { readonly day: 'today' | 'tonight' | 'tomorrow'; readonly timeMs: number }

const HOUR = 3_600_000
const DAY = 24 * HOUR
const TEN_MINUTES = 600_000
/** Japan has one time all year, nine hours before UTC. */
const JAPAN = 9 * HOUR
/** From this hour on it is "tonight". Own choice. */
const EVENING = 18

/**
 * The high tides that are still to come today, and the first of tomorrow if there is one (where the tide comes once a day, a day
 * may have none); days are Japan's. Rounding may put one up to five minutes before `nowMs`.
 */
export function comingTides(station: TideStation, nowMs: number): readonly ComingTide[] {
  const today = dayOf(nowMs)
  const endOfTomorrow = (today + 2) * DAY - JAPAN
  const coming = highTidesBetween(station, nowMs, endOfTomorrow - 1).map(({ timeMs }): ComingTide => {
    const nearest = Math.round(timeMs / TEN_MINUTES) * TEN_MINUTES
    const rounded = Math.min(nearest, endOfTomorrow - TEN_MINUTES)
    const hour = Math.floor(((rounded + JAPAN) % DAY) / HOUR)
    const day = dayOf(rounded) === today ? (hour >= EVENING ? 'tonight' : 'today') : 'tomorrow'
    return { day, timeMs: rounded }
  })
  const firstOfTomorrow = coming.findIndex(({ day }) => day === 'tomorrow')
  return firstOfTomorrow < 0 ? coming : coming.slice(0, firstOfTomorrow + 1)
}

/** The number of the day in Japan since 1970. */
const dayOf = (timeMs: number): number => Math.floor((timeMs + JAPAN) / DAY)
