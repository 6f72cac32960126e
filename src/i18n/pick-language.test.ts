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
  expect(pick('', '', ['de', 'sw-KE'])).toBe('ja')
  expect(pickLanguage({ query: undefined, saved: undefined, navigator: undefined })).toBe('ja')
})

it('goes on to the next wish when one is unknown or nonsense', () => {
  expect(pick('xx', 'nonsense text', ['de', 'en-US'])).toBe('en')
  expect(pick('../../etc', '<script>', ['ja-JP'])).toBe('ja')
})

it('understands other spellings', () => {
  expect(pick('JA-SIMPLE', null, [])).toBe('ja-simple')
  expect(pick(' EN ', null, [])).toBe('en')
  expect(pick('ja-Jpan-JP', null, ['en'])).toBe('ja')
})

it.each([
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['tl', 'fil'],
  ['fil-PH', 'fil'],
  ['in', 'id'],
  ['id-ID', 'id'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['es-PE', 'es'],
  ['my-MM', 'my'],
  ['ne-IN', 'ne'],
  ['si-LK', 'si'],
  ['km-KH', 'km'],
  ['ur-IN', 'ur'],
  ['ar-SA', 'ar'],
  ['uk-UA', 'uk'],
])('reads %s as %s', (asked, tag) => {
  expect(pick(null, null, [asked, 'ja'])).toBe(tag)
})

it('gives nobody a script that they may not read: the next wish is asked', () => {
  expect(pick(null, null, ['mn-Mong-CN', 'en'])).toBe('en')
})

it('offers the made-up languages only where they are allowed', () => {
  expect(pick('en-XB', null, [], true)).toBe('en-XB')
  expect(pick('en-XB', null, [])).toBe('en')
})
