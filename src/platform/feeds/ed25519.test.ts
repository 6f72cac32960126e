import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ONE, TWO } from '#tests/support/a-signed-feed.ts'
import { findVerifier, type Subtle } from './ed25519.ts'

const subtle = webcrypto.subtle as unknown as Subtle
const key = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

describe('the verifier of the browser', () => {
  it('verifies, and only what fits', async () => {
    const verify = await findVerifier(subtle)
    const bytes = new TextEncoder().encode('closed')
    expect(await verify?.(key(ONE.key), bytes, ONE.sign(bytes))).toBe(true)
    expect(await verify?.(key(ONE.key), bytes, TWO.sign(bytes))).toBe(false)
    expect(await verify?.(key(TWO.key), bytes, ONE.sign(bytes))).toBe(false)
  })

  it.each<[string, Subtle | null]>([
    ['has none', null],
    [
      'does not know Ed25519',
      { ...subtle, importKey: () => Promise.reject(new DOMException('', 'NotSupportedError')) } as Subtle,
    ],
    [
      'throws at once',
      {
        importKey: () => {
          throw new TypeError('x')
        },
        verify: subtle.verify,
      } as unknown as Subtle,
    ],
    [
      'says yes to everything',
      { importKey: async () => ({}), verify: async () => true } as unknown as Subtle,
    ],
    [
      'says no to everything',
      { importKey: async () => ({}), verify: async () => false } as unknown as Subtle,
    ],
  ])('is none where the browser %s', async (_, broken) => {
    expect(await findVerifier(broken)).toBeNull()
  })
})
