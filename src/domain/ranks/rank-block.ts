import { BLOCK_CELLS, RANK_MASK } from './rank-format.ts'

/** A zone cut to one block, in block-local quanta. `ends[i]` is one past the last point of ring i. */
export type Fragment = {
  readonly rank: number
  readonly xs: Int16Array
  readonly ys: Int16Array
  readonly ends: readonly number[]
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** One block: a single rank everywhere, or cells, the rank that fills it, and the fragments that outrank that. */
export type Block =
  number | { readonly cells: Uint8Array; readonly fill: number; readonly fragments: readonly Fragment[] }

const CELLS = BLOCK_CELLS * BLOCK_CELLS

/** Reads bytes one after the other; `bad` is set, and stays set, when they run out. */
class Cursor {
  at = 0
  bad = false
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
  byte(): number {
    if (this.at >= this.bytes.length) this.bad = true
    return this.bytes[this.at++] ?? 0
  }
  varint(): number {
    let value = 0
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
    this.bad = true
    return 0
  }
  zigzag(): number {
    const value = this.varint()
    return (value >>> 1) ^ -(value & 1)
  }
}

/** @returns the block, or null when the bytes are not a whole block (see rank-format.ts). */
export function readBlock(bytes: Uint8Array): Block | null {
  if (bytes.length === 0) return 0
  if (bytes.length === 1) return (bytes[0] as number) <= RANK_MASK ? (bytes[0] as number) : null
  const cursor = new Cursor(bytes)
  const cells = readCells(cursor)
  const fill = cursor.byte()
  const count = cursor.varint()
  const fragments: Fragment[] = []
  for (let i = 0; i < count && !cursor.bad; i++) fragments.push(readFragment(cursor))
  return cursor.bad || cursor.at !== bytes.length ? null : { cells, fill, fragments }
}

function readCells(cursor: Cursor): Uint8Array {
  const cells = new Uint8Array(CELLS)
  let at = 0
  while (at < CELLS && !cursor.bad) {
    const value = cursor.byte()
    const run = cursor.varint() + 1
    if (at + run > CELLS) cursor.bad = true
    cells.fill(value, at, at + run)
    at += run
  }
  return cells
}

function readFragment(cursor: Cursor): Fragment {
  const rank = cursor.byte()
  const rings = cursor.varint()
  const [xs, ys, ends]: [number[], number[], number[]] = [[], [], []]
  let [x, y] = [0, 0]
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let ring = 0; ring < rings && !cursor.bad; ring++) {
    const points = cursor.varint()
    for (let i = 0; i < points && !cursor.bad; i++) {
      x += cursor.zigzag()
      y += cursor.zigzag()
      xs.push(x)
      ys.push(y)
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      if (y > maxY) maxY = y
    }
    ends.push(xs.length)
  }
  return { rank, xs: Int16Array.from(xs), ys: Int16Array.from(ys), ends, minX, minY, maxX, maxY }
}
