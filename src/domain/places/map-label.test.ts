import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapLabel } from './map-label.ts'

/** Letters and marks of the scripts that need care, besides anything at all. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0x1000, max: 0x109f }),
        fc.integer({ min: 0x0d80, max: 0x0dff }),
        fc.integer({ min: 0x0620, max: 0x067f }),
        fc.constant(0x200c),
      ),
      { maxLength: 12 },
    )
    .map((points) => String.fromCodePoint(...points)),
)
const bare = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u200C\u064B-\u0652\u0670]/g, '')
    .normalize('NFC')

describe('mapLabel', () => {
  it('leaves Japanese, English and Vietnamese as they are', () => {
    for (const text of ['鹿島市 肥前鹿島駅', 'Kashima City', 'Thành phố Kashima'])
      expect(mapLabel(text)).toBe(text)
  })

  it('ends a Burmese label with a non-joiner when it has marks that the map would miss', () => {
    expect(mapLabel('စာ')).toBe('စာ\u200C')
    expect(mapLabel('ဆရာ')).toBe('ဆရာ\u200C')
  })

  it('puts a non-joiner after wide letters that stand alone', () => {
    expect(mapLabel('ဩ')).toBe('ဩ\u200C')
    expect(mapLabel('ඎ')).toBe('ඎ\u200C')
  })

  it('takes the short vowels from Arabic but leaves the hamza', () => {
    expect(mapLabel('السَّلَامُ')).toBe('السلام')
    expect(mapLabel('ۀ')).toBe('ۀ'.normalize('NFC'))
  })

  it('never brings in a joiner, and changes nothing when applied twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const label = mapLabel(text)
        expect(mapLabel(label)).toBe(label)
        expect(label.split('\u200D').length).toBeLessThanOrEqual(text.normalize('NFC').split('\u200D').length)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps every visible letter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(bare(mapLabel(text))).toBe(bare(text))
      }),
      { numRuns: 500 },
    )
  })
})

it('leaves no bracket in Arabic writing, which the map would turn the wrong way round', () => {
  expect(mapLabel('مکان گرنا (بہاؤ)')).toBe('مکان گرنا – بہاؤ')
  expect(mapLabel('Nakashima (中島)')).toBe('Nakashima (中島)')
})
