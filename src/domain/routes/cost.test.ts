import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aGraph, aSpot, aStreet, type EdgeSpec } from '#tests/support/a-graph.ts'
import { anyWalk } from '#tests/support/any-walk.ts'
import { isBarred, naiveTime } from '#tests/support/naive-routes.ts'
import { HAZARD_KINDS, type HazardKind } from '../hazards/hazard-kind.ts'
import { severityOf } from '../risk/severity.ts'
import type { FoundHazard } from '../risk/hazard-answer.ts'
import { routeBetween } from './between.ts'
import { BARS, reckonCosts, ZONE_MANNERS, type CostQuestion } from './cost.ts'
import { BRIDGE, RANK_UNKNOWN, STEPS, TUNNEL } from './graph.ts'
import { walkerOf } from './profiles.ts'
import { zoneBar, zoneLevel } from './walked-zones.ts'

const asked = (changes: Partial<CostQuestion> = {}): CostQuestion => ({
  walker: walkerOf('adult'),
  hazards: [],
  zones: 'avoid',
  closed: null,
  ...changes,
})

type OneEdge = Omit<EdgeSpec, 'from' | 'till'>
const barOf = (edge: OneEdge, changes: Partial<CostQuestion> = {}) => {
  const [bar = 0] = reckonCosts(aStreet(edge), asked(changes)).bars
  return bar === 0 ? null : BARS[bar - 1]
}

