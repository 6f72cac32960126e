import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pictureScale } from './picture-scale.ts'

it('draws a house of two storeys where the building is not known', () => {
  expect(pictureScale({ min: 0.5, max: 3 })).toMatchObject({ floors: [0.5, 3], eaves: 5, isCut: false })
})

it('cuts a tower one storey above the water and the living floor', () => {
  const tower = pictureScale({ min: 0.5, max: 3 }, 40, 5)
  expect(tower).toMatchObject({ isCut: true, roof: 0 })
  expect(tower.floors).toHaveLength(6)
  expect(pictureScale({ min: 5, max: 10 }, 40).floors).toHaveLength(6)
})

it('has room for all that it shows, whatever the depth and the building', () => {
  const bounds = fc.record({
    min: fc.double({ min: 0, max: 30, noNaN: true }),
    more: fc.oneof(fc.constant(null), fc.double({ min: 0.1, max: 30, noNaN: true })),
  })
  fc.assert(
    fc.property(
      bounds,
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 1, max: 70 }),
      ({ min, more }, storeys, below) => {
        const floor = Math.min(storeys, below)
        const max = more === null ? null : min + more
        const scale = pictureScale({ min, max }, storeys, floor)
        expect(scale.height).toBeGreaterThan(max ?? min)
        expect(scale.height).toBeGreaterThan(scale.eaves + scale.roof)
        expect(scale.floors.length).toBeGreaterThanOrEqual(floor)
        expect(scale.floors.length).toBeLessThanOrEqual(storeys)
        expect([...scale.floors, scale.eaves]).toEqual(
          [...new Set([...scale.floors, scale.eaves])].sort((a, b) => a - b),
        )
      },
    ),
  )
})
