import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure, FEED_ISSUED as NOW } from '#tests/support/a-closure.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { Graph } from '../routes/graph.ts'
import { NOTHING_KNOWN } from './adapters/imported.ts'
import { CLOSED, closedEdges, PERHAPS_CLOSED } from './closed-edges.ts'
import type { Closure } from './closure.ts'

type Metres = readonly [east: number, north: number]

const ORIGIN = [130.1, 33.1] as const
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180
const at = ([east, north]: Metres): LngLat => [
  ORIGIN[0] + east / METRES_PER_DEGREE / Math.cos((ORIGIN[1] * Math.PI) / 180),
  ORIGIN[1] + north / METRES_PER_DEGREE,
]

/** What `closedEdges` looks at: shapes, by edge. */
const graphOf = (...shapes: readonly (readonly Metres[])[]): Graph => ({
  nodeCount: 0,
  edgeCount: shapes.length,
  lng: new Float64Array(),
  lat: new Float64Array(),
  firstArc: new Uint32Array(1),
  heads: new Uint32Array(),
  arcEdges: new Uint32Array(),
  from: new Uint32Array(shapes.length),
  till: new Uint32Array(shapes.length),
  decimetres: new Uint32Array(shapes.length),
  classes: new Uint8Array(shapes.length),
  flags: new Uint8Array(shapes.length),
  slopes: new Int8Array(shapes.length),
  nameOf: new Uint16Array(shapes.length),
  names: [null],
  ranks: new Map(),
  shapeOf: (edge) => (shapes[edge] ?? []).map(at),
})

/** A crossing of four ways of 200 m (0 west, 1 east, 2 north, 3 south), a way 100 m north of it (4), and one far away (5). */
const TOWN = graphOf(
  [
    [-200, 0],
    [0, 0],
  ],
  [
    [0, 0],
    [200, 0],
  ],
  [
    [0, 0],
    [0, 200],
  ],
  [
    [0, 0],
    [0, -200],
  ],
  [
    [-200, 100],
    [-60, 100],
    [-50, 130],
  ],
  [
    [1000, 1000],
    [1200, 1000],
  ],
)

const line = (...points: Metres[]): Closure => aClosure({ shape: { kind: 'line', lines: [points.map(at)] } })
const point = (...where: Metres): Closure => aClosure({ shape: { kind: 'point', at: at(where) } })
const area = (...rings: Metres[][]): Closure =>
  aClosure({ shape: { kind: 'area', rings: rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(at)) } })
const box = (west: number, south: number, east: number, north: number): Metres[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

const closed = (...closures: Closure[]): readonly number[] => {
  const { states } = closedEdges(TOWN, closures, 'foot', NOW)
  return [...states.entries()].filter(([, state]) => state === CLOSED).map(([edge]) => edge)
}
const isUnplaced = (closure: Closure) => closedEdges(TOWN, [closure], 'foot', NOW).unplaced.length === 1

describe('a line closes', () => {
  it.each<[string, Closure, readonly number[]]>([
    ['the way that it is drawn on', line([-200, 0], [0, 0]), [0]],
    ['it also drawn the other way round', line([0, 0], [-200, 0]), [0]],
    ['it also 11 m beside', line([-190, 11], [-20, 11]), [0]],
    ['it also a little askew', line([-190, -8], [-20, 8]), [0]],
    ['a part of it: the whole way', line([-120, 0], [-80, 0]), [0]],
    ['a few metres of it: the whole way', line([-104, 0], [-96, 0]), [0]],
    ['a few metres near a junction: only the way that they are of', line([-12, 0], [-4, 0]), [0]],
    ['not the next way when it is drawn a little too far', line([-200, 0], [9, 0]), [0]],
    ['both ways when it lies on both', line([-60, 0], [60, 0]), [0, 1]],
    ['round a corner', line([-100, 0], [0, 0], [0, 100]), [0, 2]],
    ['a way with a bend', line([-190, 100], [-60, 100], [-52, 125]), [4]],
    ['not what crosses it', line([-150, 0], [150, 0]), [0, 1]],
    ['with a position twice', line([-200, 0], [-200, 0], [0, 0], [0, 0]), [0]],
    ['at its ends, where it runs along nothing: a chord over a bend', line([-190, 80], [-40, 20]), [0, 4]],
  ])('%s', (_, closure, edges) => {
    expect(closed(closure)).toEqual(edges)
  })

  it('nothing that is only crossed far from its ends, and is told as unplaced', () => {
    const across = line([-100, -50], [-100, 50])
    expect(closed(across)).toEqual([])
    expect(isUnplaced(across)).toBe(true)
  })

  it('every piece where it has several', () => {
    const lines = [
      [
        [-200, 0],
        [-20, 0],
      ],
      [
        [1010, 1000],
        [1100, 1000],
      ],
    ] as const
    expect(closed(aClosure({ shape: { kind: 'line', lines: lines.map((one) => one.map(at)) } }))).toEqual([
      0, 5,
    ])
  })

  it('the same drawn from either end, wherever it lies', () => {
    // Parts of a metre, so that no distance is a limit to the last bit.
    const metres = fc.integer({ min: -250, max: 250 })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(metres, metres), { minLength: 2, maxLength: 4, selector: String }),
        (points) => {
          const drawn = points.map(([x, y]): Metres => [x + 0.3, y + 0.6])
          expect(closed(line(...drawn.toReversed()))).toEqual(closed(line(...drawn)))
        },
      ),
    )
  })
})

