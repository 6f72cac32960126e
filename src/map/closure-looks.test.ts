import { expect, it } from 'vitest'
import { CLOSURE_PATTERNS, CLOSURE_SIGNS, CLOSURE_STRENGTHS, closureLineLook } from './closure-looks.ts'
import { breadthOf } from './route-looks.ts'
import { inkShare } from './symbols/rasterise-pattern.ts'

it('tells the strengths apart without colour: by the sign, the line and the hatching', () => {
  const distinct = (values: readonly unknown[]) => new Set(values.map((value) => JSON.stringify(value))).size
  const lines = CLOSURE_STRENGTHS.map((strength) => closureLineLook(strength, 'print'))
  expect(distinct(CLOSURE_STRENGTHS.map((strength) => CLOSURE_SIGNS[strength]))).toBe(4)
  expect(distinct(lines.map(({ dash, gap, marks }) => [dash, gap, marks]))).toBe(4)
  expect(distinct(CLOSURE_STRENGTHS.map((strength) => CLOSURE_PATTERNS[strength]))).toBe(4)
})

it('draws what is stronger with more ink', () => {
  const inks = CLOSURE_STRENGTHS.map((strength) => inkShare(CLOSURE_PATTERNS[strength]))
  for (const [index, ink] of inks.slice(1).entries()) expect(ink).toBeLessThan((inks[index] ?? 0) * 0.8)
  const [closed, ...others] = CLOSURE_STRENGTHS.map((strength) => closureLineLook(strength, 'day'))
  for (const other of others) expect(breadthOf(other)).toBeLessThan(closed ? breadthOf(closed) : 0)
})

it('has a full disc for what is closed, and for nothing else', () => {
  const bodies = CLOSURE_STRENGTHS.map((strength) => CLOSURE_SIGNS[strength].body)
  expect(bodies).toEqual(['filled', 'ring', 'ring', 'broken'])
})
