import { deflateSync, Inflate } from 'fflate'
import { DICTIONARY } from './dictionary.ts'
import { MOST_RATIO, MOST_UNFOLDED } from './layout.ts'

/** Bytes that are pushed at once: they cannot unfold to more than 33 kB (deflate's own limit is 1032 times). */
const PIECE = 32

/** Deflated (RFC 1951, with the preset dictionary) when that is smaller and `unfold` would read it; else null. */
export function fold(bytes: Uint8Array): Uint8Array | null {
  const folded = deflateSync(bytes, { level: 9, dictionary: DICTIONARY })
  return folded.length < bytes.length && bytes.length <= folded.length * MOST_RATIO ? folded : null
}

/**
 * Inflates piece by piece, and stops as soon as more comes out than a plan needs: 64 KB, or 100 times what went in.
 * @returns null when it is no whole deflate stream, or too much
 */
export function unfold(folded: Uint8Array): Uint8Array | null {
  const most = Math.min(MOST_UNFOLDED, folded.length * MOST_RATIO)
  const pieces: Uint8Array[] = []
  let length = 0
  const inflate = new Inflate({ dictionary: DICTIONARY }, (piece) => {
    pieces.push(piece)
    length += piece.length
  })
  try {
    for (let at = 0; at < folded.length && length <= most; at += PIECE)
      inflate.push(folded.subarray(at, at + PIECE), at + PIECE >= folded.length)
  } catch {
    return null
  }
  return length <= most ? joinBytes(pieces) : null
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
