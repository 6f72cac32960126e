import { gunzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ZONE_LAYER_IDS } from '#domain/hazards/zone-layer.ts'
import { rankAt, readRankLayer } from '#domain/ranks/rank-layer.ts'
import { ring } from '#tests/support/a-mirror.ts'
import { officialClasses } from './zone-classes.ts'
import { missingSet, zoneLayers } from './zone-layers.ts'
import type { ZoneSet } from './zone-set.ts'

const BOUNDS = [130, 33, 130.2, 33.2] as const
const set = (draws: ZoneSet['draws'], changes: Partial<ZoneSet> = {}): ZoneSet => ({
  ...missingSet(draws, []),
  state: 'built',
  classes: officialClasses(draws),
  zones: [{ rank: 1, polygon: [ring(130.1, 33.1, 0.01)] }],
  ...changes,
})
const ids = (sets: readonly ZoneSet[]): string[] =>
  zoneLayers(sets, BOUNDS)
    .filter(({ set: { draws } }) => sets.some((one) => one.draws === draws))
    .map(({ layer }) => `${layer.id} ${layer.state} ${layer.siblings}`)

describe('zoneLayers', () => {
  it('tells of every layer of the map, also where there is nothing', () => {
    const layers = zoneLayers([], BOUNDS)
    expect(layers.map(({ layer }) => layer.id)).toEqual([...ZONE_LAYER_IDS])
    expect(layers.every(({ layer, file }) => layer.state === 'missing' && file === null)).toBe(true)
    expect(layers.every(({ layer }) => layer.missing.length === 1)).toBe(true)
  })

  it('counts the layers that answer together', () => {
    expect(
      ids([
        set('houseCollapse-flow', { part: '1' }),
        set('houseCollapse-flow', { part: '2' }),
        set('houseCollapse-erosion', { part: '1' }),
      ]),
    ).toEqual([
      'houseCollapse-flow-1 built 3',
      'houseCollapse-flow-2 built 3',
      'houseCollapse-erosion-1 built 3',
    ])
  })

  it('misses nothing where another set answers for the layer by itself', () => {
    const [lost, city] = [missingSet('inlandFlood-max', ['x']), set('inlandFlood-max', { part: 'local' })]
    expect(ids([lost, { ...city, alone: true }])).toEqual(['inlandFlood-max-local built 1'])
    expect(ids([lost, { ...city, alone: true, state: 'partial' }])).toHaveLength(2)
    expect(ids([lost, city])).toEqual(['inlandFlood-max missing 2', 'inlandFlood-max-local built 2'])
  })

  it('makes a layer no larger than its zones, and answers on its outermost edges and beyond', () => {
    const [{ file } = { file: null }] = zoneLayers([set('flood-max')], BOUNDS)
    const layer = readRankLayer(gunzipSync(file?.bytes ?? new Uint8Array()))
    if (!layer.ok) throw new Error('no layer')
    expect(layer.value.width).toBeLessThan(11_000)
    const ask = (lng: number, lat: number) => rankAt(layer.value, [lng, lat])
    expect([ask(130.1, 33.1), ask(130.11, 33.11), ask(130.105, 33.1000001)]).toEqual([1, 1, 1])
    expect([ask(130.0999, 33.105), ask(130.15, 33.15)]).toEqual([0, 0])
  })

  it('never makes one layer of two sets', () => {
    expect(() => zoneLayers([set('pond-max'), set('pond-max')], BOUNDS)).toThrow(
      'two sets of zones would become the layer pond-max',
    )
  })
})
