import { PackError } from './pack-error.ts'

/**
 * Unpacks, and gives up as soon as more comes out than may: a few kilobytes can hold gigabytes.
 * @param cap the most bytes that may come out
 * @param format `deflate` is zlib, as in PNG
 * @returns the content; rejects with a `PackError` `corrupt` when it is too large, cut short or of another format
 */
export async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  cap: number,
  format: 'gzip' | 'deflate',
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream(format))
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length
      if (length > cap) throw new PackError('corrupt', `unpacks to more than ${cap} bytes`)
      parts.push(read.value)
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined)
    throw error instanceof PackError ? error : new PackError('corrupt', `is no whole ${format} file`, error)
  }
  return join(parts, length)
}

/** Unpacks gzip, as the files of a pack are. */
export const gunzip = (packed: Uint8Array<ArrayBuffer>, cap: number): Promise<Uint8Array<ArrayBuffer>> =>
  unpack(packed, cap, 'gzip')

/** Puts pieces together. @param length the sum of their lengths */
export function join(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
