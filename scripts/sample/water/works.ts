import { lookUp, nearestOnLine, trackOf } from '../curve.ts'
import type { Track } from '../curve.ts'
import type { RiverBed } from '../terrain.ts'
import type { Spot } from '../town.ts'
import type { RiverWaters, WallPlan, Waters } from './waters.ts'

/** A wall on the ground. */
export type Wall = {
  readonly plan: WallPlan
  readonly track: Track
  readonly box: readonly [west: number, south: number, east: number, north: number]
}

/** What people have built against the water, and the rivers with their crests. */
export type Works = {
  readonly waters: Waters
  readonly walls: readonly Wall[]
  readonly rivers: readonly { readonly bed: RiverBed; readonly waters: RiverWaters }[]
  /** The height of the ground with the works, from that of the bare ground and the metres from the nearest river's water. */
  readonly height: (spot: Spot, ground: number, fromRiver: number) => number
}

/** The crest of a levee lies between these metres from the water; outside it falls by 1 m on each {@link SLOPE} m. */
const CREST: readonly [from: number, to: number] = [5, 11]
const SLOPE = 2
/** A levee or wall never reaches farther than this from its line, metres. */
const REACH = 40
/** A sea wall stands so far inland of the shoreline, metres. */
const FROM_SHORE = 18

const indexOfNearest = (line: readonly Spot[], [x, y]: Spot): number => {
  let best = 0
  line.forEach((spot, i) => {
    const at = line[best] as Spot
    if (Math.hypot(spot[0] - x, spot[1] - y) < Math.hypot(at[0] - x, at[1] - y)) best = i
  })
  return best
}

/** The part of the coast between two spots (in the order of the ring, clockwise), moved inland. */
function alongCoast(coast: readonly Spot[], [from, to]: readonly [Spot, Spot]): Spot[] {
  const [a, b] = [indexOfNearest(coast, from), indexOfNearest(coast, to)]
  const count = (b - a + coast.length) % coast.length
  return Array.from({ length: count + 1 }, (_, i): Spot => {
    const at = (k: number): Spot => coast[(k + coast.length) % coast.length] as Spot
    const [before, here, after] = [at(a + i - 2), at(a + i), at(a + i + 2)]
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
    const size = Math.hypot(dx, dy) || 1
    return [here[0] + (dy / size) * FROM_SHORE, here[1] - (dx / size) * FROM_SHORE]
  })
}

function layWall(plan: WallPlan, coast: readonly Spot[]): Wall {
  const ends = plan.points as readonly [Spot, Spot]
  const line = plan.kind === 'seaWall' ? alongCoast(coast, ends) : plan.points
  const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)]
  const box = [
    Math.min(...xs) - REACH,
    Math.min(...ys) - REACH,
    Math.max(...xs) + REACH,
    Math.max(...ys) + REACH,
  ] as const
  return { plan, track: trackOf(line), box }
}

/** True in one of the openings of a wall. */
const isInGap = (plan: WallPlan, [x, y]: Spot): boolean =>
  plan.gaps?.some(([gx, gy, half]) => Math.hypot(x - gx, y - gy) < half) === true

/** The height of a wall's crest above the sea at a spot beside it, where the ground is so high. */
export const crestOf = ({ plan }: Wall, ground: number): number =>
  plan.kind === 'embankment' ? ground + plan.crest : plan.crest

/** The height of a wall at a spot, or −∞ where it does not reach. */
function wallHeight(wall: Wall, spot: Spot, ground: number): number {
  const [west, south, east, north] = wall.box
  if (spot[0] < west || spot[0] > east || spot[1] < south || spot[1] > north) return -Infinity
  const { distance } = nearestOnLine(wall.track, spot)
  if (distance > REACH || isInGap(wall.plan, spot)) return -Infinity
  return crestOf(wall, ground) - Math.max(0, distance - wall.plan.half) / SLOPE
}

/** True where the line of the wall passes within `reach` metres of the spot, its openings left out. */
export function isOnWall(wall: Wall, spot: Spot, reach: number): boolean {
  const [west, south, east, north] = wall.box
  if (spot[0] < west || spot[0] > east || spot[1] < south || spot[1] > north) return false
  return !isInGap(wall.plan, spot) && nearestOnLine(wall.track, spot).distance <= reach
}

/** Metres above the sea of a river's crest at a place along it. */
export const riverCrest = (bed: RiverBed, waters: RiverWaters, along: number): number =>
  lookUp(bed.bed, along) + lookUp(waters.crest, along / bed.length)

/** Builds the works of the town onto its coast and its rivers. */
export function makeWorks(waters: Waters, coast: readonly Spot[], beds: readonly RiverBed[]): Works {
  const walls = waters.walls.map((plan) => layWall(plan, coast))
  const rivers = beds.flatMap((bed) => {
    const found = waters.rivers.find(({ id }) => id === bed.river.id)
    return found === undefined ? [] : [{ bed, waters: found }]
  })
  const levee = (spot: Spot, fromRiver: number): number => {
    if (fromRiver < 0 || fromRiver > REACH) return -Infinity
    let best = -Infinity
    let nearest = Infinity
    for (const { bed, waters: of } of rivers) {
      const near = nearestOnLine(bed.track, spot)
      if (near.distance >= nearest) continue
      nearest = near.distance
      best = riverCrest(bed, of, near.along)
    }
    return best - Math.max(0, CREST[0] - fromRiver, fromRiver - CREST[1]) / SLOPE
  }
  return {
    waters,
    walls,
    rivers,
    height: (spot, ground, fromRiver) =>
      walls.reduce(
        (most, wall) => Math.max(most, wallHeight(wall, spot, ground)),
        Math.max(ground, levee(spot, fromRiver)),
      ),
  }
}
