import { expect, it } from 'vitest'
import { isClockWrong } from './clock.ts'

it('a clock is wrong before the build, before news, and far from the host', () => {
  const facts = { builtAt: 1_000_000, newestIssued: null, hostDate: null }
  expect(isClockWrong(999_999, facts)).toBe(true)
  expect(isClockWrong(1_000_000, facts)).toBe(false)
  expect(isClockWrong(5_000_000, { ...facts, newestIssued: 5_600_001 })).toBe(true)
  expect(isClockWrong(5_000_000, { ...facts, newestIssued: 5_600_000 })).toBe(false)
  expect(isClockWrong(5_000_000, { ...facts, hostDate: 5_300_001 })).toBe(true)
  expect(isClockWrong(5_000_000, { ...facts, hostDate: 4_700_000 })).toBe(false)
})
