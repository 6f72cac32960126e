import { describe, expect, it } from 'vitest'
import { floodPatternId, patternRankOf, siteImageId, siteLookOf } from './image-ids.ts'

describe('the names of images', () => {
  it('can be read back into what a site looks like', () => {
    for (const kind of ['emergencySite', 'shelter'] as const)
      for (const designated of [true, false, null])
        for (const rank of [null, 1, 2, 3, 4, 5, 6] as const) {
          expect(siteLookOf(siteImageId({ kind, designated, rank }))).toEqual({ kind, designated, rank })
        }
  })

  it('can be read back into the rank of a pattern', () => {
    expect([1, 6].map((rank) => patternRankOf(floodPatternId(rank)))).toEqual([1, 6])
  })

  it('refuses names that are not ours', () => {
    for (const id of ['site:hotel:yes:1', 'site:shelter:yes:7', 'pattern:flood-0', 'pattern:flood-9', '']) {
      expect([siteLookOf(id), patternRankOf(id)]).toEqual([null, null])
    }
  })
})
