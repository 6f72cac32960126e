import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someLandslide, someWater } from '#tests/support/an-answer.ts'
import { aDrill, aDrillRun, metresNorth, northOf } from '#tests/support/a-drill-run.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import type { DrillRun } from './drill-run.ts'
import type { WaterSource } from './drill-water.ts'
import { judgeRun, shutFrom, waterOver, type JudgeFacts, type WaterOver } from './judge-run.ts'

/** Water that stands a metre deep from a minute on, by stretches of 100 m to the north; null = not known there. */
const stretches =
  (...shut: readonly (number | null)[]): WaterOver =>
  (at, minute) => {
    const moment = shut[Math.floor(metresNorth(at) / 100 + 1e-6)]
    if (moment == null) return moment === null ? null : { depth: 0, speed: 0 }
    return { depth: minute >= moment ? 1 : 0, speed: 0 }
  }

const SITE = { id: 'school', at: northOf(600), shutFrom: null }
const facts = (water: WaterOver, changes: Partial<JudgeFacts> = {}): JudgeFacts => ({
  water,
  sites: [SITE],
  mayStay: null,
  ...changes,
})

/** From home to the school in ten minutes. */
const WALK = [
  [10, 0],
  [20, 600],
] as const
const judge = (water: WaterOver, run: Partial<DrillRun> = {}, changes: Partial<JudgeFacts> = {}) =>
  judgeRun(aDrillRun(WALK, run), facts(water, changes))

