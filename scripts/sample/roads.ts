import { smooth } from './curve.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'
import type { Terrain } from './terrain.ts'
import type { Quarter, Spot, Town } from './town.ts'

/** One piece of a way, as OpenStreetMap would hold it between two junctions. */
export type RoadPiece = {
  readonly class: string
  readonly subclass: string
  readonly ref: string
  readonly name: string
  readonly romaji: string
  readonly brunnel: '' | 'bridge' | 'tunnel'
  readonly points: readonly Spot[]
}

const PIECE = 130
/** Streets of the grid keep so far, in metres, from the sea and from the water of a river. */
const FROM_SEA = 38
const FROM_WATER = 14
const HIGHEST_STREET = 72
const STREET_NAMES: readonly (readonly [string, string])[] = [
  ['中央通り', 'Chuo-dori Street'],
  ['本町通り', 'Honmachi-dori Street'],
  ['駅前通り', 'Ekimae-dori Street'],
  ['港通り', 'Minato-dori Street'],
  ['川端通り', 'Kawabata-dori Street'],
  ['学校通り', 'Gakko-dori Street'],
  ['市場通り', 'Ichiba-dori Street'],
]

const midOf = (a: Spot, b: Spot): Spot => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

const crossesWater = (terrain: Terrain, points: readonly Spot[]): boolean =>
  points.some(
    (spot, i) =>
      terrain.fromRiver(spot) < 3 || (i > 0 && terrain.fromRiver(midOf(points[i - 1] as Spot, spot)) < 3),
  )

type Way = Pick<RoadPiece, 'class' | 'subclass' | 'ref' | 'name' | 'romaji'>

const plain = (kind: string, subclass = '', name = '', romaji = ''): Way => ({
  class: kind,
  subclass,
  ref: '',
  name,
  romaji,
})

function cutIntoPieces(way: Way, line: readonly Spot[], terrain: Terrain, tunnelAbove: number): RoadPiece[] {
  const out: RoadPiece[] = []
  for (let i = 0; i + 1 < line.length; i += 4) {
    const points = line.slice(i, i + 5)
    const inHill = points.every((spot) => terrain.at(spot).height > tunnelAbove)
    const brunnel = crossesWater(terrain, points) ? 'bridge' : inHill ? 'tunnel' : ''
    out.push({ ...way, brunnel, points })
  }
  return out
}

/** A node of a street grid, or null where no street can be. */
type Node = { readonly spot: Spot; readonly valid: boolean; readonly wet: boolean }

const turn = ([x, y]: Spot, degrees: number): Spot => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [x * cos - y * sin, x * sin + y * cos]
}

/** True inside the rounded rectangle of the quarter. */
export function isInQuarter({ at, half, angle }: Quarter, spot: Spot): boolean {
  const [u, v] = turn([spot[0] - at[0], spot[1] - at[1]], -angle)
  return Math.abs(u / half[0]) ** 3.5 + Math.abs(v / half[1]) ** 3.5 <= 1
}

function nodeAt(terrain: Terrain, spot: Spot, isAllowed: (spot: Spot) => boolean): Node {
  const ground = terrain.at(spot)
  const wet = terrain.fromRiver(spot) < FROM_WATER
  const onLand = ground.coast > FROM_SEA && ground.height < HIGHEST_STREET
  return { spot, wet: wet && onLand && isAllowed(spot), valid: onLand && !wet && isAllowed(spot) }
}

type Grid = { readonly nodes: readonly (readonly Node[])[]; readonly columns: number; readonly rows: number }

