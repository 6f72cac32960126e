import type { WaterSeries } from '#domain/water/water-series.ts'
import { depthSteps, speedSteps } from '../lib/encode-water-series.ts'
import { Refusal } from '../lib/refusal.ts'

/** The grid and the times of a table. */
export type SeriesPlan = {
  readonly columns: number
  readonly rows: number
  readonly minutes: readonly number[]
}

const HEADER = ['minutes', 'column', 'row', 'depth_m', 'speed_ms']
const NUMBER = /^\d+(\.\d+)?$/
const WHOLE = /^\d+$/

/** A row in numbers: state, cell, and what is stored; null = the model says nothing about this cell. */
type Row = { readonly state: number; readonly cell: number; readonly water: readonly [number, number] | null }

/**
 * Reads the table of a series. A row tells the depth and the speed of one wet cell at one of the times (column from the west, row
 * from the south, both from 0); cells without a row are dry. A row without depth and speed says that the model knows nothing of
 * this cell at any time (a river, the sea).
 * @param file the beginning of a refusal.
 * @throws Refusal that names the row (1 = the header), what stands there and what is expected.
 */
export function readSeriesRows(
  text: string,
  file: string,
  plan: SeriesPlan,
): Pick<WaterSeries, 'unknown' | 'depths' | 'speeds'> {
  const cells = plan.columns * plan.rows
  const unknown = new Uint8Array(cells)
  const depths = plan.minutes.map(() => new Uint8Array(cells))
  const speeds = plan.minutes.map(() => new Uint8Array(cells))
  const states = new Map(plan.minutes.map((minute, i) => [String(minute), i]))
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (lines[0] !== HEADER.join(',')) throw new Refusal(`${file}: row 1 is “${(lines[0] ?? '').slice(0, 60)}”, expected ${HEADER.join(',')}`) // prettier-ignore
  let wet = 0
  lines.forEach((line, i) => {
    if (i === 0 || line === '') return
    const where = `${file}, row ${i + 1}`
    const { state, cell, water } = readRow(line, where, plan, states)
    const plane = depths[state] as Uint8Array
    if (plane[cell] !== 0 || unknown[cell] === 1) throw new Refusal(`${where}: this cell has a row already, expected one for each time`) // prettier-ignore
    if (water === null) unknown[cell] = 1
    else {
      wet += 1
      plane[cell] = water[0]
      ;(speeds[state] as Uint8Array)[cell] = water[1]
    }
  })
  if (wet === 0) throw new Refusal(`${file}: no cell is wet at any time, expected rows with depths`)
  return { unknown: withoutWet(unknown, depths, file), depths, speeds }
}

/** A cell of which nothing is known cannot be wet at another time. */
function withoutWet(unknown: Uint8Array, depths: readonly Uint8Array[], file: string): Uint8Array {
  const both = unknown.findIndex((is, cell) => is === 1 && depths.some((plane) => plane[cell] !== 0))
  if (both >= 0) throw new Refusal(`${file}: cell number ${both} has rows with and without a depth, expected one kind`) // prettier-ignore
  return unknown
}

function readRow(
  line: string,
  where: string,
  { columns, rows }: SeriesPlan,
  states: ReadonlyMap<string, number>,
): Row {
  const fields = line.split(',')
  if (fields.length !== HEADER.length) throw new Refusal(`${where}: ${fields.length} fields, expected ${HEADER.length}`) // prettier-ignore
  const [minute, column, row, depth, speed] = fields.map((field) => field.trim()) as [string, string, string, string, string] // prettier-ignore
  const state = states.get(minute)
  if (state === undefined) throw new Refusal(`${where}: minutes “${minute}” is not in the header's list`)
  const place = (value: string, count: number, name: string): number => {
    if (!WHOLE.test(value) || Number(value) >= count) throw new Refusal(`${where}: ${name} “${value}” is not in the grid, expected 0 to ${count - 1}`) // prettier-ignore
    return Number(value)
  }
  const cell = place(row, rows, 'row') * columns + place(column, columns, 'column')
  if (depth === '' && speed === '') return { state, cell, water: null }
  const amount = (value: string, store: (value: number) => number | null, name: string, expected: string) => {
    const stored = NUMBER.test(value) ? store(Number(value)) : null
    if (stored === null) throw new Refusal(`${where}: ${name} “${value}” is no ${expected}`)
    return stored
  }
  const metres = amount(
    depth,
    depthSteps,
    'depth_m',
    'depth in metres, expected more than 0 and at most 25.5',
  )
  if (metres === 0) throw new Refusal(`${where}: depth_m is 0, expected no row for a dry cell`)
  return { state, cell, water: [metres, amount(speed, speedSteps, 'speed_ms', 'speed in m/s, expected 0 to 25.5')] } // prettier-ignore
}
