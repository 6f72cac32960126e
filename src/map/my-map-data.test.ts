import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { MyMap } from './map-view.ts'
import { drawingData, myMapData } from './my-map-data.ts'

const RING: readonly LngLat[] = [
  [130, 33],
  [130.01, 33],
  [130.01, 33.01],
]
const MINE: MyMap = {
  points: [{ id: 'p', at: [130, 33], name: 'みぞ', icon: 'gutter' }],
  areas: [
    { id: 'a', ring: RING, name: '水', icon: 'floodsOften' },
    { id: 'short', ring: RING.slice(0, 2), name: '', icon: 'aed' },
  ],
  lines: [
    { id: 'l', line: RING, name: '道' },
    { id: 'dot', line: RING.slice(0, 1), name: '' },
  ],
  selected: 'a',
}
const part = (data: GeoJSON.FeatureCollection, wanted: string) =>
  data.features.filter(({ properties }) => properties?.['part'] === wanted)

describe('myMapData', () => {
  it('draws each thing with its symbol, and none that has too few corners', () => {
    const data = myMapData(MINE)
    const idsOf = (wanted: string) => part(data, wanted).map(({ properties }) => properties?.['id'])
    expect(['area', 'line', 'line-name', 'symbol'].map(idsOf)).toEqual([['a'], ['l'], ['l'], ['a', 'p']])
    expect(part(data, 'symbol').map(({ properties }) => properties?.['image'])).toEqual([
      'mine:icon:floodsOften',
      'mine:icon:gutter',
    ])
  })

  it('closes the ring of an area', () => {
    const [area] = part(myMapData(MINE), 'area')
    const ring = area?.geometry.type === 'Polygon' ? (area.geometry.coordinates[0] ?? []) : []
    expect(ring).toHaveLength(4)
    expect(ring.at(-1)).toEqual(ring[0])
  })

  it('marks all parts of what is selected, and nothing else', () => {
    const selected = myMapData(MINE).features.filter(({ properties }) => properties?.['selected'] === true)
    expect(selected.map(({ properties }) => properties?.['id'])).toEqual(['a', 'a'])
  })

  it('names a line half way along it, by its length and not by its corners', () => {
    const line: readonly LngLat[] = [
      [130.004, 33.001],
      [130, 33.001],
      [130, 33.02],
    ]
    const [name] = part(myMapData({ ...MINE, lines: [{ id: 'l', line, name: '' }] }), 'line-name')
    const at = name?.geometry.type === 'Point' ? name.geometry.coordinates : []
    expect(at[0]).toBeCloseTo(130, 9)
    // The first part is shorter than its degrees say: those of longitude shrink towards the pole.
    expect(at[1]).toBeCloseTo(33.001 + (0.019 - 0.004 * Math.cos((33.001 * Math.PI) / 180)) / 2, 9)
  })
})

describe('drawingData', () => {
  const shapes = (tool: 'point' | 'line' | 'area', count: number) =>
    part(drawingData(tool, RING.slice(0, count)), 'shape').map(({ geometry }) => geometry.type)

  it('shows as much of a shape as its corners make', () => {
    expect([1, 2, 3].map((count) => shapes('area', count))).toEqual([[], ['LineString'], ['Polygon']])
    expect([1, 2, 3].map((count) => shapes('line', count))).toEqual([[], ['LineString'], ['LineString']])
    expect(shapes('point', 1)).toEqual([])
  })

  it('shows every corner, the last one marked', () => {
    const last = part(drawingData('line', RING), 'corner').map(({ properties }) => properties?.['last'])
    expect(last).toEqual([false, false, true])
  })
})
