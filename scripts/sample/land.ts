import { lookUp } from './curve.ts'
import { noiseAt, randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { isInQuarter } from './roads.ts'
import type { RoadPiece } from './roads.ts'
import type { RiverBed, Terrain } from './terrain.ts'
import type { Spot, Town } from './town.ts'
import { traceGrid } from '../lib/tiles/trace-grid.ts'
import { twiceArea } from '../lib/tiles/mvt.ts'

/** What covers the ground, as OpenMapTiles names it. Rings in metres of the town, outer first, not closed. */
export type Cover = {
  readonly layer: 'landcover' | 'landuse'
  readonly class: string
  readonly subclass: string
  readonly rings: readonly (readonly Spot[])[]
}

/** Metres of a cell of the land cover. */
const CELL = 25
const KINDS: readonly (readonly [layer: Cover['layer'], kind: string, subclass: string])[] = [
  ['landcover', 'wood', 'wood'],
  ['landcover', 'farmland', 'farmland'],
  ['landuse', 'residential', ''],
  ['landuse', 'industrial', ''],
  ['landcover', 'grass', 'park'],
  ['landcover', 'sand', 'beach'],
  ['landuse', 'school', ''],
  ['landuse', 'hospital', ''],
]
const numberOf = (kind: string): number => KINDS.findIndex(([, name]) => name === kind) + 1

/** How far, in metres, the ground of a school, a hospital or a park reaches around its name. */
const GROUNDS: Readonly<Record<string, Spot>> = { school: [75, 60], hospital: [55, 45], park: [70, 60] }

function kindAt(town: Town, terrain: Terrain, spot: Spot): number {
  const [x, y] = spot
  const { height, coast } = terrain.at(spot)
  if (coast < 6) return 0
  if (coast < 55 && height < 5 && town.beaches.some(([bx, by]) => Math.hypot(x - bx, y - by) < 620))
    return numberOf('sand')
  for (const [, , , kind, , px, py] of town.pois) {
    const ground = GROUNDS[kind]
    if (ground && Math.abs(x - px) < ground[0] && Math.abs(y - py) < ground[1])
      return numberOf(kind === 'park' ? 'grass' : kind)
  }
  const quarter = town.quarters.find((each) => isInQuarter(each, spot))
  const treeLine = 40 + 14 * noiseAt(x, y, 230, town.seed + 41)
  if (quarter !== undefined && height < 80) return numberOf(quarter.use)
  if (height > treeLine) return numberOf('wood')
  if (terrain.fromRiver(spot) < 22) return numberOf('grass')
  return noiseAt(x, y, 310, town.seed + 42) > 0.42 ? 0 : numberOf('farmland')
}

/** Woods, fields, quarters and grounds, as areas that fit together without gaps. */
export function coverLand(town: Town, terrain: Terrain): Cover[] {
  const side = Math.ceil(Math.max(...town.size) / CELL)
  const cells = new Uint8Array(side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      cells[row * side + column] = kindAt(town, terrain, [
        (column + 0.5) * CELL,
        town.size[1] - (row + 0.5) * CELL,
      ])
  const out: Cover[] = []
  for (const [number, rings] of traceGrid({ side, cells }, { tolerance: 1, fixedAt: [] })) {
    const [layer, kind, subclass] = KINDS[number - 1] as (typeof KINDS)[number]
    let current: Spot[][] = []
    for (const ring of rings) {
      if (twiceArea(ring) > 0) out.push({ layer, class: kind, subclass, rings: (current = []) })
      const spots: Spot[] = []
      for (let i = 0; i < ring.length; i += 2)
        spots.push([(ring[i] as number) * CELL, town.size[1] - (ring[i + 1] as number) * CELL])
      current.push(spots)
    }
  }
  return out
}

/** The water of a river as a ring around its line, as wide as the river is there. */
export function riverRing({ river, line, along, length }: RiverBed): Spot[] {
  const side = (sign: number): Spot[] =>
    line.map((spot, i): Spot => {
      const [a, b] = [line[Math.max(0, i - 1)] as Spot, line[Math.min(line.length - 1, i + 1)] as Spot]
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const share = (along[i] as number) / length
      const half =
        (lookUp(
          [
            [0, river.width[0]],
            [1, river.width[1]],
          ],
          share,
        ) /
          2) *
        sign
      const size = Math.hypot(dx, dy) || 1
      return [spot[0] - (dy / size) * half, spot[1] + (dx / size) * half]
    })
  return [...side(1), ...side(-1).reverse()]
}

/** A building as a ring in metres of the town. */
export type Building = readonly Spot[]

function rectangle(centre: Spot, along: Spot, length: number, depth: number): Building {
  const [ux, uy] = along
  const corner = (a: number, b: number): Spot => [
    centre[0] + (ux * length * a - uy * depth * b) / 2,
    centre[1] + (uy * length * a + ux * depth * b) / 2,
  ]
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

/** Keeps what was placed, in squares of 25 m, so that nothing is built on a road or on another house. */
class Plots {
  private readonly squares = new Map<string, Spot[]>()

  private key([x, y]: Spot): string {
    return `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`
  }

  add(spot: Spot): void {
    const key = this.key(spot)
    const there = this.squares.get(key)
    if (there === undefined) this.squares.set(key, [spot])
    else there.push(spot)
  }

  isFree([x, y]: Spot, radius: number): boolean {
    const steps = [-CELL, 0, CELL]
    const near = steps.flatMap((dx) =>
      steps.flatMap((dy) => this.squares.get(this.key([x + dx, y + dy])) ?? []),
    )
    return near.every(([px, py]) => Math.hypot(px - x, py - y) >= radius)
  }
}

function alongRoad(road: RoadPiece, step: number): { spot: Spot; along: Spot }[] {
  const out: { spot: Spot; along: Spot }[] = []
  for (let i = 1; i < road.points.length; i++) {
    const [a, b] = [road.points[i - 1] as Spot, road.points[i] as Spot]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const unit: Spot = [(b[0] - a[0]) / (length || 1), (b[1] - a[1]) / (length || 1)]
    for (let m = step / 2; m < length; m += step)
      out.push({ spot: [a[0] + unit[0] * m, a[1] + unit[1] * m], along: unit })
  }
  return out
}

function densityAt(town: Town, spot: Spot, road: RoadPiece): number {
  const quarter = town.quarters.find((each) => isInQuarter(each, spot))
  if (quarter !== undefined) return quarter.density
  return road.class === 'minor' || road.class === 'primary' || road.class === 'secondary' ? 0.06 : 0
}

function houseAt(terrain: Terrain, plots: Plots, spot: Spot, along: Spot, random: Random): Building | null {
  const [length, depth] = [8 + random() * 5, 7 + random() * 4]
  const ground = terrain.at(spot)
  if (ground.coast < 22 || terrain.fromRiver(spot) < 12 || !plots.isFree(spot, 12.5)) return null
  plots.add(spot)
  return rectangle(spot, along, length, depth)
}

/** The houses on both sides of a street at one place along it. */
function housesAt(
  town: Town,
  terrain: Terrain,
  plots: Plots,
  road: RoadPiece,
  { spot, along }: { readonly spot: Spot; readonly along: Spot },
  random: Random,
): Building[] {
  const density = densityAt(town, spot, road)
  return [1, -1].flatMap((sign) => {
    if (random() > density) return []
    const back = sign * (13 + random() * 4)
    const house = houseAt(
      terrain,
      plots,
      [spot[0] - along[1] * back, spot[1] + along[0] * back],
      along,
      random,
    )
    return house === null ? [] : [house]
  })
}

/** Houses along the streets, and the large buildings of schools, hospitals, the city hall and the port. */
export function placeBuildings(town: Town, terrain: Terrain, roads: readonly RoadPiece[]): Building[] {
  const random = randomFrom(town.seed + 200)
  const plots = new Plots()
  const out: Building[] = []
  for (const road of roads)
    if (road.class !== 'ferry') for (const { spot } of alongRoad(road, 9)) plots.add(spot)
  const large: Readonly<Record<string, Spot>> = {
    school: [70, 16],
    hospital: [52, 26],
    town_hall: [36, 22],
    stadium: [60, 42],
    grocery: [40, 28],
  }
  for (const [, , , kind, , x, y] of town.pois) {
    const size = large[kind]
    if (size === undefined) continue
    out.push(rectangle([x, y], [0.97, 0.24], size[0], size[1]))
    for (let dx = -size[0] / 2; dx <= size[0] / 2; dx += 12) plots.add([x + dx, y + dx * 0.24])
  }
  for (const road of roads) {
    if (!/minor|tertiary|secondary|primary/.test(road.class) || road.brunnel !== '') continue
    for (const place of alongRoad(road, 17)) out.push(...housesAt(town, terrain, plots, road, place, random))
  }
  return out
}
