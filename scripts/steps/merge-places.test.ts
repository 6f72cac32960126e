import { describe, expect, it } from 'vitest'
import type { Place } from '#domain/places/place.ts'
import { mergePlaces, placesInside } from './merge-places.ts'

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

describe('places of the base map', () => {
  it('are taken inside the municipality only, which may be several polygons', () => {
    const square = (west: number): [number, number][][] => [
      [
        [west, 33],
        [west + 0.1, 33],
        [west + 0.1, 33.1],
        [west, 33.1],
        [west, 33],
      ],
    ]
    const all = [place('中', [130.05, 33.05]), place('島', [130.35, 33.05]), place('隣', [130.2, 33.05])]
    expect(placesInside(all, [square(130), square(130.3)]).map(({ name }) => name)).toEqual(['中', '島'])
  })
})