describe('a point closes', () => {
  it.each<[string, Closure, readonly number[]]>([
    ['the way under it', point(-100, 3), [0]],
    ['the nearest way', point(-100, 29), [0]],
    ['all ways of the junction that it stands at', point(2, 2), [0, 1, 2, 3]],
    ['nothing beyond 30 m', point(-100, 31), []],
  ])('%s', (_, closure, edges) => {
    expect(closed(closure)).toEqual(edges)
    expect(isUnplaced(closure)).toBe(edges.length === 0)
  })
})

describe('an area closes', () => {
  it.each<[string, Closure, readonly number[]]>([
    ['the ways that end in it', area(box(-20, -20, 20, 20)), [0, 1, 2, 3]],
    ['a way that runs through it', area(box(-120, -5, -80, 5)), [0]],
    ['a way that lies in it', area(box(900, 900, 1300, 1100)), [5]],
    ['a way that touches its border', area(box(-120, 0, -80, 30)), [0]],
    ['not what lies in its hole', area(box(800, 800, 1400, 1400), box(900, 900, 1300, 1100)), []],
    ['nothing beside it', area(box(-120, 1, -80, 30)), []],
  ])('%s', (_, closure, edges) => {
    expect(closed(closure)).toEqual(edges)
  })
})

describe('the edges', () => {
  it('bear the worse state where closures meet, and all their names', () => {
    const works = aClosure({
      ...point(-100, 0),
      id: 'works',
      reason: 'construction',
      depth: null,
      access: NOTHING_KNOWN,
    })
    const water = { ...line([-200, 0], [0, 0]), id: 'water' }
    for (const closures of [
      [works, water],
      [water, works],
    ]) {
      const found = closedEdges(TOWN, closures, 'foot', NOW)
      expect(found.states[0]).toBe(CLOSED)
      expect(found.closures.get(0)).toEqual(closures.map(({ id }) => id))
    }
    expect(closedEdges(TOWN, [works], 'foot', NOW).states[0]).toBe(PERHAPS_CLOSED)
  })

  it('are closed for whom the closure closes them, and while it holds', () => {
    const cars = { ...line([-200, 0], [0, 0]), access: { ...NOTHING_KNOWN, foot: true, car: false } }
    expect([...closedEdges(TOWN, [cars], 'foot', NOW).states]).toEqual([0, 0, 0, 0, 0, 0])
    expect(closedEdges(TOWN, [cars], 'car', NOW).states[0]).toBe(CLOSED)
    expect(closed({ ...cars, access: NOTHING_KNOWN, start: NOW + 1 })).toEqual([])
    expect(closed({ ...cars, access: NOTHING_KNOWN, status: 'lifted' })).toEqual([])
    expect(isUnplaced({ ...point(500, 500), status: 'lifted' })).toBe(false)
  })

  it('never open by another closure', () => {
    const metres = fc.integer({ min: -250, max: 250 })
    const any = fc.oneof(
      fc.tuple(metres, metres).map(([x, y]) => point(x, y)),
      fc
        .uniqueArray(fc.tuple(metres, metres), { minLength: 2, maxLength: 3, selector: String })
        .map((points) => line(...points)),
      fc.tuple(metres, metres).map(([x, y]) => area(box(x, y, x + 50, y + 20))),
    )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), any, (closures, more) => {
        const before = closedEdges(TOWN, closures, 'foot', NOW).states
        const after = closedEdges(TOWN, [...closures, more], 'foot', NOW).states
        for (const [edge, state] of before.entries()) expect(after[edge]).toBeGreaterThanOrEqual(state)
      }),
    )
  })
})
