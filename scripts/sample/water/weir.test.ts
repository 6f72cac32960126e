import fc from 'fast-check'
import { expect, it } from 'vitest'
import { breachOpen, breachWidth, honma } from './weir.ts'

it('Honma’s weir: nothing below the sill, free, drowned, and back again', () => {
  expect(honma(1, 0.5, 1)).toBe(0)
  expect(honma(3, 1, 1)).toBeCloseTo(0.35 * 2 * Math.sqrt(2 * 9.81 * 2))
  expect(honma(3, 2.8, 1)).toBeCloseTo(0.91 * 1.8 * Math.sqrt(2 * 9.81 * 0.2))
  expect(honma(2, 2, 1)).toBeCloseTo(0)
})

it('Honma’s weir is the same in both directions, and has no step where it drowns', () => {
  const level = fc.double({ min: 0, max: 6, noNaN: true })
  fc.assert(
    fc.property(level, level, level, (outer, inner, sill) => {
      expect(honma(outer, inner, sill)).toBeCloseTo(-honma(inner, outer, sill))
      if (outer > inner) expect(honma(outer, inner, sill)).toBeGreaterThanOrEqual(0)
    }),
  )
  expect(honma(3, 2.3334, 0) / honma(3, 1.9999, 0)).toBeLessThan(1)
  expect(honma(3, 2.0001, 0) / honma(3, 1.9999, 0)).toBeCloseTo(1, 2)
})

it('a breach is as wide as the manual says, opens by half at once and wholly within an hour', () => {
  expect(breachWidth(75)).toBe(79)
  expect(breachWidth(200)).toBe(100)
  expect(breachWidth(8)).toBe(24)
  expect([-1, 0, 1800, 3600, 9000].map(breachOpen)).toEqual([0, 0.5, 0.75, 1, 1])
})