describe('a walk', () => {
  it('has arrived with the least time that any piece of it was passed before the water', () => {
    const result = judge(stretches(Infinity, Infinity, 20, Infinity, Infinity, Infinity))
    expect(result).toMatchObject({ outcome: 'arrived', goal: 'school', unknownMetres: 0 })
    expect(result.margin).toBeCloseTo(5, 1)
    expect(result.metres).toBeCloseTo(600, 0)
    expect(judge(stretches())).toMatchObject({ outcome: 'arrived', margin: null })
  })

  it('is caught by who was not past in time, and tells how many minutes were missing', () => {
    const result = judge(stretches(Infinity, Infinity, Infinity, 12))
    expect(result.outcome).toBe('caught')
    expect(result.margin).toBeCloseTo(12 - (10 + 400 / 60), 1)
    expect(result.wet.map(({ below, metres }) => [below, Math.round(metres / 10) * 10])).toEqual([
      [0.1, 0],
      [0.3, 0],
      [0.5, 0],
      [null, 100],
    ])
  })

  it('is the walk of somebody who stood in rising water, too', () => {
    const points = [
      [0, 0],
      [1, 50],
      [30, 50],
      [31, 120],
    ] as const
    const result = judgeRun(aDrillRun(points), facts(stretches(20)))
    expect(result).toMatchObject({ outcome: 'caught' })
    expect(result.margin).toBeCloseTo(-10.7, 1)
  })

  it('counts the metres in water by its depth, and what is not known by itself', () => {
    const depths = [0.05, 0.1, 0.29, 0.3, null, 0]
    const water: WaterOver = (at) => {
      const depth = depths[Math.floor(metresNorth(at) / 100)]
      return depth == null ? null : { depth, speed: 0 }
    }
    const result = judge(water)
    expect(result.wet.map(({ metres }) => Math.round(metres / 10) * 10)).toEqual([100, 200, 100, 0])
    expect(Math.round(result.unknownMetres / 10)).toBe(10)
    expect(result.outcome).toBe('arrived')
  })

  it('cannot be judged where more than half of it is not known, by the water or by the position', () => {
    expect(judge(stretches(null, null, null, null, null, null)).outcome).toBe('unknown')
    const lost = judge(stretches(), { gaps: [{ from: 12, till: 19 }] })
    expect(lost).toMatchObject({ outcome: 'unknown', margin: null })
    expect(Math.round(lost.unknownMetres)).toBe(600)
    expect(judge(stretches(5, null, null, null, null, null)).outcome).toBe('caught')
  })

  it('that ends before it arrives was given up, or is not known', () => {
    const short = [
      [10, 0],
      [15, 300],
    ] as const
    const outcome = (run: Partial<DrillRun>) => judgeRun(aDrillRun(short, run), facts(stretches())).outcome
    expect(outcome({ ended: 16 })).toBe('left')
    expect(outcome({ ended: 60 })).toBe('unknown')
    expect(outcome({ ended: 30, gaps: [{ from: 15, till: null }] })).toBe('unknown')
    expect(judgeRun(aDrillRun([], { left: 5 }), facts(stretches())).outcome).toBe('unknown')
  })

  it('passes by other sites than its goal, but may end at one; a full one lets nobody in', () => {
    const near = { id: 'hall', at: northOf(300), shutFrom: null }
    const both = { sites: [near, SITE] }
    expect(judge(stretches(), { goal: 'school' }, both).goal).toBe('school')
    expect(
      judgeRun(
        aDrillRun(
          [
            [0, 0],
            [5, 280],
          ],
          { goal: 'school' },
        ),
        facts(stretches(), both),
      ).goal,
    ).toBe('hall')
    const full = { sites: [{ ...SITE, shutFrom: 19 }] }
    expect(judge(stretches(), { ended: 25 }, full)).toMatchObject({ outcome: 'left', goal: null })
  })

  it('is shut by fast shallow water, by 0.3 m in a tsunami, and by a slope', () => {
    const still =
      (depth: number, speed: number): WaterOver =>
      () => ({ depth, speed })
    expect(judge(still(0.1, 1)).outcome).toBe('caught')
    expect(judge(still(0.1, 0.9)).outcome).toBe('arrived')
    expect(judge(still(0.3, 0)).outcome).toBe('arrived')
    expect(judge(still(0.3, 0), { scenario: aDrill({ hazard: 'tsunami' }) }).outcome).toBe('caught')
    expect(judge(() => ({ depth: 0, speed: 0, isShut: true })).outcome).toBe('caught')
  })

  it('agrees with looking at every metre of it', () => {
    const moment = fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 60 }), fc.constant(null))
    const step = fc.record({
      seconds: fc.integer({ min: 20, max: 300 }),
      metres: fc.integer({ min: 0, max: 100 }),
    })
    let [caught, arrived] = [0, 0]
    fc.assert(
      fc.property(
        fc.array(moment, { minLength: 6, maxLength: 6 }),
        fc.array(step, { minLength: 1, maxLength: 9 }),
        (shut, steps) => {
          const points: [number, number][] = [[0, 0]]
          for (const { seconds, metres } of steps) {
            const [minute, at] = points.at(-1) ?? [0, 0]
            points.push([minute + seconds / 60, Math.min(599, at + metres)])
          }
          const run = aDrillRun(points, { goal: 'none' })
          const result = judgeRun(run, facts(stretches(...shut)))
          const slacks: number[] = []
          let unknown = 0
          for (const [index, [minute, metres]] of points.entries()) {
            const [before, start] = points[index - 1] ?? [minute, metres]
            const count = Math.max(1, Math.round(metres - start))
            for (let i = 1; i <= count; i += 1) {
              const at = start + ((metres - start) * (i - 0.5)) / count
              const first = shut[Math.floor(at / 100 + 1e-6)]
              if (first === null) unknown += (metres - start) / count
              else slacks.push((first ?? Infinity) - (before + ((minute - before) * i) / count))
            }
          }
          const least = Math.min(Infinity, ...slacks)
          expect(Math.abs(result.unknownMetres - unknown)).toBeLessThan(points.length * 6)
          if (least === Infinity || least > 60) return
          // A piece has up to 5 m, at up to 300 seconds for a step.
          const slowest = Math.max(
            ...steps.map(({ seconds, metres }) => (seconds / 60) * Math.min(1, 6 / Math.max(1, metres))),
          )
          expect(result.margin).not.toBeNull()
          expect(Math.abs((result.margin ?? 0) - least)).toBeLessThan(slowest + 0.02)
          if (Math.abs(least) < slowest + 0.02) return
          expect(result.outcome === 'caught').toBe(least < 0)
          if (least < 0) caught += 1
          else arrived += 1
        },
      ),
      { numRuns: 150 },
    )
    expect(Math.min(caught, arrived)).toBeGreaterThan(10)
  })
})

