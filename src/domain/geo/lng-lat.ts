import { ok, refuse, type Result } from '../result.ts'

/** A position in degrees, longitude first, as in GeoJSON. JGD2011 and WGS84 are treated as one (they differ by centimetres). */
export type LngLat = readonly [lng: number, lat: number]

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** True for two finite numbers inside the range of longitudes and latitudes. */
export const isLngLat = (value: unknown): value is LngLat =>
  Array.isArray(value) &&
  value.length === 2 &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]) &&
  Math.abs(value[0] as number) <= 180 &&
  Math.abs(value[1] as number) <= 90

/**
 * Reads `"<lat>,<lng>"`, the order in which people and phones write a position.
 * @returns the position as `[lng, lat]`, or the refusal `badCoordinate`.
 */
export function parseLatLng(text: string): Result<LngLat, 'badCoordinate'> {
  const parts = text.split(',')
  const [lat, lng] = parts.map((part) => (/^\s*-?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : NaN))
  if (parts.length !== 2 || lat === undefined || lng === undefined) return refuse('badCoordinate', text)
  const at = [lng, lat] as const
  return isLngLat(at) ? ok(at) : refuse('badCoordinate', text)
}

/** True when the position lies in the box, edges included. */
export const isInside = (at: LngLat, [west, south, east, north]: Bounds): boolean =>
  at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north
