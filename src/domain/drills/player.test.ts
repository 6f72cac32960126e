import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRun, siteAt } from '#tests/support/any-scenario.ts'
import { freezeDeep } from '#tests/support/freeze-deep.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { AT_SITE, injectsUntil } from './coming-injects.ts'
import { drawShare } from './draw-share.ts'
import type { DrillRun } from './drill-run.ts'
import { drillAt, firstCallOf, type Surroundings } from './player.ts'
import type { Inject, Scenario } from './scenario.ts'
import { shippedScenario } from './scenarios.ts'

const NOON = Date.UTC(2026, 6, 1, 3)
const around = (run: DrillRun, changes: Partial<Surroundings> = {}): Surroundings => ({
  source: { water: run.scenario.water, series: null, answersAt: () => [] },
  moment: NOON,
  siteAt,
  ahead: ([lng, lat], goal, shut) => [lng + 0.001 * (shut.length + 1), lat + (goal === null ? 0 : 0.001)],
  ...changes,
})

const flood = shippedScenario('school-day') ?? expect.unreachable()
const aRun = (scenario: Partial<Scenario>, changes: Partial<DrillRun> = {}): DrillRun => ({
  scenario: { ...flood, ...scenario },
  mode: 'walk',
  profile: 'adult',
  number: 7,
  home: [135.01, 30.01],
  left: null,
  goal: null,
  track: [],
  decisions: [],
  gaps: [],
  ended: null,
  ...changes,
})
const anInject = (changes: Partial<Inject> = {}, when: Partial<Inject['when']> = {}): Inject => ({
  id: 'x',
  kind: 'rumour',
  when: { fromMinute: 10, onTheWay: null, withinMetres: null, share: 1, ...when },
  at: null,
  site: null,
  minutes: null,
  ...changes,
})

/** What was done and seen by a minute. */
const until = (run: DrillRun, minute: number): DrillRun => ({
  ...run,
  left: run.left !== null && run.left <= minute ? run.left : null,
  ended: run.ended !== null && run.ended <= minute ? run.ended : null,
  // Without a decision about it the goal of the run was its goal from the beginning.
  decisions: run.decisions.some((one) => one.minute <= minute)
    ? run.decisions.filter((one) => one.minute <= minute)
    : run.decisions,
  track: run.track.filter((point) => point.minute <= minute),
  gaps: run.gaps
    .filter(({ from }) => from <= minute)
    .map(({ from, till }) => ({ from, till: till !== null && till <= minute ? till : null })),
})

