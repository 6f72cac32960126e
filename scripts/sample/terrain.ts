import { isInRing, lengthsAlong, lookUp, nearestOnLine, smooth } from './curve.ts'
import { noiseAt } from './random.ts'
import type { River, Spot, Town } from './town.ts'

/** A river on the ground: its line, how far along each point is, and the height of its bed there, in metres. */
export type RiverBed = {
  readonly river: River
  readonly line: readonly Spot[]
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
  /** Height of the water of a river in its largest conceivable flood, metres above the sea; far below the ground where it does not reach. */
  readonly waterAt: (bed: RiverBed, spot: Spot) => number
}

/** Metres between the points at which the height is worked out; between them it is interpolated. */
const GRID = 25
/** The grid goes so far beyond the town, in metres. */
const MARGIN = 400

/** A flood spreads no farther than this from the middle of the river, in metres, and loses so much height for each metre. */
const REACH = 1500
const LOSS = 0.0011
const NO_WATER = -1000

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))
const ease = (t: number): number => t * t * (3 - 2 * t)
const mix = (a: number, b: number, t: number): number => a + (b - a) * t

const roughen = (line: readonly Spot[], by: number, seed: number): Spot[] =>
  line.map(([x, y]) => [x + noiseAt(x, y, 170, seed) * by, y + noiseAt(x, y, 170, seed + 1) * by])

function isletRing(at: Spot, radius: number, seed: number): Spot[] {
  return Array.from({ length: 28 }, (_, i): Spot => {
    const angle = (-i / 28) * 2 * Math.PI
    const r = radius * (1 + 0.28 * noiseAt(i * 40, radius, 130, seed))
    return [at[0] + Math.cos(angle) * r, at[1] + Math.sin(angle) * r * 0.8]
  })
}

/** Hills and plain before the rivers cut into them. */
function rawHeight(town: Town, [x, y]: Spot, coast: number): number {
  const inland = Math.max(0, 6900 - x)
  const plain = 1 + Math.min(1, coast / 120) * 1.6 + inland * 0.0042
  let hills = 0
  for (const { at, radius, height } of town.hills)
    hills += height * Math.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / (radius * radius))
  const rough = 1 + 0.25 * noiseAt(x, y, 420, town.seed) + 0.12 * noiseAt(x, y, 140, town.seed + 5)
  return plain + hills * rough * ease(clamp(coast / 420, 0, 1))
}

function layBed(town: Town, river: River, coastAt: (spot: Spot) => number): RiverBed {
  const bends = smooth(river.points, 45)
  const line = roughen(bends, 22, town.seed + 11)
  const along = lengthsAlong(line)
  const length = along.at(-1) as number
  let height = Infinity
  const bed = line.map((spot, i): Spot => {
    height = Math.min(height, rawHeight(town, spot, coastAt(spot)) * 0.75 - 1.5)
    return [along[i] as number, Math.max(-1, height)]
  })
  return { river, line, along, length, bed }
}

/** What one river does to one point: how far the ground is cut down, how far the middle is, how high a flood stands. */
type Reach = { readonly height: number; readonly fromWater: number; readonly water: number }

function reachOf({ river, line, along, length, bed }: RiverBed, spot: Spot, height: number): Reach {
  const near = nearestOnLine(line, along, spot)
  const share = near.along / length
  const fromWater = near.distance - mix(river.width[0], river.width[1], share) / 2
  if (near.distance > REACH) return { height, fromWater, water: NO_WATER }
  const low = lookUp(bed, near.along)
  const valley = mix(river.valley[0], river.valley[1], share)
  const cut = near.distance < valley && low + 1.6 < height
  return {
    height: cut ? mix(low + 1.6, height, ease(near.distance / valley)) : height,
    fromWater,
    water: low + lookUp(river.stage, share) - near.distance * LOSS,
  }
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
    const value = (k: number): number => this.values[k] as number
    const upper = mix(value(i), value(i + 1), u % 1)
    return mix(upper, mix(value(i + this.columns), value(i + this.columns + 1), u % 1), v % 1)
  }
}

/** Works out the lie of the land once, on a grid, from the parameters of the town. */
export function makeTerrain(town: Town): Terrain {
  const coast = roughen(smooth(town.coast, 60, true), 34, town.seed + 3)
  const islets = town.islets.map((islet, i) => isletRing(islet.at, islet.radius, town.seed + 20 + i))
  const closed = [...coast, coast[0] as Spot]
  const coastAlong = lengthsAlong(closed)
  const coastAt = (spot: Spot): number =>
    nearestOnLine(closed, coastAlong, spot).distance * (isInRing(coast, spot) ? 1 : -1)
  const rivers = town.rivers.map((river) => layBed(town, river, coastAt))

  const heights = new Field(town)
  const coasts = new Field(town)
  const fromRiver = new Field(town)
  const water = new Map(rivers.map((bed) => [bed, new Field(town)]))
  for (const [i, spot] of heights.spots()) {
    const distance = coastAt(spot)
    let height = distance < 0 ? -1 : rawHeight(town, spot, distance)
    let nearest = Infinity
    for (const [bed, field] of water) {
      const reach = reachOf(bed, spot, height)
      height = reach.height
      nearest = Math.min(nearest, reach.fromWater)
      field.values[i] = reach.water
    }
    heights.values[i] = height
    coasts.values[i] = distance
    fromRiver.values[i] = nearest
  }
  return {
    coast,
    islets,
    rivers,
    at: (spot) => ({ height: heights.at(spot), coast: coasts.at(spot) }),
    fromRiver: (spot) => fromRiver.at(spot),
    waterAt: (bed, spot) => water.get(bed)?.at(spot) ?? NO_WATER,
  }
}
