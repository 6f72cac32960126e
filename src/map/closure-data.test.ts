import fc from 'fast-check'
import { distance, booleanPointInPolygon, polygon } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { metresPerPixelAt } from './camera-limits.ts'
import { closuresData, signsOf } from './closure-data.ts'
import type { ClosureMark } from './map-view.ts'

const LONG: readonly LngLat[] = [
  [130.1, 33.1],
  [130.12, 33.1],
  [130.12, 33.12],
]
const SHORT: readonly LngLat[] = [
  [130, 33],
  [130.0001, 33],
]
const RING: readonly LngLat[] = [
  [130.1, 33.1],
  [130.2, 33.1],
  [130.2, 33.11],
  [130.11, 33.11],
  [130.11, 33.2],
  [130.1, 33.2],
  [130.1, 33.1],
]
const aMark = (changes: Partial<ClosureMark> = {}): ClosureMark => ({
  id: 'c',
  shape: { kind: 'line', lines: [LONG] },
  strength: 'closed',
  isOld: false,
  label: '市道 通行止め',
  ...changes,
})
const parts = (marks: readonly ClosureMark[]) =>
  closuresData(marks).features.map(({ properties }) => String(properties?.['part']))

describe('the signs of a closure', () => {
  it('are one at every zoom, also on the shortest road and in every shape', () => {
    for (const shape of [
      { kind: 'point', at: [130, 33] },
      { kind: 'line', lines: [SHORT] },
      { kind: 'line', lines: [LONG, SHORT] },
      { kind: 'area', rings: [RING] },
    ] as const)
      expect(signsOf(shape).filter(({ from }) => from === 0)).toHaveLength(1)
  })

  it('stand first on the longest of several roads', () => {
    const [main] = signsOf({ kind: 'line', lines: [SHORT, LONG] })
    expect(main?.at[0]).toBeCloseTo(130.12, 3)
  })

  it('stand inside an area that bends', () => {
    const [main] = signsOf({ kind: 'area', rings: [RING] })
    expect(booleanPointInPolygon([...(main?.at ?? [0, 0])], polygon([RING.map((at) => [...at])]))).toBe(true)
  })

  it('are never nearer to one another on the screen than two fingers, and close a gap of four of them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.0005, max: 0.05, noNaN: true }),
        fc.integer({ min: 9, max: 17 }),
        (degrees, zoom) => {
          const line: LngLat[] = [
            [130, 33],
            [130 + degrees, 33],
          ]
          const shown = signsOf({ kind: 'line', lines: [line] })
            .filter(({ from }) => from <= zoom)
            .map(({ at }) => at[0])
            .sort((a, b) => a - b)
          const pixels = (a: number, b: number) =>
            distance([a, 33], [b, 33], { units: 'meters' }) / metresPerPixelAt(33, zoom)
          const gaps = shown.slice(1).map((at, index) => pixels(shown[index] ?? at, at))
          for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(100)
          if (shown.length < 63) for (const gap of gaps) expect(gap).toBeLessThanOrEqual(230)
        },
      ),
    )
  })
})

describe('closuresData', () => {
  it('has the road or area and its signs; a place has its sign alone', () => {
    expect(parts([aMark()])[0]).toBe('line')
    expect(parts([aMark({ shape: { kind: 'area', rings: [RING] } })])).toEqual(['area', 'sign'])
    expect(parts([aMark({ shape: { kind: 'point', at: [130, 33] } })])).toEqual(['sign'])
  })

  it('keeps every line and hole', () => {
    const [line] = closuresData([aMark({ shape: { kind: 'line', lines: [LONG, SHORT] } })]).features
    expect(line?.geometry).toMatchObject({ type: 'MultiLineString', coordinates: { length: 2 } })
    const hole = RING.map(([lng, lat]): LngLat => [
      130.102 + (lng - 130.1) / 100,
      33.102 + (lat - 33.1) / 100,
    ])
    const [area] = closuresData([aMark({ shape: { kind: 'area', rings: [RING, hole] } })]).features
    expect(area?.geometry).toMatchObject({ type: 'Polygon', coordinates: { length: 2 } })
  })

  it('writes the label at one sign alone', () => {
    const labels = closuresData([aMark()]).features.filter(({ properties }) => properties?.['label'])
    expect(labels).toHaveLength(1)
  })

  it('paints what is closed last, and tells what is old', () => {
    const point = { kind: 'point', at: [130, 33] } as const
    const marks = [
      aMark({ id: 'closed', shape: point }),
      aMark({ id: 'planned', shape: point, strength: 'planned', isOld: true }),
      aMark({ id: 'cars', shape: point, strength: 'carsOnly' }),
      aMark({ id: 'perhaps', shape: point, strength: 'perhaps' }),
    ]
    const { features } = closuresData(marks)
    expect(features.map(({ properties }) => properties?.['id'])).toEqual([
      'planned',
      'cars',
      'perhaps',
      'closed',
    ])
    expect(features[0]?.properties).toMatchObject({ old: true, image: 'closure:sign:planned:old' })
  })
})
