import { cpus } from 'node:os'

/** One measured number. `on` says what it was measured on, so that two numbers are compared only when they may be. */
export type Measure = {
  readonly name: string
  readonly value: number
  readonly unit: 'B' | 'ms' | 'us' | 's' | 'MB' | '1/s' | 'count' | 'x'
  readonly on: string
}

/** This machine in a few words. */
export const MACHINE = `node ${process.versions.node}, ${cpus().length} cores ${cpus()[0]?.model.trim() ?? 'unknown'}`

/** Prints one measure as one line of JSON. */
export function printMeasure(measure: Measure): void {
  const value = Number(measure.value.toPrecision(4))
  console.log(JSON.stringify({ ...measure, value }))
}

/** The middle of the values; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}
