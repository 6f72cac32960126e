import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout, corner } from '#tests/support/a-drill-town.ts'
import { at } from '#tests/support/a-way-town.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { shutPlaces } from './coming-injects.ts'
import type { Decision, DrillNow, DrillRun, TrackPoint } from './drill-run.ts'
import { openDrillWorld, surroundingsOf, toldUntil, type DrillWorld } from './drill-world.ts'
import { growTrack } from './grow-track.ts'
import { judgeInWorld } from './judge-in-world.ts'
import { drillAt } from './player.ts'
import type { Inject, Scenario } from './scenario.ts'
import { choicesAt, type TableWalk } from './table-choices.ts'
import { advanceTo, beginTable, changeGoal, stayFor, takeWay, trackOfTable, turnBack } from './table-move.ts'
import { newTrack, takeFix, trackTill } from './track.ts'

const MINUTES = 25
const STEP = 0.5
const MOMENT = Date.UTC(2026, 10, 23, 7)

const anyInject = (id: string): fc.Arbitrary<Inject> =>
  fc
    .record({
      kind: fc.constantFrom('roadShut', 'bridgeGone', 'siteFull', 'neighbour', 'night', 'networkGone'),
      fromMinute: fc.integer({ min: 0, max: MINUTES }),
      onTheWay: fc.constantFrom(null, true, true, false),
      withinMetres: fc.option(fc.integer({ min: 20, max: 200 })),
      share: fc.constantFrom(1, 1, 0.5),
      place: fc.constantFrom(null, null, at(75), at(300, 75), at(375), corner(4, 4)),
      site: fc.constantFrom(null, 'park'),
    })
    .map(({ kind, fromMinute, onTheWay, withinMetres, share, place, site }) => {
      const hasPlace = kind === 'siteFull' || place !== null
      return {
        id,
        kind,
        when: { fromMinute, onTheWay, withinMetres: hasPlace ? withinMetres : null, share },
        at: kind === 'siteFull' ? null : place,
        site: kind === 'siteFull' ? site : null,
        minutes: kind === 'neighbour' ? 2 : null,
      }
    })

const anyScenario: fc.Arbitrary<Scenario> = fc
  .tuple(anyInject('a'), anyInject('b'), anyInject('c'), anyInject('d'), fc.nat({ max: 9999 }))
  .map(([a, b, c, d, seed]) =>
    aDrill({
      minutes: MINUTES,
      seed,
      startsAt: 16,
      signals: [{ minute: 3, trigger: 'city4' }],
      water: {
        kind: 'rise',
        hazards: ['flood'],
        curve: [
          { minute: 8, share: 0 },
          { minute: 20, share: 1 },
        ],
      },
      injects: [a, b, c, d],
    }),
  )

/** What somebody did at each step: rolls of dice, as many as there are steps. */
const anyDice = fc.array(fc.nat({ max: 999 }), { minLength: MINUTES / STEP, maxLength: MINUTES / STEP })
const AREA = aDrillTown()
const open = (scenario: Scenario): DrillWorld => openDrillWorld(AREA, scenario, anAbout())
const GOALS = ['park', 'school', 'shrine', null]

type Lived = {
  readonly run: DrillRun
  readonly told: readonly { readonly at: number; readonly now: DrillNow }[]
}
type Grow = typeof growTrack

const begun = (scenario: Scenario, mode: 'table' | 'walk', number: number): DrillRun => ({
  scenario,
  mode,
  profile: 'adult',
  number,
  home: corner(0, 0),
  left: null,
  goal: null,
  track: [],
  decisions: [],
  gaps: [],
  ended: null,
})

const ask = (world: DrillWorld, run: DrillRun, minute: number): DrillNow =>
  drillAt(run, minute, surroundingsOf(world, MOMENT + minute * 60_000))

/** Plays a drill at a table, minute by minute, as an app does. */
function playTable(world: DrillWorld, number: number, dice: readonly number[], grow: Grow): Lived {
  let run = begun(world.scenario, 'table', number)
  let walk: TableWalk | null = null
  const told: Lived['told'][number][] = []
  const decide = (minute: number, kind: Decision['kind'], about: string | null): void => {
    run = { ...run, decisions: [...run.decisions, { minute, kind, about }] }
  }
  for (const [step, roll] of dice.entries()) {
    const minute = step * STEP
    if (world.ways === null) throw new Error('no ways')
    const table = world.ways.table(shutPlaces(toldUntil(world, run, minute)))
    if (walk !== null) {
      walk = advanceTo(table, walk, minute)
      const site = world.sites.find(({ id }) => id === walk?.arrived)
      run = { ...run, track: grow(run.track, trackOfTable(table, walk, site?.at ?? null)) }
      if (walk.arrived !== null) run = { ...run, ended: minute }
    }
    told.push({ at: minute, now: ask(world, run, minute) })
    if (run.ended !== null) break
    const later = minute + STEP / 4
    if (walk === null) {
      if (roll % 4 !== 0 || world.ways.start === null) continue
      const goal = GOALS[roll % 3] ?? null
      decide(later, 'goal', goal)
      decide(later, 'leave', null)
      run = { ...run, left: later, goal }
      walk = beginTable(table, world.ways.start, later, goal)
      continue
    }
    walk = advanceTo(table, walk, later)
    const choices = choicesAt(table, walk).filter(({ bar, isBack }) => bar === null && !isBack)
    const choice = choices[roll % Math.max(1, choices.length)]
    if (choice !== undefined) {
      const taken = takeWay(table, walk, choice)
      if (taken.ok) walk = taken.value
      decide(later, 'turn', String(choice.edge))
    } else if (roll % 17 === 0) {
      const turned = turnBack(table, walk)
      if (turned.ok) walk = turned.value
    } else if (roll % 13 === 0) {
      const stayed = stayFor(table, walk, 1)
      if (stayed.ok) walk = stayed.value
    } else if (roll % 11 === 0) {
      const goal = GOALS[roll % 4] ?? null
      walk = changeGoal(table, walk, goal)
      decide(later, 'goal', goal)
      run = { ...run, goal }
    }
  }
  return { run, told }
}

