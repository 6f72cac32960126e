import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aGraph, aStreet, anyGraphSpec } from '#tests/support/a-graph.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { HazardKind } from '../hazards/hazard-kind.ts'
import { waterAt } from '../water/water-at.ts'
import type { WaterSeries } from '../water/water-series.ts'
import { cutEdge } from './edge-shape.ts'
import type { Graph } from './graph.ts'
import { frontFromSeries } from './water-front.ts'

const CELL = 0.001

/** A row or more of cells of about 100 m, with depths and speeds in tenths, state by state. */
const aSeries = (changes: Partial<WaterSeries> & Pick<WaterSeries, 'minutes' | 'depths'>): WaterSeries => {
  const size = changes.depths[0]?.length ?? 0
  return {
    west: 135,
    south: 29.9995,
    cellLng: CELL,
    cellLat: CELL,
    columns: size,
    rows: 1,
    unknown: new Uint8Array(size),
    speeds: changes.depths.map(() => new Uint8Array(size)),
    ...changes,
  }
}
const bytes = (...all: number[]) => Uint8Array.from(all)
const minutesOf = (front: Float64Array): number[] => [...front].map((moment) => moment / 600)

/** Streets of 100 m, each in the middle of a cell, with a rank of flood. */
const streets = (...ranks: readonly number[]): Graph =>
  aGraph({
    nodes: ranks.flatMap((_, index): LngLat[] => [
      [135.0002 + index * CELL, 30],
      [135.0008 + index * CELL, 30],
    ]),
    edges: ranks.map((flood, index) => ({ from: index * 2, till: index * 2 + 1, ranks: { flood } })),
  })

describe('the front of a computed flood', () => {
  it('closes an edge when the water is half a metre deep, between two states in proportion to the time', () => {
    const series = aSeries({ minutes: [0, 10, 20], depths: [bytes(0, 0, 0), bytes(4, 5, 0), bytes(6, 9, 4)] })
    expect(minutesOf(frontFromSeries(streets(1, 1, 1), series, 0, 'flood'))).toEqual([15, 10, Infinity])
    expect(minutesOf(frontFromSeries(streets(1, 1, 1), series, 12, 'flood'))).toEqual([3, -2, Infinity])
  })

  it('closes it in any water that flows a metre in a second, and in a tsunami from 0.3 m on', () => {
    const series = aSeries({
      minutes: [0, 10],
      depths: [bytes(0, 2, 0, 2), bytes(2, 2, 3, 2)],
      speeds: [bytes(0, 0, 0, 0), bytes(20, 20, 0, 9)],
    })
    expect(minutesOf(frontFromSeries(streets(1, 1, 1, 1), series, 0, 'flood'))).toEqual([
      5,
      5,
      Infinity,
      Infinity,
    ])
    expect(minutesOf(frontFromSeries(streets(1, 1, 1, 1), series, 0, 'tsunami'))).toEqual([
      5,
      5,
      10,
      Infinity,
    ])
  })

  it('does not take two moments for one: deep when it stands, fast when it is shallow', () => {
    const series = aSeries({ minutes: [0, 10], depths: [bytes(0), bytes(4)], speeds: [bytes(20), bytes(0)] })
    // 0.1 m from 2.5 min on, 1 m/s until 5 min.
    expect(minutesOf(frontFromSeries(streets(1), series, 0, 'flood'))).toEqual([2.5])
    const never = aSeries({ minutes: [0, 10], depths: [bytes(0), bytes(1)], speeds: [bytes(20), bytes(0)] })
    expect(minutesOf(frontFromSeries(streets(1), never, 0, 'flood'))).toEqual([Infinity])
  })

  it('stays closed when the water falls, and what is deep at the start is closed whenever now is', () => {
    const series = aSeries({ minutes: [5, 10, 20], depths: [bytes(9, 0), bytes(0, 7), bytes(0, 0)] })
    expect(frontFromSeries(streets(1, 1), series, 30, 'flood').every((moment) => moment < 0)).toBe(true)
    expect([...frontFromSeries(streets(1, 1), series, 0, 'flood')]).toEqual([
      0,
      Math.floor((5 + 25 / 7) * 600),
    ])
    expect(() => frontFromSeries(streets(1), series, NaN, 'flood')).toThrow(RangeError)
  })

  it('closes what the model left out with the first such water, but for edges in no zone of this hazard', () => {
    const series = aSeries({
      minutes: [0, 10],
      depths: [bytes(0, 0, 0, 0, 0), bytes(0, 0, 0, 0, 10)],
      unknown: bytes(1, 1, 1, 0, 0),
    })
    const graph = streets(3, 0, 255, 3, 3)
    expect(minutesOf(frontFromSeries(graph, series, 0, 'flood'))).toEqual([5, Infinity, 5, Infinity, 5])
    // The graph knows nothing of ponds.
    expect(minutesOf(frontFromSeries(graph, series, 0, 'pond'))).toEqual([5, 5, 5, Infinity, 5])
  })

  it('closes what lies outside the grid once any water stands on its rim', () => {
    const grid = { columns: 3, rows: 3, south: 29.9985 }
    const middle = (value: number) => bytes(0, 0, 0, 0, value, 0, 0, 0, 0)
    const inside = aSeries({ ...grid, minutes: [0, 10], depths: [middle(0), middle(10)] })
    // The fourth street lies east of the grid.
    const graph = streets(1, 1, 1, 1)
    expect(minutesOf(frontFromSeries(graph, inside, 0, 'flood'))).toEqual([Infinity, 5, Infinity, Infinity])
    const rim = bytes(0, 0, 2, 0, 10, 0, 0, 0, 0)
    const atRim = aSeries({ ...grid, minutes: [0, 10], depths: [middle(0), rim] })
    expect(minutesOf(frontFromSeries(graph, atRim, 0, 'flood'))).toEqual([Infinity, 5, Infinity, 5])
    expect(minutesOf(frontFromSeries(streets(1, 1, 1, 0), atRim, 0, 'flood'))[3]).toBe(Infinity)
  })

  it('looks at every cell that an edge crosses, and at both beside a line between two', () => {
    const deep = aSeries({ minutes: [0, 10], depths: [bytes(0, 0, 0, 0), bytes(0, 0, 0, 10)] })
    expect(minutesOf(frontFromSeries(aStreet({}, {}, {}, {}), deep, 0, 'flood'))).toEqual([
      Infinity,
      Infinity,
      5,
      5,
    ])
    const west = aSeries({ minutes: [0, 10], depths: [bytes(0, 0, 0, 0), bytes(10, 0, 0, 0)] })
    expect(minutesOf(frontFromSeries(aStreet({}, {}, {}, {}), west, 0, 'flood'))).toEqual([
      5,
      5,
      Infinity,
      Infinity,
    ])
  })
})

