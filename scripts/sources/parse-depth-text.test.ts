import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDepthText } from './parse-depth-text.ts'

const read = (text: string) => {
  const parsed = parseDepthText(text)
  return parsed.ok ? [parsed.value.min, parsed.value.max] : null
}

/** The spellings of one number of centimetres, by a table of our own: plain, full width, with a zero behind. */
const digits = (centimetres: number): string =>
  `${Math.floor(centimetres / 100)}${
    centimetres % 100 === 0
      ? ''
      : `.${String(centimetres % 100)
          .padStart(2, '0')
          .replace(/0$/, '')}`
  }`
const WIDE: Readonly<Record<string, string>> = { '.': '．', m: 'ｍ', '~': '～' }
const wide = (text: string): string =>
  [...text]
    .map((one) => (/\d/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : (WIDE[one] ?? one)))
    .join('')

const depth = fc.integer({ min: 1, max: 9000 })
const inMetres = fc.constantFrom(
  (cm: number) => `${digits(cm)}m`,
  (cm: number) => wide(`${digits(cm)}m`),
  (cm: number) => `${digits(cm)}メートル`,
  (cm: number) => `${digits(cm)} m `,
  (cm: number) => (cm % 100 === 0 ? `${cm / 100}.0m` : `${digits(cm)}m`),
  (cm: number) => `${cm}cm`,
  (cm: number) => `${cm}㎝`,
)
const to = fc.constantFrom('～', '〜', '~', '-', ' ～ ', '－', '以上', '以上～', '以上 〜 ')
const below = fc.constantFrom('未満', '以下', ' 未満')

describe('parseDepthText', () => {
  it.each([
    ['0.3m未満', 0, 0.3],
    ['0.3m以上0.5m未満', 0.3, 0.5],
    ['0.5m以上1m未満', 0.5, 1],
    ['1m以上3m未満', 1, 3],
    ['5m以上10m未満', 5, 10],
    ['20m以上', 20, null],
    ['0.01m以上 ～ 0.3m未満', 0.01, 0.3],
    ['1.0～2.0m', 1, 2],
    ['0.3～1.0m', 0.3, 1],
    ['2m以上 ～ 5m未満', 2, 5],
    ['１．０ｍ以上３．０ｍ未満', 1, 3],
    ['0.5メートル以上３メートル未満', 0.5, 3],
    ['30cm以上50cm未満', 0.3, 0.5],
    ['50cm以上1m未満', 0.5, 1],
    ['30～50cm', 0.3, 0.5],
  ])('reads %s', (text, min, max) => {
    expect(read(text)).toEqual([min, max])
  })

  it.each([
    '', ' ', '不明', '0.3', '0.3未満', '0.3以上0.5未満', '5', 'm', '3m', '～0.5m', '10m～', '0.5m以上～', '3m以上1m未満',
    '1m以上1m未満', '0m未満', '-1m以上2m未満', '0.3m未満（床下）', '浸水深0.3m未満', '0.3m未満0.5m未満', '1m以上2m以上', '1,000m未満',
    '1..5m未満', '.5m未満', '0.3m超', '1/2m未満', '2000m未満', '1m以上3ft未満', 'NaNm未満', '１ー２m', '1m以上\n3m未満x',
  ])('refuses %j', (text) => {
    expect(parseDepthText(text)).toEqual({ ok: false })
  }) // prettier-ignore

  it('reads both bounds in every spelling', () => {
    fc.assert(
      fc.property(depth, depth, inMetres, inMetres, to, fc.option(below), (a, b, low, high, between, end) => {
        fc.pre(a !== b)
        const [min, max] = [Math.min(a, b), Math.max(a, b)]
        expect(read(`${low(min)}${between}${high(max)}${end ?? ''}`)).toEqual([min / 100, max / 100])
        expect(read(`${low(max)}${between}${high(min)}${end ?? ''}`)).toBeNull()
      }),
    )
  })

  it('reads one bound in every spelling', () => {
    fc.assert(
      fc.property(depth, inMetres, below, (cm, spell, end) => {
        expect(read(`${spell(cm)}${end}`)).toEqual([0, cm / 100])
        expect(read(`${spell(cm)}以上`)).toEqual([cm / 100, null])
        expect(read(spell(cm))).toBeNull()
      }),
    )
  })

  it('never answers bounds that are not in order, whatever it is given, and never throws', () => {
    const piece = fc.constantFrom('0', '3', '12', '.', 'm', 'cm', '以上', '未満', '以下', '～', '〜', '-', ' ', '約', '０', 'ｍ') // prettier-ignore
    const text = fc.oneof(fc.array(piece, { maxLength: 10 }).map((all) => all.join('')), fc.string({ unit: 'grapheme' })) // prettier-ignore
    fc.assert(
      fc.property(text, (given) => {
        const parsed = parseDepthText(given)
        if (!parsed.ok) return
        const { min, max } = parsed.value
        expect(min).toBeGreaterThanOrEqual(0)
        expect(max ?? Infinity).toBeGreaterThan(min)
        // Each number that is answered stands in the text, as metres or as centimetres.
        const told = given.normalize('NFKC')
        for (const value of [min, max]) {
          if (value === null || value === 0) continue
          const numbers = [...told.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number))
          expect(numbers.some((number) => number === value || Math.abs(number / 100 - value) < 1e-9)).toBe(
            true,
          )
        }
      }),
      { numRuns: 3000 },
    )
  })
})
