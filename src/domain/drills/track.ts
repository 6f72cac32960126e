import { isLngLat } from '../geo/lng-lat.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import type { DrillRun, TrackPoint } from './drill-run.ts'

/**
 * What became of a position that a device told. `moved` and `standing` were taken; `unreadable` no numbers · `inaccurate` its
 * circle is too wide · `old` not after the last one · `jump` farther than anybody runs in that time.
 */
export const FIX_FATES = ['moved', 'standing', 'unreadable', 'inaccurate', 'old', 'jump'] as const
export type FixFate = (typeof FIX_FATES)[number]

export type Gap = DrillRun['gaps'][number]

/** What is known of a walk so far. Points only grow at their end. */
export type Track = {
  /** Seconds on the clock in one minute of the event: 60 where people walk, less where the event runs faster. */
  readonly secondsPerMinute: number
  readonly points: readonly TrackPoint[]
  readonly gaps: readonly Gap[]
  /** Minute of the last position that was taken, also while standing still; null = none yet. */
  readonly heard: number | null
  /** Positions that cannot be reached from the last point, but can from each other, oldest first. */
  readonly jumps: readonly TrackPoint[]
}

/** Metres. A position that is less sure cannot tell one road from the next. Own choice: half a block of a Japanese town. */
const MOST_ACCURACY = 50
/** Metres per second. Nobody on foot is faster for long; own choice, five times the speed of tsunami planning. */
export const MOST_SPEED = 5
/** Seconds without a position after which it counts as lost. Own choice. */
const GAP_SECONDS = 30
/** Metres. Positions of somebody who stands still wander about so far; own choice, more when the position is less sure. */
export const STILL_METRES = 8
/** Metres per second. Who needed longer for the way stood still first: under half the slowest speed of the table (0.5). */
const STILL_SPEED = 0.2
/** Metres per second that are assumed from where somebody stood to the first point away from it: 津波避難, 1.0. */
const SETTING_OFF = 1
/** So many positions that agree with each other show that the one before them was wrong. Own choice. */
const AGREEING = 3

/** @param speed how many times faster than the clock the event runs, more than 0. */
export function newTrack(speed: number): Track {
  if (!(Number.isFinite(speed) && speed > 0)) throw new RangeError(`no speed: ${speed}`)
  return { secondsPerMinute: 60 / speed, points: [], gaps: [], heard: null, jumps: [] }
}

/** Takes a position or leaves it aside, and tells which. */
export function takeFix(
  track: Track,
  { minute, at, accuracy }: TrackPoint,
): { readonly track: Track; readonly fate: FixFate } {
  const fix = { minute, at, accuracy }
  const isReadable = Number.isFinite(minute) && Number.isFinite(accuracy) && accuracy >= 0 && isLngLat(at)
  if (!isReadable) return { track, fate: 'unreadable' }
  if (accuracy > MOST_ACCURACY) return { track, fate: 'inaccurate' }
  const { heard, jumps } = track
  const latest = Math.max(heard ?? -Infinity, jumps.at(-1)?.minute ?? -Infinity)
  if (minute <= latest) return { track, fate: 'old' }
  const last = track.points.at(-1)
  if (last === undefined || heard === null)
    return { track: { ...track, points: [fix], heard: minute }, fate: 'moved' }
  return canReach(track, { ...last, minute: heard }, fix)
    ? goOn(track, { last, heard }, fix)
    : leap(track, { last, heard }, fix)
}

type Before = { readonly last: TrackPoint; readonly heard: number }

const secondsIn = ({ secondsPerMinute }: Track, from: number, till: number): number =>
  (till - from) * secondsPerMinute

/** Whether somebody on foot can be at both, each being wrong by as much as it says. */
const canReach = (track: Track, a: TrackPoint, b: TrackPoint): boolean =>
  metresBetween(a.at, b.at) <=
  MOST_SPEED * secondsIn(track, a.minute, b.minute) + a.accuracy + b.accuracy + STILL_METRES

