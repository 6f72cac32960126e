import { describe, expect, it } from 'vitest'
import { anArea, aSite } from '#tests/support/an-area.ts'
import type { Place } from './place.ts'
import { searchPlaces } from './search-places.ts'

const place = (changes: Partial<Place>): Place => ({
  name: '中央',
  kana: null,
  romaji: null,
  kind: 'neighbourhood',
  at: [135.02, 30.02],
  ...changes,
})
const area = anArea({
  places: [
    place({ name: '北鹿島', kana: 'きたかしま', romaji: 'Kita-Kashima' }),
    place({ name: '鹿島', kana: 'かしま', romaji: 'Kashima', kind: 'district' }),
    place({ name: 'ＪＲ駅前', kana: 'じぇいあーるえきまえ' }),
    place({ name: '大村方', kana: null, romaji: 'Ōmuragata' }),
  ],
  sites: [aSite({ name: { ja: '鹿島小学校', kana: null, en: null } })],
})
const names = (text: string) => searchPlaces(area, text).map((hit) => hit.name)

describe('the search for a place', () => {
  it('finds by kanji, hiragana, katakana and Latin letters, whole names and beginnings first', () => {
    expect(names('鹿島')).toEqual(['鹿島', '鹿島小学校', '北鹿島'])
    expect(names('かしま')).toEqual(['鹿島', '北鹿島'])
    expect(names('カシマ')).toEqual(['鹿島', '北鹿島'])
    expect(names('ｋａｓｈｉｍａ')).toEqual(['鹿島', '北鹿島'])
    expect(names('kita kashima')).toEqual(['北鹿島'])
    expect(names('omura')).toEqual(['大村方'])
    expect(names('jr駅')).toEqual(['ＪＲ駅前'])
    expect(names('が')).toEqual([])
  })

  it("finds the area's sites too, and says that they are sites", () => {
    expect(searchPlaces(area, '小学校')[0]).toMatchObject({ kind: 'site', siteId: 'E1' })
  })

  it('gives the whole list for an empty text, districts first, and no more than asked for', () => {
    expect(names('')).toHaveLength(5)
    expect(names('')[0]).toBe('鹿島')
    expect(searchPlaces(area, '', 2)).toHaveLength(2)
  })

  it('reads a position, also in full-width digits', () => {
    for (const text of ['30.02, 135.02', '３０．０２、１３５．０２'])
      expect(searchPlaces(area, text)).toMatchObject([
        { kind: 'position', at: [135.02, 30.02], name: '30.02000, 135.02000' },
      ])
  })

  it('finds the places that an address names, the longest name first, and says that they are a part of it', () => {
    const hits = searchPlaces(area, '見本県鹿島市北鹿島12-3')
    expect(hits.map(({ name }) => name)).toEqual(['北鹿島', '鹿島'])
    expect(hits.every(({ isPart }) => isPart)).toBe(true)
    expect(searchPlaces(area, '鹿島').some(({ isPart }) => isPart)).toBe(false)
  })

  it('finds nothing rather than anything', () => {
    expect(names('存在しない')).toEqual([])
  })
})
