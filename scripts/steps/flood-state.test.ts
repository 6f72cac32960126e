import { describe, expect, it } from 'vitest'
import { planFlood, type PartState } from './flood-state.ts'

const had: PartState = { had: true, whole: true }
const cut: PartState = { had: true, whole: false }
const gone: PartState = { had: false, whole: false }

describe('planFlood', () => {
  it.each([
    ['every river file', [had, had, had], [], 'built', 'byRiver'],
    ['no river file, every mesh file', [gone, gone, gone], [had, had], 'built', 'both'],
    ['some river files, every mesh file', [had, gone, gone], [had, had], 'built', 'both'],
    ['one river file short, one mesh file short', [had, had, gone], [had, gone], 'partial', 'both'],
    ['one mesh file only', [gone, gone], [had, gone], 'partial', 'both'],
    ['a mesh file that was cut to a box', [gone, gone], [cut, had], 'partial', 'both'],
    ['a river file that was cut, no mesh file', [cut], [gone], 'partial', 'both'],
    ['nothing', [gone, gone], [gone, gone], 'missing', 'none'],
    ['nothing to ask for', [], [], 'missing', 'none'],
  ] as const)('with %s', (_, byRiver, byMesh, state, use) => {
    expect(planFlood(byRiver, byMesh)).toEqual({ state, use })
  })
})
