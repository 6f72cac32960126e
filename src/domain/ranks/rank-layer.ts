import type { Bounds, LngLat } from '../geo/lng-lat.ts'
import { ok, refuse, type Result } from '../result.ts'
import { readBlock, type Block, type Fragment } from './rank-block.ts'
import {
  BLOCK,
  BLOCK_CELLS,
  CELL,
  EDGE_BIT,
  HEADER_BYTES,
  MAGIC,
  QUANTA,
  RANK_MASK,
  VERSION,
} from './rank-format.ts'
import { containsPoint } from './contains-point.ts'

/** A rank layer that is open for questions. Blocks are decoded when they are first asked. */
export type RankLayer = {
  /** `[west, south, east, north]` in degrees: outside of it the layer knows nothing. */
  readonly bounds: Bounds
  readonly bytes: Uint8Array
  readonly blocksAcross: number
  readonly blocksUp: number
  readonly west: number
  readonly south: number
  readonly width: number
  readonly height: number
  /** Where each block starts in `bytes`; one more entry than there are blocks. */
  readonly starts: Uint32Array
  readonly opened: Map<number, Block | null>
}

/**
 * Opens a rank layer file (unpacked).
 * @returns the layer, or the refusal `badRankLayer` when the bytes are no such file, are cut short or too long.
 */
export function readRankLayer(bytes: Uint8Array): Result<RankLayer, 'badRankLayer'> {
  if (bytes.length < HEADER_BYTES) return refuse('badRankLayer', 'shorter than its header')
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES)
  if (head.getUint32(0, true) !== MAGIC) return refuse('badRankLayer', 'not a rank layer')
  if (head.getUint16(4, true) !== VERSION) return refuse('badRankLayer', 'another version')
  if (head.getUint16(6, true) !== CELL || head.getUint16(8, true) !== BLOCK_CELLS)
    return refuse('badRankLayer', 'another grid')
  const blocksAcross = head.getUint16(10, true)
  const blocksUp = head.getUint16(12, true)
  const [west, south] = [head.getInt32(14, true), head.getInt32(18, true)]
  const [width, height] = [head.getUint32(22, true), head.getUint32(26, true)]
  if (width > blocksAcross * BLOCK || height > blocksUp * BLOCK)
    return refuse('badRankLayer', 'larger than its blocks')
  const starts = readStarts(bytes, blocksAcross * blocksUp)
  if (starts === null) return refuse('badRankLayer', 'its length is not the sum of its blocks')
  const bounds = [west / QUANTA, south / QUANTA, (west + width) / QUANTA, (south + height) / QUANTA] as const
  return ok({
    bounds,
    bytes,
    blocksAcross,
    blocksUp,
    west,
    south,
    width,
    height,
    starts,
    opened: new Map<number, Block | null>(),
  })
}

function readStarts(bytes: Uint8Array, blocks: number): Uint32Array | null {
  const starts = new Uint32Array(blocks + 1)
  let at = HEADER_BYTES
  let sum = 0
  for (let block = 0; block < blocks; block++) {
    starts[block] = sum
    let length = 0
    let scale = 1
    let byte = 0x80
    while (byte & 0x80) {
      if (at >= bytes.length || scale > 2 ** 28) return null
      byte = bytes[at++] as number
      length += (byte & 0x7f) * scale
      scale *= 128
    }
    sum += length
  }
  starts[blocks] = sum
  for (let block = 0; block <= blocks; block++) starts[block] = (starts[block] as number) + at
  return at + sum === bytes.length ? starts : null
}

function openBlock(layer: RankLayer, index: number): Block | null {
  const known = layer.opened.get(index)
  if (known !== undefined) return known
  const start = layer.starts[index] as number
  const block = readBlock(layer.bytes.subarray(start, layer.starts[index + 1]))
  layer.opened.set(index, block)
  return block
}

/** Position in quanta from the south-west corner, or null outside the layer. */
function toQuanta(layer: RankLayer, at: LngLat): readonly [x: number, y: number] | null {
  // Rounding to 1/1024 quantum (0.1 mm) takes away the noise of the multiplication, so that "on the edge" is on the edge.
  const x = Math.round(at[0] * QUANTA * 1024) / 1024 - layer.west
  const y = Math.round(at[1] * QUANTA * 1024) / 1024 - layer.south
  return x >= 0 && y >= 0 && x <= layer.width && y <= layer.height ? [x, y] : null
}

