import { describe, expect, it } from 'vitest'
import { encodeGraph, orderGraph, toSpot } from '#scripts/lib/encode-graph.ts'
import { aDrill, aDrillRun } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout, corner } from '#tests/support/a-drill-town.ts'
import { aSpot } from '#tests/support/a-graph.ts'
import { at } from '#tests/support/a-way-town.ts'
import { SLOPE_UNKNOWN } from '../routes/graph.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { describeChoices, type DescribedChoice } from './describe-choices.ts'
import type { DrillRun } from './drill-run.ts'
import { openDrillWorld, type DrillWorld } from './drill-world.ts'
import type { Inject } from './scenario.ts'
import type { TableWalk } from './table-choices.ts'
import { advanceTo, beginTable, stayFor, takeWay, turnBack } from './table-move.ts'

const SHUT: Inject = {
  id: 'shut',
  kind: 'roadShut',
  when: { fromMinute: 5, onTheWay: null, withinMetres: null, share: 1 },
  at: corner(1, 1),
  site: null,
  minutes: null,
}
const worldOf = (injects: readonly Inject[] = [], about = {}): DrillWorld =>
  openDrillWorld(
    aDrillTown({
      places: [
        { kind: 'school', name: '東学校', kana: null, at: corner(2, 1) } as never,
        { kind: 'school', name: '西学校', kana: null, at: corner(1, 1) } as never,
      ],
    }),
    aDrill({ injects }),
    anAbout(about),
  )
const world = worldOf()
const run: DrillRun = { ...aDrillRun([]), mode: 'table', home: at(0), left: 0, goal: 'park' }

/** At the corner nearest to a place: the file of ways rounds to half a metre. */
function begin(on = world, goal: string | null = 'park', home = corner(1, 0)): TableWalk {
  if (on.ways === null) throw new Error('no ways')
  const { graph } = on.ways
  const far = (node: number) => metresBetween([graph.lng[node] ?? 0, graph.lat[node] ?? 0], home)
  const node = Array.from({ length: graph.nodeCount }, (_, one) => one).reduce((best, one) =>
    far(one) < far(best) ? one : best,
  )
  const edge = Math.max(graph.from.indexOf(node), graph.till.indexOf(node))
  const along = graph.from[edge] === node ? 0 : (graph.decimetres[edge] ?? 0)
  return beginTable(on.ways.table([]), aSpot(graph, edge, along), 0, goal)
}
/** Takes a way by the direction in which it begins, and walks it to its end. */
function go(walk: TableWalk, point: DescribedChoice['point'], on = world): TableWalk {
  const choice = describeChoices(on, walk, run, 0).find((one) => one.point === point)
  if (choice === undefined || on.ways === null) throw new Error(`no way ${point}`)
  const taken = takeWay(on.ways.table([]), walk, choice)
  if (!taken.ok) throw new Error(taken.reason)
  return advanceTo(on.ways.table([]), taken.value, (taken.value.walking?.ended ?? 0) / 600)
}
const told = (walk: TableWalk, on = world, minute = 0) =>
  describeChoices(on, walk, run, minute).map(({ point, turn, text }) => [point, turn, text?.key ?? null])

