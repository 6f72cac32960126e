import { inflateSync } from 'node:zlib'

/** Bytes a pixel of each PNG colour type that a browser writes: 2 = RGB, 6 = RGBA (PNG specification, 11.2.2). */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

function predict(filter: number, left: number, up: number, corner: number): number {
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

type Picture = {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly raw: Buffer
}

function readPicture(png: Buffer): Picture {
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
  }
  const channels = CHANNELS[png[25] ?? -1]
  if (png.toString('latin1', 1, 4) !== 'PNG' || png[24] !== 8 || channels === undefined || png[28] !== 0)
    throw new Error('only 8-bit RGB and RGBA pictures without interlace are read')
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    channels,
    raw: inflateSync(Buffer.concat(data)),
  }
}

/** The colours of a picture, row by row from the top: three or four bytes each. */
export type Pixels = {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly bytes: Buffer
}

/** Reads a PNG as a browser writes it (8-bit RGB or RGBA, no interlace); throws for any other. */
export function readPixels(png: Buffer): Pixels {
  const { width, height, channels, raw } = readPicture(png)
  const stride = width * channels
  const bytes = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const here = y * stride + x
      const left = x >= channels ? (bytes[here - channels] ?? 0) : 0
      const up = y > 0 ? (bytes[here - stride] ?? 0) : 0
      const corner = x >= channels && y > 0 ? (bytes[here - stride - channels] ?? 0) : 0
      bytes[here] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + predict(filter, left, up, corner)) & 255
    }
  }
  return { width, height, channels, bytes }
}

/**
 * How many different colours a PNG holds, each channel coarsened to 16 steps so that shades of smoothing count once. An
 * empty map has one or two.
 */
export function countColours(png: Buffer): number {
  const { channels, bytes } = readPixels(png)
  const found = new Set<number>()
  for (let at = 0; at < bytes.length; at += channels) {
    const [r = 0, g = 0, b = 0] = bytes.subarray(at, at + 3)
    found.add(((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4))
  }
  return found.size
}
