import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS } from '#domain/hazards/depth-band.ts'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { describeView, type DataOf } from './describe-view.ts'
import type { MapScene, SeenClass } from './map-view.ts'

const aScene = (changes: Partial<MapScene> = {}): MapScene => ({
  camera: { centre: [130.10123456, 33.1], zoom: 14, bearing: 0, metresPerPixel: 4 },
  status: 'ready',
  zones: 'drawn',
  shown: ['flood-max'],
  seen: [],
  notAssessed: false,
  sites: [],
  points: 0,
  closures: [],
  mine: 0,
  ...changes,
})
const depth = (rank: 1 | 2 | 3 | 4 | 5 | 6, layer: ZoneLayerId = 'flood-max'): SeenClass => ({
  layer,
  rank,
  bounds: DEPTH_BANDS[rank],
})
const zone = (layer: ZoneLayerId, rank: number): SeenClass => ({ layer, rank, bounds: null })
const whole: DataOf = () => 'whole'
const keys = (scene: MapScene, dataOf = whole) => describeView(scene, dataOf).map(({ phrase }) => phrase.key)
const first = (scene: MapScene, dataOf = whole) => describeView(scene, dataOf)[0]

describe('describeView', () => {
  it('tells the deepest zone in view in metres, with the layer it is of', () => {
    expect(first(aScene({ seen: [depth(3), depth(1)] }))).toEqual({
      about: { layer: 'flood-max' },
      phrase: { key: 'map:view.depth', params: { min: 3, max: 5 } },
    })
    expect(first(aScene({ seen: [depth(6), depth(5)] }))?.phrase).toEqual({
      key: 'map:view.depthOpen',
      params: { min: 20 },
    })
  })

  it("takes the publisher's own bounds for what they are: 2 to 5 m may be deeper than 3 to 5 m is not", () => {
    const own: SeenClass = { layer: 'flood-max', rank: 4, bounds: { min: 2, max: 8 } }
    expect(first(aScene({ seen: [depth(3), own] }))?.phrase.params).toEqual({ min: 2, max: 8 })
  })

  it('tells hours, red before yellow, and house collapse, each kind of zone once', () => {
    const shown = ['flood-duration', 'houseCollapse-flow', 'landslide-slide', 'landslide-debrisFlow'] as const
    const seen = [zone('flood-duration', 3), zone('landslide-slide', 4), zone('landslide-debrisFlow', 5)]
    const told = describeView(aScene({ shown, seen }), whole).slice(0, 4)
    expect(told).toEqual([
      {
        about: { layer: 'flood-duration' },
        phrase: { key: 'map:view.hours', params: { min: 24, max: 72 } },
      },
      { about: { kind: 'houseCollapse' }, phrase: { key: 'map:view.none' } },
      { about: { kind: 'landslide' }, phrase: { key: 'map:view.special' } },
      { about: null, phrase: { key: 'map:view.sitesNone' } },
    ])
  })

  it('never says that there is no zone when the zones are off, not drawn this far out or not read', () => {
    for (const zones of ['off', 'tooFarOut', 'unread'] as const)
      expect(keys(aScene({ zones }))).not.toContain('map:view.none')
    expect(keys(aScene())).toContain('map:view.none')
  })

  it('never says that there is no zone where the map has not all of the data', () => {
    for (const state of ['partial', 'missing', 'absent'] as const)
      expect(keys(aScene(), () => state)).not.toContain('map:view.none')
    expect(keys(aScene(), () => 'absent')[0]).toBe('map:view.noData')
    expect(keys(aScene({ seen: [depth(2)] }), () => 'partial').slice(0, 2)).toEqual([
      'map:view.depth',
      'map:view.partial',
    ])
  })

  it('does not say "none" of all landslides when the data of one kind of them are missing', () => {
    const shown = ['landslide-slide', 'landslide-debrisFlow'] as const
    expect(keys(aScene({ shown }), (id) => (id === 'landslide-slide' ? 'missing' : 'whole'))[0]).toBe(
      'map:view.partial',
    )
  })

  it('says nothing of closures where none is drawn: that would sound as if the roads were open', () => {
    expect(keys(aScene())).not.toContain('map:view.closures')
  })

  it('says nothing about zones and sites while the map is not drawn', () => {
    expect(keys(aScene({ status: 'failed' }))).toEqual(['map:view.failed'])
    expect(keys(aScene({ status: 'starting' }))).toEqual(['map:view.starting'])
  })

  it('tells what was never studied, sites, points, where the map is, and when north is not up', () => {
    const camera = { ...aScene().camera, bearing: 45.2 }
    const scene = aScene({
      notAssessed: true,
      sites: ['a', 'b'],
      points: 3,
      closures: ['c'],
      mine: 2,
      camera,
    })
    expect(describeView(scene, whole).map(({ phrase }) => phrase)).toEqual([
      { key: 'map:view.none' },
      { key: 'map:view.notAssessed' },
      { key: 'map:view.closures', params: { count: 1 } },
      { key: 'map:view.sites', params: { count: 2 } },
      { key: 'map:view.points', params: { count: 3 } },
      { key: 'map:view.mine', params: { count: 2 } },
      { key: 'map:view.centre', params: { lat: '33.1000', lng: '130.1012' } },
      { key: 'map:view.width', params: { metres: 400 } },
      { key: 'map:view.turned', params: { degrees: 45 } },
    ])
  })
})
