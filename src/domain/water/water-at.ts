import type { LngLat } from '../geo/lng-lat.ts'
import { DEPTH_STEP, SPEED_STEP, type WaterSeries } from './water-series.ts'

/** Depth in metres and speed in m/s, each rounded up to a tenth at the stored states. */
export type Water = { readonly depth: number; readonly speed: number }

/** The number of the cell around a place; null outside the grid and where the model says nothing. */
function cellOf(series: WaterSeries, [lng, lat]: LngLat): number | null {
  const column = Math.floor((lng - series.west) / series.cellLng)
  const row = Math.floor((lat - series.south) / series.cellLat)
  if (!(column >= 0 && row >= 0 && column < series.columns && row < series.rows)) return null
  const cell = row * series.columns + column
  return series.unknown[cell] === 0 ? cell : null
}

/**
 * The water at a place and time: of the cell around the place, between two states in proportion to the time.
 * @param minutes from the start of the event.
 * @returns null where and when the series says nothing – outside its grid or its time, in a river, in the sea –, which is not
 * the same as no water. `depth` 0 = the model had no water there at that time.
 */
export function waterAt(series: WaterSeries, at: LngLat, minutes: number): Water | null {
  const cell = cellOf(series, at)
  const times = series.minutes
  if (cell === null || !(minutes >= (times[0] as number) && minutes <= (times.at(-1) as number))) return null
  const after = times.findIndex((time) => time >= minutes)
  const before = Math.max(0, after - 1)
  const [start, end] = [times[before] as number, times[after] as number]
  const share = end === start ? 0 : (minutes - start) / (end - start)
  const read = (planes: readonly Uint8Array[], step: number): number => {
    const [a, b] = [planes[before]?.[cell] ?? 0, planes[after]?.[cell] ?? 0]
    return (a + (b - a) * share) * step
  }
  return { depth: read(series.depths, DEPTH_STEP), speed: read(series.speeds, SPEED_STEP) }
}

/** When water of a depth comes to a place. `notInThisSeries`: not within its time; it may come later or in another flood. */
export type Arrival =
  | { readonly arrives: true; readonly minutes: number }
  | { readonly arrives: false; readonly why: 'notInThisSeries' | 'unknownHere' }

/**
 * The first time at which water of at least `depth` metres stands at a place, in minutes from the start of the event, between
 * two states in proportion to the depth.
 * @param depth metres, more than 0.
 */
export function arrivalAt(series: WaterSeries, at: LngLat, depth: number): Arrival {
  const cell = cellOf(series, at)
  if (cell === null) return { arrives: false, why: 'unknownHere' }
  const stands = (state: number): number => (series.depths[state]?.[cell] ?? 0) * DEPTH_STEP
  const found = series.minutes.findIndex((_, state) => stands(state) >= depth - 1e-9)
  if (found < 0) return { arrives: false, why: 'notInThisSeries' }
  const end = series.minutes[found] as number
  if (found === 0) return { arrives: true, minutes: end }
  const start = series.minutes[found - 1] as number
  const [low, high] = [stands(found - 1), stands(found)]
  const share = (depth - low) / (high - low)
  return { arrives: true, minutes: start + (end - start) * Math.max(0, Math.min(1, share)) }
}
