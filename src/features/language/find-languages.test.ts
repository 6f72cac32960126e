import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#i18n/index.ts'
import { findLanguages } from './find-languages.ts'

const tags = (typed: string) => findLanguages(typed).map(({ tag }) => tag)

describe('a language is found', () => {
  it.each([
    ['Tiếng', 'vi'],
    ['tieng viet', 'vi'],
    ['ベトナム', 'vi'],
    ['越南', 'vi'],
    ['VIET', 'vi'],
    ['မြန်မာ', 'my'],
    ['myanmar', 'my'],
    ['नेपाली', 'ne'],
    ['ភាសា', 'km'],
    ['tagalog', 'fil'],
    ['繁體', 'zh-Hant'],
    ['브라질', 'pt-BR'],
    ['portugues', 'pt-BR'],
    ['اردو', 'ur'],
    ['украин', 'uk'],
    ['yasashii', 'ja-simple'],
    ['やさしい', 'ja-simple'],
    ['nihongo', 'ja'],
  ])('by %s', (typed, tag) => {
    expect(tags(typed)).toContain(tag)
  })

  it('in the order of the registry, all of them for nothing typed, none for nonsense', () => {
    expect(findLanguages('')).toEqual(LANGUAGES)
    expect(findLanguages('  ')).toEqual(LANGUAGES)
    expect(tags('qqzz')).toEqual([])
  })
})
