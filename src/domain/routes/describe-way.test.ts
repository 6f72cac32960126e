import { describe, expect, it } from 'vitest'
import type { LngLat } from '../geo/lng-lat.ts'
import type { HazardKind } from '../hazards/hazard-kind.ts'
import { aGraph, aSpot, aStreet } from '#tests/support/a-graph.ts'
import { aSite } from '#tests/support/an-area.ts'
import { routeBetween } from './between.ts'
import { reckonCosts } from './cost.ts'
import {
  describeImpassable,
  describeLength,
  describeNotes,
  describeSteps,
  describeStretches,
} from './describe-way.ts'
import { RANK_UNKNOWN, STEPS, type Graph, type Snapped } from './graph.ts'
import { walkerOf } from './profiles.ts'
import type { Route } from './route.ts'
import { stepsOf } from './steps.ts'

function walk(
  graph: Graph,
  from: Snapped,
  to: Snapped,
  hazards: readonly HazardKind[],
  closed?: number[],
): Route {
  const states = closed === undefined ? null : Uint8Array.from(closed)
  const costs = reckonCosts(graph, { walker: walkerOf('older'), hazards, zones: 'least', closed: states })
  const route = routeBetween(costs, from, to)
  if (!route.ok) throw new Error(route.reason)
  return route.value
}

/** From its beginning to its end. */
const along = (graph: Graph, hazards: readonly HazardKind[], closed?: number[]): Route =>
  walk(graph, aSpot(graph, 0), aSpot(graph, graph.edgeCount - 1, 1000), hazards, closed)

const keys = (all: readonly { readonly text: { readonly key: string } }[]) => all.map(({ text }) => text.key)

describe('what a way leads through', () => {
  it('is told worst first, by the official classes, with metres', () => {
    const street = aStreet(
      { ranks: { flood: 1 } },
      { ranks: { flood: 3, houseCollapse: 1 } },
      { ranks: { flood: 3, landslide: 6 } },
      {},
    )
    expect(describeStretches(along(street, ['flood', 'houseCollapse', 'landslide']))).toEqual([
      {
        tone: 'hazard',
        look: { layer: 'houseCollapse-erosion', rank: 1 },
        text: { key: 'way:through.houseCollapse.erosion', params: { metres: 100 } },
      },
      {
        tone: 'hazard',
        look: null,
        text: { key: 'way:through.landslide.special', params: { metres: 100 } },
      },
      {
        tone: 'hazard',
        look: { layer: 'flood-max', rank: 3 },
        text: { key: 'way:through.flood.between', params: { metres: 200, min: 3, max: 5 } },
      },
      {
        tone: 'hazard',
        look: { layer: 'flood-max', rank: 1 },
        text: { key: 'way:through.flood.below', params: { metres: 100, max: 0.5 } },
      },
    ])
  })

  it('adds up classes that are told alike', () => {
    const street = aStreet(
      { ranks: { landslide: 3 } },
      { ranks: { landslide: 4 } },
      { ranks: { landslide: 1 } },
    )
    const [only, ...others] = describeStretches(along(street, ['landslide']))
    expect(others).toEqual([])
    expect(only?.text).toEqual({ key: 'way:through.landslide.warning', params: { metres: 300 } })
  })

  it('tells the unknown of each hazard, and where nobody knows if one may pass', () => {
    const street = aStreet({ ranks: { flood: RANK_UNKNOWN, pond: 0 } }, {}, { ranks: { pond: RANK_UNKNOWN } })
    const stretches = describeStretches(along(street, ['flood', 'pond'], [0, 1, 0]))
    expect(keys(stretches)).toEqual(['roads:perhapsClosed', 'roads:unknown.flood', 'roads:unknown.pond'])
    expect(stretches.every(({ tone }) => tone === 'unknown')).toBe(true)
  })

  it('never takes no zone for no danger', () => {
    const route = along(aStreet({ ranks: { flood: 0 } }, {}), ['flood'])
    expect(describeStretches(route)).toEqual([])
    expect(describeNotes(route, ['flood'])).toEqual([{ key: 'way:note.noZone' }])
    expect(describeNotes(route, [])).toEqual([{ key: 'roads:noZones' }])
  })

  it('does not say that no zone is met where nothing is known', () => {
    const route = along(aStreet({}, {}), ['flood'])
    expect(keys(describeStretches(route))).toEqual(['roads:unknown.flood'])
    expect(describeNotes(route, ['flood'])).toEqual([{ key: 'way:note.unknown' }])
  })
})

