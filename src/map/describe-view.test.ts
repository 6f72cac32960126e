import { describe, expect, it } from 'vitest'
import { describeView } from './describe-view.ts'
import type { MapScene } from './map-view.ts'

const aScene = (changes: Partial<MapScene> = {}): MapScene => ({
  camera: { centre: [130.10123456, 33.1], zoom: 14, bearing: 0, metresPerPixel: 4 },
  status: 'ready',
  zones: 'drawn',
  ranks: [],
  notAssessed: false,
  sites: [],
  ...changes,
})
const keys = (scene: MapScene) => describeView(scene, true).map(({ key }) => key)

describe('describeView', () => {
  it('tells the deepest zone in view in metres', () => {
    expect(describeView(aScene({ ranks: [1, 3] }), true)[0]).toEqual({
      key: 'map:view.zones',
      params: { min: 3, max: 5 },
    })
    expect(describeView(aScene({ ranks: [6] }), true)[0]).toEqual({
      key: 'map:view.zonesOpen',
      params: { min: 20 },
    })
  })

  it('never says that there is no zone when the zones are off, not drawn this far out or not read', () => {
    for (const zones of ['off', 'tooFarOut', 'unread'] as const) {
      expect(keys(aScene({ zones }))).not.toContain('map:view.zonesNone')
    }
    expect(keys(aScene())).toContain('map:view.zonesNone')
  })

  it('says that the data are not there, and not that there is no zone, where the pack does not hold them whole', () => {
    const [first] = describeView(aScene(), false)
    expect(first).toEqual({ key: 'risk:headline.dataUnavailable.flood' })
    expect(describeView(aScene({ ranks: [2] }), false)[0]).toMatchObject({ key: 'map:view.zones' })
  })

  it('says nothing about zones and sites while the map is not drawn', () => {
    expect(keys(aScene({ status: 'failed' }))).toEqual(['map:view.failed'])
    expect(keys(aScene({ status: 'starting' }))).toEqual(['map:view.starting'])
  })

  it('tells what was never studied, how many sites there are, where the map is, and when north is not up', () => {
    const camera = { ...aScene().camera, bearing: 45.2 }
    expect(describeView(aScene({ notAssessed: true, sites: ['a', 'b'], camera }), true)).toEqual([
      { key: 'map:view.zonesNone' },
      { key: 'map:view.notAssessed' },
      { key: 'map:view.sites', params: { count: 2 } },
      { key: 'map:view.centre', params: { lat: '33.1000', lng: '130.1012' } },
      { key: 'map:view.width', params: { metres: 400 } },
      { key: 'map:view.turned', params: { degrees: 45 } },
    ])
  })
})
