declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const PADDING = 61
const CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0))
const VALUES = new Int8Array(128).fill(-1)
CODES.forEach((code, value) => (VALUES[code] = value))

/** Base64 (RFC 4648 §4) with padding. Built as bytes, because a photo of 300 kB letter by letter takes a phone a second. */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  for (let at = 0, to = 0; at < bytes.length; at += 3, to += 4) {
    const left = bytes.length - at
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text[to] = CODES[three >> 18] ?? 0
    text[to + 1] = CODES[(three >> 12) & 63] ?? 0
    text[to + 2] = left > 1 ? (CODES[(three >> 6) & 63] ?? 0) : PADDING
    text[to + 3] = left > 2 ? (CODES[three & 63] ?? 0) : PADDING
  }
  return new TextDecoder().decode(text)
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
