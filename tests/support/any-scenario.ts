import fc from 'fast-check'
import type { DrillRun } from '#domain/drills/drill-run.ts'
import {
  DRILL_GROUPS,
  DRILL_MODES,
  INJECT_KINDS,
  SCENARIO_VERSION,
  type Inject,
  type Scenario,
  type ScenarioWater,
} from '#domain/drills/scenario.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { HAZARD_KINDS } from '#domain/hazards/hazard-kind.ts'
import { TIMELINE_HAZARDS, triggersOf, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { anyPosition, anyText } from './any-plan.ts'

/** Some of a list, at least one, in its order: as the normal form tells them. */
const someOf = <T>(all: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...all], { minLength: 1 })
const anyId = fc.stringMatching(/^[a-z0-9][A-Za-z0-9-]{0,39}$/)
const anyShare = fc
  .oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.25, 0.3, 1))
  .map((share) => share || 0)
const upTo = (most: number) => fc.integer({ min: 0, max: most })

const TAGS = ['en', 'ja', 'ja-simple', 'pt-BR', 'zh-Hans', 'zh-Hant']
const anyTitle = fc
  .tuple(fc.subarray(TAGS), fc.array(anyText(60, 1), { minLength: TAGS.length, maxLength: TAGS.length }))
  .map(([tags, texts]) => Object.fromEntries(tags.map((tag, index) => [tag, texts[index] ?? ''])))

const risingMinutes = (minutes: number, count: number) =>
  fc.array(upTo(minutes), { minLength: count, maxLength: count }).map((all) => all.toSorted((a, b) => a - b))

const anySignals = (hazard: TimelineHazard, minutes: number): fc.Arbitrary<Scenario['signals']> =>
  fc
    .shuffledSubarray([...triggersOf(hazard)])
    .chain((triggers) =>
      risingMinutes(minutes, triggers.length).map((at) =>
        triggers.map((trigger, index) => ({ minute: at[index] ?? 0, trigger })),
      ),
    )

const anyCurve = (minutes: number) =>
  fc
    .uniqueArray(upTo(minutes), { minLength: 1, maxLength: 8 })
    .chain((at) =>
      fc
        .array(anyShare, { minLength: at.length, maxLength: at.length })
        .map((shares) => [at.toSorted((a, b) => a - b), shares.toSorted((a, b) => a - b)] as const),
    )
    .map(([at, shares]) => at.map((minute, index) => ({ minute, share: shares[index] ?? 0 })))

const anyWater = (minutes: number, hasPlaces: boolean): fc.Arbitrary<ScenarioWater> => {
  const rise = fc.record({
    kind: fc.constant('rise' as const),
    hazards: someOf(HAZARD_KINDS),
    curve: anyCurve(minutes),
  })
  const none = fc.constant({ kind: 'none' as const })
  const series = fc.record({
    kind: fc.constant('series' as const),
    name: anyId,
    fromMinute: fc.integer({ min: -600, max: 600 }),
  })
  return hasPlaces ? fc.oneof(rise, none, series) : fc.oneof(rise, none)
}

const anyInject = (minutes: number, position: fc.Arbitrary<LngLat> | null): fc.Arbitrary<Inject> =>
  fc
    .record({
      id: anyId,
      kind: fc.constantFrom(...INJECT_KINDS),
      fromMinute: upTo(minutes),
      onTheWay: fc.option(fc.boolean()),
      withinMetres: fc.option(fc.integer({ min: 1, max: 500 })),
      share: anyShare,
      at: position === null ? fc.constant(null) : fc.option(position),
      site: position === null ? fc.constant(null) : fc.option(fc.constantFrom('E1', 'E2', '小学校')),
      minutes: fc.integer({ min: 1, max: 120 }),
    })
    .map(({ id, kind, fromMinute, onTheWay, withinMetres, share, at, site, minutes: helping }) => ({
      id,
      kind,
      when: {
        fromMinute,
        onTheWay,
        withinMetres: at !== null || kind === 'siteFull' ? withinMetres : null,
        share,
      },
      at,
      site: kind === 'siteFull' ? site : null,
      minutes: kind === 'neighbour' ? helping : null,
    }))

/** Any scenario that the schema lets through, in the normal form. `position`: where its injects may be. */
export const scenariosAt = (position: fc.Arbitrary<LngLat>): fc.Arbitrary<Scenario> =>
  fc
    .record({
      area: fc.option(fc.constantFrom('41207', '01100')),
      hazard: fc.constantFrom(...TIMELINE_HAZARDS),
      minutes: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constant(4320)),
    })
    .chain(({ area, hazard, minutes }) =>
      fc.record({
        v: fc.constant<typeof SCENARIO_VERSION>(SCENARIO_VERSION),
        area: fc.constant(area),
        id: anyId,
        hazard: fc.constant(hazard),
        modes: someOf(DRILL_MODES),
        groups: someOf(DRILL_GROUPS),
        title: anyTitle,
        minutes: fc.constant(minutes),
        speed: fc.integer({ min: 1, max: 600 }),
        startsAt: fc.option(upTo(23)),
        signals: anySignals(hazard, minutes),
        water: anyWater(minutes, area !== null),
        injects: fc.uniqueArray(anyInject(minutes, area === null ? null : position), {
          selector: ({ id }) => id,
          maxLength: 6,
        }),
        seed: fc.integer({ min: 0, max: 0xffff_ffff }),
      }),
    )

export const anyScenario = scenariosAt(anyPosition)

/** Corners of blocks of some 50 m, so that places meet. */
export const anyCorner: fc.Arbitrary<LngLat> = fc
  .tuple(upTo(8), upTo(8))
  .map(([x, y]) => [135 + x * 0.0005, 30 + y * 0.0005])

const SITES: Readonly<Record<string, LngLat>> = { E1: [135.001, 30.001], E2: [135.003, 30.002] }
export const siteAt = (site: string): LngLat | null => SITES[site] ?? null

/** Somebody who walks about in whole minutes, changes their mind, and may be lost for a while. */
export const anyRun: fc.Arbitrary<DrillRun> = scenariosAt(anyCorner).chain((scenario) => {
  const most = Math.min(scenario.minutes, 120)
  const sites = fc.option(fc.constantFrom('E1', 'E2', 'nowhere'))
  return fc
    .record({
      number: upTo(65_535),
      home: anyCorner,
      left: fc.option(upTo(most)),
      goal: sites,
      moves: fc.uniqueArray(fc.tuple(upTo(most), anyCorner), {
        selector: ([minute]) => minute,
        maxLength: 20,
      }),
      turns: fc.uniqueArray(fc.tuple(upTo(most), sites), { selector: ([minute]) => minute, maxLength: 3 }),
      gaps: fc.array(fc.tuple(upTo(most), fc.option(upTo(20))), { maxLength: 2 }),
      ended: fc.option(upTo(most)),
    })
    .map(({ number, home, left, goal, moves, turns, gaps, ended }) => ({
      scenario,
      mode: scenario.modes[0] ?? 'table',
      profile: 'adult' as const,
      number,
      home,
      left,
      goal,
      track: moves.toSorted(([a], [b]) => a - b).map(([minute, at]) => ({ minute, at, accuracy: 5 })),
      decisions: turns
        .toSorted(([a], [b]) => a - b)
        .map(([minute, about]) => ({ minute, kind: 'goal' as const, about })),
      gaps: gaps.map(([from, length]) => ({ from, till: length === null ? null : from + length })),
      ended,
    }))
})
