import { groundAt } from './grounds.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { isInQuarter } from './street-grid.ts'
import type { Terrain } from './terrain.ts'
import type { Quarter, Spot, Town } from './town.ts'
import { nearestOnSegment, SegmentIndex } from './weld-ways.ts'
import { metresBetween } from './way.ts'
import type { RoadPiece } from './way.ts'

/** A building as a ring in metres of the town, not closed. */
export type Building = readonly Spot[]

/** Where a building stands: its middle, the direction of its long side (a unit vector), and its two sides in metres. */
type Plot = { readonly centre: Spot; readonly along: Spot; readonly length: number; readonly depth: number }

/** `[smallest, largest]` long side, the same of the short side, and the step from one to the next; metres. */
type Style = { readonly length: Spot; readonly depth: Spot; readonly step: number }
const STYLES: { readonly [style in NonNullable<Quarter['style']>]: Style } = {
  houses: { length: [8, 13], depth: [7, 11], step: 16 },
  shops: { length: [9, 17], depth: [10, 15], step: 18 },
  apartments: { length: [34, 46], depth: [10, 12], step: 58 },
  sheds: { length: [26, 46], depth: [18, 26], step: 60 },
}
/** The long and the short side of what stands alone, by class of its name. Metres. */
const LARGE: Readonly<Record<string, Spot>> = {
  school: [70, 16],
  hospital: [52, 26],
  town_hall: [30, 18],
  stadium: [60, 42],
  grocery: [40, 28],
  museum: [34, 22],
  ferry_terminal: [40, 16],
}
const SMALL: Spot = [18, 13]
/** Between the middle of a street and the front of a house, metres. */
const FRONT = [5.5, 9] as const
/** Metres between what stands side by side; side of the squares in which plots are kept. */
const GAP = 2.2
const SQUARE = 50

const between = ([low, high]: readonly [number, number], random: Random): number =>
  low + random() * (high - low)

function corners({ centre, along, length, depth }: Plot): Spot[] {
  const [ux, uy] = along
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([a, b]): Spot => [
    centre[0] + (ux * length * (a as number) - uy * depth * (b as number)) / 2,
    centre[1] + (uy * length * (a as number) + ux * depth * (b as number)) / 2,
  ])
}

/** The house without one of its corners: the shape of an L. */
function cutCorner(ring: readonly Spot[], share: number): Spot[] {
  const [a, b, c, d] = ring as [Spot, Spot, Spot, Spot]
  const on = (from: Spot, to: Spot, t: number): Spot => [
    from[0] + (to[0] - from[0]) * t,
    from[1] + (to[1] - from[1]) * t,
  ]
  const [onTop, onSide] = [on(c, d, share), on(c, b, share)]
  const inner: Spot = [onTop[0] + onSide[0] - c[0], onTop[1] + onSide[1] - c[1]]
  return [a, b, onSide, inner, onTop, d]
}

/** True when two rectangles overlap, `gap` metres counted to the first: no side of either parts them. */
function overlap(p: Plot, q: Plot, gap: number): boolean {
  const [mine, theirs] = [corners({ ...p, length: p.length + 2 * gap, depth: p.depth + 2 * gap }), corners(q)]
  const axes: Spot[] = [p, q].flatMap(({ along: [x, y] }): Spot[] => [
    [x, y],
    [-y, x],
  ])
  return axes.every(([x, y]) => {
    const on = (ring: readonly Spot[]): number[] => ring.map((spot) => spot[0] * x + spot[1] * y)
    const [a, b] = [on(mine), on(theirs)]
    return Math.min(...a) < Math.max(...b) && Math.min(...b) < Math.max(...a)
  })
}

/** What stands where, so that nothing is built on a road, in the water or on another house. */
class Site {
  readonly #plots = new Map<string, Plot[]>()
  readonly #terrain: Terrain
  readonly #roads: readonly RoadPiece[]
  readonly #index: SegmentIndex

  constructor(terrain: Terrain, roads: readonly RoadPiece[]) {
    this.#terrain = terrain
    this.#roads = roads
    this.#index = new SegmentIndex(roads)
  }

