import { nearestOnLine } from './curve.ts'
import type { Track } from './curve.ts'
import { groundAt } from './grounds.ts'
import type { Random } from './random.ts'
import type { Terrain } from './terrain.ts'
import type { Quarter, Spot, Town } from './town.ts'
import { midOf, plain } from './way.ts'
import type { Line } from './way.ts'

/** Streets of the grid keep so far, in metres, from the sea and from the water of a river: beyond the foot of a levee. */
const FROM_SEA = 38
const FROM_WATER = 22
/** Without a word of their own, streets go no higher than this, metres above the sea. */
const HIGHEST_STREET = 72
/** A street of the grid gives way to a named road that runs so near (metres) in about the same direction (cosine). */
const BESIDE = 32
const SAME_DIRECTION = 0.8
const STREET_NAMES: readonly (readonly [string, string])[] = [
  ['中央通り', 'Chuo-dori Street'],
  ['本町通り', 'Honmachi-dori Street'],
  ['駅前通り', 'Ekimae-dori Street'],
  ['港通り', 'Minato-dori Street'],
  ['川端通り', 'Kawabata-dori Street'],
  ['学校通り', 'Gakko-dori Street'],
  ['市場通り', 'Ichiba-dori Street'],
]

/** A node of a street grid, and whether a street can be there. */
type Node = { readonly spot: Spot; readonly valid: boolean }
type Grid = { readonly nodes: readonly (readonly Node[])[]; readonly columns: number; readonly rows: number }

const turn = ([x, y]: Spot, degrees: number): Spot => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [x * cos - y * sin, x * sin + y * cos]
}

/** True inside the rounded rectangle of the quarter. */
export function isInQuarter({ at, half, angle }: Quarter, spot: Spot): boolean {
  const [u, v] = turn([spot[0] - at[0], spot[1] - at[1]], -angle)
  return Math.abs(u / half[0]) ** 3.5 + Math.abs(v / half[1]) ** 3.5 <= 1
}

function nodeAt(terrain: Terrain, spot: Spot, highest: number, isAllowed: (spot: Spot) => boolean): Node {
  const ground = terrain.at(spot)
  const { pond } = terrain.works.waters
  const fromPond = Math.hypot(spot[0] - pond.at[0], spot[1] - pond.at[1]) - pond.radius
  const isDry = terrain.fromRiver(spot) >= FROM_WATER && fromPond >= FROM_WATER
  return {
    spot,
    valid: isDry && ground.coast > FROM_SEA && ground.height < highest && isAllowed(spot),
  }
}

type GridPlan = { readonly at: Spot; readonly half: Spot; readonly spacing: Spot; readonly angle: number }

function layGrid({ at, half, spacing, angle }: GridPlan, make: (spot: Spot) => Node, random: Random): Grid {
  const columns = Math.floor((2 * half[0]) / spacing[0]) + 1
  const rows = Math.floor((2 * half[1]) / spacing[1]) + 1
  const nodes = Array.from({ length: columns }, (_, i) =>
    Array.from({ length: rows }, (_row, j) => {
      const jitter: Spot = [(random() - 0.5) * 0.16 * spacing[0], (random() - 0.5) * 0.16 * spacing[1]]
      const [u, v] = turn(
        [(i - (columns - 1) / 2) * spacing[0] + jitter[0], (j - (rows - 1) / 2) * spacing[1] + jitter[1]],
        angle,
      )
      return make([at[0] + u, at[1] + v])
    }),
  )
  return { nodes, columns, rows }
}

/** Both families of lines of a grid: `line` counts across the family, `nodes` run along the line. */
function linesOf({ nodes, columns, rows }: Grid): { line: number; across: boolean; nodes: Node[] }[] {
  const along = nodes.map((column, line) => ({ line, across: false, nodes: [...column] }))
  const across = Array.from({ length: rows }, (_, line) => ({
    line,
    across: true,
    nodes: Array.from({ length: columns }, (_column, i) => nodes[i]?.[line] as Node),
  }))
  return [...along, ...across]
}

/** What the streets keep clear of. */
export type Surroundings = {
  readonly town: Town
  readonly terrain: Terrain
  /** The named roads: a street does not run beside one. */
  readonly roads: readonly Track[]
  /** The railway: only a main street has a crossing. */
  readonly railway: Track
}

/** The unit vector of a line at the metres along it. */
function directionAt({ xy, along }: Track, at: number): Spot {
  const next = along.findIndex((metres) => metres > at)
  const i = Math.max(1, next < 0 ? along.length - 1 : next)
  const [dx, dy] = [
    (xy[2 * i] as number) - (xy[2 * i - 2] as number),
    (xy[2 * i + 1] as number) - (xy[2 * i - 1] as number),
  ]
  const size = Math.hypot(dx, dy) || 1
  return [dx / size, dy / size]
}

