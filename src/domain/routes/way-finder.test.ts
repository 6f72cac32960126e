import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeWaterSeries } from '#scripts/lib/encode-water-series.ts'
import { aClosure, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { aGraph, aStreet, anyGraphSpec, type GraphSpec } from '#tests/support/a-graph.ts'
import { walkEveryWay } from '#tests/support/naive-routes.ts'
import type { Closure } from '../closures/closure.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { WaterSeries } from '../water/water-series.ts'
import { cutEdge } from './edge-shape.ts'
import { RANK_UNKNOWN, type Graph, type Snapped } from './graph.ts'
import { slopeFactor, walkerOf } from './profiles.ts'
import { directionOf, walkingTime } from './route.ts'
import { snap } from './snap.ts'
import { frontFromSeries } from './water-front.ts'
import { findDepartures, findReach, findWays, SERIES_MARGIN, waysOn, type Ways } from './way-finder.ts'
import type { FrontQuestion, Goal, WaysQuestion } from './ways-question.ts'

const QUESTION: WaysQuestion = {
  hazards: ['flood'],
  manner: 'least',
  profile: 'adult',
  night: false,
  measured: null,
  closures: null,
  goals: [],
}
const asked = (changes: Partial<WaysQuestion> = {}): WaysQuestion => ({ ...QUESTION, ...changes })
const goal = (id: string, ...at: LngLat): Goal => ({ id, at })
const value = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string },
): T => {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
/** About 9.6 m of longitude and 11.1 m of latitude. */
const STEP = 0.0001

/** 100 m streets in a row along 30° N; goals at both ends. */
const STREET = waysOn(aStreet({}, {}, {}, {}))
const ENDS = [goal('west', 135, 30), goal('east', 135.004, 30)]

const closed = (changes: Partial<Closure> = {}): WaysQuestion['closures'] => ({
  closures: [
    aClosure({ shape: { kind: 'line', lines: [[[135.0012, 30], [135.0018, 30]]] }, ...changes }), // prettier-ignore
  ],
  at: FEED_ISSUED,
})

describe('ways', () => {
  it('lead to different goals, the nearest first, with steps, and tell what lies beside the ways', () => {
    const { ways } = value(findWays(STREET, asked({ goals: ENDS }), [135.001, 30 + STEP], { count: 3 }))
    expect(ways.map((way) => [way.goal, way.route.decimetres, way.leaveBy, way.steps.at(-1)?.kind])).toEqual([
      ['west', 1000, null, 'arrive'],
      ['east', 3000, null, 'arrive'],
    ])
    expect(ways[0]?.route.beside).toEqual({ decimetres: 112, deciseconds: 112 })
    expect(ways.map(({ route }) => walkingTime(route))).toEqual([1112, 3112])
    expect(value(findWays(STREET, asked({ goals: ENDS }), [135.001, 30], { count: 1 })).ways).toHaveLength(1)
  })

  it('go around a closure as long as it holds, for whom it holds', () => {
    const first = (question: Partial<WaysQuestion>) =>
      value(findWays(STREET, asked({ goals: ENDS, ...question }), [135.0021, 30], { count: 1 })).ways[0]?.goal
    expect(first({})).toBe('east')
    expect(first({ closures: closed() })).toBe('east')
    const shut = (changes: Partial<Closure>, question: Partial<WaysQuestion> = {}) => {
      const found = findWays(STREET, asked({ goals: [goal('west', 135, 30)], closures: closed(changes), ...question }), [135.0035, 30], { count: 1 }) // prettier-ignore
      return found.ok ? 'open' : found.reason
    }
    expect(shut({})).toBe('unreachable')
    expect(shut({ end: FEED_ISSUED - 1 })).toBe('open')
    expect(shut({ start: FEED_ISSUED + 1 })).toBe('open')
    const access = { ...aClosure().access, foot: true, wheelchair: false }
    expect(shut({ access })).toBe('open')
    expect(shut({ access }, { profile: 'wheelchair' })).toBe('unreachable')
  })

  it('tell the closures that lie near no way', () => {
    const far = closed({ shape: { kind: 'point', at: [135.002, 30.01] } })
    const question = asked({ goals: ENDS, closures: far })
    expect(value(findWays(STREET, question, [135.001, 30], { count: 1 })).unplaced).toEqual(far?.closures)
    expect(value(findReach(STREET, question)).unplaced).toEqual(far?.closures)
    expect(value(findWays(STREET, asked({ goals: ENDS }), [135.001, 30], { count: 1 })).unplaced).toEqual([])
  })

  it('are refused where there are no goals, no way near, or none that leads there', () => {
    const why = (goals: readonly Goal[], at: LngLat, ways: Ways = STREET) => {
      const found = findWays(ways, asked({ goals }), at, { count: 1 })
      return found.ok ? null : found.reason
    }
    expect(why([], [135.001, 30])).toBe('noSites')
    expect(why([goal('away', 135, 30.01)], [135.001, 30])).toBe('noSites')
    expect(why(ENDS, [135.001, 30.01])).toBe('unsnappable')
    expect(why(ENDS, [NaN, 30])).toBe('unsnappable')
    const apart = waysOn(aGraph({ nodes: [[135, 30], [135.001, 30], [135.01, 30], [135.011, 30]], edges: [{ from: 0, till: 1 }, { from: 2, till: 3 }] })) // prettier-ignore
    expect(why([goal('west', 135, 30)], [135.0105, 30], apart)).toBe('unreachable')
  })

  it('begin on the next way where the nearest is closed, if it is no more than half a block farther', () => {
    const twoStreets = (apart: number): Ways =>
      waysOn(
        aGraph({
          nodes: [[135, 30], [135.002, 30], [135, 30 + apart], [135.002, 30 + apart]], // prettier-ignore
          edges: [{ from: 0, till: 1 }, { from: 2, till: 3 }], // prettier-ignore
        }),
      )
    const from = (apart: number) => {
      const goals = [goal('a', 135.002, 30 + apart)]
      const found = findWays(twoStreets(apart), asked({ goals, closures: closed() }), [135.0015, 30], {
        count: 1,
      })
      return found.ok ? found.value.ways[0]?.route.beside.decimetres : found.reason
    }
    expect(from(4 * STEP)).toBe(445)
    expect(from(5 * STEP)).toBe('unreachable')
  })
})

describe('what was reckoned', () => {
  it('is remembered by what the question says, whatever the hour and the place', () => {
    const ways = waysOn(aStreet({}, {}, {}, {}))
    const reach = (question: WaysQuestion) => value(findReach(ways, structuredClone(question))).unplaced
    const question = asked({ goals: ENDS, closures: closed({ end: FEED_ISSUED + 1000 }) })
    const later = (at: number) => ({
      ...question,
      closures: { closures: question.closures?.closures ?? [], at },
    })
    const first = reach(question)
    expect(reach(later(FEED_ISSUED + 999))).toBe(first)
    expect(reach(later(FEED_ISSUED + 1000))).not.toBe(first)
    for (const changes of [
      { night: true },
      { hazards: [] },
      { goals: [] },
      { manner: 'avoid' as const },
      { closures: null },
    ]) {
      const found = findReach(ways, { ...question, ...changes })
      expect(found.ok ? found.value.unplaced : null).not.toBe(first)
    }
  })

  it('is the same as reckoned anew, in whatever order questions come', () => {
    const spec = fc.sample(anyGraphSpec(12), { numRuns: 1, seed: 7 })[0] as GraphSpec
    const goals = spec.nodes.slice(0, 3).map((at, index) => ({ id: String(index), at }))
    const questions = [asked({ goals }), asked({ goals, manner: 'avoid' }), asked({ goals, night: true })]
    const at = spec.nodes.at(-1) ?? [0, 0]
    const ways = waysOn(aGraph(spec))
    for (const count of [1, 3, 1])
      for (const question of [...questions, ...questions.toReversed()])
        expect(findWays(ways, question, at, { count })).toEqual(
          findWays(waysOn(aGraph(spec)), question, at, { count }),
        )
  })
})

describe('the reach of goals', () => {
  it('tells every road once, in bands, and the metres of each', () => {
    const ways = waysOn(aStreet({}, {}, { decimetres: 3000 }, {}))
    const reach = value(findReach(ways, asked({ goals: [goal('west', 135, 30)], closures: closed() })))
    // Without a way beyond the closure.
    expect(reach.metresByBand).toEqual([
      { band: 0, metres: 100 },
      { band: null, metres: 500 },
    ])
    const open = value(findReach(ways, asked({ goals: [goal('west', 135, 30)] })))
    expect(open.metresByBand.map(({ band }) => band)).toEqual([0, 1, 2, 3])
    expect(open.metresByBand.reduce((sum, { metres }) => sum + metres, 0)).toBeCloseTo(600)
    const [first] = open.pieces
    expect(first).toEqual({ line: [[135, 30], [135.001, 30]], band: 0 }) // prettier-ignore
    expect(open.pieces.at(-1)?.line.at(-1)).toEqual([135.004, 30])
    expect(findReach(ways, asked())).toMatchObject({ reason: 'noSites' })
  })
})

/** A series whose cells lie over all nodes of `anyGraphSpec`. */
const anySeries: fc.Arbitrary<WaterSeries> = fc
  .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }), {
    minLength: 3,
    maxLength: 3,
  })
  .map((depths) => ({
    west: 134.99,
    south: 29.99,
    cellLng: 0.03,
    cellLat: 0.03,
    columns: 3,
    rows: 3,
    minutes: [0, 20, 60],
    unknown: new Uint8Array(9),
    depths: depths.map((all) => Uint8Array.from(all)),
    speeds: depths.map(() => new Uint8Array(9)),
  }))

