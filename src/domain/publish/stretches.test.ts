import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aClosure } from '#tests/support/a-closure.ts'
import { aGraph, anyGraphSpec } from '#tests/support/a-graph.ts'
import { closedEdges } from '../closures/closed-edges.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { indexEdges } from '../routes/snap.ts'
import { metresOf, nothingPicked, pickAt, shapeOf, toggleStretch } from './picking.ts'
import { doMeet, linesOf, roadsNamed, stretchAt, stretchesNear } from './stretches.ts'

/**
 *        3
 *        |
 *  0--1--2--4--5      edges 0–1, 1–2, 2–3, 2–4, 4–5: one junction, at node 2
 */
const CROSS = aGraph({
  nodes: [
    [135, 30],
    [135.001, 30],
    [135.002, 30],
    [135.002, 30.001],
    [135.003, 30],
    [135.004, 30],
  ],
  edges: [
    { from: 0, till: 1, name: '港通り' },
    { from: 2, till: 1, name: '港通り' },
    { from: 2, till: 3, name: '山手通り' },
    { from: 4, till: 2, name: '港通り' },
    { from: 4, till: 5 },
  ],
})

const inOrder = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)

describe('a stretch', () => {
  it('runs from junction to junction, through nodes where only two ways meet', () => {
    expect(stretchAt(CROSS, 0)).toMatchObject({ id: 0, edges: [0, 1], metres: 200, name: { ja: '港通り' } })
    expect(stretchAt(CROSS, 1).edges.toSorted(inOrder)).toEqual([0, 1])
    expect(stretchAt(CROSS, 2).edges).toEqual([2])
    expect(stretchAt(CROSS, 4)).toMatchObject({ id: 3, name: { ja: '港通り' } })
  })

  it('has one line without a jump or a point twice', () => {
    expect(
      stretchAt(CROSS, 1)
        .line.map(([lng]) => lng)
        .toSorted(inOrder),
    ).toEqual([135, 135.001, 135.002])
  })

  it('is the same from whichever of its edges, parts all edges, and its line hangs together', () => {
    fc.assert(
      fc.property(anyGraphSpec(9), (spec) => {
        const graph = aGraph(spec)
        const seen = new Map<number, number>()
        for (let edge = 0; edge < graph.edgeCount; edge += 1) {
          const { id, edges, line } = stretchAt(graph, edge)
          expect(edges).toContain(edge)
          for (const one of edges) {
            expect(seen.get(one) ?? id).toBe(id)
            seen.set(one, id)
            expect(stretchAt(graph, one).edges.toSorted(inOrder)).toEqual(edges.toSorted(inOrder))
          }
          expect(line).toHaveLength(edges.length + 1)
          const steps = edges.map((one) =>
            [graph.from[one], graph.till[one]].map((node) => at(graph, node ?? 0)),
          )
          steps.forEach((ends, index) => {
            const [a, b] = [String(line[index]), String(line[index + 1])]
            expect([`${a} ${b}`, `${b} ${a}`]).toContain(ends.map(String).join(' '))
          })
        }
        expect(seen.size).toBe(graph.edgeCount)
      }),
    )
  })

  it('is found by any part of the name of its road, however it is typed', () => {
    const [road] = roadsNamed(CROSS, '港')
    expect(road?.stretches.map(({ id }) => id)).toEqual([0, 3])
    expect(roadsNamed(CROSS, '通り').map(({ name }) => name.ja)).toEqual(['港通り', '山手通り'])
    expect(roadsNamed(CROSS, ' ')).toEqual([])
    expect(roadsNamed(CROSS, '川')).toEqual([])
  })

  it('is offered around a place, the nearest first, each once', () => {
    const near = stretchesNear(indexEdges(CROSS), [135.0019, 30.0003])
    expect(near.map(({ id }) => id)).toEqual([2, 0, 3])
  })
})

const at = (graph: typeof CROSS, node: number): LngLat => [graph.lng[node] ?? 0, graph.lat[node] ?? 0]

