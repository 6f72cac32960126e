import type { LngLat } from '../geo/lng-lat.ts'

const DAY = 86_400_000
/** 2000-01-01 12:00 UTC, from which the positions of the sun are reckoned. */
const EPOCH = 946_728_000_000
const RADIANS = Math.PI / 180
/** Sine of −50′: the upper edge of the sun is at the horizon, with refraction (国立天文台, 日の出入りの定義). */
const AT_HORIZON = Math.sin((-50 / 60) * RADIANS)

/**
 * True between sunset and sunrise at a place. By the low precision formulas for the sun of the Astronomical Almanac (0.01°), so
 * that it errs by a minute at the most where no mountain hides the horizon.
 * @param now milliseconds since 1970 (UTC)
 */
export function isDark([lng, lat]: LngLat, now: number): boolean {
  const days = (now - EPOCH) / DAY
  const anomaly = (357.528 + 0.9856003 * days) * RADIANS
  const mean = 280.46 + 0.9856474 * days
  const longitude = (mean + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RADIANS
  const tilt = (23.439 - 0.0000004 * days) * RADIANS
  const ascension = Math.atan2(Math.cos(tilt) * Math.sin(longitude), Math.cos(longitude))
  const declination = Math.asin(Math.sin(tilt) * Math.sin(longitude))
  const sidereal = (280.46062 + 360.9856473662 * days + lng) * RADIANS
  const hourAngle = sidereal - ascension
  const height =
    Math.sin(lat * RADIANS) * Math.sin(declination) +
    Math.cos(lat * RADIANS) * Math.cos(declination) * Math.cos(hourAngle)
  return height < AT_HORIZON
}
