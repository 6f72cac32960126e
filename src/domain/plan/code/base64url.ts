/** RFC 4648 §5: the alphabet that needs no escaping in an address. Without padding. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
    const word = first * 65_536 + second * 256 + third
    const signs = [word >> 18, (word >> 12) & 63, (word >> 6) & 63, word & 63].map((one) => SIGNS.charAt(one))
    text += signs.slice(0, Math.min(3, bytes.length - at) + 1).join('')
  }
  return text
}

/** null for any other sign, an impossible length, or bits behind the end: each text is spelled in one way only. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [word, bits, at] = [0, 0, 0]
  for (const sign of text) {
    word = ((word << 6) | SIGNS.indexOf(sign)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (word >> bits) & 255
  }
  return (word & (2 ** bits - 1)) === 0 ? bytes : null
}

/** The most bytes whose text has at most so many characters. */
export const bytesIn = (characters: number): number => Math.floor((characters * 3) / 4)
