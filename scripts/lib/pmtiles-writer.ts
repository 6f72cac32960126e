import { createHash } from 'node:crypto'
import { gzipSync } from 'fflate'
import type { Bounds } from '#domain/geo/lng-lat.ts'

/** One tile to store: its address and its content, not yet compressed. */
export type TileToWrite = {
  readonly z: number
  readonly x: number
  readonly y: number
  readonly data: Uint8Array
}

/** What a reader of the tiles is told about one of their layers (TileJSON `vector_layers`). */
export type VectorLayer = {
  readonly id: string
  readonly fields: Readonly<Record<string, 'String' | 'Number' | 'Boolean'>>
  readonly minzoom: number
  readonly maxzoom: number
}

export type PmtilesInput = {
  readonly tiles: Iterable<TileToWrite>
  readonly bounds: Bounds
  readonly minZoom: number
  readonly maxZoom: number
  readonly name: string
  readonly description: string
  /** HTML of the credit line, as in TileJSON; empty when the manifest of the pack carries the credit. */
  readonly attribution: string
  readonly vectorLayers: readonly VectorLayer[]
}

type Entry = { tileId: number; offset: number; length: number; runLength: number }

// Numbers of the PMTiles v3 specification (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md).
const HEADER_BYTES = 127
const ROOT_END = 16_384
const ROOT_MAX_BYTES = ROOT_END - HEADER_BYTES
const GZIP = 2
const TYPE_MVT = 1
/** Entries in one leaf directory to begin with; grows until the root fits (the practice of go-pmtiles). */
const LEAF_ENTRIES = 4096

// Deterministic: fflate is plain JavaScript, and the time in the gzip header is fixed.
const pack = (data: Uint8Array): Uint8Array => gzipSync(data, { level: 9, mtime: 0 })

/**
 * The PMTiles id of a tile: all tiles of the lower zooms first, then along the Hilbert curve of its zoom.
 * @throws RangeError when x or y is outside the zoom, or z outside 0…26 (beyond that an id is not an exact number).
 */
export function tileIdOf(z: number, x: number, y: number): number {
  const side = 2 ** z
  if (![z, x, y].every(Number.isInteger) || z < 0 || z > 26 || x < 0 || y < 0 || x >= side || y >= side)
    throw new RangeError(`there is no tile ${z}/${x}/${y}`)
  let id = (4 ** z - 1) / 3
  let [px, py] = [x, y]
  for (let half = side / 2; half >= 1; half /= 2) {
    const rx = px >= half ? 1 : 0
    const ry = py >= half ? 1 : 0
    id += half * half * ((3 * rx) ^ ry)
    px -= rx * half
    py -= ry * half
    if (ry === 0) {
      if (rx === 1) [px, py] = [half - 1 - px, half - 1 - py]
      ;[px, py] = [py, px]
    }
  }
  return id
}

function pushVarint(out: number[], value: number): void {
  let rest = value
  while (rest >= 0x80) {
    out.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  out.push(rest)
}

function encodeDirectory(entries: readonly Entry[]): Uint8Array {
  const out: number[] = []
  pushVarint(out, entries.length)
  let lastId = 0
  for (const entry of entries) {
    pushVarint(out, entry.tileId - lastId)
    lastId = entry.tileId
  }
  for (const entry of entries) pushVarint(out, entry.runLength)
  for (const entry of entries) pushVarint(out, entry.length)
  entries.forEach((entry, i) => {
    const before = entries[i - 1]
    const follows = before !== undefined && entry.offset === before.offset + before.length
    pushVarint(out, follows ? 0 : entry.offset + 1)
  })
  return pack(Uint8Array.from(out))
}

function encodeDirectories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array[] } {
  const whole = encodeDirectory(entries)
  if (whole.length <= ROOT_MAX_BYTES) return { root: whole, leaves: [] }
  for (let size = LEAF_ENTRIES; ; size = Math.ceil(size * 1.2)) {
    const leaves: Uint8Array[] = []
    const pointers: Entry[] = []
    let offset = 0
    for (let i = 0; i < entries.length; i += size) {
      const leaf = encodeDirectory(entries.slice(i, i + size))
      pointers.push({ tileId: (entries[i] as Entry).tileId, offset, length: leaf.length, runLength: 0 })
      leaves.push(leaf)
      offset += leaf.length
    }
    const root = encodeDirectory(pointers)
    if (root.length <= ROOT_MAX_BYTES) return { root, leaves }
  }
}

