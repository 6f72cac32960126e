/**
 * The order of the base point, 2^252 + 27742317777372353535851937790883648493 (RFC 8032 §5.1), lowest byte first.
 */
const ORDER = [
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
]

/**
 * The y coordinates of the points of order 1, 2, 4 and 8, and the two that are written beyond the prime (which RFC 8032
 * §5.1.3 refuses and some programs read): hexadecimal, lowest byte first, sign of x left out.
 */
const WEAK = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]

/** Bytes of a public key and of a signature. */
export const KEY_BYTES = 32
export const SIGNATURE_BYTES = 64

/**
 * True for a public key for which one signature fits very many files: a point of small order. Such a key can be written by
 * somebody who has no secret at all.
 */
export function isWeakKey(key: Uint8Array): boolean {
  const y = [...key].map((byte, index) => (index === 31 ? byte & 127 : byte))
  return WEAK.includes(y.map((byte) => byte.toString(16).padStart(2, '0')).join(''))
}

/**
 * True when the second half of a signature is below the order, as RFC 8032 §5.1.7 demands: else the same signature could be
 * written in a second way.
 */
export function isInOrder(signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false
  for (let at = 31; at >= 0; at -= 1) {
    const [ours, limit] = [signature[32 + at] ?? 0, ORDER[at] ?? 0]
    if (ours !== limit) return ours < limit
  }
  return false
}
