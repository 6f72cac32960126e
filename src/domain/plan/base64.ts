const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Int8Array(128).fill(-1)
for (let value = 0; value < 64; value += 1) VALUES[LETTERS.charCodeAt(value)] = value

/** Base64 (RFC 4648 §4) with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += LETTERS.charAt(three >> 18) + LETTERS.charAt((three >> 12) & 63)
    text += left > 1 ? LETTERS.charAt((three >> 6) & 63) : '='
    text += left > 2 ? LETTERS.charAt(three & 63) : '='
  }
  return text
}

/**
 * Reads Base64 strictly: only the 64 letters, padded, no spaces, and no bits that say nothing, so that the same bytes are
 * always the same text. null = it is not.
 */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let to = 0
  for (let at = 0; at < text.length; at += 4) {
    const lettersHere = at + 4 === text.length ? 4 - padding : 4
    const three = readFour(text, at, lettersHere)
    if (three < 0) return null
    for (let byte = 0; byte < lettersHere - 1; byte += 1) bytes[to++] = (three >> (16 - 8 * byte)) & 255
  }
  return bytes
}

/** 24 bits from up to four letters; -1 = they are no Base64. */
function readFour(text: string, at: number, letters: number): number {
  let bits = 0
  for (let index = 0; index < 4; index += 1) {
    const value = index < letters ? (VALUES[text.charCodeAt(at + index)] ?? -1) : 0
    if (value < 0) return -1
    bits = (bits << 6) | value
  }
  const unused = letters === 2 ? 0xffff : letters === 3 ? 0xff : 0
  return (bits & unused) === 0 ? bits : -1
}