/** Sorts, removes duplicates and lays out the tiles; equal neighbours on the curve become one entry. */
function layOut(tiles: Iterable<TileToWrite>): { entries: Entry[]; contents: Uint8Array[]; tiles: number } {
  const sorted = [...tiles].map((tile) => ({ id: tileIdOf(tile.z, tile.x, tile.y), tile }))
  sorted.sort((a, b) => a.id - b.id)
  const entries: Entry[] = []
  const contents: Uint8Array[] = []
  const known = new Map<string, { offset: number; length: number }>()
  let end = 0
  let lastId = -1
  for (const { id, tile } of sorted) {
    if (id === lastId) throw new Error(`the tile ${tile.z}/${tile.x}/${tile.y} was given twice`)
    lastId = id
    const hash = createHash('sha256').update(tile.data).digest('hex')
    let place = known.get(hash)
    if (place === undefined) {
      const packed = pack(tile.data)
      place = { offset: end, length: packed.length }
      known.set(hash, place)
      contents.push(packed)
      end += packed.length
    }
    const last = entries.at(-1)
    if (last && last.offset === place.offset && last.tileId + last.runLength === id) last.runLength += 1
    else entries.push({ tileId: id, ...place, runLength: 1 })
  }
  return { entries, contents, tiles: sorted.length }
}

type Section = { readonly offset: number; readonly length: number }

function encodeHeader(
  input: PmtilesInput,
  sections: readonly Section[],
  counts: readonly [tiles: number, entries: number, contents: number],
): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES)
  const view = new DataView(header.buffer)
  header.set(new TextEncoder().encode('PMTiles'))
  header[7] = 3
  const numbers = [...sections.flatMap((s) => [s.offset, s.length]), ...counts]
  numbers.forEach((value, i) => view.setBigUint64(8 + i * 8, BigInt(value), true))
  header.set([1 /* clustered */, GZIP, GZIP, TYPE_MVT, input.minZoom, input.maxZoom], 96)
  const e7 = (degrees: number): number => Math.round(degrees * 1e7)
  const [west, south, east, north] = input.bounds
  ;[west, south, east, north].forEach((degrees, i) => view.setInt32(102 + i * 4, e7(degrees), true))
  header[118] = Math.round((input.minZoom + input.maxZoom) / 2)
  view.setInt32(119, e7((west + east) / 2), true)
  view.setInt32(123, e7((south + north) / 2), true)
  return header
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/**
 * Writes vector tiles as one PMTiles v3 archive: clustered along the Hilbert curve, equal tiles stored once, gzip inside.
 * The same tiles give the same bytes, in whatever order they come.
 * @throws when a tile is given twice or its address does not exist.
 */
export function writePmtiles(input: PmtilesInput): Uint8Array {
  const { entries, contents, tiles } = layOut(input.tiles)
  const { root, leaves } = encodeDirectories(entries)
  const metadata = pack(
    new TextEncoder().encode(
      JSON.stringify({
        name: input.name,
        description: input.description,
        attribution: input.attribution,
        format: 'pbf',
        vector_layers: input.vectorLayers,
      }),
    ),
  )
  const lengths = [root, metadata].map((part) => part.length)
  lengths.push(leaves.reduce((sum, leaf) => sum + leaf.length, 0))
  lengths.push(contents.reduce((sum, content) => sum + content.length, 0))
  let offset = HEADER_BYTES
  const sections = lengths.map((length) => {
    const section = { offset, length }
    offset += length
    return section
  })
  const header = encodeHeader(input, sections, [tiles, entries.length, contents.length])
  return concat([header, root, metadata, ...leaves, ...contents])
}
