import { describe, expect, it } from 'vitest'
import { aGraph, aSpot } from '#tests/support/a-graph.ts'
import { routeBetween } from './between.ts'
import { reckonCosts } from './cost.ts'
import { cutEdge } from './edge-shape.ts'
import { walkerOf } from './profiles.ts'

/** North, then as far south again, on the equator; half of it is one of its 1000 dm. */
const graph = aGraph({
  nodes: [
    [135, 0],
    [135, 0.002],
  ],
  edges: [{ from: 0, till: 1, bends: [[135, 0.003]], decimetres: 1000 }],
})

describe('a piece of an edge', () => {
  it('keeps the bends between its ends, in the direction of walking', () => {
    expect(cutEdge(graph, 0, 0, 1000)).toEqual([
      [135, 0],
      [135, 0.003],
      [135, 0.002],
    ])
    expect(cutEdge(graph, 0, 1000, 0)).toEqual(cutEdge(graph, 0, 0, 1000).toReversed())
    const [start, bend, end] = cutEdge(graph, 0, 500, 875)
    expect([start?.[1], bend?.[1], end?.[1]]).toEqual([0.002, 0.003, expect.closeTo(0.0025, 9)])
    expect(cutEdge(graph, 0, 250, 500).map(([, lat]) => lat)).toEqual([0.001, 0.002])
  })

  it('stands in the line of a route as it is walked', () => {
    const question = { walker: walkerOf('adult'), hazards: [], zones: 'ignore', closed: null } as const
    const route = routeBetween(reckonCosts(graph, question), aSpot(graph, 0, 875), aSpot(graph, 0, 250))
    expect(route.ok && route.value.line.map(([, lat]) => lat)).toEqual([
      expect.closeTo(0.0025, 9),
      0.003,
      0.001,
    ])
  })
})