describe('what cannot be walked once the water is there', () => {
  it('is the most of one hazard, because zones overlap', () => {
    const street = aStreet(
      { ranks: { flood: 2, landslide: 6 } },
      { ranks: { flood: 3 } },
      { ranks: { flood: 1, landslide: 3 } },
      { ranks: { pond: 2 } },
    )
    expect(describeImpassable(along(street, ['flood', 'landslide', 'pond']))).toEqual({
      key: 'roads:impassable',
      params: { metres: 200 },
    })
  })

  it('is not told where nothing is known of it', () => {
    expect(describeImpassable(along(aStreet({ ranks: { flood: 1 } }), ['flood']))).toBeNull()
    expect(describeImpassable(along(aStreet({}), ['flood']))).toBeNull()
  })
})

describe('how long a way is', () => {
  const street = aStreet({}, {})

  it('counts what lies beside the ways, and says how much that is', () => {
    const route = walk(street, aSpot(street, 0, 0, 72), aSpot(street, 1, 1000, 36), ['flood'])
    expect(describeLength(route)).toEqual({ metres: 310, minutes: 8 })
    expect(describeNotes(route, ['flood'])).toContainEqual({ key: 'roads:beside', params: { metres: 110 } })
  })

  it('is never nothing', () => {
    const spot = aSpot(street, 0, 0, 1)
    expect(describeLength(walk(street, spot, spot, []))).toEqual({ metres: 10, minutes: 1 })
  })
})

describe('steps in words', () => {
  /** East along a main street, then north up some steps. */
  const nodes: LngLat[] = [
    [135, 30],
    [135.001, 30],
    [135.002, 30],
    [135.001, 30.001],
  ]
  const corner = aGraph({
    nodes,
    edges: [
      { from: 0, till: 1, name: '本町通り' },
      { from: 1, till: 2, name: '本町通り' },
      { from: 1, till: 3, flags: STEPS },
    ],
  })
  const route = walk(corner, aSpot(corner, 0), aSpot(corner, 2, 1000), [])
  const steps = stepsOf(corner, route)

  it('tell the compass, the turn, the steps and the end, each with its metres', () => {
    const lines = describeSteps(steps, null)
    expect(keys(lines)).toEqual([
      'roads:step.depart.e',
      'roads:step.left',
      'roads:step.steps',
      'roads:step.arrive',
    ])
    expect(lines.map(({ length }) => length?.params?.['metres'] ?? null)).toEqual([100, null, 100, null])
    expect(lines.map(({ road }) => road?.params?.['road@ja'] ?? null)).toEqual(['本町通り', null, null, null])
  })

  it('tell what stands at a turn, once, and nothing at the end', () => {
    const near = aSite({
      name: { ja: '見本小学校', kana: 'みほんしょうがっこう', en: null },
      at: [135.001, 30],
    })
    const goal = aSite({ id: 'E2', name: { ja: '高台公園', kana: null, en: null }, at: [135.001, 30.001] })
    const lines = describeSteps(steps, { sites: [near, goal], places: [], features: [] })
    expect(lines.map(({ landmark }) => landmark?.params?.['place@ja'] ?? null)).toEqual([
      null,
      '見本小学校',
      null,
      null,
    ])
    expect(lines[1]?.landmark?.params).toMatchObject({ 'place@kana': 'みほんしょうがっこう' })
  })

  it('tell a road by its number where that is all it has', () => {
    const numbered = steps.map((step) => ({ ...step, name: { ja: '', ref: '207' } }))
    expect(describeSteps(numbered, null)[0]?.road).toEqual({
      key: 'roads:step.numbered',
      params: { number: '207' },
    })
  })

  it('are the end alone where nothing is walked', () => {
    const spot = aSpot(corner, 0, 500)
    expect(keys(describeSteps(stepsOf(corner, walk(corner, spot, spot, [])), null))).toEqual([
      'roads:step.arrive',
    ])
  })
})
