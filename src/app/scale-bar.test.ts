import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scaleBar } from './scale-bar.ts'

it('shows a round length', () => {
  expect(scaleBar(1, 90)).toEqual({ metres: 50, pixels: 50 })
  expect(scaleBar(40, 90)).toEqual({ metres: 3000, pixels: 75 })
  expect(scaleBar(12, 90)).toEqual({ metres: 1000, pixels: 1000 / 12 })
})

it('fits its room and is never shorter than half of it, wherever a metre is longer than the room', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.02, max: 50_000, noNaN: true }),
      fc.integer({ min: 60, max: 200 }),
      (perPixel, room) => {
        const { metres, pixels } = scaleBar(perPixel, room)
        expect(String(metres)).toMatch(/^[1235]0*$/)
        expect(pixels).toBeLessThanOrEqual(room + 1e-6)
        expect(pixels).toBeGreaterThanOrEqual(room * 0.5 - 1e-6)
      },
    ),
  )
})
