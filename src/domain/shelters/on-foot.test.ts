import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSite } from '#tests/support/an-area.ts'
import type { Distance, WayLength } from '../routes/ways-question.ts'
import { describeOnFoot, describeOnFootBasis, rankOnFoot } from './on-foot.ts'
import type { RankedSite } from './rank-sites.ts'

const LENGTH: WayLength = {
  metres: 840,
  seconds: 851,
  zoneMetres: 0,
  unknownMetres: 0,
  perhapsClosedMetres: 0,
}
const way = (changes: Partial<WayLength> = {}): Distance['way'] => ({
  ok: true,
  value: { ...LENGTH, ...changes },
})
const not = (reason: 'unsnappable' | 'unreachable'): Distance['way'] => ({ ok: false, reason })
const ranked = (id: string, metres: number, flood: boolean | null = true): RankedSite => {
  const site = aSite({ id })
  return { site: { ...site, designated: { ...site.designated, flood } }, metres, zone: null, collapse: false }
}
const order = (list: readonly RankedSite[], to: Readonly<Record<string, Distance['way']>>) =>
  rankOnFoot(list, 'flood', { to: new Map(Object.entries(to)), pace: 60 }).map(({ site }) => site.id)

describe('sites by the time on foot', () => {
  it('puts the one that is nearer along the ways first, within its group only', () => {
    const list = [ranked('a', 100), ranked('b', 200), ranked('c', 50, null), ranked('d', 10, false)]
    const to = {
      a: way({ seconds: 900 }),
      b: way({ seconds: 300 }),
      c: way({ seconds: 10 }),
      d: way({ seconds: 1 }),
    }
    expect(order(list, to)).toEqual(['b', 'a', 'c', 'd'])
  })

  it('puts one that no way leads to last, and one near which no way is known where its straight line puts it', () => {
    const list = [ranked('shut', 10), ranked('unknown', 100), ranked('near', 90), ranked('far', 300)]
    const to = {
      shut: not('unreachable'),
      unknown: not('unsnappable'),
      near: way({ seconds: 141 }),
      far: way({ seconds: 142 }),
    }
    expect(order(list, to)).toEqual(['near', 'unknown', 'far', 'shut'])
    expect(order(list, {})).toEqual(['shut', 'near', 'unknown', 'far'])
  })

  it('loses no site and makes up none', () => {
    const any = fc.record({
      metres: fc.nat(3000),
      flood: fc.constantFrom(true, false, null),
      way: fc.oneof(
        fc.nat(5000).map((seconds) => way({ seconds })),
        fc.constantFrom(not('unreachable'), not('unsnappable')),
      ),
    })
    fc.assert(
      fc.property(fc.array(any), (sites) => {
        const list = sites.map(({ metres, flood }, index) => ranked(`s${index}`, metres, flood))
        const found = order(list, Object.fromEntries(sites.map((one, index) => [`s${index}`, one.way])))
        expect(found.toSorted()).toEqual(list.map(({ site }) => site.id).toSorted())
      }),
    )
  })
})

describe('a way on foot in words', () => {
  const keys = (one: Distance['way'] | undefined) => describeOnFoot(one).map(({ key }) => key)
  it('is metres and whole minutes, rounded up, and what lies on it', () => {
    expect(describeOnFoot(way())).toEqual([
      { key: 'sites:onFoot.way', params: { 'distance@metres': 840, minutes: 15 } },
    ])
    expect(describeOnFoot(way({ seconds: 0 }))[0]?.params).toMatchObject({ minutes: 1 })
    expect(describeOnFoot(way({ zoneMetres: 30, perhapsClosedMetres: 5 }))).toEqual([
      { key: 'sites:onFoot.way', params: { 'distance@metres': 840, minutes: 15 } },
      { key: 'sites:onFoot.zone', params: { 'distance@metres': 30 } },
      { key: 'sites:onFoot.perhapsClosed' },
    ])
  })

  it('says that no way leads there, and nothing where none is known', () => {
    expect(keys(not('unreachable'))).toEqual(['sites:onFoot.unreachable'])
    expect(keys(not('unsnappable'))).toEqual([])
    expect(keys(undefined)).toEqual([])
  })

  it('tells of when the closures are, that they are old, or that nothing is known', () => {
    const basis = { question: '', to: new Map(), pace: 60 }
    const issued = Date.UTC(2026, 6, 1, 0, 30)
    const told = (closures: { issued: number; isOld: boolean } | null, now = issued) =>
      describeOnFootBasis({ ...basis, closures }, now).map(({ key, params }) => [key, params])
    expect(told(null)).toEqual([
      ['sites:onFoot.pace', { number: 60 }],
      ['sites:onFoot.noClosures', undefined],
    ])
    expect(told({ issued, isOld: false })[1]).toEqual(['sites:onFoot.closures', { 'at@clock': issued }])
    expect(told({ issued, isOld: true }, issued + 86_400_000).slice(1)).toEqual([
      ['sites:onFoot.closures', { 'at@time': issued }],
      ['sites:opened.old', undefined],
    ])
  })
})
