import { ok, refuse, type Result } from '../result.ts'
import { crc32 } from '../crc32.ts'

/** Red, green, blue, alpha, 0…255; not premultiplied, exactly as they stand in the file. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/** A decoded picture. `colourAt(row * width + column)` is null for a pixel whose index is not in the palette. */
export type Picture = {
  readonly width: number
  readonly height: number
  colourAt(pixel: number): Colour | null
}

/**
 * `notPng` another kind of file · `damaged` a checksum, a length or the order of the parts is wrong · `unsupported` 16 bits or
 * interlaced, which no official picture is.
 */
export type PngRefusal = 'notPng' | 'damaged' | 'unsupported'

type Header = {
  readonly width: number
  readonly height: number
  readonly depth: 1 | 2 | 4 | 8
  readonly colour: 0 | 2 | 3 | 4 | 6
}

/** A PNG taken apart. `rawBytes` is exactly how many bytes the unpacked `packed` (zlib) must have. */
export type PngParts = {
  readonly header: Header
  readonly palette: Uint8Array | null
  /** The alphas of the palette, or the one transparent colour (two bytes a sample). */
  readonly transparency: Uint8Array | null
  readonly packed: Uint8Array<ArrayBuffer>
  readonly rawBytes: number
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Samples of a pixel by colour type. */
const SAMPLES: { readonly [colour in Header['colour']]: number } = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** The depths that each colour type may have, as far as they are read here. */
const DEPTHS: { readonly [colour in Header['colour']]: readonly number[] } = {
  0: [1, 2, 4, 8],
  2: [8],
  3: [1, 2, 4, 8],
  4: [8],
  6: [8],
}
/** No official picture is larger than 256 pixels; a header that promises more is not worth unpacking. */
const LARGEST = 1024

/**
 * Takes a PNG apart and checks every checksum. We read PNG ourselves because a browser's canvas may change the colours (colour
 * management, premultiplied alpha), and an answer hangs on the exact colour.
 * Source: https://www.w3.org/TR/png-3/
 */
export function parsePng(bytes: Uint8Array): Result<PngParts, PngRefusal> {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return refuse('notPng')
  const chunks = chunksOf(bytes)
  if (chunks === null) return refuse('damaged', 'checksum or length')
  const [first] = chunks
  if (first?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') return refuse('damaged', 'IHDR or IEND')
  const header = readHeader(first.data)
  if (!header.ok) return header
  const one = (type: string) => chunks.find((chunk) => chunk.type === type)?.data ?? null
  const palette = one('PLTE')
  if (header.value.colour === 3 && (palette === null || palette.length === 0 || palette.length % 3 !== 0))
    return refuse('damaged', 'PLTE')
  const packed = join(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const rawBytes = header.value.height * (1 + rowBytes(header.value))
  return ok({ header: header.value, palette, transparency: one('tRNS'), packed, rawBytes })
}

type Chunk = { readonly type: string; readonly data: Uint8Array }

/** All chunks up to IEND, or null when one is cut short, has a wrong checksum, or must be understood and is not. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let at = SIGNATURE.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) return null
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return null
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.push({ type, data: bytes.subarray(at + 8, end) })
    if (type === 'IEND') return chunks
    at = end + 4
  }
  return null
}

function readHeader(data: Uint8Array): Result<Header, PngRefusal> {
  if (data.length !== 13) return refuse('damaged', 'IHDR')
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth = 0, colour = 0, compression, filter, interlace] = data.subarray(8)
  if (width === 0 || height === 0 || compression !== 0 || filter !== 0) return refuse('damaged', 'IHDR')
  const known = DEPTHS[colour as Header['colour']]?.includes(depth) ?? false
  if (!known || interlace !== 0 || width > LARGEST || height > LARGEST) return refuse('unsupported')
  return ok({ width, height, depth: depth as Header['depth'], colour: colour as Header['colour'] })
}

const rowBytes = ({ width, depth, colour }: Header): number =>
  Math.ceil((width * depth * SAMPLES[colour]) / 8)

/**
 * The colours of a PNG from its unpacked content.
 * @param raw the unpacked `packed`
 */
export function decodePng(parts: PngParts, raw: Uint8Array): Result<Picture, PngRefusal> {
  const { header } = parts
  if (raw.length !== parts.rawBytes) return refuse('damaged', `${raw.length} bytes`)
  const rows = unfilter(header, raw)
  if (rows === null) return refuse('damaged', 'filter')
  const paint = painterOf(parts)
  const { width, height } = header
  const wide = rowBytes(header)
  const rowOf = (y: number) => rows.subarray(y * wide, (y + 1) * wide)
  return ok({
    width,
    height,
    colourAt: (pixel) => paint(samplesAt(header, rowOf(Math.floor(pixel / width)), pixel % width)),
  })
}

/** Undoes the five filters of PNG, row by row; null for a filter that does not exist. */
function unfilter(header: Header, raw: Uint8Array): Uint8Array | null {
  const wide = rowBytes(header)
  const step = Math.max(1, (header.depth * SAMPLES[header.colour]) / 8)
  const rows = new Uint8Array(header.height * wide)
  for (let y = 0; y < header.height; y += 1) {
    const filter = raw[y * (wide + 1)] ?? 0
    if (filter > 4) return null
    for (let x = 0; x < wide; x += 1) {
      const here = y * wide + x
      const left = x >= step ? (rows[here - step] ?? 0) : 0
      const up = y > 0 ? (rows[here - wide] ?? 0) : 0
      const corner = x >= step && y > 0 ? (rows[here - wide - step] ?? 0) : 0
      rows[here] = (raw[y * (wide + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return rows
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4:
      return paeth(left, up, corner)
    default:
      return 0
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The samples of one pixel of an unfiltered row, unscaled. */
function samplesAt({ depth, colour }: Header, row: Uint8Array, x: number): Uint8Array {
  const count = SAMPLES[colour]
  if (depth === 8) return row.subarray(x * count, (x + 1) * count)
  const bit = x * depth
  const byte = row[bit >> 3] ?? 0
  return Uint8Array.of((byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1))
}

/** How samples become a colour; null for an index outside the palette. */
function painterOf({ header, palette, transparency }: PngParts): (samples: Uint8Array) => Colour | null {
  const isClear = (samples: Uint8Array): boolean =>
    transparency !== null &&
    transparency.length === samples.length * 2 &&
    samples.every((sample, index) => transparency[index * 2] === 0 && transparency[index * 2 + 1] === sample)
  switch (header.colour) {
    case 0:
      return (samples) => grey(scaled(samples[0] ?? 0, header.depth), isClear(samples) ? 0 : 255)
    case 2:
      return (samples) => [samples[0] ?? 0, samples[1] ?? 0, samples[2] ?? 0, isClear(samples) ? 0 : 255]
    case 3:
      return ([index = 0]) => fromPalette(palette ?? new Uint8Array(0), transparency, index)
    case 4:
      return (samples) => grey(samples[0] ?? 0, samples[1] ?? 0)
    case 6:
      return (samples) => [samples[0] ?? 0, samples[1] ?? 0, samples[2] ?? 0, samples[3] ?? 0]
  }
}

const grey = (level: number, alpha: number): Colour => [level, level, level, alpha]
const scaled = (sample: number, depth: Header['depth']): number => (sample * 255) / ((1 << depth) - 1)

function fromPalette(palette: Uint8Array, alphas: Uint8Array | null, index: number): Colour | null {
  const [red, green, blue] = palette.subarray(index * 3, index * 3 + 3)
  if (red === undefined || green === undefined || blue === undefined) return null
  return [red, green, blue, alphas?.[index] ?? 255]
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
