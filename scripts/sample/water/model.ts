import { lookUp, nearestOnLine } from '../curve.ts'
import type { Terrain } from '../terrain.ts'
import type { Quarter, Spot, Town } from '../town.ts'
import { BLOCKED, quantised } from './solver.ts'
import type { Grid } from './solver.ts'
import type { RiverWaters } from './waters.ts'
import { crestOf, isOnWall, riverCrest } from './works.ts'

/** Metres of a side of the cells in which the water is reckoned. */
export const CELL = 32

/** A side of a river cell over which water can leave the river: the land cell beside it, and the place along the river. */
export type Gate = {
  readonly cell: number
  readonly river: RiverWaters
  readonly along: number
  /** The river's share of its length, its bed, its crest (metres above the sea) and its width (metres) there. */
  readonly share: number
  readonly bed: number
  readonly crest: number
  readonly width: number
}

/** The town as the solver sees it. */
export type Model = {
  readonly town: Town
  readonly terrain: Terrain
  readonly grid: Grid
  readonly gates: readonly Gate[]
  /** Cells of the sea beside land: their level is given. */
  readonly sea: Int32Array
}

/** Rivers are left out of the flow up to this far from their water: channel and levee. Metres. */
const RIVER_BAND = 12
/** The bed of the sea at the shore, metres. */
const SEA_BED = -1.5
/** No sea of these scenarios comes near this height, metres. */
const CLIFF = 12
/** A line touches every cell whose middle is nearer than half a diagonal. */
const HALF_DIAGONAL = 0.7072

/** Manning's n by what stands on the ground: built-up quarters, all else, the sea. Within the ranges of the MLIT manual on
 * flood zones (浸水想定区域図作成マニュアル 第4版 table 3.2-1: 0.025–0.05 for open land); houses make it rougher. */
const ROUGHNESS = { town: 0.08, land: 0.045, sea: 0.025 }

export const middleOf = (columns: number, cell: number): Spot => [
  ((cell % columns) + 0.5) * CELL,
  (Math.floor(cell / columns) + 0.5) * CELL,
]

/** The number of the cell in which a spot lies. */
export const cellAt = (grid: Grid, [x, y]: Spot): number =>
  Math.floor(y / CELL) * grid.columns + Math.floor(x / CELL)

type Band = { readonly river: RiverWaters; readonly gate: Omit<Gate, 'cell'> }

/** Which river runs through a cell. */
function riverIn(terrain: Terrain, spot: Spot): Band | null {
  if (terrain.fromRiver(spot) > CELL) return null
  let found: Band | null = null
  let nearest = Infinity
  for (const { bed, waters } of terrain.works.rivers) {
    const { distance, along } = nearestOnLine(bed.track, spot)
    const share = along / bed.length
    const width = bed.river.width[0] + (bed.river.width[1] - bed.river.width[0]) * share
    if (distance >= nearest || (distance > CELL * HALF_DIAGONAL && distance > width / 2 + RIVER_BAND))
      continue
    nearest = distance
    const height = lookUp(bed.bed, along)
    const crest = riverCrest(bed, waters, along)
    found = { river: waters, gate: { river: waters, along, share, bed: height, crest, width } }
  }
  return found
}

function groundOf(terrain: Terrain, spot: Spot): number {
  const { height, coast } = terrain.at(spot)
  if (coast < 0) return SEA_BED
  let out = height
  for (const wall of terrain.works.walls)
    if (isOnWall(wall, spot, CELL * HALF_DIAGONAL)) out = Math.max(out, crestOf(wall, height))
  return quantised(out)
}

/** True within the streets of a quarter (a rectangle turned by its angle, in degrees). */
function isBuiltUp({ at, half, angle }: Quarter, [x, y]: Spot): boolean {
  const turn = (angle * Math.PI) / 180
  const [dx, dy] = [x - at[0], y - at[1]]
  const along = dx * Math.cos(turn) + dy * Math.sin(turn)
  const across = dy * Math.cos(turn) - dx * Math.sin(turn)
  return Math.abs(along) <= half[0] && Math.abs(across) <= half[1]
}

function roughnessAt(town: Town, terrain: Terrain, spot: Spot): number {
  if (terrain.at(spot).coast < 0) return ROUGHNESS.sea
  return town.quarters.some((quarter) => isBuiltUp(quarter, spot)) ? ROUGHNESS.town : ROUGHNESS.land
}

/** The four cells beside a cell. */
const beside = (columns: number, cell: number): number[] => [
  cell - 1,
  cell + 1,
  cell - columns,
  cell + columns,
]

function gatesOf(grid: Grid, bands: ReadonlyMap<number, Band>): Gate[] {
  const gates = new Map<string, Gate>()
  for (const [cell, { gate }] of bands) {
    for (const next of beside(grid.columns, cell)) {
      if ((grid.ground[next] as number) >= BLOCKED || (grid.ground[next] as number) === SEA_BED) continue
      gates.set(`${next} ${gate.river.id}`, { ...gate, cell: next })
    }
  }
  return [...gates.values()]
}

/** The cells of the sea that touch low land stay; the open sea and the water below cliffs are left out. */
function seaShore(grid: Grid): Int32Array {
  const shore: number[] = []
  const { columns, rows, ground } = grid
  for (let cell = columns; cell < columns * (rows - 1); cell++) {
    if (ground[cell] !== SEA_BED) continue
    if (beside(columns, cell).some((next) => ground[next] !== SEA_BED && (ground[next] as number) < CLIFF))
      shore.push(cell)
  }
  for (let cell = 0; cell < ground.length; cell++) if (ground[cell] === SEA_BED) ground[cell] = BLOCKED
  for (const cell of shore) ground[cell] = SEA_BED
  return Int32Array.from(shore)
}

/** Lays the grid of the solver over the town. */
export function makeModel(town: Town, terrain: Terrain): Model {
  const columns = Math.ceil(town.size[0] / CELL)
  const rows = Math.ceil(town.size[1] / CELL)
  const ground = new Float64Array(columns * rows).fill(BLOCKED)
  const roughness = new Float64Array(columns * rows).fill(ROUGHNESS.land)
  const bands = new Map<number, Band>()
  for (let cell = 0; cell < ground.length; cell++) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) continue
    const spot = middleOf(columns, cell)
    const band = riverIn(terrain, spot)
    if (band !== null) {
      bands.set(cell, band)
      continue
    }
    ground[cell] = groundOf(terrain, spot)
    roughness[cell] = roughnessAt(town, terrain, spot)
  }
  const grid = { columns, rows, cell: CELL, ground, roughness }
  const gates = gatesOf(grid, bands)
  return { town, terrain, grid, gates, sea: seaShore(grid) }
}
