import { describe, expect, it } from 'vitest'
import { expectedKeys, numbersOfForm, textFor } from './plural.ts'

describe('counted sentences', () => {
  it('stand once for each plural form of the language, in the place where Japanese has them', () => {
    const japanese = ['a:first', 'a:found_other', 'a:last']
    expect(expectedKeys(japanese, 'vi')).toEqual(['a:first', 'a:found_other', 'a:last'])
    expect(expectedKeys(japanese, 'en')).toEqual(['a:first', 'a:found_one', 'a:found_other', 'a:last'])
    expect(expectedKeys(japanese, 'ar')).toHaveLength(8)
    expect(expectedKeys(japanese, 'ru').slice(1, 5)).toEqual([
      'a:found_one',
      'a:found_few',
      'a:found_many',
      'a:found_other',
    ])
  })

  it('are compared with the same form of another language, else with the general one', () => {
    const english = new Map([
      ['a:found_one', '{{count}} place'],
      ['a:found_other', '{{count}} places'],
    ])
    expect(textFor(english, 'a:found_one')).toBe('{{count}} place')
    expect(textFor(english, 'a:found_few')).toBe('{{count}} places')
    expect(textFor(english, 'a:lost')).toBe('')
  })

  it('come with numbers for which a form is', () => {
    expect(numbersOfForm('ru', 'few')).toEqual([2, 3, 4, 22])
    expect(numbersOfForm('ru', 'other')).toEqual([])
    expect(numbersOfForm('es', 'many')).toEqual([1_000_000])
  })
})