describe('a minute of a drill', () => {
  it('is the same whenever it is asked for, whatever they do later', () => {
    fc.assert(
      fc.property(anyRun, fc.integer({ min: 0, max: 130 }), (run, minute) => {
        const told = drillAt(freezeDeep(run), minute, around(run))
        expect(drillAt(structuredClone(run), minute, around(run))).toEqual(told)
        expect(drillAt(until(run, minute), told.minute, around(run))).toEqual(told)
      }),
      { numRuns: 500 },
    )
  })

  it('takes nothing back that was told, and moves nothing', () => {
    fc.assert(
      fc.property(
        anyRun,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 30 }),
        (run, minute, later) => {
          const [before, after] = [minute, minute + later].map((at) => drillAt(run, at, around(run)))
          expect(after?.injects.slice(0, before?.injects.length)).toEqual(before?.injects)
          expect(after?.signals.slice(0, before?.signals.length)).toEqual(before?.signals)
          expect(before?.isOver === true && after?.isOver === false).toBe(false)
        },
      ),
    )
  })

  it('lies within the event, and ends with it or before', () => {
    const run = aRun({})
    expect(drillAt(run, -5, around(run))).toMatchObject({ minute: 0, isOver: false })
    expect(drillAt(run, 89.9, around(run))).toMatchObject({ minute: 89.9, isOver: false })
    expect(drillAt(run, 500, around(run))).toMatchObject({ minute: 90, isOver: true })
    const given = aRun({}, { ended: 12 })
    expect(drillAt(given, 11, around(given)).isOver).toBe(false)
    expect(drillAt(given, 30, around(given))).toMatchObject({ minute: 12, isOver: true })
    expect(() => drillAt(run, NaN, around(run))).toThrow(RangeError)
  })

  it('has the highest level of all that was told, until it is lifted', () => {
    const signals: Scenario['signals'] = [
      { minute: 0, trigger: 'ownSigns' },
      { minute: 5, trigger: 'city3' },
      { minute: 10, trigger: 'city4' },
      { minute: 12, trigger: 'jma3' },
      { minute: 20, trigger: 'lifted' },
      { minute: 30, trigger: 'jma2' },
    ]
    const run = aRun({ signals })
    const levels = [0, 4.9, 5, 10, 12, 19, 20, 30].map((minute) => drillAt(run, minute, around(run)).level)
    expect(levels).toEqual([null, null, 3, 4, 4, 4, null, 2])
    expect(drillAt(run, 5, around(run)).signals).toHaveLength(2)
  })

  it('is dark by the sun of its own hour, by that of the day where the scenario leaves it, and once night was told', () => {
    const dark = (startsAt: number | null, minute: number, moment = NOON) => {
      const run = aRun({ startsAt, injects: [] })
      return drillAt(run, minute, around(run, { moment })).isDark
    }
    // 1 July at 30° N, 135° E: the sun sets at 19:06 and rises at 5:00.
    expect([dark(18, 60), dark(18, 75), dark(4, 50), dark(4, 70), dark(23, 70)]).toEqual([
      false,
      true,
      true,
      false,
      true,
    ])
    expect([dark(null, 0), dark(null, 0, NOON + 12 * 3_600_000)]).toEqual([false, true])
    // Just after midnight in Japan it is still the day before in UTC.
    expect(dark(12, 0, Date.UTC(2026, 6, 1, 15, 5))).toBe(false)
    const night = aRun({ startsAt: 12, injects: [anInject({ kind: 'night' })] })
    expect([9, 10].map((minute) => drillAt(night, minute, around(night)).isDark)).toEqual([false, true])
  })

  it('has no network once it has gone', () => {
    const run = aRun({ injects: [anInject({ kind: 'networkGone' })] })
    expect([9, 10, 50].map((minute) => drillAt(run, minute, around(run)).hasNetwork)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('tells the water where they were last seen, and none while their position is lost', () => {
    const track = [
      { minute: 5, at: [135.02, 30.02] as const, accuracy: 5 },
      { minute: 20, at: [135.03, 30.03] as const, accuracy: 5 },
    ]
    const run = aRun(
      {},
      {
        left: 5,
        track,
        gaps: [
          { from: 8, till: 20 },
          { from: 40, till: null },
        ],
      },
    )
    const asked: LngLat[] = []
    const source: Surroundings['source'] = {
      water: { kind: 'rise', hazards: ['flood'], curve: [{ minute: 0, share: 1 }] },
      series: null,
      answersAt: (at) => {
        asked.push(at)
        return []
      },
    }
    for (const minute of [4, 5, 8, 19, 20, 45]) {
      asked.length = 0
      drillAt(run, minute, around(run, { source }))
      const where = { 4: run.home, 5: track[0]?.at, 20: track[1]?.at }[minute]
      expect([minute, ...new Set(asked)]).toEqual(where === undefined ? [minute] : [minute, where])
    }
  })
})

describe('the first call to go', () => {
  it('is the first of level 3, of the shaking, or what people see themselves', () => {
    const first = (...signals: Scenario['signals']) => firstCallOf({ signals })
    expect(
      first({ minute: 1, trigger: 'jma2' }, { minute: 4, trigger: 'jma3' }, { minute: 9, trigger: 'city4' }),
    ).toBe(4)
    expect(first({ minute: 2, trigger: 'shaking' })).toBe(2)
    expect(first({ minute: 3, trigger: 'ownSigns' })).toBe(3)
    expect(first({ minute: 1, trigger: 'forecast1d' }, { minute: 2, trigger: 'lifted' })).toBeNull()
  })
})

/** Minute by minute, by the words of the contract. */
function naiveMinuteOf(run: DrillRun, inject: Inject): number | null {
  const { when } = inject
  if (drawShare(run.scenario.seed, run.number, inject.id) >= when.share) return null
  for (let minute = when.fromMinute; minute <= Math.min(run.scenario.minutes, 130); minute += 1) {
    if (when.onTheWay !== null && when.onTheWay !== naiveIsOnTheWay(run, minute)) continue
    if (when.withinMetres === null) return minute
    const at = run.track.filter((point) => point.minute <= minute).at(-1)?.at ?? run.home
    const site = inject.site ?? naiveGoal(run, minute)
    const place = inject.at ?? (site === null ? null : siteAt(site))
    if (place !== null && metresBetween(at, place) <= when.withinMetres) return minute
  }
  return null
}
function naiveGoal(run: DrillRun, minute: number): string | null {
  if (run.decisions.length === 0) return run.goal
  return run.decisions.filter((one) => one.minute <= minute).at(-1)?.about ?? null
}
function naiveIsOnTheWay(run: DrillRun, minute: number): boolean {
  const { left, ended } = run
  if (left === null || minute < left || (ended !== null && minute >= ended)) return false
  const since =
    run.decisions.filter((one) => one.minute > left && one.minute <= minute).at(-1)?.minute ?? left
  const goal = naiveGoal(run, minute)
  const site = goal === null ? null : siteAt(goal)
  return !run.track.some(
    (point) =>
      point.minute >= since &&
      point.minute <= minute &&
      site !== null &&
      metresBetween(point.at, site) <= AT_SITE + point.accuracy,
  )
}

describe('an inject', () => {
  it('comes at the first minute at which all that is told holds, and to nobody before', () => {
    let near = 0
    fc.assert(
      fc.property(anyRun, (run) => {
        const now = Math.min(run.scenario.minutes, 130)
        const told = injectsUntil(run, now, around(run))
        const expected = run.scenario.injects
          .map((inject) => ({ inject, minute: naiveMinuteOf(run, inject) }))
          .filter(({ minute }) => minute !== null)
          .toSorted((a, b) => (a.minute ?? 0) - (b.minute ?? 0))
        expect(told.map(({ inject, minute }) => ({ inject, minute }))).toEqual(expected)
        near += told.filter(({ inject }) => inject.when.withinMetres !== null).length
      }),
      { numRuns: 1000 },
    )
    expect(near).toBeGreaterThan(20)
  })

  it('shuts the stretch ahead of where they are when it comes, each time another', () => {
    const injects = [
      anInject({ id: 'a', kind: 'roadShut' }, { onTheWay: true, fromMinute: 0 }),
      anInject({ id: 'b', kind: 'bridgeGone' }, { onTheWay: true }),
      anInject({ id: 'c', kind: 'roadShut', at: [135.5, 30.5] }),
      anInject({ id: 'd', kind: 'siteFull' }),
      anInject({ id: 'e', kind: 'siteFull', site: 'E2' }),
    ]
    const track = [{ minute: 10, at: [135.02, 30.02] as const, accuracy: 5 }]
    const run = aRun({ area: '41207', injects }, { left: 3, goal: 'E1', track })
    const asked: unknown[] = []
    const ahead: Surroundings['ahead'] = (from, goal, shut) => {
      asked.push([from, goal, shut.length])
      return [135 + shut.length, 30]
    }
    const told = drillAt(run, 50, around(run, { ahead })).injects
    expect(told.map(({ inject, minute, at }) => [inject.id, minute, at])).toEqual([
      ['a', 3, [135, 30]],
      ['b', 10, [136, 30]],
      ['c', 10, [135.5, 30.5]],
      ['d', 10, siteAt('E1')],
      ['e', 10, siteAt('E2')],
    ])
    expect(asked).toEqual([
      [run.home, 'E1', 0],
      [[135.02, 30.02], 'E1', 1],
    ])
  })

  it('asks for the goal of its own minute, not for the last one', () => {
    const injects = [
      anInject({ id: 'a', kind: 'siteFull' }),
      anInject({ id: 'b', kind: 'siteFull' }, { fromMinute: 30 }),
    ]
    const decisions = [
      { minute: 2, kind: 'goal' as const, about: 'E1' },
      { minute: 10.5, kind: 'help' as const, about: 'E3' },
      { minute: 20, kind: 'goal' as const, about: 'E2' },
    ]
    const run = aRun({ injects }, { left: 3, goal: 'E2', decisions })
    const told = drillAt(run, 50, around(run)).injects
    expect(told.map(({ minute, at }) => [minute, at])).toEqual([
      [10, siteAt('E1')],
      [30, siteAt('E2')],
    ])
  })

  it('comes without a place where none is known', () => {
    const run = aRun({ injects: [anInject({ kind: 'roadShut' })] })
    expect(drillAt(run, 20, around(run, { ahead: () => null })).injects).toMatchObject([
      { minute: 10, at: null },
    ])
  })
})

describe('the share of an inject', () => {
  it('is the same for the same participant, and holds all who are in a smaller one', () => {
    const draws = fc.tuple(
      fc.integer({ min: 0, max: 0xffff_ffff }),
      fc.integer({ min: 0, max: 65_535 }),
      fc.string(),
    )
    fc.assert(
      fc.property(draws, ([seed, number, id]) => {
        const drawn = drawShare(seed, number, id)
        expect(drawn).toBe(drawShare(seed, number, id))
        expect(drawn >= 0 && drawn < 1).toBe(true)
      }),
    )
  })

  it.each([0, 1, 41_201, 0xffff_ffff])(
    'is that of all participants, and of each inject on its own (seed %i)',
    (seed) => {
      const numbers = Array.from({ length: 65_536 }, (_, number) => number)
      const share = (holds: (number: number) => boolean) => numbers.filter(holds).length / numbers.length
      const isIn = (id: string, part: number) => (number: number) => drawShare(seed, number, id) < part
      for (const part of [0.1, 0.3, 0.5]) expect(share(isIn('roadShut', part))).toBeCloseTo(part, 1.8)
      const [a, b] = [isIn('a', 0.5), isIn('b', 0.5)]
      expect(share((number) => a(number) && b(number))).toBeCloseTo(0.25, 1.8)
      expect(share((number) => a(number) && isIn('a', 0.5)(number + 1))).toBeCloseTo(0.25, 1.8)
      expect([share(isIn('a', 0)), share(isIn('a', 1))]).toEqual([0, 1])
    },
  )

  it('falls otherwise in another drill', () => {
    const drawn = [1, 2, 3, 4, 5, 6].map((seed) => Math.round(drawShare(seed, 7, 'roadShut') * 1e6))
    expect(new Set(drawn).size).toBe(6)
    // Nor is it the same drill with the participants counted otherwise.
    expect(drawShare(0b100, 0b111, 'a')).not.toBe(drawShare(0b101, 0b110, 'a'))
  })
})
