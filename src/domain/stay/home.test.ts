import fc from 'fast-check'
import { expect, it } from 'vitest'
import { levelFor, NEEDS_TIME, parseHome, STRUCTURES } from './home.ts'

const home = { storeys: 2, floor: 2, structure: 'wood', stockHours: 72, household: ['elderly'] }

it.each([
  [null, 'notAHome'],
  ['2', 'notAHome'],
  [{ ...home, storeys: 0 }, 'storeys'],
  [{ ...home, storeys: 2.5 }, 'storeys'],
  [{ ...home, storeys: 71 }, 'storeys'],
  [{ ...home, storeys: '2' }, 'storeys'],
  [{ ...home, floor: 0 }, 'floor'],
  [{ ...home, floor: undefined }, 'floor'],
  [{ ...home, floor: 3 }, 'floorAboveRoof'],
  [{ ...home, structure: 'straw' }, 'structure'],
  [{ ...home, stockHours: -1 }, 'stock'],
  [{ ...home, stockHours: NaN }, 'stock'],
  [{ ...home, stockHours: 9000 }, 'stock'],
  [{ ...home, stockHours: undefined }, 'stock'],
  [{ ...home, household: ['cat'] }, 'household'],
  [{ ...home, household: null }, 'household'],
])('refuses %j and says why: %s', (value, reason) => {
  expect(parseHome(value)).toMatchObject({ ok: false, reason })
})

it('reads a home, and tells who needs time once', () => {
  expect(parseHome({ ...home, household: ['elderly', 'elderly', 'noCar'], more: 1 })).toEqual({
    ok: true,
    value: { ...home, household: ['elderly', 'noCar'] },
  })
  expect(parseHome({ ...home, stockHours: null }).ok).toBe(true)
})

it('reads back whatever it gave', () => {
  const any = fc.record({
    storeys: fc.integer({ min: 1, max: 70 }),
    floor: fc.integer({ min: 1, max: 70 }),
    structure: fc.constantFrom(...STRUCTURES),
    stockHours: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 8784 })),
    household: fc.array(fc.constantFrom(...NEEDS_TIME)),
  })
  fc.assert(
    fc.property(any, (value) => {
      const once = parseHome(value)
      expect(once.ok).toBe(value.floor <= value.storeys)
      if (once.ok) expect(parseHome(JSON.parse(JSON.stringify(once.value)))).toEqual(once)
    }),
  )
})

it.each(NEEDS_TIME)('lets a household leave at level 3 for %s', (why) => {
  const parsed = parseHome({ ...home, household: [why] })
  expect(parsed.ok && levelFor(parsed.value)).toBe(3)
  const nobody = parseHome({ ...home, household: [] })
  expect(nobody.ok && levelFor(nobody.value)).toBe(4)
})
