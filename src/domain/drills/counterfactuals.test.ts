import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDrillRun, metresNorth, northOf } from '#tests/support/a-drill-run.ts'
import { aGraph, aSpot } from '#tests/support/a-graph.ts'
import { anyWalk, spotsOf } from '#tests/support/any-walk.ts'
import { isBarred, naiveTime, walkEveryWay } from '#tests/support/naive-routes.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { reckonCosts } from '../routes/cost.ts'
import { earliestArrival } from '../routes/earliest-arrival.ts'
import { BRIDGE } from '../routes/graph.ts'
import { walkerOf } from '../routes/profiles.ts'
import { indexEdges } from '../routes/snap.ts'
import {
  counterfactualsOf,
  leastMinutesEarlier,
  movedEarlier,
  walkedEdges,
  type OtherFacts,
} from './counterfactuals.ts'
import type { DrillRun } from './drill-run.ts'
import { judgeRun } from './judge-run.ts'

const anyMoment = fc.oneof(
  { weight: 1, arbitrary: fc.constant(Infinity) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 40_000 }) },
)
const times = (count: number) =>
  fc.array(anyMoment, { minLength: count, maxLength: count }).map((all) => Float64Array.from(all))

/** A small walk, and a front that closes its edges and sites at any moments. */
const anyFlight = anyWalk(6).chain((walk) =>
  fc.record({
    walk: fc.constant(walk),
    front: fc.record({
      edges: times(walk.graph.edgeCount),
      sites: fc.option(times(walk.sites.length)),
      margin: fc.constantFrom(0, 1, 600),
    }),
  }),
)

describe('the fewest minutes earlier', () => {
  it('are those that trying every minute and every way finds', () => {
    let [never, some, none] = [0, 0, 0]
    fc.assert(
      fc.property(anyFlight, fc.integer({ min: 0, max: 36_000 }), ({ walk, front }, left) => {
        const { graph, question, costs, start, sites } = walk
        const spots = { start, sites: spotsOf(sites) }
        let naive: number | null = null
        for (let minutes = 0; naive === null && left - minutes * 600 >= 0; minutes += 1)
          if (walkEveryWay(graph, question, spots, front, left - minutes * 600) !== null) naive = minutes
        expect(leastMinutesEarlier(costs, sites, front, start, left)).toBe(naive)
        if (naive === null) none += 1
        else if (naive === 0) never += 1
        else some += 1
      }),
      { numRuns: 500 },
    )
    expect(Math.min(never, some, none)).toBeGreaterThan(20)
  })
})

describe('the way of the earliest arrival', () => {
  it('is one piece after the other, none barred, each left before it closes, in the time that is told', () => {
    let told = 0
    fc.assert(
      fc.property(anyFlight, fc.integer({ min: 0, max: 9000 }), ({ walk, front }, leave) => {
        const { graph, question, costs, start, sites } = walk
        const arrival = earliestArrival(costs, sites, front, start, leave)
        if (!arrival.ok) return
        const { legs, at, site } = arrival.value
        const nodeOf = (edge: number, along: number): number | null =>
          along === 0
            ? (graph.from[edge] ?? null)
            : along === graph.decimetres[edge]
              ? (graph.till[edge] ?? null)
              : null
        let now = leave
        for (const [index, leg] of legs.entries()) {
          now += naiveTime(graph, question, leg.edge, leg.end > leg.start, Math.abs(leg.end - leg.start))
          expect(isBarred(graph, question, leg.edge)).toBe(false)
          expect(now).toBeLessThanOrEqual((front.edges[leg.edge] ?? 0) - front.margin)
          const before = legs[index - 1]
          if (before !== undefined && !graph.decimetres.includes(0))
            expect(nodeOf(leg.edge, leg.start)).toBe(nodeOf(before.edge, before.end))
        }
        expect(now).toBe(at)
        const goal = sites.find(({ id }) => id === site)?.on
        const last = legs.at(-1)
        const isBetween = goal != null && goal.along > 0 && goal.along < (graph.decimetres[goal.edge] ?? 0)
        if (last !== undefined && isBetween) expect([last.edge, last.end]).toEqual([goal.edge, goal.along])
        told += 1
      }),
      { numRuns: 500 },
    )
    expect(told).toBeGreaterThan(100)
  })
})

/** Home, a school 600 m to the north by the street through the low ground or by a bridge, and a hill 300 m to the south. */
const east = (metres: number): LngLat => [135.002, northOf(metres)[1]]
const town = () =>
  aGraph({
    nodes: [northOf(0), northOf(600), east(0), east(600), northOf(-300)],
    edges: [
      { from: 0, till: 1, decimetres: 6000, name: '低い道' },
      { from: 0, till: 2, decimetres: 1930, name: '大通り' },
      { from: 2, till: 3, decimetres: 6000, flags: BRIDGE, name: '中川橋' },
      { from: 3, till: 1, decimetres: 1930 },
      { from: 0, till: 4, decimetres: 3000 },
    ],
  })

/** Deep from minute 12 on in the low ground between 100 and 500 m. */
const isLow = ([lng, lat]: LngLat) =>
  lng < 135.0001 && metresNorth([lng, lat]) > 100 && metresNorth([lng, lat]) < 500
const WALK = [
  [10, 0],
  [20, 600],
] as const

