import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, isCleanText } from './text.ts'

describe('a text of a plan', () => {
  it.each([
    ['が in two characters', 'か\u3099', 'が'],
    ['spaces around it', '\u3000 うち\t', 'うち'],
    ['lines of Windows', 'a\r\nb\rc', 'a\nbc'],
    ['a tab', 'a\tb', 'a b'],
    ['a turned direction', 'a\u202eb\u2066c', 'abc'],
    ['control characters', 'a\0b\u0007c\u0085d', 'abcd'],
    ['what is no character', 'a\ufffeb\uffffc\ufdd0d\u{10ffff}e', 'abcde'],
    ['half a pair', 'a\ud83cb', 'ab'],
    ['line separators', 'a\u2028b\u2029c\ufeff', 'abc'],
    ['a family emoji', '👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['a Persian word', 'می‌خواهم', 'می‌خواهم'],
  ])('with %s is kept clean', (_, typed, kept) => {
    expect(cleanText(typed, 100)).toBe(kept)
    expect(isCleanText(kept)).toBe(true)
    expect(typed === kept || !isCleanText(typed)).toBe(true)
  })

  it('is cut between characters, not within a pair', () => {
    expect(cleanText('𠮷𠮷', 3)).toBe('𠮷')
    expect(cleanText('ab cd', 3)).toBe('ab')
  })

  it('whatever is typed, is clean, short enough, and clean stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 20 }), (typed, most) => {
        const kept = cleanText(typed, most)
        expect(isCleanText(kept)).toBe(true)
        expect(kept.length).toBeLessThanOrEqual(most)
        expect(cleanText(kept, most)).toBe(kept)
      }),
      { numRuns: 2000 },
    )
  })

  it('that holds halves of pairs and marks of direction anywhere is cleaned', () => {
    const odd = fc.constantFrom(
      'a',
      '\ud83c',
      '\udfe0',
      '\u202e',
      '\u3099',
      'か',
      ' ',
      '\n',
      '\r',
      '\u2028',
      '𠮷',
    )
    fc.assert(
      fc.property(fc.string({ unit: odd }), fc.integer({ min: 0, max: 12 }), (typed, most) => {
        expect(isCleanText(cleanText(typed, most))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
