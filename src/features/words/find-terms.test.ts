import { describe, expect, it } from 'vitest'
import { findTerms } from './find-terms.ts'
import { GROUPS, sourceIn, TERMS } from './term-table.ts'

const find = (typed: string, word = 'xyz') => findTerms(TERMS, typed, () => word).map(({ ja }) => ja)

describe('a word that was heard or seen is found', () => {
  it.each([
    ['避難指示', '避難指示'],
    ['指示', '避難指示'],
    ['ひなんしじ', '避難指示'],
    ['ヒナンシジ', '避難指示'],
    ['hinan shiji', '避難指示'],
    ['Hinanshiji', '避難指示'],
    ['kōzui', '洪水'],
    ['kozui', '洪水'],
    ['koreisha', '高齢者等避難'],
    ['119', '119番'],
  ])('by %s', (typed, term) => {
    expect(find(typed)).toContain(term)
  })

  it('by its translation, and never by nonsense', () => {
    const one = findTerms(TERMS, 'lánh nạn', (term) => (term.ja === '避難指示' ? 'Chỉ thị lánh nạn' : ''))
    expect(one.map(({ ja }) => ja)).toEqual(['避難指示'])
    expect(find('qqqq')).toEqual([])
    expect(find('  ')).toHaveLength(TERMS.length)
  })
})

it('tells where a translation comes from, and nothing for Japanese', () => {
  const order = TERMS.find(({ ja }) => ja === '避難指示')
  if (order === undefined) throw new Error('no such term')
  expect(sourceIn(order, 'en')).toBe('national')
  expect(sourceIn(order, 'ja')).toBe(null)
  expect(GROUPS).toEqual(['level', 'jma', 'hazard', 'place', 'action', 'lifeline'])
})
