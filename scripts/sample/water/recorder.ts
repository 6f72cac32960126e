import { GRAVITY } from './solver.ts'
import type { Grid, ShallowWater } from './solver.ts'

/** One kept state: depth in metres and speed in m/s of each cell. */
export type Frame = { readonly minute: number; readonly depth: Float32Array; readonly speed: Float32Array }

/** What came of a run, for each cell. */
export type Outcome = {
  readonly depth: Float32Array
  /** Highest level of the water, metres above the sea; meaningless where `depth` is 0. */
  readonly level: Float32Array
  /** Highest speed, m/s. */
  readonly speed: Float32Array
  /** Highest speed² × depth, m³/s². */
  readonly force: Float32Array
  /** Minutes until water of {@link ARRIVED} metres; −1 = never. */
  readonly arrival: Float32Array
  /** Hours with at least {@link LASTING} metres; includes what the drawdown after the run takes. */
  readonly hours: Float32Array
  readonly frames: readonly Frame[]
}

/** From this depth on water has arrived, metres. */
const ARRIVED = 0.1
/** The depth whose duration is told (浸水継続時間), metres. */
const LASTING = 0.5
/** Water that stands at the end of a run falls by so many metres an hour: pumps and opened levees. Our choice, about 0.25 m a day. */
const DRAWDOWN = 0.0104
/** Less is not read: film that the solver does not move properly. */
const WET = 0.02
/** Speed is told of water at least so deep, metres. */
const FLOWING = 0.05

/** Reads maxima, arrivals and durations while a run goes on. */
export class Recorder {
  private readonly grid: Grid
  private readonly isSea: Uint8Array
  private readonly frames: Frame[] = []
  private readonly out: Omit<Outcome, 'frames'>

  constructor(grid: Grid, sea: Int32Array) {
    const size = grid.columns * grid.rows
    const field = (): Float32Array => new Float32Array(size)
    this.grid = grid
    this.isSea = new Uint8Array(size)
    for (const cell of sea) this.isSea[cell] = 1
    this.out = {
      depth: field(),
      level: field(),
      speed: field(),
      force: field(),
      arrival: field().fill(-1),
      hours: field(),
    }
  }

  read(water: ShallowWater, seconds: number, since: number): void {
    const { depth, level, speed, force, arrival, hours } = this.out
    this.eachWet(water, (i, d) => {
      if (d > (depth[i] as number)) {
        depth[i] = d
        level[i] = (this.grid.ground[i] as number) + d
      }
      if (d > FLOWING) {
        const v = this.speedOf(water, i)
        if (v > (speed[i] as number)) speed[i] = v
        if (v * v * d > (force[i] as number)) force[i] = v * v * d
      }
      if (d >= ARRIVED && (arrival[i] as number) < 0) arrival[i] = seconds / 60
      if (d >= LASTING) hours[i] = (hours[i] as number) + since / 3600
    })
  }

  keep(water: ShallowWater, minute: number): void {
    const depth = new Float32Array(this.isSea.length)
    const speed = new Float32Array(this.isSea.length)
    this.eachWet(water, (i, d) => {
      depth[i] = d
      if (d > FLOWING) speed[i] = this.speedOf(water, i)
    })
    this.frames.push({ minute, depth, speed })
  }

  outcome(water: ShallowWater): Outcome {
    this.eachWet(water, (i, d) => {
      if (d > LASTING) this.out.hours[i] = (this.out.hours[i] as number) + (d - LASTING) / DRAWDOWN
    })
    return { ...this.out, frames: this.frames }
  }

  /** The speed in the middle of a cell, m/s: the mean of the speeds through opposite sides. */
  private speedOf(water: ShallowWater, i: number): number {
    const { columns } = this.grid
    const x = this.through(water, water.east, i, i - 1) + this.through(water, water.east, i + 1, i)
    const y =
      this.through(water, water.north, i, i - columns) + this.through(water, water.north, i + columns, i)
    return Math.sqrt(x * x + y * y) / 2
  }

  /** The speed through the side between two cells: the flux over the depth that flows there. */
  private through({ depth }: ShallowWater, flux: Float64Array, a: number, b: number): number {
    const q = flux[a] as number
    if (q === 0) return 0
    const { ground } = this.grid
    const [za, zb] = [ground[a] as number, ground[b] as number]
    const height = Math.max(za + (depth[a] as number), zb + (depth[b] as number)) - Math.max(za, zb)
    if (height < WET) return 0
    const fastest = Math.sqrt(GRAVITY * height)
    return Math.max(-fastest, Math.min(fastest, q / height))
  }

  private eachWet(water: ShallowWater, act: (cell: number, depth: number) => void): void {
    const { columns, rows } = this.grid
    for (let row = 1; row < rows - 1; row++) {
      const end = row * columns + (water.last[row] as number)
      for (let i = row * columns + (water.first[row] as number); i <= end; i++) {
        const d = water.depth[i] as number
        if (d > WET && this.isSea[i] === 0) act(i, d)
      }
    }
  }
}
