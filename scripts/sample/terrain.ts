import { isInRing, lookUp, nearestOnLine, smooth, trackOf } from './curve.ts'
import type { Track } from './curve.ts'
import { noiseAt } from './random.ts'
import type { River, Spot, Town } from './town.ts'
import { withScarps } from './water/scarps.ts'
import { readWaters } from './water/waters.ts'
import { makeWorks } from './water/works.ts'
import type { Works } from './water/works.ts'

/** A river on the ground: its line, how far along each point is, and the height of its bed there, in metres. */
export type RiverBed = {
  readonly river: River
  readonly line: readonly Spot[]
  readonly track: Track
  readonly along: readonly number[]
  readonly length: number
  readonly bed: readonly Spot[]
}

/** What is known of one point: height in metres above the sea, metres to the coast (negative = in the sea). */
export type Ground = { readonly height: number; readonly coast: number }

export type Terrain = {
  readonly coast: readonly Spot[]
  readonly islets: readonly (readonly Spot[])[]
  readonly rivers: readonly RiverBed[]
  readonly at: (spot: Spot) => Ground
  /** Metres from the middle of the nearest river, less half its width there; negative = in the water. */
  readonly fromRiver: (spot: Spot) => number
  /** The height of the ground with all that was built on it (levees, sea walls, dams, cuttings), metres above the sea. */
  readonly height: (spot: Spot) => number
  readonly works: Works
}

/** Metres between the points at which the height is worked out; between them it is interpolated. */
const GRID = 25
/** The grid goes so far beyond the town, in metres. */
const MARGIN = 400

/** The banks stand so far above the bed, in metres. */
const BANK = 1.6
/** The coastal plain rises so much per metre inland up to {@link PLAIN_END}, and so much beyond. */
const PLAIN_SLOPE = 0.0009
const FAN_SLOPE = 0.0045
/** Metres from the innermost shore of the bay at which the plain goes over into the fans of the rivers. */
const PLAIN_END = 1500
/** North and south of the plain of the two rivers lie low terraces, away from the shore. Metres. */
const TERRACE = { middle: 3850, from: 1250, over: 1100, height: 8, shore: 800 }
/** x of the innermost shore of the bay, metres of the town. */
const BAY = 6900

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))
const ease = (t: number): number => t * t * (3 - 2 * t)
const mix = (a: number, b: number, t: number): number => a + (b - a) * t

const roughen = (line: readonly Spot[], by: number, seed: number): Spot[] =>
  line.map(([x, y]) => {
    const shift = (salt: number): number =>
      noiseAt(x, y, 170, seed + salt) * by + noiseAt(x, y, 62, seed + salt + 2) * by * 0.4
    return [x + shift(0), y + shift(1)]
  })

/** A round shape with an uneven edge, `radius` metres around a point, clockwise seen from above. */
export function ringAround(at: Spot, radius: number, seed: number): Spot[] {
  return Array.from({ length: 28 }, (_, i): Spot => {
    const angle = (-i / 28) * 2 * Math.PI
    const r = radius * (1 + 0.28 * noiseAt(i * 40, radius, 130, seed))
    return [at[0] + Math.cos(angle) * r, at[1] + Math.sin(angle) * r * 0.8]
  })
}

/** The plain: almost level behind a low beach ridge, with hollows; from its end on it rises as the fans of the rivers. */
function plainHeight(town: Town, [x, y]: Spot, coast: number): number {
  const inland = Math.max(0, BAY - x)
  const level = 1.1 + Math.min(inland, PLAIN_END) * PLAIN_SLOPE + Math.max(0, inland - PLAIN_END) * FAN_SLOPE
  const ridge = 1.5 * ease(clamp(coast / 40, 0, 1)) * ease(clamp((140 - coast) / 100, 0, 1))
  const hollows = 0.55 * noiseAt(x, y, 360, town.seed + 7) * clamp((coast - 60) / 120, 0, 1)
  const aside = ease(clamp((Math.abs(y - TERRACE.middle) - TERRACE.from) / TERRACE.over, 0, 1))
  const terrace = TERRACE.height * aside * ease(clamp(coast / TERRACE.shore, 0, 1))
  return level * ease(clamp(coast / 30, 0.4, 1)) + ridge + hollows + terrace
}

