import { describe, expect, it } from 'vitest'
import { FEATURE_KINDS } from '#domain/features/local-feature.ts'
import { MARK_KINDS } from '#domain/plan/mark-kinds.ts'
import { ZONE_LAYER_IDS } from '#domain/hazards/zone-layer.ts'
import { CLOSURE_STRENGTHS } from '../closure-looks.ts'
import {
  closureImageId,
  closureSignOf,
  myIconOf,
  myImageId,
  pointImageId,
  pointKindOf,
  siteImageId,
  siteLookOf,
  zonePatternId,
  zonePatternOf,
} from './image-ids.ts'

describe('the names of images', () => {
  it('can be read back into what a site looks like', () => {
    for (const kind of ['emergencySite', 'shelter'] as const)
      for (const designated of [true, false, null])
        for (const zone of [null, ...ZONE_LAYER_IDS.map((layer) => ({ layer, rank: 3 }))]) {
          expect(siteLookOf(siteImageId({ kind, designated, zone }))).toEqual({ kind, designated, zone })
        }
  })

  it('can be read back into the layer and rank of a pattern, and into the kind of a point', () => {
    for (const layer of ZONE_LAYER_IDS)
      for (const rank of [1, 7]) expect(zonePatternOf(zonePatternId(layer, rank))).toEqual({ layer, rank })
    for (const kind of FEATURE_KINDS) expect(pointKindOf(pointImageId(kind))).toBe(kind)
  })

  it("can be read back into one's own symbol", () => {
    for (const icon of [...MARK_KINDS, 'home', 'place', 'destination'] as const)
      expect(myIconOf(myImageId(icon))).toBe(icon)
    expect(['mine:icon:', 'mine:icon:toString', 'mine:arrow', 'aed'].map(myIconOf)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('can be read back into the sign of a closure', () => {
    for (const strength of CLOSURE_STRENGTHS)
      for (const isOld of [true, false])
        expect(closureSignOf(closureImageId({ strength, isOld }))).toEqual({ strength, isOld })
    expect(
      ['closure:sign:open:new', 'closure:sign:closed', 'closure:area:closed'].map(closureSignOf),
    ).toEqual([null, null, null])
  })

  it('refuses names that are not ours', () => {
    for (const id of [
      'site:hotel:yes:1',
      'site:shelter:yes:7',
      'zone:lava-max:1',
      'zone:flood-max:12',
      'point:x',
      '',
    ]) {
      expect([siteLookOf(id), zonePatternOf(id), pointKindOf(id)]).toEqual([null, null, null])
    }
  })
})
