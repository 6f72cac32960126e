import type { LngLat } from '#domain/geo/lng-lat.ts'

/** Through how many heights of the ring a line is laid. */
const LINES = 9

/**
 * A place well inside a ring (open or closed), for its symbol and its name: the middle of the widest stretch inside it. The centre of the corners is
 * returned for a ring without any inside.
 */
export function middleOf(ring: readonly LngLat[]): LngLat {
  const lats = ring.map(([, lat]) => lat)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  let best: { at: LngLat; width: number } | null = null
  // From the middle outwards: of two equal stretches the one nearer to the middle wins.
  for (const height of heights(south, north)) {
    const crossings = crossingsAt(ring, height)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [west = 0, east = 0] = [crossings[i], crossings[i + 1]]
      const width = (east - west) * (1 + 1e-9)
      if (width > (best?.width ?? 0) * 1.05) best = { at: [(west + east) / 2, height], width }
    }
  }
  if (best !== null) return best.at
  const mean = (axis: 0 | 1) => ring.reduce((sum, at) => sum + at[axis], 0) / Math.max(1, ring.length)
  return [mean(0), mean(1)]
}

function heights(south: number, north: number): readonly number[] {
  const steps = Array.from({ length: LINES }, (_, i) => (i + 1) / (LINES + 1))
  return steps
    .toSorted((a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5))
    .map((share) => south + (north - south) * share)
}

/** The longitudes at which the ring crosses a latitude, from west to east. */
function crossingsAt(ring: readonly LngLat[], lat: number): readonly number[] {
  return ring
    .flatMap((from, i) => {
      const to = ring[(i + 1) % ring.length] ?? from
      if (from[1] > lat === to[1] > lat) return []
      return [from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0])]
    })
    .toSorted((a, b) => a - b)
}
