import type { LngLat } from '#domain/geo/lng-lat.ts'

/** Metres of one degree of latitude: WGS84 meridian, mean (GRS80 quarter meridian 10,001,966 m / 90). */
const METRES_PER_DEGREE = 111_133

/** The lengths of the parts of a line as it looks on the map, in degrees of latitude. */
function partsOf(line: readonly LngLat[]): readonly number[] {
  const shrink = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180)
  return line.slice(1).map(([lng, lat], i) => {
    const [west, south] = line[i] ?? [lng, lat]
    return Math.hypot((lng - west) * shrink, lat - south)
  })
}

const sum = (lengths: readonly number[]): number => lengths.reduce((all, length) => all + length, 0)

/** The length of a line in metres; good to 1 % over the size of a municipality. */
export const metresOf = (line: readonly LngLat[]): number => sum(partsOf(line)) * METRES_PER_DEGREE

/** The place on a line after a share (0…1) of its length; the first corner where it has no length. Throws without a corner. */
export function placeAlong(line: readonly LngLat[], share: number): LngLat {
  const lengths = partsOf(line)
  let left = sum(lengths) * share
  for (const [i, length] of lengths.entries()) {
    const [from, to] = [line[i], line[i + 1]]
    if (from !== undefined && to !== undefined && left <= length && length > 0) {
      const part = left / length
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
    }
    left -= length
  }
  const end = share > 0 ? line.at(-1) : line[0]
  if (end === undefined) throw new Error('A line without corners has no place')
  return end
}