function goOn(track: Track, { last, heard }: Before, fix: TrackPoint): ReturnType<typeof takeFix> {
  const isLost = secondsIn(track, heard, fix.minute) > GAP_SECONDS
  const next = {
    ...track,
    gaps: isLost ? [...track.gaps, { from: heard, till: fix.minute }] : track.gaps,
    heard: fix.minute,
    jumps: [],
  }
  const metres = metresBetween(last.at, fix.at)
  if (metres < Math.max(STILL_METRES, fix.accuracy)) return { track: next, fate: 'standing' }
  const stoodTill = isLost ? heard : endOfStanding(track, last, fix, metres)
  return { track: { ...next, points: [...stand(track.points, last, stoodTill), fix] }, fate: 'moved' }
}

/** The minute until which they stood at the last point; its own minute when they did not. */
function endOfStanding(track: Track, last: TrackPoint, fix: TrackPoint, metres: number): number {
  const walked = metres / SETTING_OFF / track.secondsPerMinute
  const isSlow = metres < STILL_SPEED * secondsIn(track, last.minute, fix.minute)
  return isSlow ? Math.max(last.minute, fix.minute - walked) : last.minute
}

/** The points with one more at the place of the last, where somebody stood until a minute. */
const stand = (points: readonly TrackPoint[], last: TrackPoint, minute: number): readonly TrackPoint[] =>
  minute > last.minute ? [...points, { ...last, minute }] : points

/** One far position is a slip of the device. Several that agree are where they are, and what lies between is not known. */
function leap(track: Track, { last, heard }: Before, fix: TrackPoint): ReturnType<typeof takeFix> {
  const before = track.jumps.at(-1)
  const row = before !== undefined && canReach(track, before, fix) ? [...track.jumps, fix] : [fix]
  const [first] = row
  if (row.length < AGREEING || first === undefined) return { track: { ...track, jumps: row }, fate: 'jump' }
  return {
    track: {
      ...track,
      points: [...stand(track.points, last, heard), ...row],
      gaps: [...track.gaps, { from: heard, till: first.minute }],
      heard: fix.minute,
      jumps: [],
    },
    fate: 'moved',
  }
}

/**
 * Points and gaps as they stand at a minute: the time in which somebody stood at the last point is told too, and a gap that is
 * still open, without its end. For the run, at its end and when it is kept.
 */
export function trackTill(
  track: Track,
  minute: number,
): Pick<DrillRun, 'gaps'> & { readonly track: readonly TrackPoint[] } {
  const { points, gaps, heard } = track
  const last = points.at(-1)
  if (last === undefined || heard === null) return { track: points, gaps }
  const isLost = secondsIn(track, heard, minute) > GAP_SECONDS
  return {
    track: stand(points, last, heard),
    gaps: isLost ? [...gaps, { from: heard, till: null }] : gaps,
  }
}

/** Seconds and metres of walking without which no speed is told. Own choice: a minute, and more than a position may be wrong. */
const LEAST_SECONDS = 60
const LEAST_METRES = 50

/**
 * The speed while walking, metres per second on the clock; standing still, gaps and the setting off from where somebody stood
 * (its time is assumed) are left out. null = too little of it was walked.
 * @param secondsPerMinute seconds on the clock in one minute of the event.
 */
export function measureSpeed(
  points: readonly TrackPoint[],
  gaps: readonly Gap[],
  secondsPerMinute: number,
): number | null {
  let [metres, seconds] = [0, 0]
  for (let next = 1; next < points.length; next += 1) {
    const [a, b] = [points[next - 1] as TrackPoint, points[next] as TrackPoint]
    if (isStand(points[next - 2], a) || isStand(a, b) || isInGap(gaps, a.minute, b.minute)) continue
    metres += metresBetween(a.at, b.at)
    seconds += (b.minute - a.minute) * secondsPerMinute
  }
  return seconds >= LEAST_SECONDS && metres >= LEAST_METRES ? metres / seconds : null
}

const isStand = (a: TrackPoint | undefined, b: TrackPoint): boolean =>
  a !== undefined && a.at[0] === b.at[0] && a.at[1] === b.at[1]

/** Whether the position was lost at some time between two minutes. */
export const isInGap = (gaps: readonly Gap[], from: number, till: number): boolean =>
  gaps.some((gap) => gap.from < till && (gap.till ?? Infinity) > from)
