import { counterfactualsOf } from '#domain/drills/counterfactuals.ts'
import type { DrillRun, TrackPoint } from '#domain/drills/drill-run.ts'
import {
  openDrillWorld,
  surroundingsOf,
  type DrillAbout,
  type DrillWorld,
} from '#domain/drills/drill-world.ts'
import { judgeInWorld, otherFactsOf } from '#domain/drills/judge-in-world.ts'
import { judgeRun } from '#domain/drills/judge-run.ts'
import { paintWater, type WaterColours } from '#domain/drills/replay-picture.ts'
import { fillWater, frameAt, openReplay, WATER_CLASSES } from '#domain/drills/replay.ts'
import { shippedScenario } from '#domain/drills/scenarios.ts'
import type { Scenario } from '#domain/drills/scenario.ts'
import { drillAt } from '#domain/drills/player.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import type { Area } from '#domain/packs/area.ts'
import { readArea } from '#domain/packs/read-area.ts'
import { cutEdge } from '#domain/routes/edge-shape.ts'
import { routeFrom } from '#domain/routes/follow-field.ts'
import { walkingTime, type Route } from '#domain/routes/route.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import { readWaterSeries, type WaterSeries } from '#domain/water/water-series.ts'

/** Plain data, so that the same is measured in this process and in a page: the files of a pack by name, unpacked; series by id. */
export type DrillInput = {
  readonly manifest: PackManifest
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly series: Readonly<Record<string, Uint8Array>>
}

/** Milliseconds of each round, in their order. */
export type Spent = { readonly name: string; readonly of: string; readonly ms: readonly number[] }

const FRAMES = 400
const ROUNDS = 15
/** A position every so many seconds. */
const EVERY = 5
/** Minutes of the walk, at least. */
const WALK = 40

const RED_TO_GREY: WaterColours = WATER_CLASSES.map((_, index) => [40 * index, 90, 255 - 40 * index, 160])

/** Measures a drill on the pack of an area: frames of a replay, the world, what a moment tells, the judgement. */
export function measureDrill({ manifest, files, series }: DrillInput): readonly Spent[] {
  const area = readArea(manifest, new Map(Object.entries(files)))
  const scenario = shippedScenario('school-day')
  if (scenario === null) throw new Error('the scenario is gone')
  const largest = largestOf(series)
  const spent: Spent[] = []
  const opened = repeat(ROUNDS, () => openDrillWorld(area, scenario, aboutOf(area)))
  spent.push({ name: 'world opened', of: 'assumed rise', ms: opened.ms })
  const run = longWalk(opened.last)
  const of = `walk of ${Math.round(lengthOf(run))} m, ${run.track.length} positions, assumed rise`
  spent.push(...measureJudgement(area, run, of))
  spent.push({ name: 'what a moment tells', of, ms: momentsOf(opened.last, run) })
  if (largest !== null) spent.push(...measureSeries(area, run, largest))
  return spent
}

/** Each round on a world of its own: a phone judges a run once, and nothing is remembered then. */
function measureJudgement(area: Area, run: DrillRun, of: string): readonly Spent[] {
  const worlds = () => openDrillWorld(area, run.scenario, aboutOf(area, run.home))
  const judged = onNew(worlds, (world) => judgeInWorld(world, run))
  const result = onNew(worlds, (world) => judgeRun(run, otherFactsOf(world, run, [])))
  const others = onNew(worlds, (world) => counterfactualsOf(run, otherFactsOf(world, run, [])))
  const { outcome } = judgeInWorld(worlds(), run).result
  return [
    { name: 'judgeRun', of: `${of}, ${outcome}`, ms: result },
    { name: 'counterfactualsOf', of: `${of}, ${outcome}`, ms: others },
    { name: 'all of the judgement', of: `${of}, ${outcome}`, ms: judged },
  ]
}

type Largest = { readonly id: string; readonly series: WaterSeries; readonly bytes: Uint8Array }

function measureSeries(area: Area, run: DrillRun, { id, series, bytes }: Largest): readonly Spent[] {
  const { columns, rows, minutes } = series
  const of = `series ${id}, ${columns} × ${rows} cells, ${minutes.length} states`
  const first = minutes[0] ?? 0
  const last = minutes.at(-1) ?? 0
  const scenario: Scenario = { ...run.scenario, water: { kind: 'series', name: id, fromMinute: first } }
  const about = { ...aboutOf(area, run.home), series }
  const flooded = { ...run, scenario }
  const world = openDrillWorld(area, scenario, about)
  const replay = openReplay(flooded)
  const classes = new Uint8Array(columns * rows)
  const rgba = new Uint8ClampedArray(columns * rows * 4)
  const parts: readonly [name: string, part: (minute: number) => void][] = [
    ['frame: place and trail', (minute) => frameAt(replay, minute, world.water)],
    ['frame: classes of all cells', (minute) => fillWater(series, minute, classes)],
    ['frame: picture', () => paintWater(classes, columns, RED_TO_GREY, rgba)],
  ]
  const minuteOf = (frame: number): number => first + ((last - first) * frame) / FRAMES
  const whole = frames((frame) => parts.forEach(([, part]) => part(minuteOf(frame))))
  const ofParts = parts.map(([name, part]): Spent => ({
    name,
    of,
    ms: frames((frame) => part(minuteOf(frame))),
  }))
  const read = repeat(ROUNDS, () => readWaterSeries(bytes))
  const opened = repeat(ROUNDS, () => openDrillWorld(area, scenario, about))
  return [
    { name: 'frame of a replay', of, ms: whole },
    ...ofParts,
    { name: 'series read', of, ms: read.ms },
    { name: 'world opened', of, ms: opened.ms },
  ]
}

