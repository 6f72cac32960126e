export type PictureSize = { readonly width: number; readonly height: number }

/**
 * How large a picture says to be, read from its first bytes, so that a picture too large for the memory of a phone is never
 * unfolded. @returns null where the kind is another one (HEIC, AVIF …) or the head is damaged: then the browser tells.
 */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  try {
    if (begins(head, [0x89, 0x50, 0x4e, 0x47]))
      return { width: view.getUint32(16), height: view.getUint32(20) }
    if (begins(head, [0x47, 0x49, 0x46, 0x38]))
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    if (begins(head, [0x52, 0x49, 0x46, 0x46])) return webpSize(view)
    return begins(head, [0xff, 0xd8]) ? jpegSize(view) : null
  } catch {
    // The head ends before its numbers do.
    return null
  }
}

const begins = (head: Uint8Array, wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => head[index] === byte)

/** A frame header (SOF0…SOF15 without DHT, JPG and DAC) tells the size. ITU-T T.81, B.2.2. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function jpegSize(view: DataView): PictureSize | null {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(view: DataView): PictureSize | null {
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65536
  if (kind === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 }
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