describe('a barred edge', () => {
  it('is one that is closed, in every manner; what is perhaps closed is not', () => {
    for (const zones of ZONE_MANNERS) {
      expect(barOf({}, { zones, closed: Uint8Array.of(2) })).toBe('closed')
      expect(barOf({}, { zones, closed: Uint8Array.of(1) })).toBeNull()
    }
  })

  it('is one with steps, in every manner, for wheels that nobody carries', () => {
    for (const zones of ZONE_MANNERS) {
      expect(barOf({ flags: STEPS | BRIDGE }, { zones, walker: walkerOf('wheelchair') })).toBe('steps')
      expect(barOf({ flags: STEPS }, { zones, walker: walkerOf('stroller') })).toBeNull()
    }
  })

  it('is a tunnel or underpass in every hazard of water, and in no other', () => {
    const water: readonly HazardKind[] = ['flood', 'stormSurge', 'tsunami', 'inlandFlood', 'pond']
    for (const kind of HAZARD_KINDS)
      expect(barOf({ flags: TUNNEL }, { hazards: [kind] })).toBe(water.includes(kind) ? 'tunnel' : null)
    for (const zones of ['least', 'quickest'] as const)
      expect(barOf({ flags: TUNNEL }, { hazards: ['flood'], zones })).toBe('tunnel')
    expect(barOf({ flags: TUNNEL }, { hazards: ['flood'], zones: 'ignore' })).toBeNull()
  })

  it('lies where nobody walks: above 0.5 m of water, above 0.3 m of a tsunami, red zones, where houses collapse', () => {
    const ranksBarred = (kind: HazardKind) =>
      [1, 2, 3, 4, 5, 6].filter((rank) => barOf({ ranks: { [kind]: rank } }, { hazards: [kind] }) !== null)
    expect(ranksBarred('flood')).toEqual([2, 3, 4, 5, 6])
    expect(ranksBarred('stormSurge')).toEqual([2, 3, 4, 5, 6])
    expect(ranksBarred('inlandFlood')).toEqual([2, 3, 4, 5, 6])
    expect(ranksBarred('pond')).toEqual([2, 3, 4, 5, 6])
    expect(ranksBarred('tsunami')).toEqual([1, 2, 3, 4, 5, 6])
    expect(ranksBarred('landslide')).toEqual([5, 6])
    expect(ranksBarred('houseCollapse')).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('is also one of a rank that no list knows, but not one of which nothing is known', () => {
    expect(barOf({ ranks: { landslide: 9 } }, { hazards: ['landslide'] })).toBe('redZone')
    expect(barOf({ ranks: { flood: 9 } }, { hazards: ['flood'] })).toBe('deepWater')
    expect(barOf({ ranks: { flood: RANK_UNKNOWN } }, { hazards: ['flood'] })).toBeNull()
  })

  it('is not barred by a hazard that does not count, nor by zones that are walked or ignored', () => {
    expect(barOf({ ranks: { flood: 6 } }, { hazards: ['landslide'] })).toBeNull()
    for (const zones of ['least', 'quickest', 'ignore'] as const)
      expect(barOf({ ranks: { flood: 6 } }, { hazards: ['flood'], zones })).toBeNull()
  })

  it('is told with the first of several reasons', () => {
    const edge = { flags: TUNNEL, ranks: { flood: 3, landslide: 6, houseCollapse: 1 } }
    const hazards = ['flood', 'houseCollapse', 'landslide'] as const
    expect(barOf(edge, { hazards, closed: Uint8Array.of(2) })).toBe('closed')
    expect(barOf(edge, { hazards })).toBe('tunnel')
    expect(barOf({ ...edge, flags: 0 }, { hazards })).toBe('redZone')
  })

  it('is the same as in the plain reckoning, and so is every time', () => {
    fc.assert(
      fc.property(anyWalk(8, HAZARD_KINDS), ({ graph, question, costs }) => {
        for (let edge = 0; edge < graph.edgeCount; edge += 1) {
          expect(costs.bars[edge] !== 0).toBe(isBarred(graph, question, edge))
          const length = graph.decimetres[edge] ?? 0
          expect(costs.times[edge * 2]).toBe(naiveTime(graph, question, edge, true, length))
          expect(costs.times[edge * 2 + 1]).toBe(naiveTime(graph, question, edge, false, length))
        }
      }),
    )
  })

  it('is never read from closures of another graph', () => {
    expect(() => reckonCosts(aStreet({}), asked({ closed: new Uint8Array(2) }))).toThrow(RangeError)
  })
})

describe('the order of zones', () => {
  const depth = (kind: 'flood' | 'tsunami', rank: number) => ({ kind, rank }) as unknown as FoundHazard

  it('is that of the severity of answers', () => {
    for (const rank of [1, 2, 3, 4, 5, 6])
      for (const other of [1, 2, 3, 4, 5, 6]) {
        const told = severityOf(depth('flood', rank)) - severityOf(depth('tsunami', other))
        expect(Math.sign(zoneLevel('flood', rank) - zoneLevel('tsunami', other))).toBe(Math.sign(told))
      }
    expect(zoneLevel('houseCollapse', 1)).toBeGreaterThan(zoneLevel('landslide', 6))
    expect(zoneLevel('landslide', 5)).toBeGreaterThan(zoneLevel('tsunami', 6))
    expect(zoneLevel('landslide', 1)).toBeGreaterThan(zoneLevel('flood', 3))
    expect(zoneLevel('landslide', 4)).toBeLessThan(zoneLevel('flood', 4))
  })

  it('rises with the rank, and what bars one rank bars all above it', () => {
    for (const kind of HAZARD_KINDS)
      for (let rank = 1; rank < 6; rank += 1) {
        expect(zoneLevel(kind, rank + 1)).toBeGreaterThanOrEqual(zoneLevel(kind, rank))
        if (zoneBar(kind, rank) !== null) expect(zoneBar(kind, rank + 1)).not.toBeNull()
      }
  })
})

describe('a cost', () => {
  /** Two ways between two places: a direct one and one around. */
  const chosen = (direct: OneEdge, around: OneEdge, changes: Partial<CostQuestion> = {}): string => {
    const graph = aGraph({
      nodes: [
        [135, 30],
        [135.001, 30],
        [135.002, 30],
        [135.003, 30],
      ],
      edges: [
        { from: 0, till: 1 },
        { from: 1, till: 2, ...direct },
        { from: 1, till: 2, ...around },
        { from: 2, till: 3 },
      ],
    })
    const costs = reckonCosts(graph, asked({ zones: 'least', hazards: ['flood', 'landslide'], ...changes }))
    const route = routeBetween(costs, aSpot(graph, 0), aSpot(graph, 3, 1000))
    if (!route.ok) return route.reason
    return route.value.legs.some(({ edge }) => edge === 2) ? 'around' : 'direct'
  }

  it('never buys a decimetre in a worse zone, however long the way around is', () => {
    const far = 4_000_000_000
    expect(chosen({ decimetres: 1, ranks: { flood: 1 } }, { decimetres: far })).toBe('around')
    expect(chosen({ decimetres: 1, ranks: { flood: RANK_UNKNOWN } }, { decimetres: far })).toBe('around')
    expect(chosen({ decimetres: 1, ranks: { flood: 2 } }, { decimetres: far, ranks: { flood: 1 } })).toBe(
      'around',
    )
    expect(
      chosen({ decimetres: 1, ranks: { flood: 1 } }, { decimetres: far, ranks: { flood: RANK_UNKNOWN } }),
    ).toBe('around')
    expect(chosen({ decimetres: 1 }, { decimetres: far })).toBe('direct')
    for (const zones of ['quickest', 'ignore'] as const)
      expect(chosen({ decimetres: 1, ranks: { flood: 6 } }, { decimetres: far }, { zones })).toBe('direct')
  })

  it('is exact to the decisecond, however many and long the zones are that both ways share', () => {
    const shared = [1, 2, 3, 4, 5, 6].map((flood) => ({ decimetres: 4_000_000_001, ranks: { flood } }))
    const lengths = [
      [1001, 1000],
      [1000, 1001],
    ] as const
    for (const [one, other] of lengths) {
      const street = aStreet(...shared)
      const nodes = Array.from(street.lng, (lng): [number, number] => [lng, 30])
      const edges = shared.map((edge, from) => ({ from, till: from + 1, ...edge }))
      const fork = [one, other].map((decimetres) => ({ from: 6, till: 7, decimetres }))
      const graph = aGraph({
        nodes: [...nodes, [135.007, 30], [135.008, 30]],
        edges: [...edges, ...fork, { from: 7, till: 8 }],
      })
      const costs = reckonCosts(graph, asked({ zones: 'least', hazards: ['flood'] }))
      const route = routeBetween(costs, aSpot(graph, 0), aSpot(graph, 8, 1000))
      expect(costs.words).toBeGreaterThan(2)
      expect(route.ok && route.value.decimetres).toBe(6 * 4_000_000_001 + 2000)
    }
  })
  it('rather takes a way around than one that is perhaps closed, and rather that one than a zone', () => {
    const closed = Uint8Array.of(0, 1, 0, 0)
    expect(chosen({}, { decimetres: 90_000 }, { closed })).toBe('around')
    expect(chosen({}, { ranks: { flood: 1 } }, { closed })).toBe('direct')
    // The quickest way is told as one around closures.
    expect(chosen({}, { decimetres: 90_000, ranks: { flood: 6 } }, { closed, zones: 'quickest' })).toBe(
      'around',
    )
    expect(chosen({}, { decimetres: 90_000 }, { closed, zones: 'ignore' })).toBe('direct')
  })

  it('counts each hazard in which a way lies', () => {
    const both = { ranks: { flood: 1, landslide: 3 } }
    expect(chosen(both, { decimetres: 1000, ranks: { landslide: 3 } })).toBe('around')
    expect(chosen(both, { decimetres: 1001, ranks: { landslide: 3 } })).toBe('direct')
  })
})
