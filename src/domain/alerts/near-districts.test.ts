import { describe, expect, it } from 'vitest'
import type { Place } from '../places/place.ts'
import { districtsNear, namedIn } from './near-districts.ts'

const HERE = [130.1, 33.1] as const
/** A thousandth of a degree to the north is about 111 m. */
const aPlace = (name: string, north: number, kind: Place['kind'] = 'district'): Place => ({
  name,
  kana: null,
  romaji: null,
  kind,
  at: [HERE[0], HERE[1] + north / 1000],
})
const places = [
  aPlace('遠い町', 14),
  aPlace('北鹿島', 9),
  aPlace('駅', 1, 'station'),
  aPlace('浜', 2, 'neighbourhood'),
  aPlace('大字 中村', 3),
]

describe('districts of a place', () => {
  it('are the ones whose middle is within 1.5 km, the nearest first', () => {
    expect(districtsNear(places, HERE).map(({ name }) => name)).toEqual(['浜', '大字 中村', '北鹿島'])
  })

  it.each([
    [['北鹿島'], '北鹿島'],
    [['北鹿島地区', '七浦'], '北鹿島'],
    [['中村'], '大字 中村'],
    [['大字中村', '浜'], '浜'],
    [['横浜'], undefined],
    [['鹿島'], undefined],
    [[], undefined],
  ])('%j names %s', (districts, name) => {
    expect(namedIn(districts, districtsNear(places, HERE))?.name).toBe(name)
  })
})
