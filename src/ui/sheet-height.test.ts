import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heightAfterPress, restingHeight, SHEET_HEIGHTS } from './sheet-height.ts'

it('goes one step for a short pull, two for a long one, none for a twitch', () => {
  expect(restingHeight('peek', 100, 800)).toBe('half')
  expect(restingHeight('peek', 400, 800)).toBe('full')
  expect(restingHeight('half', 10, 800)).toBe('half')
  expect(restingHeight('half', -100, 800)).toBe('peek')
  expect(restingHeight('full', -500, 800)).toBe('peek')
})

it('never goes against the pull', () => {
  const height = fc.constantFrom(...SHEET_HEIGHTS)
  fc.assert(
    fc.property(
      height,
      fc.integer({ min: -2000, max: 2000 }),
      fc.integer({ min: 1, max: 2000 }),
      (from, pulled, room) => {
        const moved = SHEET_HEIGHTS.indexOf(restingHeight(from, pulled, room)) - SHEET_HEIGHTS.indexOf(from)
        return moved === 0 || Math.sign(moved) === Math.sign(pulled)
      },
    ),
  )
})

it('reaches the whole screen and comes back by presses alone', () => {
  expect(heightAfterPress('peek')).toBe('half')
  expect(heightAfterPress('half')).toBe('full')
  expect(heightAfterPress('full')).toBe('half')
})
