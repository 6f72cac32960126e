import { describe, expect, it } from 'vitest'
import type { Place } from '#domain/places/place.ts'
import { mergePlaces } from './merge-places.ts'

const place = (name: string, at: [number, number], kana: string | null = null): Place => ({
  name,
  kana,
  romaji: null,
  kind: 'neighbourhood',
  at,
})

describe('places of two lists', () => {
  it('keeps the curated ones with their readings, and adds what only the base map has', () => {
    const curated = [place('高津原', [130.09, 33.1], 'たかつはら')]
    const found = [place('高津原', [130.091, 33.101]), place('鹿島駅前', [130.097, 33.113])]
    expect(mergePlaces(curated, found).map(({ name, kana }) => [name, kana])).toEqual([
      ['高津原', 'たかつはら'],
      ['鹿島駅前', null],
    ])
  })

  it('keeps two places of one name that are far apart', () => {
    expect(mergePlaces([place('中町', [130.09, 33.1])], [place('中町', [130.14, 33.06])])).toHaveLength(2)
  })
})
