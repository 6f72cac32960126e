import { bearing } from '../geo/bearing.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { DEPTH_RANKS } from '../hazards/depth-band.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { DEPTH_STEP, type WaterSeries } from '../water/water-series.ts'
import { fullDepth } from './drill-front.ts'
import { shareAt } from './drill-water.ts'
import type { Decision, DrillRun, TrackPoint } from './drill-run.ts'
import type { WaterOver, WaterThere } from './judge-run.ts'
import type { ScenarioWater } from './scenario.ts'
import { isInGap } from './track.ts'

/** A run, ready to be scrubbed. */
export type Replay = {
  readonly run: DrillRun
  /** By point of the track: metres walked up to it. */
  readonly metres: Float64Array
}

/** What is shown of a minute. */
export type ReplayFrame = {
  readonly minute: number
  readonly at: LngLat
  /** The position was lost: `at` lies straight between where it was lost and had again, or where it was lost. */
  readonly isLost: boolean
  /** Degrees from north in which they walk; null = they stand. */
  readonly bearing: number | null
  /** Points of the track that are passed: the trail is these and `at`. */
  readonly passed: number
  readonly metres: number
  readonly hasLeft: boolean
  /** At their place; null = not known, which is not dry. Also while the position is lost. */
  readonly water: WaterThere | null
  /** Decisions that are made by then, in their order. */
  readonly decisions: readonly Decision[]
}

/** Reckons once what every frame needs. */
export function openReplay(run: DrillRun): Replay {
  const metres = new Float64Array(run.track.length)
  for (let index = 1; index < metres.length; index += 1)
    metres[index] =
      (metres[index - 1] as number) + metresBetween(placeOf(run, index - 1), placeOf(run, index))
  return { run, metres }
}

const placeOf = ({ track, home }: DrillRun, index: number): LngLat => track[index]?.at ?? home

/** From the beginning to the end of the scrubber, minutes of the event: the drill as long as they took part, the whole walk in any case. */
export function replaySpan({ run }: Replay): { readonly from: number; readonly till: number } {
  const till = Math.max(run.ended ?? run.scenario.minutes, run.track.at(-1)?.minute ?? 0)
  return { from: Math.min(0, run.track[0]?.minute ?? 0), till }
}

/** The state at a minute. Before the first point they are at home, after the last one at it. */
export function frameAt({ run, metres }: Replay, minute: number, water: WaterOver): ReplayFrame {
  const { track, gaps, left, decisions } = run
  const passed = countUntil(track, minute)
  const [a, b] = [track[passed - 1], track[passed]]
  const isMoving = a !== undefined && b !== undefined
  const share = isMoving ? (minute - a.minute) / (b.minute - a.minute) : 0
  const at = isMoving ? between(a.at, b.at, share) : placeOf(run, passed - 1)
  const leg = isMoving ? metresBetween(a.at, b.at) : 0
  const isLost = isInGap(gaps, minute, minute)
  return {
    minute,
    at,
    isLost,
    bearing: isMoving && leg > 0 ? bearing(a.at, b.at) : null,
    passed,
    metres: (metres[passed - 1] ?? 0) + leg * share,
    hasLeft: left !== null && minute >= left,
    water: isLost ? null : water(at, minute),
    decisions: decisions.filter((decision) => decision.minute <= minute),
  }
}

/** How many points are not after a minute, by halving. */
function countUntil(track: readonly TrackPoint[], minute: number): number {
  let [low, high] = [0, track.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((track[middle] as TrackPoint).minute <= minute) low = middle + 1
    else high = middle
  }
  return low
}

const between = (a: LngLat, b: LngLat, share: number): LngLat =>
  share === 0 ? a : [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]

/** Classes of a frame of water: none, below 0.1, 0.3, 0.5 m, deeper, and not known – which is never drawn as none. */
export const WATER_CLASSES = ['dry', 'below01', 'below03', 'below05', 'deep', 'unknown'] as const
const UNKNOWN = 5

/** The class of a depth in metres. */
export function waterClass(depth: number | null): number {
  if (depth === null) return UNKNOWN
  if (depth <= 0) return 0
  if (depth < 0.1) return 1
  if (depth < 0.3) return 2
  return depth < 0.5 ? 3 : 4
}

/**
 * Writes the class of every cell of a series at a minute of the series (not of the event: see `minuteOfSeries`), as `waterAt`
 * tells the depth. Into an array that is used again for each frame, so that scrubbing makes no waste.
 * @param target one byte for each cell; throws when it has another size
 */
export function fillWater(series: WaterSeries, minute: number, target: Uint8Array): void {
  const { minutes, unknown, depths } = series
  if (target.length !== unknown.length) throw new RangeError('target: not one for each cell')
  const after = minutes.findIndex((time) => time >= minute)
  if (after < 0 || !(minute >= (minutes[0] as number))) return void target.fill(UNKNOWN)
  const before = Math.max(0, after - 1)
  const [start, end] = [minutes[before] as number, minutes[after] as number]
  const share = end === start ? 0 : (minute - start) / (end - start)
  const [low, high] = [depths[before] as Uint8Array, depths[after] as Uint8Array]
  for (let cell = 0; cell < target.length; cell += 1) {
    const a = low[cell] as number
    const b = high[cell] as number
    if (unknown[cell] !== 0) target[cell] = UNKNOWN
    else if ((a | b) === 0) target[cell] = 0
    else target[cell] = waterClass((a + (b - a) * share) * DEPTH_STEP)
  }
}

/** The class of each published depth rank at a minute of an assumed rise, the shallowest first: what a map of ranks is coloured by. */
export const riseClasses = (
  water: Extract<ScenarioWater, { kind: 'rise' }>,
  minute: number,
): readonly number[] => DEPTH_RANKS.map((rank) => waterClass(fullDepth(rank) * shareAt(water, minute)))