/** Walks outdoors along the southern street and up the last one, with positions that come when they come. */
function playWalk(world: DrillWorld, number: number, dice: readonly number[]): Lived {
  let run = begun(world.scenario, 'walk', number)
  let track = newTrack(1)
  const told: Lived['told'][number][] = []
  let metres = 0
  for (const [step, roll] of dice.entries()) {
    const minute = step * STEP
    if (run.left !== null && roll % 5 !== 0) {
      metres += roll % 40
      const place: LngLat = metres < 600 ? at(metres, roll % 7) : at(600, metres - 600)
      // Sometimes the device is elsewhere, and three of them in a row are believed.
      const fix: TrackPoint = {
        minute: minute - 0.1,
        at: roll % 9 > 6 ? at(metres, 400) : place,
        accuracy: 5,
      }
      track = takeFix(track, fix).track
    }
    run = { ...run, ...trackTill(track, minute) }
    told.push({ at: minute, now: ask(world, run, minute) })
    if (run.left === null && roll % 4 === 0) {
      const later = minute + STEP / 4
      const goal = GOALS[roll % 3] ?? null
      run = { ...run, left: later, goal, decisions: [{ minute: later, kind: 'goal', about: goal }] }
    }
  }
  return { run, told }
}

describe('what is told minute by minute', () => {
  it('at a table is what the whole run tells at its end, on another device', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyScenario, fc.nat({ max: 65_535 }), anyDice, (scenario, number, dice) => {
        const { run, told } = playTable(open(scenario), number, dice, growTrack)
        const other = open(scenario)
        for (const { at: minute, now } of told) expect(ask(other, run, minute)).toEqual(now)
        for (const { inject, at: place } of told.at(-1)?.now.injects ?? [])
          seen.add(`${inject.kind} ${place === null ? 'nowhere' : 'there'}`)
        expect(judgeInWorld(other, run)).toEqual(judgeInWorld(open(scenario), run))
      }),
      { numRuns: 60 },
    )
    expect([...seen]).toEqual(
      expect.arrayContaining(['roadShut there', 'bridgeGone there', 'siteFull there', 'neighbour nowhere']),
    )
  })

  it('would not be with a track that is made anew at each moment', () => {
    let others = 0
    fc.assert(
      fc.property(anyScenario, fc.nat({ max: 65_535 }), anyDice, (scenario, number, dice) => {
        const world = open(scenario)
        const { run, told } = playTable(world, number, dice, (_, anew) => anew)
        const isOther = told.some(({ at: minute, now }) => {
          const { injects } = ask(world, run, minute)
          return JSON.stringify(injects) !== JSON.stringify(now.injects)
        })
        if (isOther) others += 1
      }),
      { numRuns: 150 },
    )
    expect(others).toBeGreaterThan(0)
  })

  it('outdoors too; only whether water was known is told otherwise, where the position was lost', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat({ max: 65_535 }), anyDice, (scenario, number, dice) => {
        const { run, told } = playWalk(open(scenario), number, dice)
        const other = open(scenario)
        for (const { at: minute, now } of told) {
          const { water, ...later } = ask(other, run, minute)
          const { water: then, ...before } = now
          expect(later).toEqual(before)
          const isLost = run.gaps.some(({ from, till }) => from <= minute && minute < (till ?? Infinity))
          if (!isLost) expect(water).toEqual(then)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('a track that grows', () => {
  const point = (minute: number, east: number): TrackPoint => ({ minute, at: at(east), accuracy: 0 })

  it('keeps what it has, takes what is later, and makes one stand of standing', () => {
    const kept = [point(0, 0), point(1.5, 15)]
    expect(growTrack([], kept)).toEqual(kept)
    expect(growTrack(kept, [point(0, 0), point(1, 10), point(1.5, 99), point(2, 20)])).toEqual([
      ...kept,
      point(2, 20),
    ])
    const stood = [3, 4, 5].reduce<readonly TrackPoint[]>(
      (track, minute) => growTrack(track, [point(minute, 15)]),
      kept,
    )
    expect(stood).toEqual([...kept, point(5, 15)])
  })
})
