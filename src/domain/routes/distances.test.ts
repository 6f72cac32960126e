import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { aGraph, aSpot, aStreet } from '#tests/support/a-graph.ts'
import { anyWalk } from '#tests/support/any-walk.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { routeBetween } from './between.ts'
import { reckonCosts } from './cost.ts'
import { distancesFrom } from './distances.ts'
import { STEPS } from './graph.ts'
import { walkerOf } from './profiles.ts'
import { walkingTime } from './route.ts'
import { findDistances, findWays, waysOn } from './way-finder.ts'
import type { WaysQuestion } from './ways-question.ts'

const QUESTION: WaysQuestion = {
  hazards: ['flood'],
  manner: 'least',
  profile: 'adult',
  night: false,
  measured: null,
  closures: null,
  goals: [
    { id: 'west', at: [135, 30] },
    { id: 'east', at: [135.004, 30] },
    { id: 'away', at: [135.02, 30] },
  ],
}
const tell = (ways: ReturnType<typeof waysOn>, at: LngLat, changes: Partial<WaysQuestion> = {}) => {
  const found = findDistances(ways, { ...QUESTION, ...changes }, at)
  if (!found.ok) return found.reason
  return Object.fromEntries(
    found.value.goals.map(({ goal, way }) => [
      goal,
      way.ok ? [way.value.metres, way.value.seconds] : way.reason,
    ]),
  )
}

describe('how far it is to each of many places', () => {
  it('costs what the way to each alone costs, uphill and down, around zones and closures', () => {
    let reached = 0
    fc.assert(
      fc.property(anyWalk(8), ({ costs, start, sites }) => {
        for (const [index, { goal, way }] of distancesFrom(costs, start, sites).entries()) {
          const site = sites[index]
          const alone = routeBetween(costs, start, site?.on ?? null)
          expect(goal).toBe(site?.id)
          expect(way.ok ? way.value.seconds : way.reason).toBe(
            alone.ok ? walkingTime(alone.value) / 10 : alone.reason,
          )
          if (way.ok) reached += 1
        }
      }),
      { numRuns: 500 },
    )
    expect(reached).toBeGreaterThan(300)
  })

  it('is slower up than down', () => {
    const graph = aStreet({ slope: 20 }, { slope: 20 })
    const costs = reckonCosts(graph, { walker: walkerOf('adult'), hazards: [], zones: 'least', closed: null })
    const seconds = (from: number, to: number) => {
      const [one] = distancesFrom(costs, aSpot(graph, from, 500), [{ id: 'a', on: aSpot(graph, to, 500) }])
      return one?.way.ok === true ? one.way.value.seconds : null
    }
    expect([seconds(0, 1), seconds(1, 0)]).toEqual([201.4, 142])
  })

  it('tells metres in zones, of the unknown and of closures that do not tell', () => {
    const graph = aStreet({ ranks: { flood: 0 } }, { ranks: { flood: 3 } }, { ranks: { flood: 255 } }, { ranks: { flood: 0 } }) // prettier-ignore
    const closed = Uint8Array.from([0, 0, 0, 1])
    const costs = reckonCosts(graph, {
      walker: walkerOf('adult'),
      hazards: ['flood'],
      zones: 'least',
      closed,
    })
    const sites = [{ id: 'end', on: aSpot(graph, 3, 500, 4) }]
    expect(distancesFrom(costs, aSpot(graph, 0, 500, 6), sites)[0]?.way).toEqual({
      ok: true,
      value: { metres: 310, seconds: 310, zoneMetres: 100, unknownMetres: 100, perhapsClosedMetres: 50 },
    })
  })

  it('is not known where no way is near, or none leads there; the others are told all the same', () => {
    const ways = waysOn(aStreet({}, {}, { flags: STEPS }, {}))
    expect(tell(ways, [135.001, 30])).toEqual({ west: [100, 100], east: [300, 400], away: 'unsnappable' })
    expect(tell(ways, [135.001, 30], { profile: 'wheelchair' })).toEqual({
      west: [100, 200],
      east: 'unreachable',
      away: 'unsnappable',
    })
    expect(tell(ways, [135.001, 30.01])).toBe('unsnappable')
    expect(tell(ways, [135.001, 30], { goals: [] })).toBe('noSites')
  })

  it('leads around what is closed, and tells closures that lie near no way', () => {
    const ways = waysOn(aStreet({}, {}, {}, {}))
    const shut = aClosure({ shape: { kind: 'line', lines: [[[135.0022, 30], [135.0028, 30]]] } }) // prettier-ignore
    const far = aClosure({ id: 'far', shape: { kind: 'point', at: [135.002, 30.02] } })
    const closures = { closures: [shut, far], at: FEED_ISSUED }
    expect(tell(ways, [135.001, 30], { closures })).toEqual({
      west: [100, 100],
      east: 'unreachable',
      away: 'unsnappable',
    })
    const found = findDistances(ways, { ...QUESTION, closures }, [135.001, 30])
    expect(found.ok ? found.value.unplaced : null).toEqual([far])
  })

  it('is what the search for ways tells of the nearest', () => {
    const ways = waysOn(
      aGraph({
        nodes: [[135, 30], [135.001, 30], [135.001, 30.001], [135, 30.001]], // prettier-ignore
        edges: [{ from: 0, till: 1 }, { from: 1, till: 2, slope: 9 }, { from: 2, till: 3 }, { from: 3, till: 0, decimetres: 5000 }], // prettier-ignore
      }),
    )
    const goals = [{ id: 'one', at: [135.00004, 30.0011] }] as const
    const [way] = (() => {
      const found = findWays(ways, { ...QUESTION, goals }, [135.0004, 29.9999], { count: 1 })
      return found.ok ? found.value.ways : []
    })()
    expect(way).toBeDefined()
    expect(tell(ways, [135.0004, 29.9999], { goals })).toEqual({
      one: [
        ((way?.route.decimetres ?? 0) + (way?.route.beside.decimetres ?? 0)) / 10,
        way === undefined ? null : walkingTime(way.route) / 10,
      ],
    })
  })
})
