import { sevenThirds } from './power-table.ts'

/**
 * Flow of shallow water over a regular grid by the local inertial approximation: Bates, Horritt & Fewtrell (2010), J. Hydrology
 * 387, 33–45, equation 11. It leaves out the convective acceleration, so it is good where water spreads over plains and wrong
 * in bores and jets: water that falls onto dry, smooth ground arrives later than it would (up to three times, without
 * friction), and a bore is too high and too slow. `solver.test.ts` shows by how much. Flow faster than a shallow wave (Froude
 * number above 1) is held at that speed.
 *
 * Every machine gives the same numbers: only + − × ÷ and square roots (IEEE 754), and a table for the power 7/3.
 */
export type Grid = {
  readonly columns: number
  readonly rows: number
  /** Metres of a side of a cell. */
  readonly cell: number
  /** Height of the ground, metres; {@link BLOCKED} = no water ever enters. Row by row from the south. The outermost cells must be blocked. */
  readonly ground: Float64Array
  /** Manning's n of each cell, s/m^(1/3). */
  readonly roughness: Float64Array
}

/** The height of a cell that is no part of the flow. */
export const BLOCKED = 1e6

/** Standard gravity rounded as hydraulics does, m/s². */
export const GRAVITY = 9.81
/** A film thinner than this does not flow, metres. */
const FILM = 0.001
/** The α of Bates et al., who advise 0.2–0.7: on a plain grid waves in both directions allow at most 1/√2. */
const STEP_SHARE = 0.5
/**
 * Weight of a flux against the mean of its two neighbours in line: the θ of de Almeida, Bates, Freer & Souvignet (2012), Water
 * Resources Research 48, W05528, which keeps the scheme stable where friction is small. 1 would be the scheme of 2010.
 */
const CENTRED = 0.8
const BESIDE = (1 - CENTRED) / 2
/** The longest time step, seconds, however shallow the water is. */
const LONGEST_STEP = 15

/** Heights are kept to 1/1024 m: then `level − ground + ground` is exact, and a lake at rest stays exactly still. */
export const quantised = (metres: number): number => Math.round(metres * 1024) / 1024

/** Water over a grid. `depth` in metres; `east` and `north` in m²/s through the western and the southern side of each cell. */
export class ShallowWater {
  readonly grid: Grid
  readonly depth: Float64Array
  east: Float64Array
  north: Float64Array
  private nextEast: Float64Array
  private nextNorth: Float64Array
  /** The span of columns of each row in which there has ever been water; first > last = none. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** The greatest depth after the last step, metres. */
  deepest = 0

  constructor(grid: Grid) {
    const size = grid.columns * grid.rows
    this.grid = grid
    this.depth = new Float64Array(size)
    this.east = new Float64Array(size)
    this.north = new Float64Array(size)
    this.nextEast = new Float64Array(size)
    this.nextNorth = new Float64Array(size)
    this.first = new Int32Array(grid.rows).fill(grid.columns)
    this.last = new Int32Array(grid.rows).fill(-1)
  }

  /** Adds (or takes) a depth of water in one cell. Returns the metres that were really added: a cell never holds less than none. */
  pour(cell: number, metres: number): number {
    const before = this.depth[cell] as number
    const after = Math.max(0, before + metres)
    this.depth[cell] = after
    if (after > 0) this.widen(cell)
    if (after > this.deepest) this.deepest = after
    return after - before
  }

  /** The longest time step, in seconds, that keeps the flow stable (Courant–Friedrichs–Lewy). */
  stableStep(): number {
    if (this.deepest <= 0) return LONGEST_STEP
    return Math.min(LONGEST_STEP, (STEP_SHARE * this.grid.cell) / Math.sqrt(GRAVITY * this.deepest))
  }

  /** Moves the water on by `seconds`. */
  step(seconds: number): void {
    for (let row = 1; row < this.grid.rows - 1; row++) this.flowInRow(row, seconds)
    ;[this.east, this.nextEast] = [this.nextEast, this.east]
    ;[this.north, this.nextNorth] = [this.nextNorth, this.north]
    for (let row = 1; row < this.grid.rows - 1; row++) this.keepPositive(row, seconds)
    this.deepest = 0
    for (let row = 1; row < this.grid.rows - 1; row++) this.fillRow(row, seconds)
  }

  /** Cubic metres of water on the grid. */
  volume(): number {
    let sum = 0
    for (const metres of this.depth) sum += metres
    return sum * this.grid.cell * this.grid.cell
  }

  private widen(cell: number): void {
    const row = Math.floor(cell / this.grid.columns)
    const column = cell - row * this.grid.columns
    if (column < (this.first[row] as number)) this.first[row] = column
    if (column > (this.last[row] as number)) this.last[row] = column
  }