  #key(spot: Spot, dx = 0, dy = 0): string {
    return `${Math.floor(spot[0] / SQUARE) + dx} ${Math.floor(spot[1] / SQUARE) + dy}`
  }

  #isClearOfRoads(plot: Plot): boolean {
    const reach = Math.hypot(plot.length, plot.depth) / 2 + 4
    const width = (piece: number): number =>
      /trunk|primary|secondary/.test(this.#roads[piece]?.class ?? '') ? 5 : 3
    const points = [...corners(plot), plot.centre]
    return [...this.#index.near(plot.centre, plot.centre, reach)].every((segment) => {
      const far = points.every((spot) => nearestOnSegment(segment, spot).distance > width(segment.piece))
      // A short end of a road may lie inside a large building without coming near a corner of it.
      return far && !isInside(plot, segment.a) && !isInside(plot, segment.b)
    })
  }

  #isFree(plot: Plot): boolean {
    const offsets = [-1, 0, 1]
    return offsets.every((dx) =>
      offsets.every((dy) =>
        (this.#plots.get(this.#key(plot.centre, dx, dy)) ?? []).every((other) => !overlap(plot, other, GAP)),
      ),
    )
  }

  /** Builds there when there is room. */
  build(plot: Plot): boolean {
    const onLand = corners(plot).every(
      (spot) => this.#terrain.at(spot).coast > 20 && this.#terrain.fromRiver(spot) > 19,
    )
    if (!onLand || !this.#isFree(plot) || !this.#isClearOfRoads(plot)) return false
    const key = this.#key(plot.centre)
    this.#plots.set(key, [...(this.#plots.get(key) ?? []), plot])
    return true
  }

  /** The direction of the nearest way and the foot of the spot on it. */
  frontOf(spot: Spot): { along: Spot; foot: Spot } | null {
    const near = [...this.#index.near(spot, spot, 90)].map((segment) => ({
      segment,
      ...nearestOnSegment(segment, spot),
    }))
    const best = near.sort((p, q) => p.distance - q.distance)[0]
    if (best === undefined) return null
    const { a, b } = best.segment
    const size = metresBetween(a, b) || 1
    return { along: [(b[0] - a[0]) / size, (b[1] - a[1]) / size], foot: best.at }
  }
}

function isInside({ centre, along, length, depth }: Plot, spot: Spot): boolean {
  const [dx, dy] = [spot[0] - centre[0], spot[1] - centre[1]]
  const [u, v] = [dx * along[0] + dy * along[1], dy * along[0] - dx * along[1]]
  return Math.abs(u) < length / 2 && Math.abs(v) < depth / 2
}

/** The building of a named spot, turned to the nearest way and moved back from it until it has room. */
function landmark(site: Site, spot: Spot, [length, depth]: Spot): Building | null {
  const front = site.frontOf(spot)
  const along = front?.along ?? [0.97, 0.24]
  const foot = front?.foot ?? spot
  const side = (spot[0] - foot[0]) * -along[1] + (spot[1] - foot[1]) * along[0] < 0 ? -1 : 1
  for (let back = 0; back <= 60; back += 6)
    for (const shift of [0, 12, -12]) {
      const centre: Spot = [
        spot[0] - along[1] * side * back + along[0] * shift,
        spot[1] + along[0] * side * back + along[1] * shift,
      ]
      const plot = { centre, along, length, depth }
      if (site.build(plot)) return corners(plot)
    }
  return null
}

const styleAt = (quarter: Quarter | undefined): Style =>
  STYLES[quarter?.style ?? (quarter?.use === 'industrial' ? 'sheds' : 'houses')]

/** Share of the places along a street where something stands. */
function densityOf(quarter: Quarter | undefined, { class: kind }: RoadPiece): number {
  if (quarter !== undefined) return quarter.density
  return /minor|primary|secondary|tertiary/.test(kind) ? 0.06 : 0
}

/** The houses on both sides of one straight part of a street. */
function along(town: Town, site: Site, road: RoadPiece, a: Spot, b: Spot, random: Random): Building[] {
  const size = metresBetween(a, b)
  const unit: Spot = [(b[0] - a[0]) / (size || 1), (b[1] - a[1]) / (size || 1)]
  const middle: Spot = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const quarter = town.quarters.find((each) => isInQuarter(each, middle))
  const style = styleAt(quarter)
  const out: Building[] = []
  for (let m = style.step / 2; m < size; m += style.step) {
    for (const sign of [1, -1]) {
      if (random() > densityOf(quarter, road)) continue
      const [length, depth] = [between(style.length, random), between(style.depth, random)]
      const back = sign * (depth / 2 + between(FRONT, random))
      const centre: Spot = [a[0] + unit[0] * m - unit[1] * back, a[1] + unit[1] * m + unit[0] * back]
      const isL = random() < 0.3
      const plot = { centre, along: unit, length, depth }
      if (groundAt(town, centre) !== null || !site.build(plot)) continue
      out.push(isL ? cutCorner(corners(plot), 0.35 + random() * 0.2) : corners(plot))
    }
  }
  return out
}

/** The large buildings of schools, hospitals, shops and halls, and the houses along the streets. */
export function placeBuildings(town: Town, terrain: Terrain, roads: readonly RoadPiece[]): Building[] {
  const random = randomFrom(town.seed + 200)
  const site = new Site(
    terrain,
    roads.filter((road) => road.class !== 'ferry' && road.brunnel !== 'tunnel'),
  )
  const out: Building[] = []
  for (const [, , , kind, subclass, x, y] of town.pois) {
    if (kind === 'park' || kind === 'attraction' || kind === 'railway') continue
    const isSmall = /kindergarten|clinic|dentist|convenience|community_centre/.test(subclass)
    const building = landmark(site, [x, y], (isSmall ? undefined : LARGE[kind]) ?? SMALL)
    if (building !== null) out.push(building)
  }
  for (const road of roads) {
    if (!/minor|tertiary|secondary|primary/.test(road.class) || road.brunnel !== '') continue
    for (const [i, b] of road.points.slice(1).entries())
      out.push(...along(town, site, road, road.points[i] as Spot, b, random))
  }
  return out
}
