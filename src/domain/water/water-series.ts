import { crc32 } from '../crc32.ts'
import { ok, refuse, type Result } from '../result.ts'
import { ByteReader } from './byte-reader.ts'

/**
 * A computed flood in time, for drills: depth and speed of the water in the cells of a grid at some minutes.
 *
 * The file, little endian: magic "MHW1", u16 version, u32 CRC-32 (ISO 3309) of all bytes that follow; f64 west, south, degrees
 * of a cell east and north; u16 columns, u16 rows, u16 number of states; varint minutes, the first as it is and each other as
 * the difference to the one before; then planes of one byte for each cell, row by row from the south-west:
 * which cells the model says nothing about (1), and for each state the depth and the speed, as differences (modulo 256) to
 * those of the state before. A plane is written as turns of varint zeros, varint bytes, those bytes, until all cells are told.
 */
export type WaterSeries = {
  readonly west: number
  readonly south: number
  /** Degrees of a cell. */
  readonly cellLng: number
  readonly cellLat: number
  readonly columns: number
  readonly rows: number
  /** Rising, from the start of the event. */
  readonly minutes: readonly number[]
  /** 1 = the model says nothing about this cell: a river, the sea, ground that was left out. */
  readonly unknown: Uint8Array
  /** For each state the depth of each cell in {@link DEPTH_STEP} metres, and the speed in {@link SPEED_STEP} m/s. */
  readonly depths: readonly Uint8Array[]
  readonly speeds: readonly Uint8Array[]
}

export const SERIES_MAGIC = 0x3157484d // "MHW1" read as a little-endian u32
export const SERIES_VERSION = 1
/** Magic, version and checksum. */
export const SERIES_HEAD_BYTES = 10

/** Metres and m/s of one step of a stored number. Both are rounded up: water is never told to be shallower than it was reckoned. */
export const DEPTH_STEP = 0.1
export const SPEED_STEP = 0.1
/** The largest stored number. */
export const MOST_STEPS = 255

/** More is no series for a phone: a reader refuses it before it takes memory. */
const MOST_CELLS = 4_000_000
const MOST_STATES = 1000
const MOST_VALUES = 60_000_000

export type WaterSeriesRefusal = 'badMagic' | 'unsupportedVersion' | 'truncated' | 'damaged'

/**
 * Reads a series.
 * @returns the series, or a refusal: `badMagic` = another kind of file, `unsupportedVersion`, `truncated` = shorter than its
 * head, `damaged` = cut or changed later on (the checksum, or a number that cannot be).
 */
export function readWaterSeries(bytes: Uint8Array): Result<WaterSeries, WaterSeriesRefusal> {
  if (bytes.length < SERIES_HEAD_BYTES) return refuse('truncated')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== SERIES_MAGIC) return refuse('badMagic')
  const version = view.getUint16(4, true)
  if (version !== SERIES_VERSION) return refuse('unsupportedVersion', String(version))
  const body = bytes.subarray(SERIES_HEAD_BYTES)
  if (crc32(body) !== view.getUint32(6, true)) return refuse('damaged', 'checksum')
  const reader = new ByteReader(body)
  const [west, south, cellLng, cellLat] = [reader.f64(), reader.f64(), reader.f64(), reader.f64()]
  const [columns, rows, states] = [reader.u16(), reader.u16(), reader.u16()]
  const cells = columns * rows
  const isGrid = isOnEarth(west, south, cellLng * columns, cellLat * rows) && cellLng > 0 && cellLat > 0
  if (!isGrid || cells === 0 || states === 0) return refuse('damaged', 'grid')
  if (cells > MOST_CELLS || states > MOST_STATES || cells * states > MOST_VALUES)
    return refuse('damaged', 'size')
  const minutes = readMinutes(reader, states)
  if (minutes === null) return refuse('damaged', 'minutes')
  const grid = { west, south, cellLng, cellLat, columns, rows, minutes }
  return readPlanes(reader, grid, cells)
}

const isOnEarth = (west: number, south: number, wide: number, high: number): boolean =>
  [west, south, wide, high].every(Number.isFinite) &&
  Math.abs(west) <= 180 &&
  Math.abs(south) <= 90 &&
  wide <= 10 &&
  high <= 10

function readMinutes(reader: ByteReader, states: number): number[] | null {
  const minutes = [reader.varint()]
  for (let i = 1; i < states; i += 1) {
    const step = reader.varint()
    if (step === 0 || reader.isBad) return null
    minutes.push((minutes[i - 1] as number) + step)
  }
  return reader.isBad ? null : minutes
}

function readPlanes(
  reader: ByteReader,
  grid: Omit<WaterSeries, 'unknown' | 'depths' | 'speeds'>,
  cells: number,
): Result<WaterSeries, 'damaged'> {
  const unknown = new Uint8Array(cells)
  addPlane(reader, unknown)
  if (unknown.some((cell) => cell > 1)) return refuse('damaged', 'mask')
  const [depths, speeds]: [Uint8Array[], Uint8Array[]] = [[], []]
  for (let i = 0; i < grid.minutes.length; i += 1) {
    for (const planes of [depths, speeds]) {
      const plane = planes.at(-1)?.slice() ?? new Uint8Array(cells)
      addPlane(reader, plane)
      planes.push(plane)
    }
    if (reader.isBad) return refuse('damaged', 'planes')
  }
  return reader.isBad || !reader.isAtEnd
    ? refuse('damaged', 'length')
    : ok({ ...grid, unknown, depths, speeds })
}

/** Adds the differences of one plane to the values of the one before (modulo 256, as a byte array does by itself). */
function addPlane(reader: ByteReader, plane: Uint8Array): void {
  let at = 0
  while (at < plane.length && !reader.isBad) {
    const zeros = reader.varint()
    const count = reader.varint()
    if (zeros + count === 0 || at + zeros + count > plane.length) return reader.fail()
    at += zeros
    for (const end = at + count; at < end; at += 1) plane[at] = (plane[at] as number) + reader.byte()
  }
}
