import { describe, expect, it } from 'vitest'
import { aBegunDrill, DRILL_NOON } from '#tests/support/a-drill.ts'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout, corner } from '#tests/support/a-drill-town.ts'
import { describeChoices } from './describe-choices.ts'
import { advanceDrill, minuteOfDrill, setMinute, skipTo, type Drill } from './drill.ts'
import type { DrillNow } from './drill-run.ts'
import { openDrillWorld, surroundingsOf, type DrillWorld } from './drill-world.ts'
import { nextThing } from './next-thing.ts'
import { drillAt } from './player.ts'
import type { Inject, Scenario } from './scenario.ts'
import { sitesByMinutes } from './sites-by-minutes.ts'
import {
  answerNeighbour,
  goAlong,
  goBack,
  goTo,
  helpsTill,
  leaveTable,
  neighboursAsking,
  stayIn,
} from './table-acts.ts'

const MINUTE = 60_000
const inject = (id: string, changes: Partial<Inject>): Inject => ({
  id,
  kind: 'night',
  when: { fromMinute: 0, onTheWay: null, withinMetres: null, share: 1 },
  at: null,
  site: null,
  minutes: null,
  ...changes,
})
const neighbour = inject('neighbour', { kind: 'neighbour', minutes: 6 })

/** A table in the drill town, played by acts and minutes. */
function aTable(scenario: Partial<Scenario> = {}, hasWays = true) {
  const whole = aDrill({ area: '41207', ...scenario })
  const world: DrillWorld = openDrillWorld(aDrillTown(hasWays ? {} : { graph: null }), whole, anAbout())
  const table = { drill: aBegunDrill({ scenario: whole }), now: DRILL_NOON }
  const told = (): DrillNow =>
    drillAt(table.drill.run, minuteOfDrill(table.drill, table.now), surroundingsOf(world, table.now))
  const tick = () => {
    table.drill = advanceDrill(table.drill, world, told().injects, table.now)
  }
  return {
    table,
    world,
    told,
    /** True when it was done. */
    act(change: (drill: Drill, now: DrillNow) => { ok: boolean; value?: Drill }): boolean {
      tick()
      const changed = change(table.drill, told())
      if (changed.ok && changed.value !== undefined) table.drill = changed.value
      return changed.ok
    },
    pass(minutes: number) {
      table.now += minutes * MINUTE
      tick()
    },
    skip() {
      table.drill = skipTo(table.drill, table.now, nextThing(table.drill, world, told().injects, table.now))
      tick()
      return minuteOfDrill(table.drill, table.now)
    },
  }
}

describe('leaving and staying', () => {
  it('leaves once, however often it is pressed', () => {
    const { act, table, world } = aTable()
    expect(act((drill, now) => leaveTable(drill, world, now, 'park'))).toBe(true)
    expect(act((drill, now) => leaveTable(drill, world, now, 'park'))).toBe(false)
    expect(table.drill.run.decisions.map(({ kind }) => kind)).toEqual(['goal', 'leave'])
  })

  it('is a decision only where no way is known', () => {
    const { act, table, world, pass } = aTable({}, false)
    pass(3)
    expect(act((drill, now) => leaveTable(drill, world, now, null))).toBe(true)
    expect(table.drill.run).toMatchObject({ left: 3, goal: null, track: [] })
    expect(table.drill.walk).toBeNull()
  })

  it('lets somebody who stays leave later, and who left stay nowhere', () => {
    const { act, world } = aTable()
    expect(act((drill, now) => stayIn(drill, now.minute, 'upstairs'))).toBe(true)
    expect(act((drill, now) => stayIn(drill, now.minute, 'upstairs'))).toBe(false)
    expect(act((drill, now) => leaveTable(drill, world, now, null))).toBe(true)
    expect(act((drill, now) => stayIn(drill, now.minute, 'stay'))).toBe(false)
  })
})

describe('a neighbour who asks', () => {
  it('is helped at home before anybody leaves, and answered once', () => {
    const { act, world, table, told, pass } = aTable({ injects: [neighbour] })
    expect(neighboursAsking(table.drill, told().injects)).toEqual([neighbour])
    expect(act((drill, now) => answerNeighbour(drill, world, now, neighbour, 'help'))).toBe(true)
    expect(act((drill, now) => answerNeighbour(drill, world, now, neighbour, 'pass'))).toBe(false)
    expect(helpsTill(table.drill, told().injects)).toBe(6)
    expect(act((drill, now) => leaveTable(drill, world, now, null))).toBe(false)
    pass(6)
    expect(act((drill, now) => leaveTable(drill, world, now, null))).toBe(true)
  })

  it('holds up who is on the way, and nobody who goes on', () => {
    for (const [kind, stands] of [
      ['help', true],
      ['pass', false],
    ] as const) {
      const { act, world, table, pass } = aTable({ injects: [neighbour] })
      act((drill, now) => leaveTable(drill, world, now, 'park'))
      pass(0.5)
      act((drill, now) => goAlong(drill, world, now, describeChoices(world, drill.walk!, drill.run, 0)[0]!))
      pass(0.5)
      expect(act((drill, now) => answerNeighbour(drill, world, now, neighbour, kind))).toBe(true)
      expect(table.drill.walk?.walking === null).toBe(stands)
      expect(table.drill.walk?.busyTill).toBe(stands ? 7 * 600 : 0)
    }
  })
})

