import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { EMPTY_MY_MAP, type MyMap } from '../map-view.ts'
import { distanceTo, myShapeAt, mySymbolTargets } from './my-targets.ts'

const project = ([x, y]: LngLat) => ({ x, y })
const box = (id: string, side: number): MyMap['areas'][number] => ({
  id,
  ring: [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
  ],
  name: '',
  icon: 'floodsOften',
})
const line = { id: 'l', line: [[0, 50] as const, [300, 50] as const], name: '' }

describe("what of one's own is under the finger", () => {
  it('is a line within its reach, and the nearest of several things', () => {
    const mine = { ...EMPTY_MY_MAP, lines: [line] }
    expect(myShapeAt({ x: 100, y: 62 }, mine, project)).toBe('l')
    expect(myShapeAt({ x: 100, y: 66 }, mine, project)).toBeNull()
    expect(myShapeAt({ x: 100, y: 52 }, { ...mine, areas: [box('small', 120)] }, project)).toBe('l')
  })

  it('is a small area anywhere inside it, a large one only at its edge: the places in it can still be asked about', () => {
    const [small, large] = [box('small', 120), box('large', 400)].map((one) => ({
      ...EMPTY_MY_MAP,
      areas: [one],
    }))
    expect(small && myShapeAt({ x: 60, y: 60 }, small, project)).toBe('small')
    expect(large && myShapeAt({ x: 200, y: 200 }, large, project)).toBeNull()
    expect(large && myShapeAt({ x: 200, y: 8 }, large, project)).toBe('large')
    expect(small && myShapeAt({ x: 160, y: 60 }, small, project)).toBeNull()
  })

  it('is a symbol: of a danger in its middle, of others above the foot with which they stand on their place', () => {
    const points: MyMap['points'] = [
      { id: 'd', at: [0, 0], name: '', icon: 'gutter' },
      { id: 'h', at: [0, 0], name: '', icon: 'home' },
    ]
    expect(mySymbolTargets({ ...EMPTY_MY_MAP, points }, 16, project)).toEqual([
      { id: 'd', x: 0, y: 0 },
      { id: 'h', x: 0, y: -22 },
    ])
    const [, home] = mySymbolTargets({ ...EMPTY_MY_MAP, points, selected: 'h' }, 16, project)
    expect(home?.y).toBeLessThan(-22)
  })

  it('measures distances as small steps along the line do', () => {
    const place = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) })
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 1, maxLength: 5 }), (point, corners) => {
        let least = Infinity
        for (const [i, to] of corners.entries()) {
          const from = corners[Math.max(0, i - 1)] ?? to
          for (let step = 0; step <= 200; step += 1) {
            const [x, y] = [from.x + ((to.x - from.x) * step) / 200, from.y + ((to.y - from.y) * step) / 200]
            least = Math.min(least, Math.hypot(x - point.x, y - point.y))
          }
        }
        const distance = distanceTo(point, corners)
        expect(distance).toBeLessThanOrEqual(least + 1e-9)
        expect(distance).toBeGreaterThan(least - 1)
      }),
    )
  })
})