type Flight = {
  readonly spec: GraphSpec
  readonly question: WaysQuestion
  readonly at: LngLat
  readonly front: FrontQuestion
  readonly series: WaterSeries
}

/** Somebody near a way, goals near ways, and a front of either kind. */
const anyFlight: fc.Arbitrary<Flight> = anyGraphSpec(6).chain((spec) => {
  const graph = aGraph(spec)
  const near = fc
    .record({
      edge: fc.nat({ max: graph.edgeCount - 1 }),
      share: fc.constantFrom(0, 0.3, 0.5, 1),
      north: fc.constantFrom(0, 0, 0.0003, 0.001),
    })
    .map(({ edge, share, north }): LngLat => {
      const along = (graph.decimetres[edge] ?? 0) * share
      const [lng, lat] = cutEdge(graph, edge, along, along)[0] ?? [0, 0]
      return [lng, lat + north]
    })
  return fc
    .record({
      at: near,
      places: fc.array(near, { minLength: 1, maxLength: 3 }),
      profile: fc.constantFrom('adult' as const, 'wheelchair' as const),
      manner: fc.constantFrom('least' as const, 'ignore' as const),
      series: anySeries,
      seconds: fc.option(fc.integer({ min: 0, max: 2000 })),
      minute: fc.integer({ min: 0, max: 70 }),
    })
    .map(({ at, places, profile, manner, series, seconds, minute }) => ({
      spec,
      at,
      series,
      question: asked({
        hazards: [],
        goals: places.map((place, index) => goal(`g${index}`, ...place)),
        profile,
        manner,
      }),
      front:
        seconds === null
          ? { kind: 'series', hazard: 'flood', series: encodeWaterSeries(series), minute }
          : { kind: 'arrivesIn', hazards: ['flood'], seconds },
    }))
})

