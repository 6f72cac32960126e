import { lookUp } from '../curve.ts'
import type { Gate, Model } from './model.ts'
import { CELL } from './model.ts'
import { Recorder } from './recorder.ts'
import type { Outcome } from './recorder.ts'
import { ShallowWater } from './solver.ts'
import type { Table } from './waters.ts'
import { breachOpen, honma } from './weir.ts'

/** A gate that lets water through in a scenario. */
export type OpenGate = {
  readonly gate: Gate
  /** Metres of width when it is wholly open, and the height of its sill above the sea. */
  readonly width: number
  readonly sill: number
  /** A breach opens by and by; an overflow is open from the start. */
  readonly isBreach: boolean
}

/** What happens in one run. Times in minutes from its start, levels in metres above the sea. */
export type Event = {
  readonly minutes: number
  readonly gates: readonly OpenGate[]
  /** Metres of water above the bed of the rivers by share of their length, and how much of it stands at a minute. */
  readonly stage: (gate: Gate) => number
  readonly rise: Table
  /** Peak discharge, m³/s: no more than this times the square of `rise` leaves the river. */
  readonly discharge: number
  /** Level of the sea by minute; null = it lies lower than the land, and what reaches it is gone. */
  readonly sea: Table | null
  /** Metres of water in cells at the start. */
  readonly initial?: ReadonlyMap<number, number>
  /** Cells whose ground falls to a height at a minute: walls and dams that give way. */
  readonly collapses?: readonly { readonly cell: number; readonly minute: number; readonly ground: number }[]
  /** Net rain in mm/h by minute (negative = drains take more than falls), and the cells on which it falls. */
  readonly rain?: { readonly net: Table; readonly cells: Int32Array }
  /** Minutes between kept states; none are kept without it. */
  readonly keepEvery?: number
}

/** Seconds between two readings of the maxima. */
const READING = 60
/** Cubic metres of one metre of water in a cell. */
const AREA = CELL * CELL

/** What has gone in and out, m³; `left` is what the balance cannot explain. */
export type Balance = { added: number; left: number }

class Run {
  private readonly water: ShallowWater
  private readonly ground: Float64Array
  private added = 0
  private minute = 0
  private readonly model: Model
  private readonly event: Event

  constructor(model: Model, event: Event) {
    this.model = model
    this.event = event
    this.ground = Float64Array.from(model.grid.ground)
    this.water = new ShallowWater({ ...model.grid, ground: this.ground })
    for (const [cell, metres] of event.initial ?? []) this.added += this.water.pour(cell, metres) * AREA
  }

  go(): Outcome & { readonly balance: Balance } {
    const { event, water } = this
    const recorder = new Recorder({ ...this.model.grid, ground: this.ground }, this.model.sea)
    let [seconds, nextReading] = [0, READING]
    let nextKept = 0
    while (seconds < event.minutes * 60) {
      if (event.keepEvery !== undefined && seconds >= nextKept) {
        recorder.keep(water, Math.round(nextKept / 60))
        nextKept += event.keepEvery * 60
      }
      const step = Math.min(water.stableStep(), nextReading - seconds)
      this.minute = seconds / 60
      this.collapse()
      water.step(step)
      this.holdSea()
      this.letThrough(step)
      this.rainOn(step)
      seconds += step
      if (seconds >= nextReading) {
        recorder.read(water, seconds, READING)
        nextReading += READING
      }
    }
    if (event.keepEvery !== undefined) recorder.keep(water, event.minutes)
    const balance = { added: this.added, left: water.volume() - this.added }
    return { ...recorder.outcome(water), balance }
  }

  private pour(cell: number, metres: number): void {
    this.added += this.water.pour(cell, metres) * AREA
  }

  private collapse(): void {
    for (const { cell, minute, ground } of this.event.collapses ?? [])
      if (this.minute >= minute && (this.ground[cell] as number) > ground) this.ground[cell] = ground
  }

  private holdSea(): void {
    const level = this.event.sea === null ? -Infinity : lookUp(this.event.sea, this.minute)
    for (const cell of this.model.sea)
      if (level > -Infinity || (this.water.depth[cell] as number) > 0)
        this.pour(
          cell,
          Math.max(0, level - (this.ground[cell] as number)) - (this.water.depth[cell] as number),
        )
  }

  private letThrough(step: number): void {
    const { event, water } = this
    if (event.gates.length === 0) return
    const rise = lookUp(event.rise, this.minute)
    const sea = event.sea === null ? -Infinity : lookUp(event.sea, this.minute)
    const open = breachOpen(this.minute * 60)
    const flows = event.gates.map(({ gate, width, sill, isBreach }) => {
      const river = Math.max(sea, gate.bed + event.stage(gate) * rise)
      const inner = (this.ground[gate.cell] as number) + (water.depth[gate.cell] as number)
      const flow = honma(river, inner, sill) * width * (isBreach ? open : 1)
      // Never past the level of the river within one step.
      const most = (Math.abs(river - Math.max(inner, sill)) * AREA) / step
      return Math.max(-most, Math.min(most, flow))
    })
    const out = flows.reduce((sum, flow) => sum + Math.max(0, flow), 0)
    const cap = event.discharge * rise * rise
    const share = out > cap ? cap / out : 1
    event.gates.forEach(({ gate }, i) => {
      const flow = flows[i] as number
      if (flow !== 0) this.pour(gate.cell, ((flow > 0 ? flow * share : flow) * step) / AREA)
    })
  }

  private rainOn(step: number): void {
    const { rain } = this.event
    if (rain === undefined) return
    const metres = (lookUp(rain.net, this.minute) / 3_600_000) * step
    if (metres !== 0) for (const cell of rain.cells) this.pour(cell, metres)
  }
}

/** Reckons what one event does to the town. */
export const runEvent = (model: Model, event: Event): Outcome & { readonly balance: Balance } =>
  new Run(model, event).go()