  /** The columns of a row whose western or southern side may carry water: one more than any that is wet beside it. */
  private reach(row: number): [from: number, to: number] {
    let from = this.first[row] as number
    let to = this.last[row] as number
    for (let next = row - 1; next <= row + 1; next += 2) {
      from = Math.min(from, this.first[next] as number)
      to = Math.max(to, this.last[next] as number)
    }
    return [Math.max(1, from - 1), Math.min(this.grid.columns - 2, to + 1)]
  }

  private flowInRow(row: number, seconds: number): void {
    const { columns, ground, roughness } = this.grid
    const { depth, east, north, nextEast, nextNorth } = this
    const perCell = seconds / this.grid.cell
    const [from, to] = this.reach(row)
    for (let i = row * columns + from; i <= row * columns + to; i++) {
      const w = i - 1
      const s = i - columns
      const here = depth[i] as number
      const z = ground[i] as number
      const n = roughness[i] as number
      const drag = GRAVITY * seconds * n * n
      if (here > FILM || (depth[w] as number) > FILM) {
        const q = east[i] as number
        const mean = CENTRED * q + BESIDE * ((east[w] as number) + (east[i + 1] as number))
        nextEast[i] = flux(q, mean, z, here, ground[w] as number, depth[w] as number, drag, perCell)
      } else nextEast[i] = 0
      if (here > FILM || (depth[s] as number) > FILM) {
        const q = north[i] as number
        const mean = CENTRED * q + BESIDE * ((north[s] as number) + (north[i + columns] as number))
        nextNorth[i] = flux(q, mean, z, here, ground[s] as number, depth[s] as number, drag, perCell)
      } else nextNorth[i] = 0
    }
  }

  /** No cell gives more than it has: what flows out of it is cut in the same proportion on all sides, so that none is lost. */
  private keepPositive(row: number, seconds: number): void {
    const { columns } = this.grid
    const { depth, east, north } = this
    const share = seconds / this.grid.cell
    const [from, to] = this.reach(row)
    for (let i = row * columns + from; i <= row * columns + to; i++) {
      const e = i + 1
      const n = i + columns
      const out =
        Math.max(0, east[e] as number) +
        Math.max(0, -(east[i] as number)) +
        Math.max(0, north[n] as number) +
        Math.max(0, -(north[i] as number))
      const has = depth[i] as number
      if (out * share <= has) continue
      const cut = has / (out * share)
      if ((east[e] as number) > 0) east[e] = (east[e] as number) * cut
      if ((east[i] as number) < 0) east[i] = (east[i] as number) * cut
      if ((north[n] as number) > 0) north[n] = (north[n] as number) * cut
      if ((north[i] as number) < 0) north[i] = (north[i] as number) * cut
    }
  }

  private fillRow(row: number, seconds: number): void {
    const { columns } = this.grid
    const { depth, east, north } = this
    const share = seconds / this.grid.cell
    const [from, to] = this.reach(row)
    let deepest = this.deepest
    for (let column = from; column <= to; column++) {
      const i = row * columns + column
      const change =
        (east[i] as number) - (east[i + 1] as number) + (north[i] as number) - (north[i + columns] as number)
      if (change === 0 && depth[i] === 0) continue
      // A rounding of 1e-17 below nothing is nothing.
      const after = Math.max(0, (depth[i] as number) + change * share)
      depth[i] = after
      if (after > deepest) deepest = after
      if (after === 0) continue
      if (column < (this.first[row] as number)) this.first[row] = column
      if (column > (this.last[row] as number)) this.last[row] = column
    }
    this.deepest = deepest
  }
}

/**
 * The new flux in m²/s between two cells, positive from `b` (west or south) to `a`; z = ground, d = depth in metres, `mean` the
 * flux averaged with its neighbours, `drag` = g·Δt·n², `perCell` = Δt / cell.
 */
function flux(
  before: number,
  mean: number,
  za: number,
  da: number,
  zb: number,
  db: number,
  drag: number,
  perCell: number,
): number {
  const levelA = za + da
  const levelB = zb + db
  const height = (levelA > levelB ? levelA : levelB) - (za > zb ? za : zb)
  if (height <= FILM) return 0
  const push = mean - GRAVITY * height * perCell * (levelA - levelB)
  const power = sevenThirds(height)
  const after = (push * power) / (power + drag * (before < 0 ? -before : before))
  // Not faster than a shallow wave; the root is taken only where it is needed.
  if (after * after <= GRAVITY * height * height * height) return after
  const limit = height * Math.sqrt(GRAVITY * height)
  return after > 0 ? limit : -limit
}