describe('on the way', () => {
  it('turns back, changes the goal, and writes each down', () => {
    const { act, world, table, pass } = aTable()
    act((drill, now) => leaveTable(drill, world, now, 'park'))
    const [first] = describeChoices(world, table.drill.walk!, table.drill.run, 0)
    expect(act((drill, now) => goAlong(drill, world, now, first!))).toBe(true)
    expect(act((drill, now) => goAlong(drill, world, now, first!))).toBe(false)
    pass(1)
    expect(act((drill, now) => goBack(drill, world, now))).toBe(true)
    expect(act((drill, now) => goTo(drill, world, now, 'school'))).toBe(true)
    expect(act((drill, now) => goTo(drill, world, now, 'school'))).toBe(false)
    expect(table.drill.run.decisions.map(({ kind, about }) => [kind, about])).toEqual([
      ['goal', 'park'],
      ['leave', null],
      ['turn', String(first!.edge)],
      ['turn', null],
      ['goal', 'school'],
    ])
  })

  it('nobody arrives at a site that is full', () => {
    const full = inject('full', {
      kind: 'siteFull',
      site: 'park',
      when: { ...neighbour.when, fromMinute: 1 },
    })
    const { act, world, table, pass } = aTable({ injects: [full] })
    act((drill, now) => leaveTable(drill, world, now, 'park'))
    for (let turn = 0; turn < 12 && table.drill.run.ended === null; turn += 1) {
      act((drill, now) => {
        const way =
          drill.walk === null ? undefined : describeChoices(world, drill.walk, drill.run, now.minute)
        const on = way?.find(({ towards }) => towards)
        return on === undefined ? { ok: false } : goAlong(drill, world, now, on)
      })
      pass(2.5)
    }
    expect(table.drill.run.ended).toBeNull()
    expect(
      sitesByMinutes(world, corner(4, 0), [{ inject: full, minute: 1, at: null }], 'park')[0],
    ).toMatchObject({
      isFull: true,
    })
  })
})

describe('sites to choose from', () => {
  it('tells the one of the plan first, then the nearest by minutes', () => {
    const { world } = aTable()
    const ids = (wanted: string | null) =>
      sitesByMinutes(world, corner(0, 0), [], wanted).map((one) => one.site.id)
    expect(ids(null)).toEqual(['park', 'school'])
    expect(ids('school')).toEqual(['school', 'park'])
    expect(sitesByMinutes(world, corner(0, 0), [], null)[0]?.way).toEqual({ metres: 600, minutes: 10 })
  })

  it('tells the wanted one alone where no way is known, without minutes', () => {
    const { world } = aTable({}, false)
    expect(sitesByMinutes(world, corner(0, 0), [], 'school')).toMatchObject([
      { site: { id: 'school' }, way: null },
    ])
  })
})

describe('skipping ahead', () => {
  it('stops at signals, at what comes between, where a way is to be chosen, and never goes back', () => {
    const road = inject('dark', { when: { ...neighbour.when, fromMinute: 7 } })
    const { act, world, skip, table } = aTable({ signals: [{ minute: 4, trigger: 'jma3' }], injects: [road] })
    expect(skip()).toBe(4)
    act((drill, now) => leaveTable(drill, world, now, 'park'))
    act((drill, now) => goAlong(drill, world, now, describeChoices(world, drill.walk!, drill.run, 4)[1]!))
    const stood = skip()
    expect(stood).toBeGreaterThan(4)
    expect(stood).toBeLessThan(7)
    expect(table.drill.walk?.walking).toBeNull()
    expect(skip()).toBe(7)
    expect(skip()).toBe(37)
    expect(skip()).toBe(60)
    expect(table.drill.run.ended).toBe(60)
  })

  it('is for one’s own drill at a table only', () => {
    const group = aBegunDrill({
      invitation: { area: '41207', scenario: 'stand', begins: DRILL_NOON, group: null },
    })
    expect(skipTo(group, DRILL_NOON, 30)).toBe(group)
    const walk = aBegunDrill({ mode: 'walk' })
    expect(skipTo(walk, DRILL_NOON, 30)).toBe(walk)
    expect(skipTo(aBegunDrill(), DRILL_NOON + MINUTE, 0.5).clock).toHaveLength(1)
  })

  it('a class goes to a minute and back, and stands still there', () => {
    const drill = aBegunDrill({ mode: 'class' })
    const there = setMinute(drill, DRILL_NOON, 20)
    const back = setMinute(there, DRILL_NOON + MINUTE, 8)
    expect(minuteOfDrill(there, DRILL_NOON + MINUTE)).toBe(20)
    expect(minuteOfDrill(back, DRILL_NOON + 9 * MINUTE)).toBe(8)
    expect(minuteOfDrill(setMinute(drill, DRILL_NOON, 500), DRILL_NOON)).toBe(60)
  })
})
