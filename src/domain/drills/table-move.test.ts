import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aGraph, aSpot, aStreet } from '#tests/support/a-graph.ts'
import { anyWalk } from '#tests/support/any-walk.ts'
import { isBarred, naiveTime } from '#tests/support/naive-routes.ts'
import { reckonCosts, type CostQuestion } from '../routes/cost.ts'
import { buildField } from '../routes/field.ts'
import { routeFrom } from '../routes/follow-field.ts'
import type { Graph } from '../routes/graph.ts'
import { walkerOf } from '../routes/profiles.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { choicesAt, type Choice, type TableWalk, type TableWorld } from './table-choices.ts'
import { advanceTo, beginTable, changeGoal, stayFor, takeWay, trackOfTable, turnBack } from './table-move.ts'

const ADULT: CostQuestion = { walker: walkerOf('adult'), hazards: [], zones: 'ignore', closed: null }
const worldOn = (
  graph: Graph,
  sites: TableWorld['sites'] = [],
  closed: Uint8Array | null = null,
): TableWorld => ({
  costs: reckonCosts(graph, { ...ADULT, closed }),
  sites,
})

const must = (result: ReturnType<typeof takeWay>): TableWalk => {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** A cross: node 0 in the middle, 100 m to each of four ends. */
const cross = () =>
  aGraph({
    nodes: [
      [135, 30],
      [135, 30.001],
      [135.001, 30],
      [135, 29.999],
      [134.999, 30],
    ],
    edges: [1, 2, 3, 4].map((till) => ({ from: 0, till, name: `道${till}` })),
  })

describe('a drill at a table', () => {
  it('asks in the middle of a way for its direction, and at a junction for all ways', () => {
    const world = worldOn(cross(), [], Uint8Array.of(0, 0, 2, 0))
    const begin = beginTable(world, aSpot(world.costs.graph, 0, 400), 3, null)
    expect(choicesAt(world, begin).map(({ direction, decimetres }) => [direction, decimetres])).toEqual([
      [1, 400],
      [0, 600],
    ])
    const gone = advanceTo(world, must(takeWay(world, begin, { edge: 0, direction: 1 })), 5)
    expect(gone).toMatchObject({ now: 3000, walking: null, at: { node: 0 } })
    expect(choicesAt(world, gone)).toMatchObject([
      { edge: 0, head: 1, bearing: 0, name: { ja: '道1' }, bar: null, isBack: true, deciseconds: 1000 },
      { edge: 1, head: 2, bearing: 90, isBack: false },
      { edge: 2, head: 3, bearing: 180, bar: 'closed', isBack: false },
      { edge: 3, head: 4, bearing: 270, isBack: false },
    ])
    expect(takeWay(world, gone, { edge: 2, direction: 0 })).toMatchObject({ reason: 'barred' })
    expect(takeWay(world, gone, { edge: 1, direction: 1 })).toMatchObject({ reason: 'notHere' })
  })

  it('goes on where there is nothing to decide, and stands at ends, junctions and shut roads', () => {
    const open = worldOn(aStreet({}, {}, {}))
    const set = (world: TableWorld) =>
      must(takeWay(world, beginTable(world, aSpot(world.costs.graph, 0), 0, null), { edge: 0, direction: 0 }))
    expect(advanceTo(open, set(open), 10)).toMatchObject({
      at: { edge: 2, along: 1000, node: 3 },
      walking: null,
    })
    const shut = worldOn(aStreet({}, {}, {}), [], Uint8Array.of(0, 0, 2))
    expect(advanceTo(shut, set(shut), 10)).toMatchObject({
      at: { edge: 1, along: 1000, node: 2 },
      walking: null,
    })
  })

  it('turns back from where they are, and needs as long for it', () => {
    const world = worldOn(aStreet({}))
    const begin = beginTable(world, aSpot(world.costs.graph, 0), 0, null)
    expect(turnBack(world, begin)).toMatchObject({ reason: 'standing' })
    const half = advanceTo(world, must(takeWay(world, begin, { edge: 0, direction: 0 })), 1)
    expect(takeWay(world, half, { edge: 0, direction: 1 })).toMatchObject({ reason: 'walking' })
    const back = must(turnBack(world, half))
    expect(back.walking).toMatchObject({ start: 600, end: 0, began: 600, ended: 1200 })
    expect(advanceTo(world, back, 2)).toMatchObject({ at: { along: 0, node: 0 }, walking: null })
  })

  it('stands while somebody waits or helps, and asks again afterwards', () => {
    const world = worldOn(aStreet({}))
    const going = must(
      takeWay(world, beginTable(world, aSpot(world.costs.graph, 0), 0, null), { edge: 0, direction: 0 }),
    )
    const helping = must(stayFor(world, advanceTo(world, going, 0.5), 5))
    const later = advanceTo(world, helping, 5.4)
    expect(later).toMatchObject({ at: { edge: 0, along: 300, node: null }, walking: null })
    for (const refused of [
      takeWay(world, later, { edge: 0, direction: 0 }),
      turnBack(world, later),
      stayFor(world, later, 1),
    ])
      expect(refused).toMatchObject({ reason: 'busy' })
    const free = advanceTo(world, later, 5.5)
    const on = advanceTo(world, must(takeWay(world, free, { edge: 0, direction: 0 })), 60)
    expect(on.done.at(-2)).toMatchObject({ start: 300, end: 1000, began: 3300, ended: 4000 })
    expect(() => stayFor(world, free, -1)).toThrow(RangeError)
  })

  it('arrives at the first site on the way, or only at the goal', () => {
    const graph = aStreet({}, {})
    const sites = [
      { id: 'near', on: aSpot(graph, 0, 500) },
      { id: 'far', on: aSpot(graph, 1, 1000) },
      { id: 'nowhere', on: null },
    ]
    const world = worldOn(graph, sites)
    const go = (goal: string | null) =>
      must(takeWay(world, beginTable(world, aSpot(graph, 0), 0, goal), { edge: 0, direction: 0 }))
    const near = advanceTo(world, go(null), 60)
    expect(near.arrived).toBe('near')
    expect(choicesAt(world, near)).toEqual([])
    expect(takeWay(world, near, { edge: 0, direction: 0 })).toMatchObject({ reason: 'arrived' })
    expect(trackOfTable(world, near, [1, 2]).at(-1)).toEqual({ minute: 500 / 600, at: [1, 2], accuracy: 0 })
    const far = advanceTo(world, go('far'), 60)
    expect(far.arrived).toBe('far')
    expect(far.done.at(-1)?.ended).toBe(2000)
    const changed = changeGoal(world, advanceTo(world, go('far'), 0.25), null)
    expect(advanceTo(world, changed, 60)).toMatchObject({ arrived: 'near' })
  })

  it('goes past a site at a corner, or at the end of an edge, that is not the goal', () => {
    const graph = aStreet({}, {})
    const sites = [
      { id: 'corner', on: aSpot(graph, 0, 1000) },
      { id: 'alsoCorner', on: aSpot(graph, 1, 0) },
      { id: 'far', on: aSpot(graph, 1, 1000) },
    ]
    const world = worldOn(graph, sites)
    const go = (goal: string | null) =>
      must(takeWay(world, beginTable(world, aSpot(graph, 0), 0, goal), { edge: 0, direction: 0 }))
    expect(advanceTo(world, go('far'), 60)).toMatchObject({ arrived: 'far', now: 36_000 })
    expect(advanceTo(world, go('alsoCorner'), 60).arrived).toBe('alsoCorner')
    expect(advanceTo(world, go('far'), 100 / 60)).toMatchObject({ arrived: null })
  })

  it('walks a ring once, and stands where it closes', () => {
    const bends = [
      [135.001, 30],
      [135.001, 30.001],
    ] as const
    const ring = aGraph({ nodes: [[135, 30]], edges: [{ from: 0, till: 0, bends }] })
    const world = worldOn(ring)
    const begin = beginTable(world, aSpot(ring, 0, 400), 0, null)
    const gone = advanceTo(world, must(takeWay(world, begin, { edge: 0, direction: 0 })), 60)
    expect(gone).toMatchObject({ walking: null, at: { node: 0 } })
    expect(gone.done.filter(({ direction }) => direction !== null)).toHaveLength(1)
  })

  it('is at a bend when so much of the length is walked', () => {
    const graph = aGraph({
      nodes: [
        [135, 30],
        [135, 30.004],
      ],
      edges: [{ from: 0, till: 1, bends: [[135, 30.001]] }],
    })
    const world = worldOn(graph)
    const walk = must(takeWay(world, beginTable(world, aSpot(graph, 0), 0, null), { edge: 0, direction: 0 }))
    const track = trackOfTable(world, advanceTo(world, walk, 10), null)
    expect(track.map(({ at }) => at[1])).toEqual([30, 30.001, 30.004, 30.004])
    expect(track[1]?.minute).toBeCloseTo((track[2]?.minute ?? 0) / 4, 6)
  })
})

/** Decides by a row of numbers until they are used up, or there is nothing to decide. */
function play(
  world: TableWorld,
  from: TableWalk,
  dice: readonly number[],
  moments: readonly number[],
): readonly TableWalk[] {
  const states: TableWalk[] = [from]
  for (const [index, die] of dice.entries()) {
    let now = states.at(-1) as TableWalk
    const open = choicesAt(world, now).filter(({ bar }) => bar === null)
    const choice: Choice | undefined = open[die % Math.max(1, open.length)]
    if (choice !== undefined) now = must(takeWay(world, now, choice))
    const till = now.now / 600 + (moments[index % moments.length] ?? 1)
    now = advanceTo(world, now, till)
    states.push(now)
  }
  return states
}

const anyGame = fc.record({
  walk: anyWalk(6),
  dice: fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 12 }),
  moments: fc.array(
    fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
    { minLength: 1, maxLength: 5 },
  ),
})

