import { describe, expect, it } from 'vitest'
import { ring } from '#tests/support/a-mirror.ts'
import { deepestRankAt } from './check-sites.ts'

const deep = { rank: 4 as const, polygon: [ring(130.1, 33.1, 0.1), ring(130.14, 33.14, 0.02)] }
const shallow = { rank: 2 as const, polygon: [ring(130.1, 33.1, 0.2)] }

describe('deepestRankAt', () => {
  it.each([
    ['the deepest where zones overlap', [130.12, 33.12], 4],
    ['the other one in a hole', [130.15, 33.15], 2],
    ['an edge as inside', [130.1, 33.25], 2],
    ['nothing outside', [130.31, 33.15], 0],
  ] as const)('tells %s, in whatever order they come', (_, at, rank) => {
    expect(deepestRankAt([deep, shallow], at)).toBe(rank)
    expect(deepestRankAt([shallow, deep], at)).toBe(rank)
  })
})
