import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { ClosureMark } from '../map-view.ts'
import { closureShapeAt, closureTargets } from './closure-targets.ts'

/** One pixel for each 0.00001 degrees. */
const project = ([lng, lat]: LngLat) => ({ x: (lng - 130) * 1e5, y: (lat - 33) * 1e5 })
const at = (x: number, y: number): LngLat => [130 + x / 1e5, 33 + y / 1e5]
const aMark = (id: string, shape: ClosureMark['shape']): ClosureMark => ({
  id,
  shape,
  strength: 'closed',
  isOld: false,
  label: '',
})
const square = (x: number, y: number, size: number): ClosureMark['shape'] => ({
  kind: 'area',
  rings: [[at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size), at(x, y)]],
})
const road = (y: number): ClosureMark['shape'] => ({ kind: 'line', lines: [[at(0, y), at(400, y)]] })
const touched = (x: number, y: number, marks: readonly ClosureMark[]) =>
  closureShapeAt({ x, y }, marks, project)

describe('a finger', () => {
  it('meets a closed road within 22 pixels on both sides, the nearer of two', () => {
    const roads = [aMark('one', road(0)), aMark('two', road(30))]
    expect([touched(50, -21, roads), touched(50, -23, roads)]).toEqual(['one', null])
    expect([touched(50, 14, roads), touched(50, 16, roads)]).toEqual(['one', 'two'])
  })

  it('meets a small area anywhere, a large one at its edge alone', () => {
    expect(touched(60, 60, [aMark('small', square(0, 0, 120))])).toBe('small')
    const large = [aMark('large', square(0, 0, 400))]
    expect([touched(200, 200, large), touched(15, 200, large)]).toEqual([null, 'large'])
  })

  it('meets a road in a small area before the area', () => {
    const marks = [aMark('area', square(0, 0, 120)), aMark('road', road(60))]
    expect(touched(60, 55, marks)).toBe('road')
  })
})

it('offers the signs that are drawn at the zoom: more of them the nearer', () => {
  const marks = [aMark('road', { kind: 'line', lines: [[at(0, 0), at(2600, 0)]] })]
  const count = (zoom: number) => closureTargets(marks, zoom, project).length
  expect(count(9)).toBe(1)
  expect(count(18)).toBeGreaterThan(count(14))
  // The style draws by whole zooms.
  for (let tenths = 90; tenths < 190; tenths += 1)
    expect(count(tenths / 10)).toBe(count(Math.floor(tenths / 10)))
})