function runsBeside({ roads }: Surroundings, a: Spot, b: Spot): boolean {
  const size = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  return roads.some((road) => {
    const near = nearestOnLine(road, midOf(a, b))
    if (near.distance > BESIDE) return false
    const [ux, uy] = directionAt(road, near.along)
    return Math.abs((ux * (b[0] - a[0]) + uy * (b[1] - a[1])) / size) > SAME_DIRECTION
  })
}

const crossesRailway = ({ railway }: Surroundings, a: Spot, b: Spot): boolean => {
  const reach = Math.hypot(b[0] - a[0], b[1] - a[1]) / 2
  return nearestOnLine(railway, midOf(a, b)).distance < reach
}

/** One line of a street grid, piece by piece from node to node. */
function streetAlong(around: Surroundings, nodes: readonly Node[], way: Line['way'], random: Random): Line[] {
  const isMain = way.class === 'tertiary'
  return nodes.flatMap((node, i) => {
    const before = nodes[i - 1]
    if (before === undefined || !before.valid || !node.valid) return []
    const isThere = isMain || random() > 0.07
    if (!isThere || runsBeside(around, before.spot, node.spot)) return []
    if (!isMain && crossesRailway(around, before.spot, node.spot)) return []
    return [{ way, points: [before.spot, node.spot], bridges: isMain }]
  })
}

/** Lanes through the middle of a block, where one neighbour can step over to the other. */
function lanes({ nodes, columns, rows }: Grid, share: number, random: Random): Line[] {
  const out: Line[] = []
  for (let i = 0; i + 1 < columns; i++)
    for (let j = 0; j + 1 < rows; j++) {
      const at = (di: number, dj: number): Node => nodes[i + di]?.[j + dj] as Node
      const corners = [at(0, 0), at(1, 0), at(0, 1), at(1, 1)] as const
      if (random() > share || !corners.every(({ valid }) => valid)) continue
      const [a, b, c, d] = corners
      const ends: [Spot, Spot] = [midOf(a.spot, c.spot), midOf(b.spot, d.spot)]
      out.push({
        way: { ...plain('service', 'service'), service: 'alley' },
        points: [ends[0], midOf(...ends), ends[1]],
        bridges: false,
      })
    }
  return out
}

function quarterStreets(
  around: Surroundings,
  quarter: Quarter,
  earlier: readonly Quarter[],
  random: Random,
): Line[] {
  const isAllowed = (spot: Spot): boolean =>
    isInQuarter(quarter, spot) &&
    !earlier.some((other) => isInQuarter(other, spot)) &&
    groundAt(around.town, spot) === null
  const grid = layGrid(
    quarter,
    (spot) => nodeAt(around.terrain, spot, quarter.highest ?? HIGHEST_STREET, isAllowed),
    random,
  )
  const streets = linesOf(grid).flatMap(({ line, across, nodes }) => {
    const isMain = line % quarter.mainEvery === Math.floor(quarter.mainEvery / 2)
    const names = STREET_NAMES[(line + (across ? 3 : 0)) % STREET_NAMES.length] as readonly [string, string]
    const named = isMain && quarter.name === 'downtown' ? names : (['', ''] as const)
    const way = isMain ? plain('tertiary', '', ...named) : plain('minor', 'residential')
    return streetAlong(around, nodes, way, random)
  })
  return [...streets, ...lanes(grid, quarter.lanes ?? 0, random)]
}

/** Field roads on the plain outside the quarters. */
function fieldRoads(around: Surroundings, random: Random): Line[] {
  const { town, terrain } = around
  const { angle, spacing, maxHeight, keep } = town.fields
  const isAllowed = (spot: Spot): boolean =>
    terrain.at(spot).height < maxHeight && !town.quarters.some((quarter) => isInQuarter(quarter, spot))
  const half: Spot = [town.size[0] * 0.6, town.size[1] * 0.6]
  const at: Spot = [town.size[0] / 2, town.size[1] / 2]
  const grid = layGrid(
    { at, half, spacing, angle },
    (spot) => nodeAt(terrain, spot, HIGHEST_STREET, isAllowed),
    random,
  )
  const out: Line[] = []
  for (const { nodes } of linesOf(grid)) {
    nodes.forEach((node, i) => {
      const before = nodes[i - 1]
      if (before === undefined || !before.valid || !node.valid || random() > keep) return
      const [x, y] = midOf(before.spot, node.spot)
      const bent: Spot = [x + (random() - 0.5) * 30, y + (random() - 0.5) * 30]
      const way = random() > 0.55 ? plain('track') : plain('minor', 'unclassified')
      if (runsBeside(around, before.spot, node.spot) || crossesRailway(around, before.spot, node.spot)) return
      out.push({ way, points: [before.spot, bent, node.spot], bridges: false })
    })
  }
  return out
}

/** The streets of all quarters, the lanes between them, and the roads of the fields. */
export function layStreets(around: Surroundings, random: Random): Line[] {
  const { quarters } = around.town
  return [
    ...quarters.flatMap((quarter, i) => quarterStreets(around, quarter, quarters.slice(0, i), random)),
    ...fieldRoads(around, random),
  ]
}