/** Reckoned by other code: which edges close when, and the last moment at the road before a site that lies beside it. */
function naiveFlight({ spec, question, at, front, series }: Flight) {
  const graph = aGraph(spec)
  const { index } = waysOn(graph)
  const walker = walkerOf(question.profile)
  const barred = (edge: number) => !walker.climbs && ((graph.flags[edge] ?? 0) & 4) !== 0
  const place = (where: LngLat): Snapped | null => {
    const nearest = snap(index, where)
    if (!nearest.ok) return null
    const usable = snap(index, where, { isUsable: (edge) => !barred(edge), within: nearest.value.away + 50 })
    return usable.ok ? usable.value : nearest.value
  }
  const edges =
    front.kind === 'series'
      ? frontFromSeries(graph, series, front.minute, 'flood')
      : Float64Array.from({ length: graph.edgeCount }, (_, edge) =>
          (graph.ranks.get('flood')?.[edge] ?? RANK_UNKNOWN) === 0 ? Infinity : front.seconds * 10,
        )
  const margin = front.kind === 'series' ? SERIES_MARGIN : 0
  const beside = ({ away }: Snapped): number => Math.ceil((Math.ceil(away * 10) * 1000) / walker.speed)
  const sites = question.goals.flatMap((one) => place(one.at) ?? [])
  const closings = sites.map((on) => (on.away === 0 ? Infinity : (edges[on.edge] ?? 0) - margin - beside(on)))
  const start = place(at)
  return {
    graph,
    start,
    sites,
    beside,
    moving: { edges, sites: Float64Array.from(closings), margin },
    question: { walker, hazards: [], zones: question.manner, closed: null },
  }
}

