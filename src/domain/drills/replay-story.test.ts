import { describe, expect, it } from 'vitest'
import { aDrill, aDrillRun, northOf } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout, corner } from '#tests/support/a-drill-town.ts'
import type { DrillRun } from './drill-run.ts'
import { openDrillWorld } from './drill-world.ts'
import { judgeInWorld } from './judge-in-world.ts'
import { frameAt, openReplay } from './replay.ts'
import {
  describePlaceThen,
  describeWaterThen,
  minuteNear,
  runOfOther,
  storyOf,
  type Ended,
} from './replay-story.ts'

const SCENARIO = aDrill({
  area: '41207',
  signals: [
    { minute: 1, trigger: 'city3' },
    { minute: 50, trigger: 'city4' },
  ],
  water: {
    kind: 'rise',
    hazards: ['flood'],
    curve: [
      { minute: 10, share: 0 },
      { minute: 22, share: 1 },
    ],
  },
})
const world = (home = corner(0, 0), mayStay: boolean | null = null) =>
  openDrillWorld(aDrillTown(), SCENARIO, anAbout({ home, mayStay }))
const aWalk = (changes: Partial<DrillRun> = {}): DrillRun => ({
  ...aDrillRun([]),
  scenario: SCENARIO,
  mode: 'table',
  home: corner(0, 0),
  ended: 40,
  ...changes,
})
const ended = (run: DrillRun, in_ = world(run.home)): Ended => ({ run, ...judgeInWorld(in_, run) })
const story = (run: DrillRun, in_ = world(run.home)) => storyOf(in_, openReplay(run), ended(run, in_))

/** Over the southern bridge, too late. */
const LATE = aWalk({
  left: 10,
  goal: 'park',
  track: Array.from({ length: 21 }, (_, step) => ({
    minute: 10 + step,
    at: corner(step / 5, 0),
    accuracy: 0,
  })),
  decisions: [
    { minute: 9, kind: 'goal', about: 'park' },
    { minute: 10, kind: 'leave', about: null },
    { minute: 15, kind: 'turn', about: '3' },
    { minute: 16, kind: 'goal', about: 'gone' },
  ],
  gaps: [{ from: 12, till: 13 }],
  ended: 30,
})

describe('the story of a drill', () => {
  it('tells in their order what was told, what they did, where they were lost, and where it went wrong', () => {
    expect(story(LATE).map(({ kind, text, minute }) => [kind, text.key, Math.round(minute)])).toEqual([
      ['told', 'timeline:trigger.city3', 1],
      ['did', 'drills:replay.did.goal', 9],
      ['did', 'drills:replay.did.leave', 10],
      ['lost', 'drills:replay.lost', 12],
      ['wrong', 'drills:replay.wrong', 20],
    ])
  })

  it('tells nothing that came after the end', () => {
    expect(story(aWalk({ ended: 55 })).map(({ minute }) => minute)).toContain(50)
    expect(story(LATE).map(({ minute }) => minute)).not.toContain(50)
  })

  it('tells of who stood still on their way when the water came there, not when they stopped', () => {
    const there = corner(2.5, 0)
    const stood = [
      { minute: 2, at: there, accuracy: 0 },
      { minute: 40, at: there, accuracy: 0 },
    ]
    const wrong = story(aWalk({ home: there, left: 2, track: stood, ended: 40 })).find(
      ({ kind }) => kind === 'wrong',
    )
    expect(wrong?.minute).toBeGreaterThan(10)
    expect(wrong?.minute).toBeLessThan(22)
  })

  it('tells of who never left when the water came to them, unless their building allows to stay', () => {
    const stayed = aWalk({ home: corner(2.5, 0), ended: 40 })
    const wrong = story(stayed).find(({ kind }) => kind === 'wrong')
    expect(wrong?.text.key).toBe('drills:replay.wrongHome')
    expect(wrong?.minute).toBeGreaterThan(10)
    expect(wrong?.minute).toBeLessThan(22)
    expect(story(stayed, world(stayed.home, true)).some(({ kind }) => kind === 'wrong')).toBe(false)
    expect(story({ ...stayed, ended: 9 }).some(({ kind }) => kind === 'wrong')).toBe(false)
    expect(story(aWalk()).some(({ kind }) => kind === 'wrong')).toBe(false)
  })
})

describe('the minute of a place', () => {
  const replay = openReplay(
    aDrillRun([
      [0, 0],
      [10, 1000],
      [20, 1000],
      [30, 0],
    ]),
  )
  it('is the first at which they came there', () => {
    for (const metres of [0, 250, 1000])
      expect(minuteNear(replay, northOf(metres))).toBeCloseTo(metres / 100, 3)
  })

  it('is that of the nearest point where they never came there, and the beginning without a track', () => {
    expect(minuteNear(replay, northOf(1500))).toBe(10)
    expect(minuteNear(openReplay(aDrillRun([])), northOf(0))).toBe(0)
  })
})

describe('a frame in words', () => {
  const frame = (run: DrillRun, minute: number) => frameAt(openReplay(run), minute, world(run.home).water)

  it('tells the way so far, and nothing of it while the position was lost', () => {
    expect(describePlaceThen(frame(LATE, 5)).key).toBe('drills:replay.notLeft')
    expect(describePlaceThen(frame(LATE, 10)).key).toBe('drills:replay.did.leave')
    expect(describePlaceThen(frame(LATE, 12.5)).key).toBe('drills:replay.lost')
    expect(describePlaceThen(frame(LATE, 20)).params?.['length@metres']).toBeCloseTo(300, -1)
  })

  it('tells water by its class, and never none where nothing is known', () => {
    const said = (water: Parameters<typeof describeWaterThen>[0]['water']) =>
      describeWaterThen({ water }).key.replace('drills:replay.depth.', '')
    expect(said(null)).toBe('unknown')
    expect(said({ depth: 0, speed: 0 })).toBe('dry')
    expect(said({ depth: 0, speed: 0, isShut: true })).toBe('zone')
    expect([0.05, 0.2, 0.4, 3].map((depth) => said({ depth, speed: 0 }))).toEqual([
      'below01',
      'below03',
      'below05',
      'deep',
    ])
  })
})

it('gives the run of another choice, that comes to what was promised', () => {
  const end = ended(LATE)
  const { others } = judgeInWorld(world(), LATE)
  expect(others.length).toBeGreaterThan(0)
  for (const other of others) {
    const run = runOfOther(world(), end, other) as DrillRun
    expect(judgeInWorld(world(), run).result.outcome).toBe(other.result.outcome)
  }
  expect(runOfOther(world(), end, { kind: 'upstairs', result: others[0]!.result })).toBeNull()
})