function world(changes: Partial<OtherFacts> = {}): OtherFacts {
  const graph = town()
  const costs = reckonCosts(graph, { walker: walkerOf('adult'), hazards: [], zones: 'ignore', closed: null })
  return {
    water: (at, minute) => ({ depth: isLow(at) && minute >= 12 ? 1 : 0, speed: 0 }),
    sites: [
      { id: 'school', at: northOf(600), shutFrom: null },
      { id: 'hill', at: northOf(-300), shutFrom: null },
    ],
    mayStay: true,
    costs,
    goals: [
      { id: 'school', on: aSpot(graph, 0, 6000) },
      { id: 'hill', on: aSpot(graph, 4, 3000) },
    ],
    front: { edges: Float64Array.of(7200, Infinity, Infinity, Infinity, Infinity), sites: null, margin: 0 },
    start: aSpot(graph, 0),
    walked: new Set([0]),
    ...changes,
  }
}

describe('other choices', () => {
  const all = (run: DrillRun, facts = world()) => counterfactualsOf(run, facts)

  it('of who was caught: earlier, another way, another site, upstairs', () => {
    const [earlier, way, site, up, ...rest] = all(aDrillRun(WALK, { goal: 'school' }))
    expect(rest).toEqual([])
    expect(earlier).toMatchObject({
      kind: 'earlier',
      minutes: 7,
      result: { outcome: 'arrived', goal: 'school' },
    })
    expect(way).toMatchObject({
      kind: 'otherWay',
      by: '中川橋',
      result: { outcome: 'arrived', margin: null },
    })
    // Fifty minutes are left of the event; 6.3 were missing.
    expect(way?.kind === 'otherWay' && way.gained).toBeCloseTo(56.3, 1)
    expect(site).toMatchObject({
      kind: 'otherSite',
      site: 'hill',
      result: { outcome: 'arrived', goal: 'hill' },
    })
    expect(up).toMatchObject({ kind: 'upstairs', result: { outcome: 'stayed' } })
  })

  it('of who never left: the minute from which a way comes through', () => {
    const low = world({
      mayStay: false,
      water: (_, minute) => ({ depth: minute >= 12 ? 1 : 0, speed: 0 }),
      front: { edges: new Float64Array(5).fill(7200), sites: null, margin: 0 },
    })
    const [earlier, ...rest] = all(aDrillRun([]), low)
    // The hill is five minutes away, and the water came in minute 12.
    expect(earlier).toMatchObject({
      kind: 'earlier',
      minutes: 5,
      result: { outcome: 'arrived', goal: 'hill' },
    })
    expect(rest).toEqual([])
  })

  it('are not told where they would be no better, or where nothing is known', () => {
    const dry = world({ water: () => ({ depth: 0, speed: 0 }) })
    expect(all(aDrillRun(WALK), dry)).toEqual([])
    const blind = world({ front: null, mayStay: null })
    expect(all(aDrillRun(WALK, { goal: 'school' }), blind).map(({ kind }) => kind)).toEqual(['earlier'])
    const far = world({ start: null, mayStay: null })
    expect(all(aDrillRun(WALK, { goal: 'school' }), far).map(({ kind }) => kind)).toEqual(['earlier'])
    const early = world({ mayStay: null })
    const run = aDrillRun(
      [
        [3, 0],
        [60, 600],
      ],
      { goal: 'school' },
    )
    expect(all(run, early).map(({ kind }) => kind)).toEqual(['otherWay', 'otherSite'])
  })

  it('do not lead to a site that lets nobody in any more', () => {
    const full = world({
      front: {
        ...world().front,
        edges: world().front?.edges ?? new Float64Array(5),
        sites: Float64Array.of(Infinity, 7000),
        margin: 0,
      },
    })
    expect(all(aDrillRun(WALK, { goal: 'school' }), full).map(({ kind }) => kind)).not.toContain('otherSite')
  })

  it('earlier: one minute less would not have been enough', () => {
    const moment = fc.integer({ min: 20, max: 60 })
    let found = 0
    fc.assert(
      fc.property(
        fc.array(moment, { minLength: 6, maxLength: 6 }),
        fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 20, max: 40 }),
        (shut, seconds, left) => {
          const points: [number, number][] = [[left, 0]]
          for (const [index, taken] of seconds.entries())
            points.push([(points.at(-1)?.[0] ?? 0) + taken / 60, (index + 1) * 50])
          const facts = world({
            front: null,
            mayStay: null,
            water: (at, minute) => {
              const first = shut[Math.max(0, Math.floor(metresNorth(at) / 100 + 1e-6))] ?? Infinity
              return { depth: minute >= first ? 1 : 0, speed: 0 }
            },
          })
          const run = aDrillRun(points, { goal: 'school' })
          const outcome = (earlier: number) => judgeRun(movedEarlier(run, earlier), facts).outcome
          const [other] = counterfactualsOf(run, facts)
          if (other?.kind !== 'earlier') {
            const tries = Array.from({ length: left + 1 }, (_, earlier) => outcome(earlier))
            expect(tries[0] === 'arrived' || !tries.includes('arrived')).toBe(true)
            return
          }
          found += 1
          expect([outcome(other.minutes), outcome(other.minutes - 1)]).toEqual(['arrived', 'caught'])
        },
      ),
    )
    expect(found).toBeGreaterThan(10)
  })

  it('name a way by what was not walked', () => {
    const graph = town()
    const walked = walkedEdges(indexEdges(graph), [
      { at: northOf(50) },
      { at: northOf(300) },
      { at: [135.3, 30] },
    ])
    expect(walked).toEqual(new Set([0]))
    const onBridge = world({ walked: new Set([1, 2]) })
    const way = counterfactualsOf(aDrillRun(WALK, { goal: 'school' }), onBridge).find(
      ({ kind }) => kind === 'otherWay',
    )
    expect(way).toMatchObject({ by: null })
  })
})
