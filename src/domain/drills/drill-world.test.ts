import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure } from '#tests/support/a-closure.ts'
import { aDrill, aDrillRun } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout, corner, park, school } from '#tests/support/a-drill-town.ts'
import { at } from '#tests/support/a-way-town.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { routeFrom } from '../routes/follow-field.ts'
import { BRIDGE } from '../routes/graph.ts'
import { snap } from '../routes/snap.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { counterfactualsOf } from './counterfactuals.ts'
import type { DrillWays } from './drill-ways.ts'
import { openDrillWorld, surroundingsOf, toldUntil } from './drill-world.ts'
import { judgeFactsOf, judgeInWorld, learnedOf, otherFactsOf, wentWrongAt } from './judge-in-world.ts'
import { judgeRun } from './judge-run.ts'
import type { BlockKind } from './coming-injects.ts'
import type { Inject, InjectKind, Scenario } from './scenario.ts'

const RISE: Scenario['water'] = {
  kind: 'rise',
  hazards: ['flood'],
  curve: [
    { minute: 10, share: 0 },
    { minute: 20, share: 1 },
  ],
}
const flood = aDrill({ water: RISE })
const open = (changes: Parameters<typeof anAbout>[0] = {}, scenario = flood) =>
  openDrillWorld(aDrillTown(), scenario, anAbout(changes))
const waysOf = (world: ReturnType<typeof open>): DrillWays => {
  if (world.ways === null) throw new Error('no ways')
  return world.ways
}
const edgeAt = (ways: DrillWays, place: LngLat): number => {
  const found = snap(ways.index, place)
  if (!found.ok) throw new Error('no way is near')
  return found.value.edge
}
const inject = (id: string, kind: InjectKind, changes: Partial<Inject> = {}): Inject => ({
  id,
  kind,
  when: { fromMinute: 0, onTheWay: null, withinMetres: null, share: 1 },
  at: null,
  site: null,
  minutes: null,
  ...changes,
})

describe('the world of a drill', () => {
  it('has the sites to which people are led for its hazard, and knows all others by their place', () => {
    const world = open()
    expect(world.sites.map(({ id, shutFrom, site }) => [id, shutFrom, site.id])).toEqual([
      ['park', null, 'park'],
      ['school', null, 'school'],
    ])
    expect(world.places.siteAt('shrine')).toEqual(corner(0, 4))
    expect(world.places.siteAt('nowhere')).toBeNull()
    expect(openDrillWorld(aDrillTown({ sites: null }), flood, anAbout()).sites).toEqual([])
  })

  it('says why it has no ways, and then says nothing of any', () => {
    for (const [graph, why] of [
      [null, 'noGraph'],
      ['missing', 'notLoaded'],
      ['damaged', 'damaged'],
    ] as const) {
      const world = openDrillWorld(aDrillTown({ graph }), flood, anAbout())
      expect([world.ways, world.noWays]).toEqual([null, why])
      expect(world.places.ahead(corner(0, 0), null, [], 'roadShut')).toBeNull()
      const run = { ...walkEast(8), scenario: flood }
      const others = counterfactualsOf(run, otherFactsOf(world, run, []))
      expect(others.map(({ kind }) => kind)).toEqual(['earlier'])
    }
  })

  it('knows when its ways close, on the clock of the event, and no river before its water', () => {
    const { front, graph } = waysOf(open())
    const closings = new Set(
      Array.from(front?.edges ?? [], (moment, edge) =>
        graph.ranks.get('flood')?.[edge] === 3 ? moment : null,
      ),
    )
    // 5 m of water reach 0.5 m after a tenth of ten minutes.
    expect([...closings]).toEqual([null, 6600])
    expect(open({}, aDrill()).ways?.front).toBeNull()
  })

  it('lets nobody through an underpass, and takes zones for ways until the water comes', () => {
    const { costs, graph } = waysOf(open())
    const barred = Array.from({ length: graph.edgeCount }, (_, edge) => edge).filter(
      (edge) => costs.bars[edge],
    )
    expect(barred.map((edge) => graph.flags[edge])).toEqual([2])
  })
})

describe('what is shut', () => {
  it('is the way at the place and no other, as long as somebody asks with it', () => {
    const ways = waysOf(open())
    const place = at(75)
    const before = [...ways.costsWith([]).bars]
    const { bars } = ways.costsWith([place])
    const shut = [...bars.keys()].filter((edge) => bars[edge] !== before[edge])
    expect(shut).toEqual([edgeAt(ways, place)])
    expect([...ways.costs.bars]).toEqual(before)
  })

  it('is reckoned once for the same places in whatever order', () => {
    const ways = waysOf(open())
    expect(ways.withShut([at(75), at(0, 75)])).toBe(ways.withShut([at(0, 75), at(75), at(75)]))
    expect(ways.table([at(75)]).costs).toBe(ways.costsWith([at(75)]))
    expect(ways.table([]).sites).toBe(ways.goals)
  })

  it('is what the city closed too, until the end of the drill', () => {
    const [start, end] = [1_000_000, 2_000_000]
    const road = { kind: 'line' as const, lines: [[at(0), at(150)]] }
    const later = aClosure({ id: 'later', start: end - 1, shape: { kind: 'point', at: at(0, 75) } })
    const ways = waysOf(open({ closed: [aClosure({ start, end, shape: road }), later] }))
    expect([at(75), at(0, 75), at(225)].map((place) => ways.costs.bars[edgeAt(ways, place)])).toEqual([
      1, 1, 0,
    ])
  })
})

