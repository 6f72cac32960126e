import { expect, it } from 'vitest'
import { Recent } from './recent.ts'

it('makes a thing once, as long as it is among the last that were asked for', () => {
  const made: string[] = []
  const recent = new Recent<string>(2)
  const ask = (key: string) =>
    recent.get(key, () => {
      made.push(key)
      return key.toUpperCase()
    })
  expect([ask('a'), ask('b'), ask('a'), ask('c'), ask('a'), ask('b')]).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
