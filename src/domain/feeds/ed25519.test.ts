import { describe, expect, it } from 'vitest'
import { verifyReally } from '#tests/support/a-signed-feed.ts'
import { isInOrder, isWeakKey } from './ed25519-bounds.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

/** RFC 8032 §7.1: public key, message, signature. */
const VECTORS = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const

describe('the verifier that the tests and Web Crypto use', () => {
  it.each(VECTORS)('agrees with RFC 8032: %s', async (key, message, signature) => {
    expect(await verifyReally(hex(key), hex(message), hex(signature))).toBe(true)
    expect(await verifyReally(hex(key), hex(`${message}00`), hex(signature))).toBe(false)
    expect(isInOrder(hex(signature))).toBe(true)
    expect(isWeakKey(hex(key))).toBe(false)
  })
})

/** The curve, in plain numbers: an oracle that shares nothing with the table of weak keys. */
const P = 2n ** 255n - 19n
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const mod = (n: bigint): bigint => ((n % P) + P) % P
function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(base)]
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = mod(result * square)
    square = mod(square * square)
  }
  return result
}
const inverse = (n: bigint): bigint => power(n, P - 2n)
const D = mod(-121665n * inverse(121666n))
type Point = readonly [x: bigint, y: bigint]
function add([x1, y1]: Point, [x2, y2]: Point): Point {
  const k = mod(D * mod(x1 * x2) * mod(y1 * y2))
  return [mod((x1 * y2 + x2 * y1) * inverse(1n + k)), mod((y1 * y2 + x1 * x2) * inverse(1n - k))]
}
function times(point: Point, n: bigint): Point {
  let [result, double]: [Point, Point] = [[0n, 1n], point]
  for (let left = n; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = add(result, double)
    double = add(double, double)
  }
  return result
}
/** The point with this y, or null. */
function pointAt(y: bigint): Point | null {
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n))
  const root = power(square, (P + 3n) / 8n)
  const candidates = [root, mod(root * power(2n, (P - 1n) / 4n))]
  const x = candidates.find((one) => mod(one * one) === square)
  return x === undefined ? null : [x, y]
}
const encode = ([x, y]: Point, beyond = 0n): Uint8Array => {
  const n = y + beyond * P + ((x & 1n) << 255n)
  return Uint8Array.from({ length: 32 }, (_, at) => Number((n >> BigInt(8 * at)) & 255n))
}

describe('a weak key', () => {
  it('is every point of small order, and no other', () => {
    const small = new Map<string, Point>()
    for (let y = 2n; small.size < 8; y += 1n) {
      const point = pointAt(y)
      if (point === null) continue
      expect(isWeakKey(encode(point))).toBe(false)
      const torsion = times(point, L)
      for (let n = 1n; n <= 8n; n += 1n) {
        const one = times(torsion, n)
        small.set(String(one), one)
      }
    }
    expect(small.size).toBe(8)
    for (const point of small.values()) {
      expect(times(point, 8n)).toEqual([0n, 1n])
      expect(isWeakKey(encode(point))).toBe(true)
      // The two that fit below 2^255 when the prime is added.
      if (point[1] < 19n) expect(isWeakKey(encode(point, 1n))).toBe(true)
    }
  })
})

describe('a signature', () => {
  it('written in a second way, with the order added, is out of order', () => {
    for (const [, , text] of VECTORS) {
      const signature = hex(text)
      let s = 0n
      for (let at = 31; at >= 0; at -= 1) s = (s << 8n) | BigInt(signature[32 + at] ?? 0)
      for (const [n, inOrder] of [
        [s, true],
        [s + L, false],
        [L - 1n, true],
        [L, false],
      ] as const) {
        const half = Uint8Array.from({ length: 32 }, (_, at) => Number((n >> BigInt(8 * at)) & 255n))
        expect(isInOrder(Uint8Array.from([...signature.subarray(0, 32), ...half]))).toBe(inOrder)
      }
    }
    expect(isInOrder(new Uint8Array(63))).toBe(false)
  })
})
