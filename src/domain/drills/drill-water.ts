import type { LngLat } from '../geo/lng-lat.ts'
import type { DepthBounds } from '../hazards/depth-band.ts'
import { isWaterKind, type HazardKind } from '../hazards/hazard-kind.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import { waterAt } from '../water/water-at.ts'
import type { WaterSeries } from '../water/water-series.ts'
import type { DrillNow } from './drill-run.ts'
import type { ScenarioWater } from './scenario.ts'

/** What the water of a scenario is told from: the series of its name, and what the pack knows of a place. */
export type WaterSource = {
  readonly water: ScenarioWater
  /** null = the scenario has none, or it is not on the device: then nothing is known. */
  readonly series: WaterSeries | null
  /** The answers of the area at a place, as `assessRisk` gives them; of the hazards of the water at least. */
  readonly answersAt: (at: LngLat) => readonly HazardAnswer[]
}

type Rise = Extract<ScenarioWater, { kind: 'rise' }>

/** The minute of the series that is this minute of the drill: the drill begins with `fromMinute` of the series; before its own first minute a series tells nothing. */
export const minuteOfSeries = (
  { fromMinute }: Pick<Extract<ScenarioWater, { kind: 'series' }>, 'fromMinute'>,
  minute: number,
): number => minute + fromMinute

/**
 * The share of the published depth that an assumed curve has reached, 0…1: between two points in proportion to the time, 0 before
 * the first, and as at the last one after it, because water that has come is not assumed to go within a drill.
 */
export function shareAt({ curve }: Pick<Rise, 'curve'>, minute: number): number {
  const before = curve.findLast((point) => point.minute <= minute)
  if (before === undefined) return 0
  const after = curve.find((point) => point.minute > minute)
  if (after === undefined) return before.share
  const passed = (minute - before.minute) / (after.minute - before.minute)
  return before.share + (after.share - before.share) * passed
}

/**
 * The first minute at which an assumed curve reaches a share of the published depth; null = never within it.
 * @param share more than 0, up to 1
 */
export function minuteOfShare({ curve }: Pick<Rise, 'curve'>, share: number): number | null {
  const found = curve.findIndex((point) => point.share >= share)
  const point = curve[found]
  if (point === undefined) return null
  const before = curve[found - 1]
  if (before === undefined) return point.minute
  const part = (share - before.share) / (point.share - before.share)
  return before.minute + (point.minute - before.minute) * part
}

/**
 * Depth of the water of a scenario at a place and a minute of the drill, metres. An assumed curve rises to the upper bound of the
 * published class of the largest scenario.
 *
 * null = not known, which is not dry: outside the grid and the time of a series; where no zone is published, none was studied, or a
 * file is missing; in a scenario that tells no water. 0 is only told where a model or a zone is known to reach, or to have been
 * studied, and its water is not there at that minute.
 */
export function depthAt(source: WaterSource, at: LngLat, minute: number): number | null {
  const { water, series } = source
  if (!Number.isFinite(minute) || water.kind === 'none') return null
  if (water.kind === 'rise') return depthOf(water, source.answersAt(at), minute)
  return series === null ? null : (waterAt(series, at, minuteOfSeries(water, minute))?.depth ?? null)
}

/**
 * Whether a zone without a depth (slopes, houses carried away) lies at a place and has come by a minute: with the first share of 1.
 * false = none is there, or not yet; null = not known, or no such zone is meant at all.
 */
export function hasZoneCome({ water, answersAt }: WaterSource, at: LngLat, minute: number): boolean | null {
  if (water.kind !== 'rise' || !Number.isFinite(minute)) return null
  const zones = water.hazards.filter((kind) => !isWaterKind(kind))
  if (zones.length === 0) return null
  const answers = answersAt(at)
  const found = zones.map((kind) => largest(answers, kind)?.answer)
  if (found.includes('hazard')) return shareAt(water, minute) >= 1
  return found.every((answer) => answer === 'assessedNone') ? false : null
}

/** The water at a place now and in 5 and 10 minutes of the drill; all unknown where the place is (`at` null). */
export function watchWater(source: WaterSource, at: LngLat | null, minute: number): DrillNow['water'] {
  const depth = (ahead: number) => (at === null ? null : depthAt(source, at, minute + ahead))
  return { now: depth(0), in5: depth(5), in10: depth(10) }
}

const largest = (answers: readonly HazardAnswer[], kind: HazardKind): HazardAnswer | undefined =>
  answers.find((answer) => answer.kind === kind && answer.scenario === 'max')

/**
 * The deepest of all that is known: one water that is there counts, whatever is not known beside it. No water is only told where
 * all of it is known.
 */
function depthOf(rise: Rise, answers: readonly HazardAnswer[], minute: number): number | null {
  const share = shareAt(rise, minute)
  let [most, known, asked] = [0, 0, 0]
  // Asked a hundred thousand times for one walk: no lists are made.
  for (const kind of rise.hazards) {
    if (!isWaterKind(kind)) continue
    asked += 1
    const depth = fullDepth(largest(answers, kind))
    if (depth === null) continue
    known += 1
    most = Math.max(most, depth * share)
  }
  return most > 0 || (known > 0 && known === asked) ? most : null
}

/** The published depth of water; 0 = it was studied and does not reach the place, null = not known. */
function fullDepth(found: HazardAnswer | undefined): number | null {
  if (found?.answer === 'assessedNone') return 0
  return found?.answer === 'hazard' && 'depth' in found ? upperOf(found.depth) : null
}

/** A class without an upper bound is taken for twice its lower one (20 m and more: 40 m), so that its water comes early. Own choice. */
const upperOf = ({ min, max }: DepthBounds): number => max ?? 2 * min