function layGrid(
  at: Spot,
  half: Spot,
  spacing: Spot,
  angle: number,
  make: (spot: Spot) => Node,
  random: Random,
): Grid {
  const [columns, rows] = [
    Math.floor((2 * half[0]) / spacing[0]) + 1,
    Math.floor((2 * half[1]) / spacing[1]) + 1,
  ]
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

function quarterStreets(
  terrain: Terrain,
  quarter: Quarter,
  earlier: readonly Quarter[],
  random: Random,
): RoadPiece[] {
  const isAllowed = (spot: Spot): boolean =>
    isInQuarter(quarter, spot) && !earlier.some((other) => isInQuarter(other, spot))
  const grid = layGrid(
    quarter.at,
    quarter.half,
    quarter.spacing,
    quarter.angle,
    (spot) => nodeAt(terrain, spot, isAllowed),
    random,
  )
  return linesOf(grid).flatMap(({ line, across, nodes }) => {
    const isMain = line % quarter.mainEvery === Math.floor(quarter.mainEvery / 2)
    const [name, romaji] = STREET_NAMES[(line + (across ? 3 : 0)) % STREET_NAMES.length] as readonly [
      string,
      string,
    ]
    const named = isMain && quarter.name === 'downtown'
    const way = isMain
      ? plain('tertiary', '', named ? name : '', named ? romaji : '')
      : plain('minor', 'residential')
    return streetAlong(terrain, way, nodes, isMain, random)
  })
}

/** One line of a street grid. Only a main street goes on beyond a river, over a bridge. */
function streetAlong(
  terrain: Terrain,
  way: Way,
  nodes: readonly Node[],
  isMain: boolean,
  random: Random,
): RoadPiece[] {
  const out: RoadPiece[] = []
  let last: Node | null = null
  let overWater = false
  for (const node of nodes) {
    if (node.valid && last !== null && (!overWater || isMain)) {
      const points = [last.spot, node.spot]
      const bridge = overWater || crossesWater(terrain, points)
      const isThere = isMain || (!bridge && random() > 0.07)
      if (isThere) out.push({ ...way, brunnel: bridge ? 'bridge' : '', points })
    }
    overWater = node.valid ? false : node.wet
    if (node.valid) last = node
    else if (!node.wet) last = null
  }
  return out
}

/** Field roads on the plain outside the quarters. */
function fieldRoads(town: Town, terrain: Terrain, random: Random): RoadPiece[] {
  const { angle, spacing, maxHeight, keep } = town.fields
  const isAllowed = (spot: Spot): boolean =>
    terrain.at(spot).height < maxHeight && !town.quarters.some((quarter) => isInQuarter(quarter, spot))
  const half: Spot = [town.size[0] * 0.6, town.size[1] * 0.6]
  const centre: Spot = [town.size[0] / 2, town.size[1] / 2]
  const grid = layGrid(centre, half, spacing, angle, (spot) => nodeAt(terrain, spot, isAllowed), random)
  const out: RoadPiece[] = []
  for (const { nodes } of linesOf(grid)) {
    nodes.forEach((node, i) => {
      const before = nodes[i - 1]
      if (before === undefined || !before.valid || !node.valid || random() > keep) return
      if (crossesWater(terrain, [before.spot, node.spot])) return
      const bent: Spot = midOf(before.spot, node.spot)
      const points = [
        before.spot,
        [bent[0] + (random() - 0.5) * 30, bent[1] + (random() - 0.5) * 30] as Spot,
        node.spot,
      ]
      out.push({
        ...(random() > 0.55 ? plain('track') : plain('minor', 'unclassified')),
        brunnel: '',
        points,
      })
    })
  }
  return out
}

/** All ways of the town: named roads first, then streets, field roads, paths, the railway and the ferry. */
export function layRoads(town: Town, terrain: Terrain): RoadPiece[] {
  const random = randomFrom(town.seed + 100)
  const step = PIECE / 4
  const named = town.roads.flatMap((road) =>
    cutIntoPieces({ ...road, subclass: '' }, smooth(road.points, step), terrain, Infinity),
  )
  const streets = town.quarters.flatMap((quarter, i) =>
    quarterStreets(terrain, quarter, town.quarters.slice(0, i), random),
  )
  const paths = town.paths.flatMap((path) =>
    cutIntoPieces(plain('path', path.subclass, path.name), smooth(path.points, step), terrain, Infinity),
  )
  const rail = cutIntoPieces(
    plain('rail', 'rail', town.railway.name, town.railway.romaji),
    smooth(town.railway.points, step),
    terrain,
    26,
  )
  const pier: RoadPiece = { ...plain('pier'), brunnel: '', points: town.pier }
  const ferry: RoadPiece = { ...plain('ferry'), brunnel: '', points: smooth(town.ferry, 200) }
  return [...named, ...streets, ...fieldRoads(town, terrain, random), ...paths, ...rail, pier, ferry]
}