describe('any game at a table', () => {
  it('walks every stretch in the time of the profile, one after the other, and none that is barred', () => {
    let walked = 0
    fc.assert(
      fc.property(anyGame, ({ walk: { graph, question, costs, start, sites }, dice, moments }) => {
        const world = { costs, sites }
        const end = play(world, beginTable(world, start, 0, null), dice, moments).at(-1) as TableWalk
        let clock = 0
        for (const { edge, direction, start: from, end: till, began, ended } of end.done) {
          expect(began).toBe(clock)
          clock = ended
          if (direction === null) expect(from).toBe(till)
          else {
            walked += 1
            expect(ended - began).toBe(
              naiveTime(graph, question, edge, direction === 0, Math.abs(till - from)),
            )
            if (from !== till) expect(isBarred(graph, question, edge)).toBe(false)
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(walked).toBeGreaterThan(300)
  })

  it('comes to the same in one step of time or in many', () => {
    fc.assert(
      fc.property(anyGame, fc.array(fc.nat({ max: 5000 }), { maxLength: 6 }), ({ walk, dice }, steps) => {
        const world = { costs: walk.costs, sites: walk.sites }
        const from = play(world, beginTable(world, walk.start, 0, null), dice, [0.3]).at(-1) as TableWalk
        const till = from.now / 600 + 30
        const between = steps.map((step) => from.now / 600 + step / 200).sort((a, b) => a - b)
        const inSteps = between
          .filter((minute) => minute <= till)
          .reduce((now, minute) => advanceTo(world, now, minute), from)
        expect(advanceTo(world, inSteps, till)).toEqual(advanceTo(world, from, till))
      }),
      { numRuns: 300 },
    )
  })

  it('that follows the way of the routing arrives when the routing says', () => {
    let followed = 0
    fc.assert(
      fc.property(anyWalk(7), ({ costs, start, sites }) => {
        const field = buildField(costs, sites)
        const route = field.ok ? routeFrom(field.value, start) : field
        if (!route.ok || costs.graph.decimetres.some((length) => length === 0)) return
        const world = { costs, sites }
        let now = beginTable(world, start, 0, route.value.site)
        for (const leg of route.value.legs) {
          const direction = leg.start > leg.end ? 1 : 0
          if (now.arrived !== null) break
          if (now.walking === null) now = must(takeWay(world, now, { edge: leg.edge, direction }))
          // Past nodes without a choice they go on by themselves.
          const isMine =
            now.walking === null || (now.walking.edge === leg.edge && now.walking.direction === direction)
          if (isMine && now.walking !== null) now = advanceTo(world, now, now.walking.ended / 600)
        }
        followed += 1
        if (route.value.legs.length === 0) return
        expect(now.arrived).not.toBeNull()
        expect(now.done.at(-1)?.ended).toBe(route.value.deciseconds)
      }),
      { numRuns: 300 },
    )
    expect(followed).toBeGreaterThan(50)
  })

  it('has a track that rises in time and is where the walk is', () => {
    fc.assert(
      fc.property(anyGame, ({ walk, dice, moments }) => {
        const world = { costs: walk.costs, sites: walk.sites }
        const states = play(world, beginTable(world, walk.start, 0, null), dice, moments)
        for (const state of states) {
          const track = trackOfTable(world, state, null)
          expect(track.length).toBeGreaterThan(0)
          for (const [index, { minute }] of track.entries())
            expect(minute).toBeGreaterThanOrEqual(track[index - 1]?.minute ?? 0)
          if (state.walking !== null || state.arrived !== null) continue
          const here = aSpot(walk.graph, state.at.edge, state.at.along).at
          const isLoopEnd = walk.graph.decimetres[state.at.edge] === 0
          if (!isLoopEnd) expect(metresBetween(track.at(-1)?.at ?? [0, 0], here)).toBeLessThan(1)
        }
      }),
      { numRuns: 200 },
    )
  })
})
