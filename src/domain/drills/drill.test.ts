import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aBegunDrill, DRILL_NOON } from '#tests/support/a-drill.ts'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout } from '#tests/support/a-drill-town.ts'
import {
  advanceDrill,
  decide,
  endDrill,
  isDrillOver,
  leaveHome,
  minuteOfDrill,
  momentOfEvent,
  takeUpDrill,
  type Drill,
} from './drill.ts'
import { openDrillWorld, type DrillWorld } from './drill-world.ts'

const MINUTE = 60_000
const at = (minutes: number) => DRILL_NOON + minutes * MINUTE
const scenario = aDrill({ minutes: 60, speed: 1 })
const world = openDrillWorld(aDrillTown(), scenario, anAbout())
const leave = (drill: Drill, minute: number, goal: string | null, of: DrillWorld = world): Drill => {
  const left = leaveHome(drill, of, minute, goal)
  if (!left.ok) throw new Error(left.reason)
  return left.value
}

describe('a drill', () => {
  it('begins when it is joined, or at its hour: who joins late comes into the middle of it', () => {
    expect(minuteOfDrill(aBegunDrill({ scenario }), at(7))).toBe(7)
    const late = aBegunDrill(
      { scenario, invitation: { area: '41207', scenario: 'stand', begins: at(-20), group: null } },
      at(0),
    )
    expect(minuteOfDrill(late, at(1))).toBe(21)
    const early = aBegunDrill(
      { scenario, invitation: { area: '41207', scenario: 'stand', begins: at(20), group: null } },
      at(0),
    )
    expect(minuteOfDrill(early, at(1))).toBe(0)
  })

  it('runs at its speed at a table, by the clock outdoors, and not at all in a class', () => {
    const fast = aDrill({ minutes: 60, speed: 12 })
    expect(minuteOfDrill(aBegunDrill({ scenario: fast }), at(2))).toBe(24)
    expect(minuteOfDrill(aBegunDrill({ scenario: fast, mode: 'walk' }), at(2))).toBe(2)
    expect(minuteOfDrill(aBegunDrill({ scenario: fast, mode: 'class' }), at(2))).toBe(0)
  })

  it('is over at the end of the event, or when it was ended, and then stands still', () => {
    const drill = aBegunDrill({ scenario })
    expect(isDrillOver(drill, at(59))).toBe(false)
    expect(isDrillOver(drill, at(60))).toBe(true)
    const ended = endDrill(drill, 12)
    expect(isDrillOver(ended, at(12))).toBe(true)
    expect(minuteOfDrill(ended, at(40))).toBe(12)
    expect(endDrill(ended, 30)).toBe(ended)
    expect(advanceDrill(ended, world, [], at(40))).toBe(ended)
  })

  it('stands for the hour of the scenario on the day of the drill, or for the time as it is', () => {
    const night = aBegunDrill({ scenario: aDrill({ startsAt: 2 }) })
    expect(new Date(momentOfEvent(night, 30)).toISOString()).toBe('2026-11-22T17:30:00.000Z')
    expect(momentOfEvent(aBegunDrill({ scenario }), 30)).toBe(at(30))
  })

  it('that was put away goes on where it was kept last; one of a group has gone on meanwhile', () => {
    const own = takeUpDrill(aBegunDrill({ scenario }), at(5))
    expect(minuteOfDrill(own, at(45))).toBe(5)
    const begins = at(0)
    const group = aBegunDrill({
      scenario,
      invitation: { area: '41207', scenario: 'stand', begins, group: null },
    })
    expect(minuteOfDrill(takeUpDrill(group, at(5)), at(45))).toBe(45)
  })
})

describe('a drill at a table', () => {
  it('goes out of the door once; afterwards only the goal changes', () => {
    const left = leave(aBegunDrill({ scenario }), 3, 'park')
    expect(left.run).toMatchObject({ left: 3, goal: 'park' })
    expect(left.run.decisions.map(({ kind }) => kind)).toEqual(['goal', 'leave'])
    const turned = leave(left, 5, 'school')
    expect(turned.run).toMatchObject({ left: 3, goal: 'school' })
    expect(turned.run.decisions.at(-1)).toEqual({ minute: 5, kind: 'goal', about: 'school' })
  })

  it('stays at home where no way is known', () => {
    const none = openDrillWorld(aDrillTown({ graph: null }), scenario, anAbout())
    expect(leaveHome(aBegunDrill({ scenario }), none, 0, null)).toEqual({ ok: false, reason: 'noWay' })
  })

  it('comes to the same in one step or in many, and the same moment again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3_600 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('park', 'school', null),
        (seconds, goal) => {
          const left = leave(aBegunDrill({ scenario }), 0, goal)
          const moments = seconds.toSorted((a, b) => a - b).map((second) => at(second / 60))
          const last = moments.at(-1) ?? at(0)
          const many = moments.reduce((drill, moment) => advanceDrill(drill, world, [], moment), left)
          const once = advanceDrill(left, world, [], last)
          expect(many.walk?.at).toEqual(once.walk?.at)
          expect(many.run.track.at(-1)?.at).toEqual(once.run.track.at(-1)?.at)
          expect(advanceDrill(many, world, [], last)).toEqual(many)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('keeps every decision in its order', () => {
    const drill = decide(decide(aBegunDrill({ scenario }), 1, 'pass', 'a'), 2, 'help', 'b')
    expect(drill.run.decisions).toEqual([
      { minute: 1, kind: 'pass', about: 'a' },
      { minute: 2, kind: 'help', about: 'b' },
    ])
  })
})
