import { BLOCK_CELLS, CELL, EDGE_BIT, EDGE_REACH } from '#domain/ranks/rank-format.ts'
import { ByteSink } from './byte-sink.ts'
import type { Ring } from './clip-rings.ts'

const CELLS = BLOCK_CELLS * BLOCK_CELLS

type FragmentInWork = { readonly rank: number; readonly rings: readonly Ring[] }

/** One block while zones are being added. */
export type BlockInWork = {
  /** Adds a zone cut to the block, in block-local quanta. */
  add(rank: number, rings: readonly Ring[]): void
  /** Highest rank that fills each cell. */
  readonly full: Uint8Array
  /** Highest rank with an edge in each cell. */
  readonly touched: Uint8Array
  readonly fragments: FragmentInWork[]
}

export function newBlock(): BlockInWork {
  const full = new Uint8Array(CELLS)
  const touched = new Uint8Array(CELLS)
  const fragments: FragmentInWork[] = []
  const add = (rank: number, rings: readonly Ring[]): void => {
    const edges = edgeCells(rings)
    const inside = insideCells(rings)
    let filled = 0
    let reached = 0
    for (let cell = 0; cell < CELLS; cell++) {
      if (edges[cell]) {
        touched[cell] = Math.max(touched[cell] as number, rank)
        reached++
      } else if (inside[cell]) {
        full[cell] = Math.max(full[cell] as number, rank)
        filled++
      }
    }
    if (reached > 0 && filled < CELLS) fragments.push({ rank, rings })
  }
  return { add, full, touched, fragments }
}

/**
 * Cells that an edge touches or comes so near to that it decides (EDGE_REACH): a supercover, never a cell too few.
 */
function edgeCells(rings: readonly Ring[]): Uint8Array {
  const marked = new Uint8Array(CELLS)
  for (const ring of rings) {
    let before = ring[ring.length - 1]
    for (const point of ring) {
      if (before !== undefined) markEdge(marked, before, point)
      before = point
    }
  }
  return marked
}

const first = (low: number) => Math.max(0, Math.ceil((low - EDGE_REACH) / CELL) - 1)
const last = (high: number) => Math.min(BLOCK_CELLS - 1, Math.floor((high + EDGE_REACH) / CELL))

function markEdge(marked: Uint8Array, a: readonly [number, number], b: readonly [number, number]): void {
  const [low, high] = a[1] <= b[1] ? [a, b] : [b, a]
  const rise = high[1] - low[1]
  for (let row = first(low[1]); row <= last(high[1]); row++) {
    const from = Math.max(low[1], row * CELL - EDGE_REACH)
    const to = Math.min(high[1], (row + 1) * CELL + EDGE_REACH)
    const xAt = (y: number) => (rise === 0 ? low[0] : low[0] + ((high[0] - low[0]) * (y - low[1])) / rise)
    const [x0, x1] = rise === 0 ? [low[0], high[0]] : [xAt(from), xAt(to)]
    for (let column = first(Math.min(x0, x1)); column <= last(Math.max(x0, x1)); column++)
      marked[row * BLOCK_CELLS + column] = 1
  }
}

/** Cells whose centre lies inside (even-odd); only read for cells without an edge, which lie inside or outside as a whole. */
function insideCells(rings: readonly Ring[]): Uint8Array {
  const inside = new Uint8Array(CELLS)
  for (let row = 0; row < BLOCK_CELLS; row++) {
    const y = row * CELL + CELL / 2
    const crossings = crossingsAt(rings, y)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(((crossings[i] as number) - CELL / 2) / CELL))
      const to = Math.min(BLOCK_CELLS - 1, Math.floor(((crossings[i + 1] as number) - CELL / 2) / CELL))
      for (let column = from; column <= to; column++) inside[row * BLOCK_CELLS + column] = 1
    }
  }
  return inside
}

function crossingsAt(rings: readonly Ring[], y: number): number[] {
  const found: number[] = []
  for (const ring of rings) {
    let before = ring[ring.length - 1]
    for (const point of ring) {
      if (before !== undefined && before[1] > y !== point[1] > y)
        found.push(before[0] + ((point[0] - before[0]) * (y - before[1])) / (point[1] - before[1]))
      before = point
    }
  }
  return found.sort((a, b) => a - b)
}

/** The bytes of a block: nothing, one rank, or cells and fragments (see rank-format.ts). */
export function encodeBlock(block: BlockInWork): Uint8Array {
  const cells = Uint8Array.from(block.full, (full, cell) => {
    const touched = block.touched[cell] as number
    return touched > full ? touched | EDGE_BIT : full
  })
  const value = cells[0] as number
  if (cells.every((cell) => cell === value) && !(value & EDGE_BIT))
    return value === 0 ? new Uint8Array(0) : Uint8Array.of(value)
  const sink = new ByteSink()
  writeCells(sink, cells)
  const fill = Math.min(...block.full)
  sink.byte(fill)
  const edged = cells.some((cell) => cell & EDGE_BIT)
  const kept = edged ? block.fragments.filter((fragment) => fragment.rank > fill) : []
  kept.sort((a, b) => b.rank - a.rank)
  // Cells without an edge answer from the grid, so a rank that only fills cells needs no fragment; a rank that fills an edge
  // cell as well does: its fragment was kept because it has an edge somewhere in the block, or it fills the whole block.
  sink.varint(kept.length)
  for (const fragment of kept) writeFragment(sink, fragment)
  return sink.toBytes()
}

function writeCells(sink: ByteSink, cells: Uint8Array): void {
  for (let start = 0; start < CELLS;) {
    let end = start + 1
    while (end < CELLS && cells[end] === cells[start]) end++
    sink.byte(cells[start] as number)
    sink.varint(end - start - 1)
    start = end
  }
}

function writeFragment(sink: ByteSink, { rank, rings }: FragmentInWork): void {
  sink.byte(rank)
  sink.varint(rings.length)
  let [x, y] = [0, 0]
  for (const ring of rings) {
    sink.varint(ring.length)
    for (const point of ring) {
      sink.zigzag(point[0] - x)
      sink.zigzag(point[1] - y)
      x = point[0]
      y = point[1]
    }
  }
}
