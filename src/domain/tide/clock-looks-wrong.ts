const JAPAN_MS = 9 * 3_600_000

/**
 * True when a clock shows a time before the data that it stands beside were made: then it is wrong, and no time of day
 * may be told by it. A clock that is wrong by less cannot be found out.
 * @param dataDate of the pack, `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in Japan; null = not known, and nothing can be said.
 */
export function clockLooksWrong(nowMs: number, dataDate: string | null): boolean {
  if (!Number.isFinite(nowMs)) return true
  if (dataDate === null) return false
  const whole = `${dataDate}${'-01-01'.slice(dataDate.length - 4)}`
  return nowMs < Date.parse(`${whole}T00:00:00Z`) - JAPAN_MS
}
