import { expect, it } from 'vitest'
import { moveActive } from './move-active.ts'

it('enters the list, stays at its end, and goes back to the field from its first line', () => {
  expect(moveActive('ArrowDown', -1, 3)).toBe(0)
  expect(moveActive('ArrowDown', 2, 3)).toBe(2)
  expect(moveActive('ArrowUp', 0, 3)).toBe(-1)
  expect(moveActive('ArrowUp', -1, 3)).toBe(-1)
})

it('leaves other keys and an empty list alone', () => {
  expect(moveActive('a', 1, 3)).toBeNull()
  expect(moveActive('ArrowDown', -1, 0)).toBeNull()
})