/** Places on the streets and beside them. */
const anyPlace = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 4 }), fc.boolean())
  .map(([along, street, isEast]) => (isEast ? at(along, street * 150) : at(street * 150, along)))
const anyGoal = fc.constantFrom(null, 'park', 'school', 'shrine', 'nowhere')
const anyKind = fc.constantFrom<BlockKind>('roadShut', 'bridgeGone')

describe('the next stretch of the best way', () => {
  it('lies ahead on it, shuts it, walls nobody in and leaves a way if there is one', () => {
    const world = open()
    const ways = waysOf(world)
    const { ahead } = world.places
    const [told, none] = [new Set<number>(), new Set<string>()]
    fc.assert(
      fc.property(
        anyPlace,
        anyGoal,
        fc.array(anyPlace, { maxLength: 3 }),
        anyKind,
        (from, goal, shut, kind) => {
          const place = ahead(from, goal, shut, kind)
          const then = ways.withShut(shut)
          const start = then.place(from)
          const field = then.fieldTo(goal)
          const best = start === null || field === null ? null : routeFrom(field, start)
          if (place === null) return void none.add(best?.ok === true ? kind : 'no way')
          if (best?.ok !== true || start === null) throw new Error('ahead of whom?')
          const edge = edgeAt(ways, place)
          expect(best.value.legs.map((leg) => leg.edge)).toContain(edge)
          expect(then.costs.bars[edge]).toBe(0)
          const after = ways.withShut([...shut, place])
          expect(after.costs.bars[edge]).not.toBe(0)
          const isInside = start.along > 0 && start.along < (ways.graph.decimetres[start.edge] ?? 0)
          if (isInside) expect(after.costs.bars[start.edge]).toBe(0)
          if (kind === 'bridgeGone') expect(ways.graph.flags[edge]).toBe(BRIDGE)
          const walked = metresAlong(best.value.line, place)
          if (kind === 'roadShut' && best.value.decimetres > 4000) {
            expect(walked).toBeGreaterThan(140)
            expect(walked).toBeLessThan(260)
          }
          told.add(Math.round(walked / 50))
          // Two ways lead round every block, so that only bridges can be the last way.
          const any = then.fieldTo(null)
          if (kind === 'roadShut' && any !== null && (ways.graph.flags[edge] ?? 0) === 0 && shut.length === 0)
            expect(routeFrom(after.fieldTo(null) ?? any, after.place(from)).ok).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
    expect(told.size).toBeGreaterThan(2)
    expect([...none].toSorted()).toEqual(['bridgeGone', 'no way', 'roadShut'])
  })

  it('is the same whenever it is asked for, in this world and in another', () => {
    const [one, other] = [open(), open()]
    fc.assert(
      fc.property(anyPlace, anyGoal, fc.array(anyPlace, { maxLength: 2 }), anyKind, (...asked) => {
        const first = one.places.ahead(...asked)
        expect(one.places.ahead(...asked)).toEqual(first)
        expect(other.places.ahead(...asked)).toEqual(first)
        expect(surroundingsOf(one, 5).ahead(...asked)).toBe(one.places.ahead(...asked))
      }),
      { numRuns: 60 },
    )
  })

  it('is a bridge where a bridge is gone, and else nothing', () => {
    const { ahead } = open().places
    expect(ahead(corner(0, 0), 'park', [], 'bridgeGone')).toSatisfy(
      (place: LngLat) => metresBetween(place, at(375)) < 1,
    )
    expect(ahead(corner(0, 0), 'shrine', [], 'bridgeGone')).toBeNull()
  })

  it('leaves another way, and takes the last one only where there is no other stretch', () => {
    const world = open()
    const { ahead } = world.places
    const bridgesGone = [at(375), at(375, 600)]
    // From here 200 m ahead lies the bridge. While the other one stands it may be shut, and else what is behind it is.
    expect(edgeAt(waysOf(world), ahead(at(175), 'park', [], 'roadShut') ?? at(0))).toBe(
      edgeAt(waysOf(world), at(375)),
    )
    const last = ahead(at(175), 'park', [at(375, 600)], 'roadShut') ?? at(0)
    expect(edgeAt(waysOf(world), last)).not.toBe(edgeAt(waysOf(world), at(375)))
    expect(ahead(at(175), 'park', bridgesGone, 'roadShut')).toBeNull()
    // Nobody is walled in on the only stretch that is left.
    expect(ahead(at(500), 'park', [], 'roadShut')).toBeNull()
  })
})

/** Metres along a line to its place nearest to another. */
function metresAlong(line: readonly LngLat[], place: LngLat): number {
  let [walked, nearest, found] = [0, Infinity, 0]
  for (const [index, end] of line.entries()) {
    const start = line[index - 1] ?? end
    for (let share = 0; share <= 1; share += 0.02) {
      const spot: LngLat = [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share]
      const metres = metresBetween(spot, place)
      if (metres < nearest) [nearest, found] = [metres, walked + metresBetween(start, spot)]
    }
    walked += metresBetween(start, end)
  }
  return found
}

/** East along 本町通り to the park, 600 m in 10 minutes, from a minute on. */
function walkEast(from: number, till = 600) {
  const track = Array.from({ length: till / 30 + 1 }, (_, step) => ({
    minute: from + step / 2,
    at: at(step * 30),
    accuracy: 0,
  }))
  return {
    ...aDrillRun([]),
    scenario: flood,
    mode: 'table' as const,
    home: at(0),
    left: from,
    goal: 'park',
    track,
  }
}

describe('the judgement in a world', () => {
  it('tells a full site from the minute at which it was told, and only that one', () => {
    const full = inject('full', 'siteFull', {
      when: { fromMinute: 6, onTheWay: true, withinMetres: null, share: 1 },
    })
    const world = open({}, { ...flood, injects: [full] })
    const run = { ...walkEast(0), scenario: world.scenario }
    const told = toldUntil(world, run)
    expect(judgeFactsOf(world, told).sites).toEqual([
      { id: 'park', at: park.at, shutFrom: 6 },
      { id: 'school', at: school.at, shutFrom: null },
    ])
    expect(judgeFactsOf(world, []).sites.map(({ shutFrom }) => shutFrom)).toEqual([null, null])
    expect(Array.from(otherFactsOf(world, run, told).front?.sites ?? [])).toEqual([3600, Infinity])
    expect(judgeInWorld(world, run).result).toMatchObject({ outcome: 'unknown', goal: null })
    expect(toldUntil(world, { ...run, ended: 5 })).toEqual([])
  })

  it('finds a full site by its name where the scenario gives one', () => {
    const told = [{ inject: inject('full', 'siteFull', { site: 'school' }), minute: 3, at: null }]
    expect(judgeFactsOf(open(), told).sites.map(({ shutFrom }) => shutFrom)).toEqual([null, 3])
  })

  it('tells where the water caught them, and nothing where it did not', () => {
    const world = open()
    // The water stops walkers at 11 minutes; they come to the bridge 5 minutes after they left.
    expect(wentWrongAt(walkEast(0), world)).toBeNull()
    expect(judgeInWorld(world, walkEast(0)).result.outcome).toBe('arrived')
    const caught = judgeInWorld(world, walkEast(8))
    expect(caught.result.outcome).toBe('caught')
    expect(caught.wentWrong).toEqual(wentWrongAt(walkEast(8), world))
    expect(metresBetween(caught.wentWrong ?? at(0), at(310))).toBeLessThan(12)
    expect(wentWrongAt({ ...walkEast(8), left: null, track: [] }, world)).toBeNull()
  })

  it('holds the run against what would have been possible, without what the drill had shut', () => {
    const world = open()
    const run = walkEast(8)
    const facts = otherFactsOf(world, run, [])
    expect(judgeRun(run, facts).margin).toBeLessThan(0)
    expect(counterfactualsOf(run, facts).map(({ kind }) => kind)).toContain('earlier')
    expect(facts.walked.size).toBeGreaterThanOrEqual(4)
    const told = [
      { inject: inject('a', 'bridgeGone'), minute: 2, at: at(375) },
      { inject: inject('b', 'roadShut'), minute: 3, at: at(375, 600) },
      { inject: inject('c', 'neighbour', { minutes: 3 }), minute: 3, at: at(75) },
    ]
    const shut = otherFactsOf(world, run, told)
    const ways = waysOf(world)
    expect([at(375), at(375, 600), at(75)].map((place) => shut.costs.bars[edgeAt(ways, place)])).toEqual([
      1, 1, 0,
    ])
    expect(
      counterfactualsOf(run, shut).filter(({ kind }) => kind === 'otherSite' || kind === 'otherWay'),
    ).toEqual([])
  })

  it('hands on what a plan may learn of it', () => {
    const world = open()
    const judged = judgeInWorld(world, walkEast(8))
    const family = { plan: {} as never, facts: {} as never, who: 'm1', note: '訓練' }
    expect(learnedOf(world, walkEast(8), judged, family)).toMatchObject({
      who: 'm1',
      note: '訓練',
      result: judged.result,
      wentWrong: judged.wentWrong,
      sites: world.area.sites,
    })
  })
})
