import { expect, it } from 'vitest'
import { isSameMunicipality } from './same-municipality.ts'

it.each([
  ['41207', '41207', true],
  ['41207', '41209', false],
  // 川崎市 is 14130, its wards follow; 14118 is a ward of 横浜市 (14100).
  ['14130', '14131', true],
  ['14118', '14100', true],
  ['14131', '14100', false],
  ['14131', '14132', false],
  ['13100', '13104', true],
  ['13104', '13201', false],
  // Not every city with such a number is a designated one.
  ['41201', '41200', false],
  ['02100', '02101', false],
])('%s and %s: %s', (a, b, same) => {
  expect(isSameMunicipality(a, b)).toBe(same)
  expect(isSameMunicipality(b, a)).toBe(same)
})