describe('the ways on at a table', () => {
  it('are told by the compass as long as nobody has walked, clockwise from north', () => {
    expect(told(begin())).toEqual([
      ['n', null, 'roads:step.depart.n'],
      ['e', null, 'roads:step.depart.e'],
      ['w', null, 'roads:step.depart.w'],
    ])
  })

  it('are then told by the turn from how they came: ahead first, the way back last', () => {
    expect(told(go(begin(), 'n'))).toEqual([
      ['n', 'ahead', 'roads:step.continue'],
      ['e', 'right', 'roads:step.right'],
      ['w', 'left', 'roads:step.left'],
      ['s', 'back', null],
    ])
    expect(told(go(begin(world, 'park', corner(1, 1)), 'w'))).toEqual([
      ['n', 'right', 'roads:step.right'],
      ['s', 'left', 'roads:step.left'],
      ['e', 'back', null],
    ])
  })

  it('put straight on first, though it bends a little to the left', () => {
    const spots = [at(0), at(0, 100), at(-20, 200), at(100, 100)].map(toSpot)
    const edge = (from: number, till: number) => ({
      from,
      till,
      points: [],
      class: 'path' as const,
      flags: 0,
      slope: SLOPE_UNKNOWN,
      name: null,
      ranks: [],
    })
    const draft = { nodes: spots, edges: [edge(0, 1), edge(1, 2), edge(1, 3)], hazards: [] }
    const bent = openDrillWorld(
      aDrillTown({ graph: new Uint8Array(encodeGraph(orderGraph(draft))) }),
      aDrill(),
      anAbout(),
    )
    expect(told(go(begin(bent, null, at(0)), 'n', bent), bent).map(([, turn]) => turn)).toEqual([
      'ahead',
      'right',
      'back',
    ])
  })

  it('are both ends of the way for who stopped in the middle of it', () => {
    const ways = world.ways
    const choice = describeChoices(world, begin(), run, 0)[0]
    if (ways === null || choice === undefined) throw new Error('no way')
    const table = ways.table([])
    const taken = takeWay(table, begin(), choice)
    const half = taken.ok ? stayFor(table, advanceTo(table, taken.value, 1), 1) : taken
    if (!half.ok) throw new Error(half.reason)
    expect(told(half.value)).toEqual([
      ['n', 'ahead', 'roads:step.continue'],
      ['s', 'back', null],
    ])
    expect(describeChoices(world, half.value, run, 0).map(({ metres }) => metres)).toEqual([90, 60])
    // To the shrine they go on, and to no place by both ends.
    const toShrine = describeChoices(world, { ...half.value, goal: 'shrine' }, run, 0)
    expect(toShrine.map(({ towards }) => towards)).toEqual([true, false])
    // 18 m before 西学校 it stands here already.
    const near = taken.ok ? stayFor(table, advanceTo(table, taken.value, 2.2), 1) : taken
    const names = near.ok ? describeChoices(world, near.value, run, 0).map(({ landmark }) => landmark) : []
    expect([names, describeChoices(world, half.value, run, 0)[0]?.landmark?.name.ja]).toEqual([
      [null, null],
      '西学校',
    ])
    // None while they walk.
    const back = turnBack(table, advanceTo(table, taken.ok ? taken.value : begin(), 1))
    expect(back.ok ? describeChoices(world, back.value, run, 0) : null).toEqual([])
  })

  it('tell road, length and minutes, and what stands at the far end but not here', () => {
    const walk = go(begin(), 'n')
    const [north, east, west, south] = describeChoices(world, walk, run, 0)
    expect(east).toMatchObject({
      name: null,
      road: null,
      metres: 150,
      minutes: 3,
      bar: null,
      landmark: { name: { ja: '東学校' } },
      landmarkText: { key: 'roads:step.at', params: { 'place@ja': '東学校' } },
    })
    expect([north, west, south].map((one) => one?.landmark)).toEqual([null, null, null])
    expect(describeChoices(world, begin(), run, 0)[1]).toMatchObject({
      name: { ja: '本町通り', ref: null },
      road: { key: 'roads:step.along' },
    })
    // 西学校 stands at the end of the way north.
    expect(describeChoices(world, begin(), run, 0)[0]?.landmark?.name.ja).toBe('西学校')
  })

  it('tell bridges, underpasses that nobody is led through, and the zones along them', () => {
    const byRiver = begin(world, 'park', corner(2, 0))
    const east = describeChoices(world, byRiver, run, 0).find(({ point }) => point === 'e')
    expect(east).toMatchObject({ isBridge: true, isUnderpass: false, hasSteps: false, bar: null })
    expect(east?.zones[0]).toMatchObject({ tone: 'hazard', text: { key: 'way:through.flood.between' } })
    const table = world.ways?.table([])
    const taken = table !== undefined && east !== undefined ? takeWay(table, byRiver, east) : null
    if (table === undefined || taken?.ok !== true) throw new Error('no bridge')
    const half = stayFor(table, advanceTo(table, taken.value, 1), 1)
    const halves = half.ok ? describeChoices(world, half.value, run, 0) : []
    expect(halves.map(({ zones }) => zones[0]?.text.params?.['metres'])).toEqual([90, 60])
    const north = describeChoices(world, byRiver, run, 0).find(({ point }) => point === 'n')
    expect(north?.zones.filter(({ tone }) => tone === 'hazard')).toEqual([])
    const tunnel = describeChoices(world, begin(world, 'park', corner(2, 2)), run, 0)
    expect(tunnel.find(({ point }) => point === 'e')).toMatchObject({ isUnderpass: true, bar: 'tunnel' })
  })

  it('tell which one the best way to the goal begins with', () => {
    const towards = (walk: TableWalk) =>
      describeChoices(world, walk, run, 0).flatMap(({ point, towards: is }) => (is ? [point] : []))
    expect(towards(begin())).toEqual(['e'])
    expect(towards(begin(world, 'shrine', corner(1, 4)))).toEqual(['w'])
    expect(towards(begin(world, null, corner(2, 4)))).toEqual(['e'])
    expect(towards(go(begin(), 'e'))).toEqual(['e'])
    expect(towards(begin(world, 'nowhere'))).toEqual([])
  })

  it('are barred where the drill has shut them, from that minute on, with all at one corner', () => {
    const on = worldOf([SHUT])
    const bars = (minute: number) =>
      describeChoices(on, begin(on), { ...run, scenario: on.scenario }, minute).map(({ point, bar }) => [
        point,
        bar,
      ])
    expect(bars(4)).toEqual([
      ['n', null],
      ['e', null],
      ['w', null],
    ])
    expect(bars(5)[0]).toEqual(['n', 'closed'])
  })

  it('are none where no way is known', () => {
    const nowhere = openDrillWorld(aDrillTown({ graph: null }), aDrill(), anAbout())
    expect(describeChoices(nowhere, begin(), run, 0)).toEqual([])
  })
})
