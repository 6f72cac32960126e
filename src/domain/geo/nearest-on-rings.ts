import type { LngLat } from './lng-lat.ts'

/**
 * The point of the rings that is nearest to a place, in a plane whose degrees of longitude are shortened by the cosine of
 * the latitude: over a few kilometres, where a distance is told to 10 m, that is exact enough.
 */
export function nearestOnRings(rings: readonly (readonly LngLat[])[], [lng, lat]: LngLat): LngLat {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  let [best, shortest]: [LngLat, number] = [[lng, lat], Infinity]
  for (const ring of rings) {
    for (const [index, end] of ring.entries()) {
      const start = ring[index - 1] ?? end
      const [ax, ay] = [(start[0] - lng) * squeeze, start[1] - lat]
      const [bx, by] = [(end[0] - lng) * squeeze, end[1] - lat]
      const length2 = (bx - ax) ** 2 + (by - ay) ** 2
      const along = length2 === 0 ? 0 : clamp((-ax * (bx - ax) - ay * (by - ay)) / length2)
      const [x, y] = [ax + along * (bx - ax), ay + along * (by - ay)]
      if (x * x + y * y >= shortest) continue
      shortest = x * x + y * y
      best = [lng + x / squeeze, lat + y]
    }
  }
  return best
}

const clamp = (share: number): number => Math.max(0, Math.min(1, share))