/** Hills and plain before the rivers cut into them. */
function rawHeight(town: Town, spot: Spot, coast: number): number {
  const [x, y] = spot
  let hills = 0
  for (const { at, radius, height, power } of town.hills) {
    const square = ((x - at[0]) ** 2 + (y - at[1]) ** 2) / (radius * radius)
    hills += height * Math.exp(-(square ** ((power ?? 2) / 2)))
  }
  const rough = 1 + 0.25 * noiseAt(x, y, 420, town.seed) + 0.12 * noiseAt(x, y, 140, town.seed + 5)
  return plainHeight(town, spot, coast) + hills * rough * ease(clamp(coast / 420, 0, 1))
}

function layBed(town: Town, river: River, coastAt: (spot: Spot) => number): RiverBed {
  const bends = smooth(river.points, 45)
  const line = roughen(bends, 22, town.seed + 11)
  const track = trackOf(line)
  const along = [...track.along]
  const length = along.at(-1) as number
  let height = Infinity
  const bed = line.map((spot, i): Spot => {
    height = Math.min(height, rawHeight(town, spot, coastAt(spot)) * 0.75 - 1.5)
    return [along[i] as number, Math.max(-1, height)]
  })
  return { river, line, track, along, length, bed }
}

/** What one river does to one point: how far the ground is cut down, and how far its water is. */
type Reach = { readonly height: number; readonly fromWater: number; readonly along: number }

function reachOf({ river, track, length, bed }: RiverBed, spot: Spot, height: number): Reach {
  const near = nearestOnLine(track, spot)
  const share = near.along / length
  const fromWater = near.distance - mix(river.width[0], river.width[1], share) / 2
  const valley = mix(river.valley[0], river.valley[1], share)
  const bank = lookUp(bed, near.along) + BANK
  const isCut = near.distance < valley && bank < height
  const ground = isCut ? mix(bank, height, ease(near.distance / valley)) : height
  return { height: ground, fromWater, along: near.along }
}

/** Values on a grid over the town, read between its points. */
class Field {
  readonly columns: number
  readonly rows: number
  readonly values: Float64Array

  constructor(town: Town) {
    this.columns = Math.ceil((town.size[0] + 2 * MARGIN) / GRID) + 1
    this.rows = Math.ceil((town.size[1] + 2 * MARGIN) / GRID) + 1
    this.values = new Float64Array(this.columns * this.rows)
  }

  spots(): [index: number, spot: Spot][] {
    return Array.from(this.values, (_, i) => [
      i,
      [(i % this.columns) * GRID - MARGIN, Math.floor(i / this.columns) * GRID - MARGIN],
    ])
  }

  at([x, y]: Spot): number {
    const u = clamp((x + MARGIN) / GRID, 0, this.columns - 1.001)
    const v = clamp((y + MARGIN) / GRID, 0, this.rows - 1.001)
    const i = Math.floor(v) * this.columns + Math.floor(u)
    // No inner function here: this runs millions of times.
    const upper = mix(this.values[i] as number, this.values[i + 1] as number, u % 1)
    const j = i + this.columns
    return mix(upper, mix(this.values[j] as number, this.values[j + 1] as number, u % 1), v % 1)
  }
}

/** Works out the lie of the land once, on a grid, from the parameters of the town. */
export function makeTerrain(town: Town): Terrain {
  const coast = roughen(smooth(town.coast, 38, true), 40, town.seed + 3)
  const islets = town.islets.map((islet, i) => ringAround(islet.at, islet.radius, town.seed + 20 + i))
  const closed = [...coast, coast[0] as Spot]
  const shore = trackOf(closed)
  const coastAt = (spot: Spot): number =>
    nearestOnLine(shore, spot).distance * (isInRing(coast, spot) ? 1 : -1)
  const rivers = town.rivers.map((river) => layBed(town, river, coastAt))

  const heights = new Field(town)
  const coasts = new Field(town)
  const fromRiver = new Field(town)
  for (const [i, spot] of heights.spots()) {
    const distance = coastAt(spot)
    let height = distance < 0 ? -1 : rawHeight(town, spot, distance)
    let nearest = Infinity
    for (const bed of rivers) {
      const reach = reachOf(bed, spot, height)
      height = reach.height
      nearest = Math.min(nearest, reach.fromWater)
    }
    heights.values[i] = height
    coasts.values[i] = distance
    fromRiver.values[i] = nearest
  }
  const waters = readWaters()
  const at = (spot: Spot): Ground => ({
    height: withScarps(waters, spot, heights.at(spot)),
    coast: coasts.at(spot),
  })
  const works = makeWorks(waters, coast, rivers)
  return {
    coast,
    islets,
    rivers,
    at,
    fromRiver: (spot) => fromRiver.at(spot),
    height: (spot) => works.height(spot, at(spot).height, fromRiver.at(spot)),
    works,
  }
}
