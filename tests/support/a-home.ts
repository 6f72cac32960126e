import fc from 'fast-check'
import { NEEDS_TIME, STRUCTURES, type Home } from '#domain/stay/home.ts'

/** A wooden house of two storeys with three days of stock, in which nobody needs time. */
export const aHome = (changes: Partial<Home> = {}): Home => ({
  storeys: 2,
  floor: 2,
  structure: 'wood',
  stockHours: 72,
  household: [],
  ...changes,
})

export const anyHome: fc.Arbitrary<Home> = fc
  .record({
    storeys: fc.integer({ min: 1, max: 12 }),
    below: fc.integer({ min: 0, max: 11 }),
    structure: fc.constantFrom(...STRUCTURES),
    stockHours: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 800 })),
    household: fc.uniqueArray(fc.constantFrom(...NEEDS_TIME), { maxLength: 2 }),
  })
  .map(({ storeys, below, ...rest }) => ({ storeys, floor: Math.max(1, storeys - below), ...rest }))
