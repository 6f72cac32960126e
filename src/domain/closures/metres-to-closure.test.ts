import { distance, point, pointToLineDistance, lineString } from '@turf/turf'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LngLat } from '../geo/lng-lat.ts'
import { metresToClosure } from './metres-to-closure.ts'

const place = fc
  .tuple(
    fc.double({ min: 130.05, max: 130.15, noNaN: true }),
    fc.double({ min: 33.05, max: 33.15, noNaN: true }),
  )
  .map(([lng, lat]): LngLat => [lng, lat])
// A line of 10 km bulges by 2 m on the sphere.
const near = (metres: number, expected: number) =>
  expect(Math.abs(metres - expected)).toBeLessThan(2 + expected * 0.003)

it('is as far as over the ground, to the nearest part', () => {
  fc.assert(
    fc.property(place, fc.array(place, { minLength: 2, maxLength: 5 }), (at, line) => {
      near(
        metresToClosure({ shape: { kind: 'point', at: line[0] ?? at } }, at),
        distance(point([...(line[0] ?? at)]), point([...at]), { units: 'meters' }),
      )
      near(
        metresToClosure(
          { shape: { kind: 'line', lines: [line, [at, at].map(([x, y]): LngLat => [x + 1, y])] } },
          at,
        ),
        pointToLineDistance([...at], lineString(line.map((one) => [...one])), { units: 'meters' }),
      )
    }),
  )
})

const square: readonly LngLat[] = [
  [130, 33],
  [130.01, 33],
  [130.01, 33.01],
  [130, 33.01],
  [130, 33],
]

it('is nothing inside an area, and counts in its holes', () => {
  const hole = square.map(([lng, lat]): LngLat => [130.004 + (lng - 130) / 5, 33.004 + (lat - 33) / 5])
  const area = { shape: { kind: 'area', rings: [square, hole] } } as const
  expect(metresToClosure(area, [130.001, 33.001])).toBe(0)
  expect(metresToClosure(area, [130.005, 33.005])).toBeGreaterThan(50)
  expect(metresToClosure(area, [130.02, 33.005])).toBeGreaterThan(900)
})