describe('what is picked', () => {
  const index = indexEdges(CROSS)
  const tap = (picked: ReturnType<typeof nothingPicked>, place: LngLat) => {
    const result = pickAt(picked, place, index)
    if (!result.ok) throw new Error(result.reason)
    return result.value
  }

  it('closes its own ways and no others, joined into few lines', () => {
    const two = tap(tap(nothingPicked('stretch'), [135.0005, 30]), [135.0035, 30])
    const shape = shapeOf(two)
    if (shape?.kind !== 'line') throw new Error('no line')
    expect(shape.lines).toHaveLength(1)
    const closed = closedEdges(CROSS, [aClosure({ shape, start: 0 })], 'foot', 1)
    expect([...closed.states].map((state) => state > 0)).toEqual([true, true, false, true, true])
    expect(Math.round(metresOf(shape) / 10)).toBe(Math.round((4 * 96.3) / 10))
  })

  it('is taken away by a second tap, and told when no road is near', () => {
    const once = tap(nothingPicked('stretch'), [135.0005, 30])
    expect(tap(once, [135.0005, 30]).stretches).toEqual([])
    expect(toggleStretch(once, stretchAt(CROSS, 0)).stretches).toEqual([])
    expect(pickAt(once, [135.02, 30], index)).toMatchObject({ ok: false, reason: 'tooFar' })
    expect(pickAt(once, [135, 30], null)).toMatchObject({ ok: false, reason: 'noGraph' })
  })

  it('runs between two ends along the ways, just as far as was tapped', () => {
    const both = tap(tap(nothingPicked('between'), [135.0015, 30.0001]), [135.002, 30.0005])
    const shape = shapeOf(both)
    if (shape?.kind !== 'line') throw new Error('no line')
    const [first, last] = [shape.lines[0]?.[0], shape.lines[0]?.at(-1)]
    expect(first?.[0]).toBeCloseTo(135.0015, 5)
    expect(last?.[1]).toBeCloseTo(30.0005, 5)
    expect(shape.lines[0]).toHaveLength(3)
    const island = aGraph({
      nodes: CROSS_AND_ISLAND,
      edges: [
        { from: 0, till: 1 },
        { from: 2, till: 3 },
      ],
    })
    const far = pickAt(
      { ...nothingPicked('between'), ends: tap(nothingPicked('between'), [135.0005, 30]).ends },
      [135.01, 30.0005],
      indexEdges(island),
    )
    expect(far).toMatchObject({ ok: false, reason: 'noWay' })
  })

  it('can be a point, an area or a line where there are no ways', () => {
    const corners: readonly LngLat[] = [
      [135, 30],
      [135.001, 30],
      [135.001, 30.001],
    ]
    const pick = (how: 'point' | 'area' | 'line', count: number) =>
      shapeOf(
        corners.slice(0, count).reduce((picked, corner) => {
          const result = pickAt(picked, corner, null)
          return result.ok ? result.value : picked
        }, nothingPicked(how)),
      )
    expect(pick('point', 2)).toEqual({ kind: 'point', at: corners[1] })
    expect(pick('area', 2)).toBeNull()
    expect(pick('area', 3)).toEqual({ kind: 'area', rings: [[...corners, corners[0]]] })
    expect(pick('line', 1)).toBeNull()
    expect(pick('line', 3)).toEqual({ kind: 'line', lines: [corners] })
  })
})

const CROSS_AND_ISLAND: readonly LngLat[] = [
  [135, 30],
  [135.001, 30],
  [135.01, 30],
  [135.01, 30.001],
]

describe('lines of stretches', () => {
  it('hold every point of all, whatever their order', () => {
    fc.assert(
      fc.property(anyGraphSpec(7), fc.infiniteStream(fc.nat()), (spec, dice) => {
        const graph = aGraph(spec)
        const all = [
          ...new Map(
            Array.from({ length: graph.edgeCount }, (_, edge) => stretchAt(graph, edge)).map((one) => [
              one.id,
              one,
            ]),
          ).values(),
        ]
        const shuffled = all
          .map((one) => ({ one, die: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.die - b.die)
          .map(({ one }) => one)
        const pieces = (lines: readonly (readonly LngLat[])[]) =>
          lines
            .flatMap((line) =>
              line
                .slice(1)
                .map((point, index) => [String(line[index]), String(point)].toSorted(inOrder).join(' ')),
            )
            .toSorted(inOrder)
        expect(pieces(linesOf(shuffled))).toEqual(pieces(all.map(({ line }) => line)))
      }),
    )
  })

  it('tell which stretches meet', () => {
    expect(doMeet(stretchAt(CROSS, 0), stretchAt(CROSS, 2))).toBe(true)
    expect(
      doMeet(stretchAt(CROSS, 0), {
        ...stretchAt(CROSS, 2),
        line: [
          [0, 0],
          [1, 1],
        ],
      }),
    ).toBe(false)
  })
})
