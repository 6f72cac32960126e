import { describe, expect, it } from 'vitest'
import { allNamesOf, NAME_KEYS, namesOf, readingOf } from './base-map-names.ts'

const CITY = {
  name: '鹿島市',
  'name:ja': '鹿島市',
  'name:ja-Hira': 'かしまし',
  'name:ja-Latn': 'Kashima-shi',
  'name:latin': 'Kashima',
  'name:en': 'Kashima',
  'name:ko': '가시마시',
  'name:zh': '鹿岛市',
  'name:zh-Hant': '鹿島市',
  'name:ar': 'كَاشِيمَا',
  'name:vi': 'Kashima-shi',
  'name:de': 'Kashima (Saga)',
  name_int: 'Kashima',
}

describe('the names that the base map keeps', () => {
  it('are the local one, its reading, Latin letters, and those in our languages', () => {
    expect(allNamesOf(CITY)).toEqual({
      name: '鹿島市',
      'name:latin': 'Kashima-shi',
      'name:kana': 'かしまし',
      'name:en': 'Kashima',
      'name:zh': '鹿岛市',
      'name:zh-Hant': '鹿島市',
      'name:ko': '가시마시',
      'name:ar': 'كاشيما',
    })
  })

  it('are written as the map has to be given them, and only there', () => {
    expect(allNamesOf({ name: '浜', 'name:my': 'စာ' })['name:my']).toBe('စာ\u200C')
    expect(namesOf({ name: 'စာ' }).name).toBe('စာ')
  })

  it('hold no reading that the source does not have, and no Japanese for Latin letters', () => {
    expect(readingOf({ name: '鹿島市' })).toBeNull()
    expect(readingOf({ 'name:ja_kana': 'ｶｼﾏ' })).toBe('カシマ')
    expect(allNamesOf({ 'name:latin': '大字高津原' })).toEqual({ name: '大字高津原' })
    expect(allNamesOf({ name: '鹿島', 'name:latin': '鹿島駅' })).toEqual({ name: '鹿島' })
    expect(allNamesOf({ name: 'かしま', 'name:ja-Hira': 'かしま' })).toEqual({ name: 'かしま' })
    expect(allNamesOf({ class: 'city' })).toEqual({})
  })

  it('come in one order, so that the same source gives the same bytes', () => {
    expect(NAME_KEYS.slice(0, 3)).toEqual(['name', 'name:latin', 'name:kana'])
    expect(new Set(NAME_KEYS).size).toBe(NAME_KEYS.length)
  })
})
