import type { Bounds } from '#domain/geo/lng-lat.ts'
import {
  BLOCK,
  BLOCK_CELLS,
  CELL,
  CUT_MARGIN,
  HEADER_BYTES,
  MAGIC,
  QUANTA,
  VERSION,
} from '#domain/ranks/rank-format.ts'
import { ByteSink } from './byte-sink.ts'
import { clipRings, type Ring } from './clip-rings.ts'
import { encodeBlock, newBlock, type BlockInWork } from './encode-rank-block.ts'

/** A zone with its rank (1…15): a GeoJSON polygon, rings of `[lng, lat]`, the outer ring first. */
export type RankedZone = {
  readonly rank: number
  readonly polygon: readonly (readonly (readonly number[])[])[]
}

/**
 * Writes a rank layer file (see `#domain/ranks/rank-format.ts`) of all zones that reach into the bounds.
 * The same zones in the same order give the same bytes. Zones of an equal or lower rank under another change nothing.
 * @param bounds degrees; widened outward to whole cells
 * @throws RangeError for a rank outside 1…15 or bounds that are empty or too large for the format
 */
export function encodeRankLayer(zones: Iterable<RankedZone>, bounds: Bounds): Uint8Array {
  const frame = frameOf(bounds)
  const blocks = new Map<number, BlockInWork>()
  for (const zone of zones) addZone(zone, frame, blocks)
  const lengths = new ByteSink()
  const bodies = new ByteSink()
  for (let index = 0; index < frame.across * frame.up; index++) {
    const block = blocks.get(index)
    const body = block === undefined ? new Uint8Array(0) : encodeBlock(block)
    lengths.varint(body.length)
    bodies.bytes(body)
  }
  const file = new ByteSink()
  file.bytes(headerOf(frame))
  file.bytes(lengths.toBytes())
  file.bytes(bodies.toBytes())
  return file.toBytes()
}

type Frame = { west: number; south: number; width: number; height: number; across: number; up: number }

function frameOf([west, south, east, north]: Bounds): Frame {
  const down = (degrees: number) => Math.floor(Math.round(degrees * QUANTA) / CELL) * CELL
  const upward = (degrees: number) => Math.ceil(Math.round(degrees * QUANTA) / CELL) * CELL
  const [x, y] = [down(west), down(south)]
  const [width, height] = [upward(east) - x, upward(north) - y]
  const [across, up] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)]
  if (!(width > 0 && height > 0) || across > 0xffff || up > 0xffff)
    throw new RangeError(`bounds ${[west, south, east, north].join(', ')} cannot be a rank layer`)
  return { west: x, south: y, width, height, across, up }
}

function headerOf(frame: Frame): Uint8Array {
  const head = new DataView(new ArrayBuffer(HEADER_BYTES))
  head.setUint32(0, MAGIC, true)
  head.setUint16(4, VERSION, true)
  head.setUint16(6, CELL, true)
  head.setUint16(8, BLOCK_CELLS, true)
  head.setUint16(10, frame.across, true)
  head.setUint16(12, frame.up, true)
  head.setInt32(14, frame.west, true)
  head.setInt32(18, frame.south, true)
  head.setUint32(22, frame.width, true)
  head.setUint32(26, frame.height, true)
  return new Uint8Array(head.buffer)
}

function addZone(zone: RankedZone, frame: Frame, blocks: Map<number, BlockInWork>): void {
  if (!Number.isInteger(zone.rank) || zone.rank < 1 || zone.rank > 15)
    throw new RangeError(`rank ${zone.rank} is not 1…15`)
  const rings = zone.polygon.map((ring) => quantised(ring, frame)).filter((ring) => ring.length > 0)
  const box = boxOf(rings)
  if (box === null) return
  const firstColumn = Math.max(0, Math.floor((box[0] - CUT_MARGIN) / BLOCK))
  const lastColumn = Math.min(frame.across - 1, Math.floor((box[2] + CUT_MARGIN) / BLOCK))
  const firstRow = Math.max(0, Math.floor((box[1] - CUT_MARGIN) / BLOCK))
  const lastRow = Math.min(frame.up - 1, Math.floor((box[3] + CUT_MARGIN) / BLOCK))
  for (let column = firstColumn; column <= lastColumn; column++) {
    const west = column * BLOCK
    const strip = clipRings(rings, 0, west - CUT_MARGIN, west + BLOCK + CUT_MARGIN)
    for (let row = firstRow; row <= lastRow && strip.length > 0; row++) {
      const south = row * BLOCK
      const cut = clipRings(strip, 1, south - CUT_MARGIN, south + BLOCK + CUT_MARGIN)
      if (cut.length === 0) continue
      const index = row * frame.across + column
      const block = blocks.get(index) ?? newBlock()
      blocks.set(index, block)
      block.add(zone.rank, shifted(cut, west, south))
    }
  }
}

/** Ring in quanta from the south-west corner, without the closing point and without points that repeat the one before. */
function quantised(ring: readonly (readonly number[])[], frame: Frame): Ring {
  const points: [number, number][] = []
  for (const [lng, lat] of ring) {
    const x = Math.round((lng as number) * QUANTA) - frame.west
    const y = Math.round((lat as number) * QUANTA) - frame.south
    const last = points[points.length - 1]
    if (last === undefined || last[0] !== x || last[1] !== y) points.push([x, y])
  }
  const [first, last] = [points[0], points[points.length - 1]]
  if (points.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) points.pop()
  return points
}

function boxOf(rings: readonly Ring[]): [number, number, number, number] | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (const [x, y] of ring) {
      minX = Math.min(minX, x)
      minY = Math.min(minY, y)
      maxX = Math.max(maxX, x)
      maxY = Math.max(maxY, y)
    }
  }
  return minX === Infinity ? null : [minX, minY, maxX, maxY]
}

const shifted = (rings: readonly Ring[], dx: number, dy: number): Ring[] =>
  rings.map((ring) => ring.map(([x, y]) => [x - dx, y - dy] as const))
