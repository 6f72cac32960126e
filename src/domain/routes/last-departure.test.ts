import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aGraph, aSpot, aStreet } from '#tests/support/a-graph.ts'
import { anyWalk, spotsOf, type Walk } from '#tests/support/any-walk.ts'
import { walkEveryWay } from '#tests/support/naive-routes.ts'
import { reckonCosts, type CostQuestion } from './cost.ts'
import { earliestArrival } from './earliest-arrival.ts'
import { buildField } from './field.ts'
import { routeFrom } from './follow-field.ts'
import {
  closeZonesAt,
  findLastDepartures,
  lastDepartureAlong,
  lastDepartureFrom,
  slackAt,
  type Front,
} from './last-departure.ts'
import { walkerOf } from './profiles.ts'

const ADULT: CostQuestion = { walker: walkerOf('adult'), hazards: ['flood'], zones: 'avoid', closed: null }

const anyMoment = fc.oneof(
  { weight: 1, arbitrary: fc.constant(Infinity) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
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

const leaveBy = ({ costs, sites, start }: Walk, front: Front): number | null => {
  const found = findLastDepartures(costs, sites, front)
  if (!found.ok) throw new Error(found.reason)
  const last = lastDepartureFrom(found.value, start)
  return last.ok ? last.value.leaveBy : null
}

describe('the last departure', () => {
  it('comes through, and a moment later no way in the world does', () => {
    let closing = 0
    fc.assert(
      fc.property(anyFlight, ({ walk, front }) => {
        const { graph, question, start, sites } = walk
        const spots = { start, sites: spotsOf(sites) }
        const arrives = (leave: number) => walkEveryWay(graph, question, spots, front, leave) !== null
        const last = leaveBy(walk, front)
        if (last === null || last === Infinity) {
          // Where nothing closes on the way, any time will do; where no way leads, none.
          expect(arrives(last === null ? -1e9 : 1e9)).toBe(last !== null)
          return
        }
        closing += 1
        expect(arrives(last)).toBe(true)
        expect(arrives(last + 1)).toBe(false)
      }),
      { numRuns: 500 },
    )
    expect(closing).toBeGreaterThan(100)
  })

  it('is never later when something closes earlier or the margin is larger', () => {
    fc.assert(
      fc.property(anyFlight, fc.nat({ max: 5000 }), ({ walk, front }, sooner) => {
        const before = leaveBy(walk, front)
        const earlier = { ...front, edges: front.edges.map((moment) => moment - sooner) }
        expect(leaveBy(walk, earlier) ?? -Infinity).toBeLessThanOrEqual(before ?? -Infinity)
        expect(leaveBy(walk, { ...front, margin: front.margin + sooner }) ?? -Infinity).toBeLessThanOrEqual(
          before ?? -Infinity,
        )
      }),
    )
  })

  it('of one route is that of walking it to the last moment, and never later than that of the place', () => {
    fc.assert(
      fc.property(anyFlight, ({ walk, front }) => {
        const field = buildField(walk.costs, walk.sites)
        const route = field.ok ? routeFrom(field.value, walk.start) : field
        if (!route.ok) return
        const site = walk.sites.findIndex(({ id }) => id === route.value.site)
        const last = lastDepartureAlong(walk.costs, route.value.legs, front, front.sites?.[site] ?? Infinity)
        expect(last).toBeLessThanOrEqual(leaveBy(walk, front) ?? -Infinity)
      }),
    )
  })

  it('goes the way that stays open longest, also when that is not the shortest', () => {
    const graph = aGraph({
      nodes: [
        [135, 30],
        [135.001, 30],
      ],
      edges: [
        { from: 0, till: 1, decimetres: 100 },
        { from: 0, till: 1, decimetres: 1000 },
      ],
    })
    const costs = reckonCosts(graph, ADULT)
    const sites = [{ id: 'a', on: aSpot(graph, 0, 100) }]
    const found = findLastDepartures(costs, sites, {
      edges: Float64Array.of(500, 3000),
      sites: null,
      margin: 200,
    })
    expect(found.ok && [...found.value.latest]).toEqual([1800, Infinity])
    expect(found.ok && lastDepartureFrom(found.value, aSpot(graph, 0, 50))).toEqual({
      ok: true,
      value: { leaveBy: 250, site: 'a' },
    })
  })

  it('is refused when no way is near, none leads there at any time, or there is no site', () => {
    const graph = aStreet({}, {})
    const front = { edges: new Float64Array(2).fill(Infinity), sites: null, margin: 0 }
    const costs = reckonCosts(graph, { ...ADULT, closed: Uint8Array.of(0, 2) })
    const found = findLastDepartures(costs, [{ id: 'a', on: aSpot(graph, 0) }], front)
    expect(found.ok && lastDepartureFrom(found.value, null)).toMatchObject({ reason: 'unsnappable' })
    expect(found.ok && lastDepartureFrom(found.value, aSpot(graph, 1, 500))).toMatchObject({
      reason: 'unreachable',
    })
    expect(findLastDepartures(costs, [{ id: 'a', on: null }], front)).toMatchObject({ reason: 'noSites' })
    expect(() => findLastDepartures(costs, [], { ...front, edges: new Float64Array(1) })).toThrow(RangeError)
    expect(() => findLastDepartures(costs, [], { ...front, sites: new Float64Array(1) })).toThrow(RangeError)
  })
})

describe('the earliest arrival', () => {
  it('ahead of a front is that of the best of all ways', () => {
    fc.assert(
      fc.property(anyFlight, fc.integer({ min: 0, max: 9000 }), ({ walk, front }, leave) => {
        const { graph, question, costs, start, sites } = walk
        const naive = walkEveryWay(graph, question, { start, sites: spotsOf(sites) }, front, leave)
        const arrival = earliestArrival(costs, sites, front, start, leave)
        expect(arrival.ok ? arrival.value.at : null).toBe(naive)
        if (!arrival.ok) expect(arrival.reason).toBe('unreachable')
      }),
      { numRuns: 500 },
    )
  })

  it('may be at the very moment that an edge or a site closes, and no later', () => {
    const graph = aStreet({ decimetres: 1000 })
    const costs = reckonCosts(graph, ADULT)
    const sites = [{ id: 'a', on: aSpot(graph, 0, 1000) }]
    const arrival = (front: Front, leave: number) => {
      const found = earliestArrival(costs, sites, front, aSpot(graph, 0), leave)
      return found.ok ? found.value.at : found.reason
    }
    const water = { edges: Float64Array.of(1600), sites: null, margin: 600 }
    expect([arrival(water, 0), arrival(water, 1)]).toEqual([1000, 'unreachable'])
    const door = { edges: Float64Array.of(Infinity), sites: Float64Array.of(1000), margin: 600 }
    expect([arrival(door, 0), arrival(door, 1)]).toEqual([1000, 'unreachable'])
  })

  it('is refused when no way is near or there is no site', () => {
    const graph = aStreet({})
    const front = { edges: Float64Array.of(Infinity), sites: null, margin: 0 }
    const costs = reckonCosts(graph, ADULT)
    expect(earliestArrival(costs, [], front, aSpot(graph, 0), 0)).toMatchObject({ reason: 'noSites' })
    expect(earliestArrival(costs, [], front, null, 0)).toMatchObject({ reason: 'unsnappable' })
  })
})

describe('what is left of the time', () => {
  it('has its borders at 30 and 10 minutes, and at none', () => {
    const minutes = (count: number) => slackAt(100_000 + count * 600, 100_000)
    expect([Infinity, 31, 30, 11, 10].map(minutes)).toEqual([
      'over30',
      'over30',
      'over10',
      'over10',
      'over10',
    ])
    expect([9.99, 0, -0.01, -Infinity].map(minutes)).toEqual(['under10', 'under10', 'tooLate', 'tooLate'])
    expect(slackAt(18_001, 0)).toBe('over30')
    expect(slackAt(-1, 0)).toBe('tooLate')
  })
})

describe('a front where none was computed', () => {
  it('closes zones and what is not known at one moment, and nothing else', () => {
    const graph = aStreet({ ranks: { flood: 0 } }, { ranks: { flood: 1 } }, { ranks: { flood: 255 } })
    expect([...closeZonesAt(graph, ['flood'], 600)]).toEqual([Infinity, 600, 600])
    expect([...closeZonesAt(graph, ['flood', 'tsunami'], 600)]).toEqual([600, 600, 600])
    expect([...closeZonesAt(graph, [], 600)]).toEqual([Infinity, Infinity, Infinity])
  })
})
