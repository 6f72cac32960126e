/** One part of a JPEG file, its marker included. */
export type JpegPart = { readonly marker: number; readonly bytes: Uint8Array }

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
/**
 * APP1…APP15 and comments hold Exif, XMP, positions, thumbnails, names. APP0 (JFIF) only says how wide a pixel is, APP14
 * (Adobe) how its colours are coded: those two are needed to see it rightly.
 */
const isNote = (marker: number): boolean =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7

/**
 * Takes a JPEG file apart, up to its end marker: what stands after it (some cameras put more there) is no part of it.
 * @returns null when it is no whole JPEG. ITU-T T.81, annex B.
 */
export function jpegParts(file: Uint8Array): readonly JpegPart[] | null {
  if (file[0] !== 0xff || file[1] !== SOI) return null
  const parts: JpegPart[] = [{ marker: SOI, bytes: file.subarray(0, 2) }]
  let at = 2
  while (at + 1 < file.length) {
    const marker = file[at + 1] ?? 0
    if (file[at] !== 0xff) return null
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = marker === EOI ? at + 2 : endOfPart(file, at, marker)
    if (end === null) return null
    parts.push({ marker, bytes: file.subarray(at, end) })
    if (marker === EOI) return parts
    at = end
  }
  return null
}

/** Where the part ends that begins at `at`: after its length, and for a scan after its coded data. */
function endOfPart(file: Uint8Array, at: number, marker: number): number | null {
  const length = (file[at + 2] ?? 0) * 256 + (file[at + 3] ?? 0)
  const end = at + 2 + length
  if (length < 2 || end > file.length) return null
  return marker === SOS ? endOfScan(file, end) : end
}

/** The next marker after coded data: there 0xff is followed by 0 or by a restart marker. */
function endOfScan(file: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < file.length; at += 1) {
    const next = file[at + 1] ?? 0
    if (file[at] === 0xff && next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  return null
}

/**
 * The same picture without anything that a camera, a phone or a browser noted in it: position, time, device, thumbnail.
 * @returns null when it is no whole JPEG
 */
export function withoutNotes(file: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const kept = jpegParts(file)?.filter(({ marker }) => !isNote(marker))
  if (kept === undefined) return null
  const bare = new Uint8Array(kept.reduce((sum, { bytes }) => sum + bytes.length, 0))
  let at = 0
  for (const { bytes } of kept) {
    bare.set(bytes, at)
    at += bytes.length
  }
  return bare
}
