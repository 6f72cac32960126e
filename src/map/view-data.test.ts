import { booleanPointInPolygon, distance } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import type { SiteMark } from './map-view.ts'
import { hereData, outlineData, pickedData, siteOffset, sitesData } from './view-data.ts'

const aSite = (changes: Partial<SiteMark> = {}): SiteMark => ({
  id: 'a',
  at: [130.1, 33.1],
  name: '体育館',
  kind: 'emergencySite',
  designated: true,
  zone: null,
  ...changes,
})
const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const area = (coordinates: number[][][][]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } }],
})

describe('outlineData', () => {
  const outline = area([[square(130, 33, 1), square(130.4, 33.4, 0.1)], [square(132, 33, 0.2)]])
  const [outside, inside] = outlineData(outline).features as GeoJSON.Feature<GeoJSON.MultiPolygon>[]

  it.each([
    ['in the area', [130.1, 33.1], true],
    ['on its island', [132.1, 33.1], true],
    ['in a hole of the area', [130.45, 33.45], false],
    ['beside it', [131.5, 33.1], false],
    ['far away', [134, 36], false],
  ] as const)('veils exactly what is not area: %s', (_, at, isArea) => {
    expect(outside && booleanPointInPolygon([...at], outside)).toBe(!isArea)
    expect(inside && booleanPointInPolygon([...at], inside)).toBe(isArea)
  })

  it('draws nothing when there is no outline', () => {
    expect(outlineData(null).features).toEqual([])
    expect(outlineData({ type: 'FeatureCollection', features: [] }).features).toEqual([])
  })
})

describe('hereData', () => {
  it('draws the circle of the accuracy in true metres', () => {
    const [circle] = hereData({ at: [130.1, 33.1], accuracy: 250 }).features
    const ring = (circle?.geometry.type === 'Polygon' && circle.geometry.coordinates[0]) || []
    expect(ring).toHaveLength(65)
    for (const corner of ring) {
      const metres = distance([130.1, 33.1], corner, { units: 'meters' })
      expect(Math.abs(metres - 250)).toBeLessThan(250 * 0.005)
    }
  })

  it('draws nothing without a position', () => {
    expect(hereData(null).features).toEqual([])
    expect(pickedData(null).features).toEqual([])
  })
})

describe('sitesData', () => {
  it('keeps every site and paints designated ones on top', () => {
    const sites = [
      aSite({ id: 'yes' }),
      aSite({ id: 'no', designated: false }),
      aSite({ id: 'unknown', designated: null }),
    ]
    expect(sitesData(sites).features.map(({ properties }) => properties?.['id'])).toEqual([
      'no',
      'unknown',
      'yes',
    ])
  })

  it('tells the designation and the zone in the symbol, side by side', () => {
    const image = (changes: Partial<SiteMark>) =>
      sitesData([aSite(changes)]).features[0]?.properties?.['image']
    expect(image({ zone: { layer: 'landslide-debrisFlow', rank: 6 } })).toBe(
      'site:emergencySite:yes:landslide-debrisFlow.6',
    )
    expect(image({ designated: false })).toBe('site:emergencySite:no:none')
    expect(image({ designated: null, kind: 'shelter' })).toBe('site:shelter:unknown:none')
  })

  it('draws an emergency site and a shelter at one place side by side', () => {
    const both = [aSite(), aSite({ id: 'b', kind: 'shelter', at: [130.10001, 33.10001] })]
    const [first, second] = both.map((site) => siteOffset(site, both)[0])
    expect(Math.abs((first ?? 0) - (second ?? 0))).toBeGreaterThanOrEqual(30)
    expect(siteOffset(aSite(), [aSite()])).toEqual([0, 0])
  })
})
