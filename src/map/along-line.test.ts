import { along, length, lineString } from '@turf/turf'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { metresOf, placeAlong } from './along-line.ts'

const corner = fc.tuple(
  fc.double({ min: 130, max: 130.2, noNaN: true }),
  fc.double({ min: 33, max: 33.2, noNaN: true }),
)
const lines = fc.array(corner, { minLength: 2, maxLength: 6 })

it('finds the place after a share of the length, as turf does on the sphere', () => {
  fc.assert(
    fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (line, share) => {
      const whole = length(lineString(line), { units: 'meters' })
      fc.pre(whole > 10)
      expect(Math.abs(metresOf(line) / whole - 1)).toBeLessThan(0.01)
      const [lng, lat] = along(lineString(line), whole * share, { units: 'meters' }).geometry.coordinates
      const place = placeAlong(line, share)
      expect(metresOf([place, [lng ?? 0, lat ?? 0]])).toBeLessThan(Math.max(5, whole * 0.01))
    }),
  )
})

it('has the ends at 0 and 1, and one place on a line without length', () => {
  const line: LngLat[] = [
    [130, 33],
    [130.1, 33.1],
    [130.2, 33],
  ]
  expect(placeAlong(line, 0)).toEqual([130, 33])
  expect(placeAlong(line, 1)[0]).toBeCloseTo(130.2, 9)
  expect(placeAlong([line[0] as LngLat, line[0] as LngLat], 0.5)).toEqual([130, 33])
  expect(() => placeAlong([], 0.5)).toThrow()
})
