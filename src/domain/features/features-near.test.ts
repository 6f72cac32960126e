import { pointToPolygonDistance } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFeature } from '#tests/support/a-feature.ts'
import { anArea, box } from '#tests/support/an-area.ts'
import { featuresNear, type FeaturesNearOptions } from './features-near.ts'

const HOME = [135.02, 30.02] as const
const flood = aFeature({
  id: 'flood-1',
  kind: 'pastFlood',
  date: '1990-07',
  at: [135.03, 30.03],
  polygon: box([135.025, 30.015, 135.035, 30.025]),
})

describe('what is near', () => {
  const near = aFeature({ id: 'near', at: [135.021, 30.02] })
  const far = aFeature({ id: 'far', at: [135.02, 30.04] })
  const area = anArea({ features: [far, flood, near] })

  it('is told nearest first, with metres and direction', () => {
    const found = featuresNear(area, HOME)
    expect(found.map(({ feature }) => feature.id)).toEqual(['near', 'flood-1', 'far'])
    expect(found[0]?.metres).toBeCloseTo(96.3, 0)
    expect(found[0]?.bearing).toBeCloseTo(90, 0)
    expect(found[2]?.bearing).toBeCloseTo(0, 5)
  })

  it('is limited by distance, kind and number', () => {
    const ids = (options: FeaturesNearOptions): readonly string[] =>
      featuresNear(area, HOME, options).map(({ feature }) => feature.id)
    expect(ids({ metres: 500 })).toEqual(['near', 'flood-1'])
    expect(ids({ kinds: ['aed'] })).toEqual(['near', 'far'])
    expect(ids({ kinds: ['memorial'] })).toEqual([])
    expect(ids({ limit: 1 })).toEqual(['near'])
  })

  it('is "here" only inside a polygon, edge included, never at a point', () => {
    const at = (lng: number, lat: number) => featuresNear(area, [lng, lat], { kinds: ['pastFlood'] })[0]
    expect(at(135.03, 30.02)).toMatchObject({ isHere: true, metres: 0, bearing: null })
    expect(at(135.025, 30.02)).toMatchObject({ isHere: true })
    expect(at(135.0249, 30.02)).toMatchObject({ isHere: false })
    expect(featuresNear(area, near.at, { limit: 1 })[0]).toMatchObject({
      isHere: false,
      metres: 0,
      bearing: null,
    })
  })

  it('measures to the nearest edge of a polygon, as an independent measure does', () => {
    const degree = fc.double({ min: -0.03, max: 0.03, noNaN: true })
    fc.assert(
      fc.property(degree, degree, (east, north) => {
        const at = [135.03 + east, 30.02 + north] as const
        const [found] = featuresNear(area, at, { kinds: ['pastFlood'] })
        const wanted = pointToPolygonDistance([...at], { type: 'Polygon', coordinates: flood.polygon ?? [] }, { units: 'meters' }) // prettier-ignore
        expect(found?.isHere).toBe(wanted <= 0.01)
        expect(Math.abs((found?.metres ?? NaN) - Math.max(0, wanted))).toBeLessThan(1 + wanted * 0.002)
      }),
    )
  })

  it('is empty where the list could not be read: the area tells that apart', () => {
    expect(featuresNear(anArea({ features: null }), HOME)).toEqual([])
  })
})
