import { expect, it } from 'vitest'
import { randomId } from './random-id.ts'

it('gives ids that a plan takes, and never one twice', () => {
  const ids = Array.from({ length: 2000 }, randomId)
  expect(ids.every((id) => /^[a-z0-9]{16}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(ids.join('')).size).toBe(36)
})
