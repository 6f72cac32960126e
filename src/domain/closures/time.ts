/** Times that a closure may tell lie from 1970 to before this one. What lies outside is a slip of the pen. Own choice. */
const BEYOND = Date.UTC(2100, 11, 31)

/** Japan has one time all year round: UTC+9 (明治28年勅令167号). Minutes. */
export const JAPAN_OFFSET = 540

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/

/** A time as a clock on a wall shows it. */
export type WallTime = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/**
 * Milliseconds since 1970 of a time with an offset (RFC 3339: `2026-07-01T09:30:00+09:00`); parts of a millisecond are dropped.
 * @returns null for anything else, also for 30 February, 24:00 and a time without an offset
 */
export function readTime(text: string): number | null {
  const found = RFC3339.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second, fraction = '', sign, hours = '0', minutes = '0'] = found
  if (Number(hours) > 23 || Number(minutes) > 59) return null
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const whole = readWallTime(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
    },
    offset,
  )
  return whole === null ? null : whole + Number(fraction.padEnd(3, '0').slice(0, 3))
}

/** Milliseconds since 1970 of a time on a wall; null where no calendar has it. @param offset minutes before UTC */
export function readWallTime(
  { year, month, day, hour, minute, second }: WallTime,
  offset: number,
): number | null {
  if (year < 1970 || hour > 23 || minute > 59 || second > 59) return null
  const atUtc = Date.UTC(year, month - 1, day, hour, minute, second)
  // A day that the month does not have runs on into another month.
  const back = new Date(atUtc)
  if (back.getUTCMonth() !== month - 1) return null
  const time = atUtc - offset * 60_000
  return time < 0 || time >= BEYOND ? null : time
}

/** `2026-07-01T09:30:00+09:00`; with milliseconds only where there are some. */
export const writeTime = (time: number): string =>
  new Date(time + JAPAN_OFFSET * 60_000).toISOString().replace(/(\.000)?Z$/, '+09:00')

/** `2026-07-01T00:30:00Z`, whole seconds. */
export const writeUtc = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