describe('when to leave', () => {
  it('comes through from the door to the site, and a tenth of a second later no way in the world does', () => {
    let counted = 0
    fc.assert(
      fc.property(anyFlight, (flight) => {
        const { graph, start, sites, beside, moving, question } = naiveFlight(flight)
        const found = findDepartures(waysOn(graph), flight.question, flight.front, flight.at)
        if (sites.length === 0) {
          expect(found).toMatchObject({ reason: 'noSites' })
          return
        }
        const { here } = value(found)
        if (start === null) {
          expect(here).toMatchObject({ reason: 'unsnappable' })
          return
        }
        const comes = (leave: number) =>
          walkEveryWay(graph, question, { start, sites }, moving, leave + beside(start)) !== null
        if (here?.ok !== true || here.value.leaveBy === Infinity) {
          expect(comes(1e9)).toBe(here?.ok)
          return
        }
        counted += 1
        expect(comes(here.value.leaveBy)).toBe(true)
        expect(comes(here.value.leaveBy + 1)).toBe(false)
      }),
      { numRuns: 600 },
    )
    expect(counted).toBeGreaterThan(100)
  })

  it('along one way comes through on that way, a tenth of a second later not, and never beats the best', () => {
    let counted = 0
    fc.assert(
      fc.property(anyFlight, (flight) => {
        const { graph, start, beside, moving, question } = naiveFlight(flight)
        const ways = waysOn(graph)
        const found = findWays(ways, flight.question, flight.at, { count: 2, front: flight.front })
        if (!found.ok || start === null) return
        const { here } = value(findDepartures(ways, flight.question, flight.front, flight.at))
        for (const { route, leaveBy, goal: id } of found.value.ways) {
          const comes = (leave: number) => {
            const site = flight.question.goals
              .filter((one) => one.at !== undefined)
              .findIndex((one) => one.id === id)
            return walkLegs(graph, question.walker.speed, route, leave + beside(start), moving, site)
          }
          expect(here?.ok === true ? here.value.leaveBy : -Infinity).toBeGreaterThanOrEqual(
            leaveBy ?? Infinity,
          )
          if (leaveBy === Infinity || leaveBy === null) continue
          counted += 1
          expect([comes(leaveBy), comes(leaveBy + 1)]).toEqual([true, false])
        }
      }),
      { numRuns: 400 },
    )
    expect(counted).toBeGreaterThan(100)
  })

  it('is given for roads too, and refused for a series that cannot be read', () => {
    const goals = [goal('west', 135, 30)]
    const ways = waysOn(aStreet({ ranks: { flood: 0 } }, { ranks: { flood: 2 } }))
    const front: FrontQuestion = { kind: 'arrivesIn', hazards: ['flood'], seconds: 700 }
    const { pieces, metresBySlack, here, unplaced } = value(
      findDepartures(ways, asked({ goals }), front, null),
    )
    expect(pieces.map(({ slack }) => slack)).toEqual(['over30', 'over10'])
    expect(metresBySlack).toEqual([
      { slack: 'over30', metres: 100 },
      { slack: 'over10', metres: 100 },
    ])
    expect([here, unplaced]).toEqual([null, []])
    const broken: FrontQuestion = { kind: 'series', hazard: 'flood', series: new Uint8Array(40), minute: 0 }
    const refused = { ok: false, reason: 'badMagic', detail: 'series' }
    expect(findDepartures(ways, asked({ goals }), broken, null)).toEqual(refused)
    expect(findWays(ways, asked({ goals }), [135.0005, 30], { count: 1, front: broken })).toEqual(refused)
  })
})

/** Walks a route leg by leg, ahead of a front; false = something closed. */
function walkLegs(
  graph: Graph,
  speed: number,
  {
    legs,
  }: { readonly legs: readonly { readonly edge: number; readonly start: number; readonly end: number }[] },
  leave: number,
  moving: { readonly edges: Float64Array; readonly sites: Float64Array; readonly margin: number },
  site: number,
): boolean {
  let now = leave
  for (const leg of legs) {
    const rise = graph.slopes[leg.edge] ?? -128
    const isSteps = ((graph.flags[leg.edge] ?? 0) & 4) !== 0
    const factor = isSteps ? 2000 : rise === -128 ? 1000 : slopeFactor(directionOf(leg) === 0 ? rise : -rise)
    now += Math.ceil((Math.abs(leg.end - leg.start) * factor) / speed)
    if (now > (moving.edges[leg.edge] ?? 0) - moving.margin) return false
  }
  return now <= (moving.sites[site] ?? Infinity)
}