const plane = (size: number, most: number) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: most })), {
      minLength: size,
      maxLength: size,
    })
    .map((all) => Uint8Array.from(all))

const anySeries: fc.Arbitrary<WaterSeries> = fc
  .record({ columns: fc.integer({ min: 1, max: 7 }), rows: fc.integer({ min: 1, max: 7 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      west: fc.constantFrom(135, 135.0123),
      south: fc.constantFrom(30, 29.99),
      cellLng: fc.constantFrom(0.01, 0.0077),
      cellLat: fc.constantFrom(0.01, 0.0099),
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      minutes: fc.constant([0, 10, 20, 30]),
      unknown: plane(columns * rows, 1),
      depths: fc.array(plane(columns * rows, 12), { minLength: 4, maxLength: 4 }),
      speeds: fc.array(plane(columns * rows, 15), { minLength: 4, maxLength: 4 }),
    }),
  )

/** The first tenth of a minute at which somebody in the water of one place on the edge cannot go on, by asking place after place. */
function naiveMinute(graph: Graph, series: WaterSeries, edge: number, hazard: HazardKind): number {
  const deep = hazard === 'tsunami' ? 0.3 : 0.5
  const length = graph.decimetres[edge] ?? 0
  const places = Array.from(
    { length: 60 },
    (_, i) => cutEdge(graph, edge, (length * i) / 59, (length * i) / 59)[0],
  )
  for (let tenth = 0; tenth <= 300; tenth += 1)
    for (const at of places) {
      const water = at === undefined ? null : waterAt(series, at, tenth / 10)
      if (water === null) continue
      if (water.depth > deep + 1e-9 || (water.depth > 0.1 + 1e-9 && water.speed > 1 + 1e-9)) return tenth / 10
    }
  return Infinity
}

describe('the front of any flood', () => {
  it('never closes later than the water at any place of the edge allows, as place after place tells it', () => {
    let closing = 0
    fc.assert(
      fc.property(
        anyGraphSpec(4, ['flood']).map(aGraph),
        anySeries,
        fc.constantFrom<HazardKind>('flood', 'tsunami'),
        (graph, series, hazard) => {
          const front = frontFromSeries(graph, series, 0, hazard)
          for (let edge = 0; edge < graph.edgeCount; edge += 1) {
            const naive = naiveMinute(graph, series, edge, hazard)
            if (naive < Infinity) closing += 1
            expect((front[edge] ?? 0) / 600).toBeLessThanOrEqual(naive)
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(closing).toBeGreaterThan(100)
  })

  it('closes nothing before somebody could not go on somewhere in the grid', () => {
    fc.assert(
      fc.property(anyGraphSpec(4, ['flood']).map(aGraph), anySeries, (graph, series) => {
        const cells = series.unknown.length
        const isDeep = series.minutes.map((_, state) =>
          Array.from({ length: cells }, (__, cell) => cell).some(
            (cell) => series.unknown[cell] === 0 && (series.depths[state]?.[cell] ?? 0) > 0,
          ),
        )
        const wet = isDeep.indexOf(true)
        const first = Math.min(...frontFromSeries(graph, series, 0, 'flood')) / 600
        if (wet === -1) expect(first).toBe(Infinity)
        else expect(first).toBeGreaterThanOrEqual(series.minutes[Math.max(0, wet - 1)] ?? 0)
      }),
    )
  })
})
