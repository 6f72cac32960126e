import { expect, it } from 'vitest'
import { ALL_LANGUAGES } from './languages.ts'
import { nameKeys } from './map-names.ts'

it('looks for a name in the language of the reader, else in Latin letters', () => {
  expect(nameKeys('vi')).toEqual(['name:vi', 'name:latin'])
  expect(nameKeys('pt-BR')).toEqual(['name:pt-BR', 'name:pt', 'name:latin'])
  expect(nameKeys('fil')).toEqual(['name:fil', 'name:tl', 'name:latin'])
  expect(nameKeys('en-XB')).toEqual(['name:en', 'name:latin'])
  expect(nameKeys('ja')).toEqual([])
  expect(nameKeys('ja-simple')).toEqual([])
})

it('never takes one Chinese script for the other', () => {
  expect(nameKeys('zh-Hant')).toEqual(['name:zh-Hant', 'name:zh', 'name:latin'])
  expect(nameKeys('zh-Hans')).toEqual(['name:zh-Hans', 'name:zh', 'name:latin'])
  for (const { tag } of ALL_LANGUAGES)
    if (!tag.startsWith('zh')) expect(nameKeys(tag).join()).not.toContain('zh')
})
