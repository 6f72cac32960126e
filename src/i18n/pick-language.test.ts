import { expect, it } from 'vitest'
import { pickLanguage } from './pick-language.ts'

const pick = (query: string | null, saved: string | null, navigator: readonly string[], pseudo = false) =>
  pickLanguage({ query, saved, navigator, pseudo })

it('asks the address first, then what was saved, then the device', () => {
  expect(pick('en', 'ja-simple', ['ja'])).toBe('en')
  expect(pick(null, 'ja-simple', ['en'])).toBe('ja-simple')
  expect(pick(null, null, ['en-GB', 'ja'])).toBe('en')
})

it('starts in Japanese when nothing fits', () => {
  expect(pick(null, null, [])).toBe('ja')
  expect(pick('', '', ['fr', 'zh-TW'])).toBe('ja')
  expect(pickLanguage({ query: undefined, saved: undefined, navigator: undefined })).toBe('ja')
})

it('goes on to the next wish when one is unknown or nonsense', () => {
  expect(pick('xx', 'nonsense text', ['vi', 'en-US'])).toBe('en')
  expect(pick('../../etc', '<script>', ['ja-JP'])).toBe('ja')
})

it('understands other spellings', () => {
  expect(pick('JA-SIMPLE', null, [])).toBe('ja-simple')
  expect(pick(' EN ', null, [])).toBe('en')
  expect(pick('ja-Jpan-JP', null, ['en'])).toBe('ja')
})

it('offers the made-up languages only where they are allowed', () => {
  expect(pick('en-XB', null, [], true)).toBe('en-XB')
  expect(pick('en-XB', null, [])).toBe('en')
})
