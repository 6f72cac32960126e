import type { Phrase } from '../risk/report.ts'
import { CLOCK_SLACK } from './feed-state.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Japan is nine hours ahead of UTC, all year (明治28年勅令167号; no summer time). */
const JAPAN = 9 * HOUR

/** Hours are told up to here, then days. Own choice. */
const LONGEST_IN_HOURS = 48 * HOUR

/**
 * A moment as what fills `{{- name}}` of a sentence: `<name>@clock` within the same day in Japan, else `<name>@time` with the day.
 * `i18n` writes it in the language of the reader.
 */
export function timeParam(name: string, at: number, now: number): Readonly<Record<string, number>> {
  const day = (time: number) => Math.floor((time + JAPAN) / DAY)
  return { [`${name}@${day(at) === day(now) ? 'clock' : 'time'}`]: at }
}

/** How long ago, rounded down; null = it lies ahead by more than clocks may differ, so that the age is not known. */
export function agePhrase(at: number, now: number): Phrase | null {
  if (now < at - CLOCK_SLACK) return null
  const age = Math.max(0, now - at)
  if (age < MINUTE) return { key: 'closures:age.now' }
  if (age < HOUR) return { key: 'closures:age.minutes', params: { minutes: Math.floor(age / MINUTE) } }
  if (age < LONGEST_IN_HOURS) return { key: 'closures:age.hours', params: { hours: Math.floor(age / HOUR) } }
  return { key: 'closures:age.days', params: { count: Math.floor(age / DAY) } }
}
