import { describe, expect, it } from 'vitest'
import { aPackLayer } from '#tests/support/an-area.ts'
import { layerData, riversOf } from './layer-data.ts'
import { ownClasses } from './ZoneLegend.tsx'

const river = (id: string, name: string, changes = {}) =>
  aPackLayer({ id: `flood-max-${id}`, river: { id, name }, siblings: 2, ...changes })

describe('what a map has of a layer', () => {
  it('is whole when everything was built, with the date of its oldest part', () => {
    const layers = [river('1', '見本川', { asOf: '2024-03' }), river('2', '試験川', { asOf: '2020' })]
    expect(layerData(layers, 'flood-max')).toEqual({ state: 'whole', asOf: '2020' })
  })

  it('is partial when a river could not be had, was built in part, or was lost', () => {
    const first = river('1', '見本川')
    for (const second of [
      [river('2', '試験川', { state: 'missing', file: null })],
      [river('2', '試験川', { state: 'partial' })],
      [],
    ])
      expect(layerData([first, ...second], 'flood-max').state).toBe('partial')
  })

  it('tells data that could not be had from data that this map was made without', () => {
    const missing = aPackLayer({ state: 'missing', file: null })
    expect(layerData([missing], 'flood-max').state).toBe('missing')
    expect(layerData([aPackLayer({ state: 'notBuilt', file: null })], 'flood-max').state).toBe('absent')
    expect(layerData([], 'flood-max').state).toBe('absent')
  })

  it('does not take another hazard of a version 1 pack for the flood, though its layer says so', () => {
    const tsunami = aPackLayer({ kind: 'tsunami' })
    expect(layerData([tsunami], 'flood-max').state).toBe('absent')
  })

  it('counts landslides by phenomenon, although all of them are of one kind', () => {
    const slide = aPackLayer({ kind: 'landslide', draws: 'landslide-slide', measure: 'zone', siblings: 1 })
    expect(layerData([slide], 'landslide-slide').state).toBe('whole')
    expect(layerData([slide], 'landslide-debrisFlow').state).toBe('absent')
  })
})

it('offers the rivers that can be shown alone', () => {
  const layers = [
    river('2', '試験川'),
    river('1', '見本川'),
    river('3', '無川', { state: 'missing', file: null }),
    aPackLayer({ river: { id: null, name: '名無川' } }),
    aPackLayer(),
  ]
  expect(riversOf(layers)).toEqual([
    { id: '1', name: '見本川' },
    { id: '2', name: '試験川' },
  ])
})

it("finds the publisher's own classes of depth, each once, and none of the official ones", () => {
  const own = (rank: number, min: number, max: number | null) => ({
    rank,
    means: { type: 'depth', min, max } as const,
  })
  const layers = [
    aPackLayer({ classes: [own(1, 0, 0.5), own(2, 2, 5), own(3, 5, null)] }),
    aPackLayer({ classes: [own(1, 2, 5), own(2, 0.5, 1)] }),
  ]
  expect(ownClasses(layers, 'flood-max')).toEqual([
    { type: 'depth', min: 5, max: null },
    { type: 'depth', min: 2, max: 5 },
    { type: 'depth', min: 0.5, max: 1 },
  ])
})