describe('who never left', () => {
  const stay = (water: WaterOver, mayStay: boolean | null, run: Partial<DrillRun> = {}) =>
    judgeRun(aDrillRun([], run), facts(water, { mayStay }))

  it('stayed where the building allows it, else the water came, or nobody knows', () => {
    expect(stay(stretches(20), true)).toMatchObject({ outcome: 'stayed', margin: null, metres: 0 })
    expect(stay(stretches(20), false)).toMatchObject({ outcome: 'tooLate', margin: -40 })
    expect(stay(stretches(20), null).outcome).toBe('tooLate')
    expect(stay(stretches(), null).outcome).toBe('stayed')
    expect(stay(stretches(null), false).outcome).toBe('unknown')
  })

  it('gave up when it ended before, unless staying was decided', () => {
    const ended = { ended: 10 }
    expect(stay(stretches(20), false, ended).outcome).toBe('left')
    expect(stay(stretches(20), true, ended).outcome).toBe('left')
    const upstairs = { ended: 10, decisions: [{ minute: 5, kind: 'upstairs', about: null }] } as const
    expect(stay(stretches(20), true, upstairs).outcome).toBe('stayed')
    expect(stay(stretches(5), false, upstairs).outcome).toBe('tooLate')
  })
})

describe('the time to get ready', () => {
  it('counts from the first call to the door', () => {
    const signals = [
      { minute: 1, trigger: 'jma2' },
      { minute: 4, trigger: 'jma3' },
      { minute: 6, trigger: 'city4' },
    ] as const
    expect(judge(stretches(), { scenario: aDrill({ signals }) }).prepared).toBe(6)
    expect(judge(stretches()).prepared).toBeNull()
    expect(judgeRun(aDrillRun([], { scenario: aDrill({ signals }) }), facts(stretches())).prepared).toBeNull()
  })
})

describe('the water of a scenario', () => {
  it('is shut from the first minute of it, to a hundredth; null where nothing is ever known', () => {
    const rising: WaterOver = (_, minute) => ({ depth: minute / 100, speed: 0 })
    expect(shutFrom(rising, 'flood', northOf(0), 60)).toBeCloseTo(50, 1)
    expect(shutFrom(rising, 'flood', northOf(0), 40)).toBe(Infinity)
    expect(shutFrom(rising, 'tsunami', northOf(0), 40.5)).toBeCloseTo(30, 1)
    expect(shutFrom(() => null, 'flood', northOf(0), 60)).toBeNull()
    expect(
      shutFrom((_, minute) => (minute < 60 ? null : { depth: 1, speed: 0 }), 'flood', northOf(0), 60),
    ).toBeLessThanOrEqual(60)
  })

  it('tells one danger that is there, and none only where all is known', () => {
    const source = (
      answersAt: WaterSource['answersAt'],
      hazards: readonly ('flood' | 'landslide')[],
    ): WaterSource => ({
      water: {
        kind: 'rise',
        hazards,
        curve: [
          { minute: 0, share: 0 },
          { minute: 10, share: 1 },
        ],
      },
      series: null,
      answersAt,
    })
    const at = (from: WaterSource) => waterOver(from)(northOf(0), 10)
    expect(at(source(() => [], ['flood', 'landslide']))).toBeNull()
    const water = someWater(1)
    const dry = { kind: 'flood', scenario: 'max', answer: 'assessedNone' } as unknown as HazardAnswer
    const flat = { kind: 'landslide', scenario: 'max', answer: 'assessedNone' } as unknown as HazardAnswer
    const told = (answers: readonly HazardAnswer[], ...kinds: readonly ('flood' | 'landslide')[]) =>
      at(source(() => answers, kinds))
    expect(told([water], 'flood', 'landslide')).toEqual({ depth: 0.5, speed: 0, isShut: false })
    expect(told([someLandslide()], 'flood', 'landslide')).toEqual({ depth: 0, speed: 0, isShut: true })
    expect(told([dry], 'flood')).toEqual({ depth: 0, speed: 0, isShut: false })
    expect(told([flat], 'landslide')).toEqual({ depth: 0, speed: 0, isShut: false })
    expect([told([dry], 'flood', 'landslide'), told([flat], 'flood', 'landslide')]).toEqual([null, null])
    expect(told([dry, flat], 'flood', 'landslide')).not.toBeNull()
    expect(
      waterOver({ water: { kind: 'none' }, series: null, answersAt: () => [] })(northOf(0), 10),
    ).toBeNull()
    expect(
      waterOver({ water: { kind: 'series', name: 'x', fromMinute: 0 }, series: null, answersAt: () => [] })(
        northOf(0),
        1,
      ),
    ).toBeNull()
  })
})
