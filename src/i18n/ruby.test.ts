import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotated, escapeMarkup, foreign, parseMarkup, plain, spoken, withReading } from './ruby.ts'

/** Any text, rich in the characters that mean something in our markup. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom('{', '}', '|', '[', ']', '\\', 'ja:', '漢', 'か', ' '), fc.string()))
  .map((parts) => parts.join(''))

describe('parseMarkup', () => {
  it('splits text, readings and pieces in another language', () => {
    expect(parseMarkup('x{漢字|かんじ}y')).toEqual([
      { kind: 'text', text: 'x' },
      { kind: 'ruby', base: '漢字', kana: 'かんじ' },
      { kind: 'text', text: 'y' },
    ])
    expect(parseMarkup('Site ([ja:避難{所|じょ}])')).toEqual([
      { kind: 'text', text: 'Site (' },
      {
        kind: 'foreign',
        lang: 'ja',
        tokens: [
          { kind: 'text', text: '避難' },
          { kind: 'ruby', base: '所', kana: 'じょ' },
        ],
      },
      { kind: 'text', text: ')' },
    ])
  })

  it('nests pieces: a fallen-back sentence may hold one of its own', () => {
    expect(parseMarkup('[en:Follow [ja:避難指示].]')).toEqual([
      {
        kind: 'foreign',
        lang: 'en',
        tokens: [
          { kind: 'text', text: 'Follow ' },
          { kind: 'foreign', lang: 'ja', tokens: [{ kind: 'text', text: '避難指示' }] },
          { kind: 'text', text: '.' },
        ],
      },
    ])
  })

  it.each(['{漢字', '{漢字}', '漢字|かんじ}', '[ja:避難', '[1]', '{|}', '{{x}}', '[ja:{a|b}', '\\'])(
    'keeps every character of what is no markup: %s',
    (text) => {
      expect(plain(text).length).toBeGreaterThan(0)
      if (!text.includes('{a|b}')) expect(plain(text)).toBe(text)
    },
  )

  it('shows any escaped text as it is, in every form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plain(escapeMarkup(text))).toBe(text)
        expect(spoken(escapeMarkup(text))).toBe(text)
        expect(parseMarkup(escapeMarkup(text)).every(({ kind }) => kind === 'text')).toBe(true)
        expect(plain(foreign('ja', escapeMarkup(text)))).toBe(text)
      }),
    )
  })

  it('gives back base and reading, whatever they are', () => {
    const short = anyText.filter(
      (text) => /^[^\s\u3000\u30a1-\u30f6]{1,12}$/u.test(text) && text.length <= 12,
    )
    fc.assert(
      fc.property(short, short, (base, kana) => {
        expect(parseMarkup(withReading(base, kana))).toEqual([{ kind: 'ruby', base, kana }])
      }),
    )
  })

  it('never loses the characters of a name, however long and odd its reading', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, kana) => {
        const shown = plain(withReading(base, kana))
        for (const part of base.split(/[ \u3000]+/u)) expect(shown).toContain(part)
      }),
    )
  })

  it('ends for any text and never throws', () => {
    fc.assert(fc.property(anyText, (text) => void parseMarkup(text)))
  })
})

it('plain gives the characters, spoken the readings, annotated both', () => {
  const text = '{逃|に}げて [ja:{市|し}]'
  expect(plain(text)).toBe('逃げて 市')
  expect(spoken(text)).toBe('にげて し')
  expect(annotated(text)).toBe('逃（に）げて 市（し）')
})

it('a name of several parts is read part by part, in hiragana', () => {
  expect(withReading('北中学校 体育館', 'キタチュウガッコウ タイイクカン')).toBe(
    '{北中学校|きたちゅうがっこう} {体育館|たいいくかん}',
  )
})

it('a name without a reading is the name alone', () => {
  expect([withReading('浜', null), withReading('浜', ''), withReading('浜', undefined)]).toEqual([
    '浜',
    '浜',
    '浜',
  ])
})
