import { expect, it } from 'vitest'
import { nameAloud } from './name-aloud.ts'
import { plain, spoken } from './ruby.ts'
import { wordsIn } from './words.ts'

const NAME = { ja: '浜町', kana: 'ハママチ', en: 'Hamamachi' }

it('is heard by its reading in Japanese, and looks as it is written', () => {
  for (const tag of ['ja', 'ja-simple'] as const) {
    expect(spoken(nameAloud(tag, NAME))).toBe('はままち')
    expect(plain(nameAloud(tag, NAME))).toBe(plain(wordsIn(tag, NAME)))
  }
})

it('is heard by its reading beside the name in other letters', () => {
  expect(nameAloud('en', NAME)).toBe('Hamamachi ([ja:{浜町|はままち}])')
  expect(nameAloud('en', { ja: '浜町', kana: '' })).toBe('[ja:浜町]')
})

it('invents no reading', () => {
  expect(nameAloud('ja', { ja: '浜町', kana: '' })).toBe('浜町')
})
