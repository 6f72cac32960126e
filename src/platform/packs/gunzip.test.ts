import { gzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gunzip } from './gunzip.ts'

const pack = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))

describe('gunzip', () => {
  it('gives back what was packed, when it is not larger than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
        expect(await gunzip(pack(bytes), bytes.length)).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
  })

  it('gives up as soon as one byte more than allowed comes out', async () => {
    const bomb = pack(new Uint8Array(20_000_000))
    expect(bomb.length).toBeLessThan(30_000)
    await expect(gunzip(bomb, 1_000).then(({ length }) => length)).rejects.toMatchObject({ code: 'corrupt' })
    await expect(gunzip(pack(new Uint8Array(11)), 10)).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('refuses a file that is cut short at any byte, and never gives half of it', async () => {
    const whole = pack(new TextEncoder().encode('避難所'.repeat(20)))
    for (let end = 0; end < whole.length; end += 1)
      await expect(gunzip(whole.slice(0, end), 10_000), `cut at ${end}`).rejects.toMatchObject({
        code: 'corrupt',
      })
  })
})