/**
 * The highest rank whose zone contains the point; a point on an edge is inside.
 * @returns 1…15; 0 = no zone of this layer is here, or the point is outside the layer's bounds (ask `bounds`);
 *   null = the file is damaged here, so nothing can be said.
 */
export function rankAt(layer: RankLayer, at: LngLat): number | null {
  const spot = toQuanta(layer, at)
  if (spot === null) return 0
  const column = Math.min(layer.blocksAcross - 1, Math.floor(spot[0] / BLOCK))
  const row = Math.min(layer.blocksUp - 1, Math.floor(spot[1] / BLOCK))
  const block = openBlock(layer, row * layer.blocksAcross + column)
  if (block === null) return null
  if (typeof block === 'number') return block
  const x = spot[0] - column * BLOCK
  const y = spot[1] - row * BLOCK
  const cell = block.cells[cellIndex(x, y)] as number
  return cell & EDGE_BIT ? exactRank(block.fill, block.fragments, x, y) : cell & RANK_MASK
}

function cellIndex(x: number, y: number): number {
  const last = BLOCK_CELLS - 1
  return Math.min(last, Math.floor(y / CELL)) * BLOCK_CELLS + Math.min(last, Math.floor(x / CELL))
}

/** Fragments come with the highest rank first, so the first that contains the point decides. */
function exactRank(fill: number, fragments: readonly Fragment[], x: number, y: number): number {
  for (const fragment of fragments) if (containsPoint(fragment, x, y)) return fragment.rank
  return fill
}

/**
 * The highest rank that any cell within `metres` of the point touches: never lower than `rankAt` of any point in that circle,
 * at most one cell (about 11 m) too wide. For a position that is only known within its accuracy.
 * @returns as `rankAt`; null when any block in reach is damaged.
 */
export function worstRankWithin(layer: RankLayer, at: LngLat, metres: number): number | null {
  const reachY = metres / METRES_PER_QUANTUM
  const reachX = reachY / Math.max(0.1, Math.cos((at[1] * Math.PI) / 180))
  const [x, y] = [at[0] * QUANTA - layer.west, at[1] * QUANTA - layer.south]
  const last = [layer.blocksAcross * BLOCK_CELLS - 1, layer.blocksUp * BLOCK_CELLS - 1] as const
  const [west, east] = [
    Math.max(0, Math.floor((x - reachX) / CELL)),
    Math.min(last[0], Math.floor((x + reachX) / CELL)),
  ]
  const [south, north] = [
    Math.max(0, Math.floor((y - reachY) / CELL)),
    Math.min(last[1], Math.floor((y + reachY) / CELL)),
  ]
  let worst = 0
  for (let row = south; row <= north; row++) {
    for (let column = west; column <= east; column++) {
      const dx = Math.max(0, column * CELL - x, x - (column + 1) * CELL) / reachX
      const dy = Math.max(0, row * CELL - y, y - (row + 1) * CELL) / reachY
      if (dx * dx + dy * dy > 1) continue
      const rank = cellRank(layer, column, row)
      if (rank === null) return null
      worst = Math.max(worst, rank)
    }
  }
  return worst
}

/** Metres per quantum of latitude: a meridian degree is 110.6–111.7 km, the smallest is taken so that the circle is never too small. */
const METRES_PER_QUANTUM = 0.1105

/** The conservative rank of one cell (numbered from the south-west); null = damaged. */
function cellRank(layer: RankLayer, column: number, row: number): number | null {
  const blockColumn = Math.floor(column / BLOCK_CELLS)
  const blockRow = Math.floor(row / BLOCK_CELLS)
  const block = openBlock(layer, blockRow * layer.blocksAcross + blockColumn)
  if (block === null || typeof block === 'number') return block
  const index = (row - blockRow * BLOCK_CELLS) * BLOCK_CELLS + (column - blockColumn * BLOCK_CELLS)
  return (block.cells[index] as number) & RANK_MASK
}