const frames = (paint: (frame: number) => void): readonly number[] =>
  Array.from({ length: FRAMES }, (_, frame) => timeOf(() => paint(frame)))

function timeOf(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function repeat<T>(rounds: number, work: () => T): { readonly ms: readonly number[]; readonly last: T } {
  let last = work()
  const ms = Array.from({ length: rounds }, () => timeOf(() => (last = work())))
  return { ms, last }
}

const onNew = (open: () => DrillWorld, work: (world: DrillWorld) => unknown): readonly number[] =>
  Array.from({ length: ROUNDS }, () => {
    const world = open()
    return timeOf(() => work(world))
  })

const aboutOf = ({ manifest: { bounds } }: Area, home?: LngLat): DrillAbout => ({
  profile: 'adult',
  night: false,
  home: home ?? [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2],
  series: null,
  mayStay: null,
  closed: [],
})

function largestOf(all: DrillInput['series']): Largest | null {
  const read = Object.entries(all).flatMap(([id, bytes]): Largest[] => {
    const series = readWaterSeries(bytes)
    return series.ok ? [{ id, bytes, series: series.value }] : []
  })
  const sizeOf = ({ series }: Largest): number => series.unknown.length
  return read.reduce<Largest | null>(
    (most, one) => (most === null || sizeOf(one) > sizeOf(most) ? one : most),
    null,
  )
}

/** Of the ways to a site that take about as long as is wanted the one that leads through most water, walked when the water comes. */
function longWalk({ ways, scenario, sites }: DrillWorld): DrillRun {
  const field = ways?.fieldTo(null) ?? null
  if (ways === null || field === null) throw new Error('there are no ways: nothing to walk')
  let best: Route | null = null
  for (let edge = 0; edge < ways.graph.edgeCount; edge += 7) {
    const at = cutEdge(ways.graph, edge, 0, 0)[0]
    const start = at === undefined ? null : ways.place(at)
    const found = start === null ? null : routeFrom(field, start)
    if (found?.ok !== true) continue
    if (best === null || isBetter(found.value, best)) best = found.value
  }
  if (best === null) throw new Error('no way leads to a site: nothing to walk')
  const site = sites.find(({ id }) => id === best.site)
  return runAlong(scenario, site === undefined ? best.line : [...best.line, site.at], best.site)
}

const minutesOf = (route: Route): number => walkingTime(route) / 600
const waterOf = ({ exposure, decimetres }: Route): number =>
  exposure.reduce((sum, zone) => (zone.kind === 'flood' ? sum + zone.decimetres : sum), 0) / decimetres
/** So many minutes more or less are as good. */
const ABOUT = 5
const missedBy = (route: Route): number => Math.max(ABOUT, Math.abs(minutesOf(route) - WALK))
const isBetter = (one: Route, best: Route): boolean =>
  missedBy(one) < missedBy(best) || (missedBy(one) === missedBy(best) && waterOf(one) > waterOf(best))

/** Along a line in 40 minutes, a position every few seconds; from the minute at which the water begins. */
function runAlong(scenario: Scenario, line: readonly LngLat[], goal: string | null): DrillRun {
  const left = scenario.minutes - WALK
  const sums = [0]
  for (const [index, at] of line.entries())
    if (index > 0) sums.push((sums.at(-1) ?? 0) + metresBetween(line[index - 1] ?? at, at))
  const whole = sums.at(-1) ?? 0
  const count = (WALK * 60) / EVERY
  const track = Array.from({ length: count + 1 }, (_, step): TrackPoint => {
    const metres = (whole * step) / count
    const next = Math.max(
      1,
      sums.findIndex((sum) => sum >= metres - 1e-9),
    )
    const [a, b] = [line[next - 1] ?? [0, 0], line[next] ?? [0, 0]]
    const length = (sums[next] ?? 0) - (sums[next - 1] ?? 0)
    const share = length === 0 ? 0 : (metres - (sums[next - 1] ?? 0)) / length
    const at: LngLat = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    return { minute: left + (WALK * step) / count, at, accuracy: 5 }
  })
  const home = line[0] ?? [0, 0]
  return {
    scenario,
    mode: 'walk',
    profile: 'adult',
    number: 1,
    home,
    left,
    goal,
    track,
    decisions: [{ minute: left, kind: 'goal', about: goal }],
    gaps: [],
    ended: left + WALK,
  }
}

const lengthOf = ({ track }: DrillRun): number =>
  track.reduce((sum, { at }, index) => sum + metresBetween(track[index - 1]?.at ?? at, at), 0)

const momentsOf = (world: DrillWorld, run: DrillRun): readonly number[] => {
  const surroundings = surroundingsOf(world, Date.UTC(2026, 8, 1))
  return Array.from({ length: run.scenario.minutes * 2 }, (_, half) =>
    timeOf(() => drillAt(run, half / 2, surroundings)),
  )
}
