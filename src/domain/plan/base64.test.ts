import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'

describe('Base64', () => {
  it('is what another program writes, and is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = toBase64(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(text)).toEqual(bytes)
      }),
    )
  })

  it('is read in one spelling only: whatever is read is written the same', () => {
    const letters = fc.constantFrom(...'ABab01+/=-_ \n'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
        const bytes = fromBase64(text)
        if (bytes !== null) expect(toBase64(bytes)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['A', 'AA', 'AAA', 'AA=', '=AAA', 'AB==', 'AAB=', 'A===', 'AA==AA==', 'AA-_', 'AAあA', ' AAAA'])(
    'is not %j',
    (text) => {
      expect(fromBase64(text)).toBeNull()
    },
  )
})
