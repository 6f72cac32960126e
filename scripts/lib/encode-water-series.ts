import { crc32 } from '#domain/crc32.ts'
import { DEPTH_STEP, MOST_STEPS, SERIES_HEAD_BYTES, SERIES_MAGIC, SERIES_VERSION, SPEED_STEP } from '#domain/water/water-series.ts' // prettier-ignore
import type { WaterSeries } from '#domain/water/water-series.ts'
import { ByteSink } from './byte-sink.ts'

/** Fewer zeros than this between two differences are written among them: a new turn costs two bytes. */
const SHORT_RUN = 3

/**
 * A depth in metres or a speed in m/s as a stored number, rounded up: a film of water is 1, not 0.
 * @returns null for what cannot be stored: negative, not a number, 25.6 and more.
 */
export function steps(value: number, step: number): number | null {
  // 0.3 / 0.1 is 2.9999999999999996, and 0.7 / 0.1 is 6.999999999999999: a ten-millionth of a step is no water.
  const count = Math.ceil(value / step - 1e-7)
  return value >= 0 && count <= MOST_STEPS ? Math.max(count, value > 0 ? 1 : 0) : null
}
export const depthSteps = (metres: number): number | null => steps(metres, DEPTH_STEP)
export const speedSteps = (metresPerSecond: number): number | null => steps(metresPerSecond, SPEED_STEP)

/** Writes a series in the form that `domain/water/water-series.ts` tells and reads. */
export function encodeWaterSeries(series: WaterSeries): Uint8Array {
  const sink = new ByteSink()
  const grid = new DataView(new ArrayBuffer(38))
  for (const [i, value] of [series.west, series.south, series.cellLng, series.cellLat].entries())
    grid.setFloat64(i * 8, value, true)
  for (const [i, value] of [series.columns, series.rows, series.minutes.length].entries())
    grid.setUint16(32 + i * 2, value, true)
  sink.bytes(new Uint8Array(grid.buffer))
  series.minutes.forEach((minute, i) => sink.varint(minute - (series.minutes[i - 1] ?? 0)))
  writePlane(sink, series.unknown, null)
  series.minutes.forEach((_, i) => {
    for (const planes of [series.depths, series.speeds])
      writePlane(sink, planes[i] as Uint8Array, planes[i - 1] ?? null)
  })
  return withHead(sink.toBytes())
}

function withHead(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(SERIES_HEAD_BYTES + body.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, SERIES_MAGIC, true)
  view.setUint16(4, SERIES_VERSION, true)
  view.setUint32(6, crc32(body), true)
  out.set(body, SERIES_HEAD_BYTES)
  return out
}

function writePlane(sink: ByteSink, plane: Uint8Array, before: Uint8Array | null): void {
  const change = before === null ? plane : plane.map((value, i) => value - (before[i] as number))
  let at = 0
  while (at < change.length) {
    const start = at
    while (at < change.length && change[at] === 0) at += 1
    const end = endOfRun(change, at)
    sink.varint(at - start)
    sink.varint(end - at)
    sink.bytes(change.subarray(at, end))
    at = end
  }
}

/** Where a run of differences ends: before the next {@link SHORT_RUN} zeros, or at the end. */
function endOfRun(change: Uint8Array, start: number): number {
  let zeros = 0
  for (let at = start; at < change.length; at += 1) {
    zeros = change[at] === 0 ? zeros + 1 : 0
    if (zeros > SHORT_RUN) return at - SHORT_RUN
  }
  return change.length - zeros
}
