import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aGraph, aSpot, aStreet, type EdgeSpec } from '#tests/support/a-graph.ts'
import { anyWalk } from '#tests/support/any-walk.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { routeBetween } from './between.ts'
import { reckonCosts, type CostQuestion } from './cost.ts'
import { buildField } from './field.ts'
import { routeFrom } from './follow-field.ts'
import { BRIDGE, STEPS, TUNNEL, type Graph } from './graph.ts'
import { walkerOf } from './profiles.ts'
import { stepsOf } from './steps.ts'

const ADULT: CostQuestion = { walker: walkerOf('adult'), hazards: [], zones: 'ignore', closed: null }

function told(graph: Graph, from: readonly [number, number], till: readonly [number, number]) {
  const route = routeBetween(reckonCosts(graph, ADULT), aSpot(graph, ...from), aSpot(graph, ...till))
  if (!route.ok) throw new Error(route.reason)
  return stepsOf(graph, route.value).map(({ kind, name, decimetres }) => [kind, name?.ja ?? null, decimetres])
}

/** From the south into a junction that also has ways to the other sides; then on by one that leaves by a bearing. */
function turning(degrees: number, choice = true): Graph {
  const end: LngLat = [
    135 + Math.sin((degrees * Math.PI) / 180) / 1000,
    Math.cos((degrees * Math.PI) / 180) / 1000,
  ]
  const edges: EdgeSpec[] = [
    { from: 0, till: 1 },
    { from: 1, till: 2 },
  ]
  return aGraph({
    nodes: [[135, -0.001], [135, 0], end, [134.99, 0.02]],
    edges: choice ? [...edges, { from: 3, till: 1, decimetres: 90_000 }] : edges,
  })
}

describe('steps', () => {
  it('tell a turn by its angle, left and right as on the street', () => {
    const kindAt = (degrees: number) => told(turning(degrees), [0, 0], [1, 1000])[1]?.[0]
    expect([0, 20, 30, 60, 90, 130, 170].map(kindAt)).toEqual([
      'arrive',
      'arrive',
      'slightRight',
      'right',
      'right',
      'sharpRight',
      'sharpRight',
    ])
    expect([-20, -30, -60, -90, -130, -170].map(kindAt)).toEqual([
      'arrive',
      'slightLeft',
      'left',
      'left',
      'sharpLeft',
      'sharpLeft',
    ])
  })

  it('tell no bend where there is no choice', () => {
    expect(told(turning(90, false), [0, 0], [1, 1000])).toEqual([
      ['depart', null, 2000],
      ['arrive', null, 0],
    ])
  })

  it('tell the way back with the other hand', () => {
    expect(told(turning(90), [1, 1000], [0, 0])[1]?.[0]).toBe('left')
  })

  it('tell a name where it changes, and not again after a piece without one', () => {
    const graph = aStreet({ name: '国道' }, {}, { name: '国道' }, { name: '県道' })
    expect(told(graph, [0, 200], [3, 500])).toEqual([
      ['depart', '国道', 2800],
      ['continue', '県道', 500],
      ['arrive', '県道', 0],
    ])
  })

  it('tell steps, bridges and underpasses where they begin, once', () => {
    const graph = aStreet(
      {},
      { flags: BRIDGE },
      { flags: BRIDGE },
      { flags: STEPS | BRIDGE },
      { flags: TUNNEL },
    )
    expect(told(graph, [0, 0], [4, 1000])).toEqual([
      ['depart', null, 1000],
      ['bridge', null, 2000],
      ['steps', null, 1000],
      ['underpass', null, 1000],
      ['arrive', null, 0],
    ])
    expect(told(graph, [1, 500], [1, 600])).toEqual([
      ['depart', null, 0],
      ['bridge', null, 100],
      ['arrive', null, 0],
    ])
  })

  it('tell in which direction one goes on', () => {
    const graph = turning(90)
    const route = routeBetween(reckonCosts(graph, ADULT), aSpot(graph, 0, 0), aSpot(graph, 1, 1000))
    expect(route.ok && stepsOf(graph, route.value).map(({ bearing }) => bearing)).toEqual([0, 90, 90])
  })

  it('add up to the route, begin with leaving and end with arriving, once each', () => {
    fc.assert(
      fc.property(anyWalk(20), ({ graph, costs, sites, start }) => {
        const field = buildField(costs, sites)
        const route = field.ok ? routeFrom(field.value, start) : field
        if (!route.ok) return
        const steps = stepsOf(graph, route.value)
        expect(steps.reduce((sum, { decimetres }) => sum + decimetres, 0)).toBe(route.value.decimetres)
        expect(steps.flatMap(({ kind }, index) => (kind === 'depart' ? [index] : []))).toEqual([0])
        expect(steps.flatMap(({ kind }, index) => (kind === 'arrive' ? [index] : []))).toEqual([
          steps.length - 1,
        ])
        for (const { bearing } of steps)
          expect(Number.isInteger(bearing) && bearing >= 0 && bearing < 360).toBe(true)
      }),
    )
  })
})
