import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DepthBounds } from '#domain/hazards/depth-band.ts'
import { rankOfBounds } from '#domain/hazards/depth-band.ts'
import { ring } from '#tests/support/a-mirror.ts'
import { depthClasses, landslideClasses, officialClasses } from './zone-classes.ts'
import { zoneGroups } from './zone-groups.ts'
import { missingSet } from './zone-layers.ts'
import type { ZoneSet } from './zone-set.ts'

const polygon = [ring(130.1, 33.1, 0.001)]
const river = (id: string | null, name: string, ranks: readonly number[]): ZoneSet => ({
  ...missingSet('flood-max', []),
  state: 'built',
  river: { id, name },
  classes: officialClasses('flood-max'),
  zones: ranks.map((rank) => ({ rank, polygon })),
})
const own = (draws: ZoneSet['draws'], bounds: readonly DepthBounds[]): ZoneSet => {
  const { classes, rankOf } = depthClasses(bounds, 'file')
  return {
    ...missingSet(draws, []),
    state: 'built',
    classes,
    zones: bounds.map((one) => ({ rank: rankOf(one), polygon })),
  }
}
const drawn = (sets: readonly ZoneSet[]) =>
  zoneGroups(sets).map(({ properties, ranks, zones }) => ({
    river: properties['river'],
    zones: zones.map(({ rank }) => ranks[rank - 1]),
  }))

describe('zoneGroups', () => {
  it('draws the rivers together, and each by itself where there is a choice', () => {
    const rivers = [river('41003', '塩田川', [2, 4]), river(null, '名無川', [1])]
    expect(drawn(rivers)).toEqual([
      { river: '', zones: [{ rank: 2 }, { rank: 4 }, { rank: 1 }] },
      { river: '41003', zones: [{ rank: 2 }, { rank: 4 }] },
      { river: '名無川', zones: [{ rank: 1 }] },
    ])
    expect(drawn(rivers.slice(0, 1))).toHaveLength(1)
    const many = (count: number) => Array.from({ length: count }, (_, i) => river(`${100 + i}`, 'x', [1]))
    expect(drawn(many(12))).toHaveLength(13)
    expect(drawn(many(13))).toHaveLength(1)
  })

  it('tells layer, kind and scenario, and leaves out what has no zones', () => {
    const erosion: ZoneSet = {
      ...missingSet('houseCollapse-erosion', []),
      state: 'built',
      classes: officialClasses('houseCollapse-erosion'),
      zones: [{ rank: 1, polygon }],
    }
    expect(zoneGroups([erosion, missingSet('pond-max', ['x'])]).map(({ properties }) => properties)).toEqual([
      { layer: 'houseCollapse-erosion', kind: 'houseCollapse', scenario: 'max', river: '' },
    ])
  })

  it('keeps the publisher’s own bounds beside the official rank; none above is left open', () => {
    const bounds = [{ min: 2, max: 5 }, { min: 3, max: 5 }, { min: 5, max: null }, { min: 0, max: 0.3 }] // prettier-ignore
    expect(drawn([own('tsunami-max', bounds)])[0]?.zones).toEqual([
      { rank: 3, min: 2, max: 5 },
      { rank: 3, min: 3, max: 5 },
      { rank: 6, min: 5 },
      { rank: 1, min: 0, max: 0.3 },
    ])
  })

  it('numbers landslide zones and hours by the official ranks', () => {
    const slide: ZoneSet = {
      ...missingSet('landslide-slide', []),
      classes: landslideClasses('slide'),
      zones: [1, 2, 3, 4, 5, 6].map((rank) => ({ rank, polygon })),
    }
    expect(drawn([slide])[0]?.zones).toEqual([1, 2, 3, 4, 5, 6].map((rank) => ({ rank })))
    const hours: ZoneSet = {
      ...missingSet('stormSurge-duration', []),
      classes: [{ rank: 1, means: { type: 'duration', min: 0, max: 48 } }, { rank: 2, means: { type: 'duration', min: 48, max: null } }], // prettier-ignore
      zones: [1, 2].map((rank) => ({ rank, polygon })),
    }
    expect(drawn([hours])[0]?.zones).toEqual([{ rank: 3 }, { rank: 7 }])
  })

  it('never draws the deeper of two classes under the shallower, from whatever sets they come', () => {
    const bounds = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.option(fc.integer({ min: 1, max: 12 })))
      .map(([min, more]) => ({ min, max: more === null ? null : min + more }))
    const set = fc.uniqueArray(bounds, { minLength: 1, maxLength: 6, selector: (one) => JSON.stringify(one) })
    fc.assert(
      fc.property(fc.array(set, { minLength: 1, maxLength: 4 }), (sets) => {
        const [group] = zoneGroups(sets.map((one) => own('inlandFlood-max', one)))
        const all = sets.flat()
        group?.zones.forEach((zone, i) => {
          const told = group.ranks[zone.rank - 1]
          expect(told?.['rank']).toBe(rankOfBounds(all[i] as DepthBounds))
          group.zones.forEach((other, k) => {
            const [a, b] = [all[i]?.max ?? Infinity, all[k]?.max ?? Infinity]
            if (a > b) expect(zone.rank).toBeGreaterThan(other.rank)
          })
        })
      }),
    )
  })

  it('refuses a zone that no class explains', () => {
    const odd = { ...own('pond-max', [{ min: 0, max: 1 }]), zones: [{ rank: 2, polygon }] }
    expect(() => zoneGroups([odd])).toThrow('pond-max: a zone has a rank that no class explains')
  })
})
