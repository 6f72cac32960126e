/** Pixels. */
export type JpegSize = { readonly width: number; readonly height: number }

const FRAME_FIRST = 0xc0
const FRAME_LAST = 0xcf
/** Tables and extensions that stand among the markers of frames (DHT, JPG, DAC). */
const NO_FRAMES = [0xc4, 0xc8, 0xcc]
const START_OF_SCAN = 0xda
const END = 0xd9

/**
 * How large a JPEG is when it is unpacked, from its frame header (ITU-T T.81 B.2.2), without unpacking it: some hundred bytes
 * can claim four gigabytes. Looks for markers as decoders do, over whatever stands between them. null = there is no frame, so
 * no decoder shows anything.
 */
export function jpegSize(bytes: Uint8Array): JpegSize | null {
  let at = 2
  while (at + 3 < bytes.length) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0
    if (marker === 0 || marker === 0xff) at += 1
    else if (marker === START_OF_SCAN || marker === END) return null
    else if (isFrame(marker)) return sizeAt(bytes, at + 5)
    else at += standsAlone(marker) ? 2 : 2 + numberAt(bytes, at + 2)
  }
  return null
}

const isFrame = (marker: number): boolean =>
  marker >= FRAME_FIRST && marker <= FRAME_LAST && !NO_FRAMES.includes(marker)

/** Markers without a length after them: TEM, RST0…RST7, SOI. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

const numberAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

const sizeAt = (bytes: Uint8Array, at: number): JpegSize => ({
  height: numberAt(bytes, at),
  width: numberAt(bytes, at + 2),
})
