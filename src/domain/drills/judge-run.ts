import type { LngLat } from '../geo/lng-lat.ts'
import { isWaterKind } from '../hazards/hazard-kind.ts'
import { stopsWalkers } from '../routes/water-front.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import type { TimelineHazard } from '../timeline/trigger.ts'
import { waterAt, type Water } from '../water/water-at.ts'
import type { DrillResult, DrillRun, Outcome, TrackPoint } from './drill-run.ts'
import { speedOf } from './drill-clock.ts'
import { depthAt, hasZoneCome, minuteOfSeries, type WaterSource } from './drill-water.ts'
import { AT_SITE, firstCallOf } from './player.ts'
import { isInGap, measureSpeed } from './track.ts'

/** Water at a place; `isShut`: a zone without a depth (a slope, a bank) has come. */
export type WaterThere = Water & { readonly isShut?: boolean | undefined }

/** The water of a drill by place and minute of the event; null = nothing is known there then, which is not dry. */
export type WaterOver = (at: LngLat, minute: number) => WaterThere | null

/** A place to arrive at, and from which minute on nobody is let in any more; null = never. */
export type DrillSite = { readonly id: string; readonly at: LngLat; readonly shutFrom: number | null }

export type JudgeFacts = {
  readonly water: WaterOver
  /** Those where one may go in this drill: valid for its hazard. */
  readonly sites: readonly DrillSite[]
  /** Whether their building allows to stay (屋内安全確保, `decideStay`); null = not known, which is never read as yes. */
  readonly mayStay: boolean | null
}

/** Metres. The walk is judged by pieces no longer than this: half a cell of a usual series. Own choice. */
const PIECE = 5
/** Water is looked at in steps of one minute and then by halving, to a hundredth: states of a series lie minutes apart. */
const HALVINGS = 7
/** Minutes by which sums of fractions may be off. */
export const NEARLY = 1e-9

/** Where a walk was at the end of a piece of it. */
type Piece = {
  readonly at: LngLat
  readonly minute: number
  readonly metres: number
  readonly isLost: boolean
}

/** Whether nobody can walk there. */
const isStopped = (hazard: TimelineHazard, water: WaterThere): boolean =>
  water.isShut === true || stopsWalkers(hazard, water)

/**
 * The first minute at which nobody can walk at a place; from then on it counts as shut, also where the water falls again, as
 * the front of the routing does. `Infinity` = never in this event; null = nothing is known there at any time.
 */
export function shutFrom(
  water: WaterOver,
  hazard: TimelineHazard,
  at: LngLat,
  minutes: number,
): number | null {
  let isKnown = false
  let before = 0
  for (let minute = 0; minute <= minutes; minute = nextStep(minute, minutes)) {
    const now = water(at, minute)
    if (now !== null && isStopped(hazard, now)) return firstBetween(water, hazard, at, before, minute)
    isKnown ||= now !== null
    before = minute
  }
  return isKnown ? Infinity : null
}

const nextStep = (minute: number, last: number): number =>
  minute === last ? Infinity : Math.min(last, minute + 1)

function firstBetween(
  water: WaterOver,
  hazard: TimelineHazard,
  at: LngLat,
  open: number,
  shut: number,
): number {
  if (open === shut) return shut
  let [low, high] = [open, shut]
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (low + high) / 2
    const now = water(at, middle)
    if (now !== null && isStopped(hazard, now)) high = middle
    else low = middle
  }
  return high
}

/**
 * Judges what somebody did against the water of the scenario.
 * - Each piece of the walk is held against the first minute at which nobody can walk there. Who is not past it in time is
 *   `caught`; positions are what counts, not whether somebody walked on through water that is only told.
 * - `margin` is the least time that any piece was passed before that: who had left so much later would have been caught (negative: so
 *   much earlier would have come through). Pieces of which nothing is known do not count in it; `unknownMetres` tells them, so
 *   that with any of them it is at most so much. A stretch on which the position was lost is unknown too.
 * - Arriving is coming as near to the goal as `AT_SITE` and the accuracy of the position; without a goal, or at the very end of the walk, of any site that is open.
 * - A walk of which more than half is unknown and that the known water did not catch is `unknown`.
 */
export function judgeRun(run: DrillRun, facts: JudgeFacts): DrillResult {
  const { scenario, left } = run
  const prepared = preparationOf(run)
  if (left === null) {
    const { outcome, margin } = judgeStaying(run, facts)
    return {
      outcome,
      margin,
      wet: wetOf([], facts),
      unknownMetres: 0,
      metres: 0,
      speed: null,
      prepared,
      goal: null,
    }
  }
  const { points, site } = cutAtArrival(run, walkedPoints(run, left), facts.sites)
  const pieces = piecesOf(points, run.gaps)
  const slacks = pieces.flatMap((piece) => slackOf(piece, run, facts))
  const margin =
    slacks.length === 0 ? null : finite(slacks.reduce((least, slack) => Math.min(least, slack), Infinity))
  const metres = pieces.reduce((sum, piece) => sum + piece.metres, 0)
  const unknownMetres = pieces.reduce(
    (sum, piece) => sum + (waterOn(piece, facts) === null ? piece.metres : 0),
    0,
  )
  return {
    outcome: outcomeOf(run, {
      points,
      margin,
      site,
      isUnknown: unknownMetres * 2 > metres || slacks.length === 0,
    }),
    margin,
    wet: wetOf(pieces, facts),
    unknownMetres,
    metres,
    speed: run.mode === 'walk' ? measureSpeed(points, run.gaps, 60 / speedOf(scenario, run.mode)) : null,
    prepared,
    goal: site,
  }
}

/** Where the water caught them: the first place of the walk that they passed after nobody could walk there; null = nowhere that is known. */
export function caughtAt(run: DrillRun, facts: JudgeFacts): LngLat | null {
  if (run.left === null) return null
  const { points } = cutAtArrival(run, walkedPoints(run, run.left), facts.sites)
  const caught = piecesOf(points, run.gaps).find((piece) =>
    slackOf(piece, run, facts).some((slack) => slack < -NEARLY),
  )
  return caught?.at ?? null
}

const finite = (minutes: number): number | null => (minutes === Infinity ? null : minutes)

const waterOn = ({ at, minute, isLost }: Piece, { water }: JudgeFacts): WaterThere | null =>
  isLost ? null : water(at, minute)

function slackOf(piece: Piece, { scenario }: DrillRun, { water }: JudgeFacts): readonly number[] {
  if (piece.isLost) return []
  const shut = shutFrom(water, scenario.hazard, piece.at, scenario.minutes)
  return shut === null ? [] : [shut - piece.minute]
}

/** The points from the minute of leaving on, the place where they were then as the first. */
function walkedPoints({ track }: DrillRun, left: number): readonly TrackPoint[] {
  const before = track.findLast(({ minute }) => minute <= left)
  const after = track.filter(({ minute }) => minute > left)
  return before === undefined ? after : [{ ...before, minute: left }, ...after]
}

type Arrived = { readonly points: readonly TrackPoint[]; readonly site: string | null }

function cutAtArrival(
  { goal }: DrillRun,
  points: readonly TrackPoint[],
  sites: readonly DrillSite[],
): Arrived {
  const wanted = goal === null ? sites : sites.filter(({ id }) => id === goal)
  for (const [index, point] of points.entries()) {
    const site = siteAt(point, wanted)
    if (site !== null) return { points: points.slice(0, index + 1), site }
  }
  const last = points.at(-1)
  return { points, site: last === undefined ? null : siteAt(last, sites) }
}

/** The nearest site that somebody has reached with a point, and that is open. */
function siteAt({ at, minute, accuracy }: TrackPoint, sites: readonly DrillSite[]): string | null {
  let [nearest, shortest]: [string | null, number] = [null, AT_SITE + accuracy]
  for (const site of sites) {
    const metres = metresBetween(at, site.at)
    if (metres > shortest || minute > (site.shutFrom ?? Infinity)) continue
    nearest = site.id
    shortest = metres
  }
  return nearest
}

function piecesOf(points: readonly TrackPoint[], gaps: DrillRun['gaps']): readonly Piece[] {
  const [first] = points
  if (first === undefined) return []
  // Where they set off from: it may be shut before the first step.
  const pieces: Piece[] = [{ at: first.at, minute: first.minute, metres: 0, isLost: false }]
  for (const [index, b] of points.entries()) {
    const a = points[index - 1]
    if (a === undefined) continue
    const metres = metresBetween(a.at, b.at)
    const count = Math.max(1, Math.ceil(metres / PIECE))
    const isLost = isInGap(gaps, a.minute, b.minute)
    for (let piece = 0; piece < count; piece += 1)
      pieces.push({
        at: between(a.at, b.at, (piece + 0.5) / count),
        minute: a.minute + ((b.minute - a.minute) * (piece + 1)) / count,
        metres: metres / count,
        isLost,
      })
  }
  return pieces
}

const between = (a: LngLat, b: LngLat, share: number): LngLat => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

/** Borders of depth in metres, each with its source where people are told of it: 0.3 m hard to walk, 0.5 m the limit (東京都). */
const WET = [0.1, 0.3, 0.5, null] as const

function wetOf(pieces: readonly Piece[], facts: JudgeFacts): DrillResult['wet'] {
  const metres = [0, 0, 0, 0]
  for (const piece of pieces) {
    const depth = waterOn(piece, facts)?.depth ?? 0
    if (depth <= 0) continue
    const place = WET.findIndex((below) => below === null || depth < below)
    metres[place] = (metres[place] ?? 0) + piece.metres
  }
  return WET.map((below, index) => ({ below, metres: metres[index] ?? 0 }))
}

function outcomeOf(
  { scenario, ended, gaps }: DrillRun,
  found: {
    readonly points: readonly TrackPoint[]
    readonly margin: number | null
    readonly site: string | null
    readonly isUnknown: boolean
  },
): Outcome {
  if (found.points.length === 0) return 'unknown'
  if (found.margin !== null && found.margin < -NEARLY) return 'caught'
  if (found.isUnknown) return 'unknown'
  if (found.site !== null) return 'arrived'
  if (gaps.some(({ till }) => till === null)) return 'unknown'
  return ended !== null && ended < scenario.minutes ? 'left' : 'unknown'
}

/**
 * Who never left: `stayed` where the building allows it, or no water came; `tooLate` where the water came and the building is
 * not known to allow it; `left` when they gave up before; `unknown` where nothing is known of their home.
 */
function judgeStaying(
  { scenario, home, ended, decisions }: DrillRun,
  { water, mayStay }: JudgeFacts,
): { readonly outcome: Outcome; readonly margin: number | null } {
  const shut = shutFrom(water, scenario.hazard, home, scenario.minutes)
  const till = ended ?? scenario.minutes
  const isDecided = decisions.some(({ kind }) => kind === 'stay' || kind === 'upstairs')
  if (mayStay === true && (isDecided || till >= scenario.minutes)) return { outcome: 'stayed', margin: null }
  if (mayStay !== true && shut !== null && shut <= till) return { outcome: 'tooLate', margin: shut - till }
  if (till < scenario.minutes && !isDecided) return { outcome: 'left', margin: null }
  return { outcome: shut === null ? 'unknown' : 'stayed', margin: null }
}

/** From the first call to go to the door. Negative = they left before anything called. */
function preparationOf({ scenario, left }: DrillRun): number | null {
  const called = firstCallOf(scenario)
  return left === null || called === null ? null : left - called
}

/** The water of a scenario, for judging and for the replay: with the speed of a series, and zones that have no depth. */
export function waterOver(given: WaterSource): WaterOver {
  const source = { ...given, answersAt: rememberLast(given.answersAt) }
  const { water, series } = source
  if (water.kind === 'series')
    return (at, minute) => (series === null ? null : waterAt(series, at, minuteOfSeries(water, minute)))
  const hazards = water.kind === 'rise' ? water.hazards : []
  const hasWater = hazards.some(isWaterKind)
  const hasZones = !hazards.every(isWaterKind)
  return (at, minute) => {
    const depth = depthAt(source, at, minute)
    const isShut = hasZoneCome(source, at, minute)
    // One danger that is known to be there counts, whatever is not known beside it; none is only told where all is known.
    const isThere = isShut === true || (depth ?? 0) > 0
    const isKnown = hazards.length > 0 && (!hasWater || depth !== null) && (!hasZones || isShut !== null)
    return isThere || isKnown ? { depth: depth ?? 0, speed: 0, isShut: isShut === true } : null
  }
}

/** A place is asked for minute after minute: what the area says of it is looked up once. */
function rememberLast(answersAt: WaterSource['answersAt']): WaterSource['answersAt'] {
  let last: { readonly at: LngLat; readonly answers: ReturnType<WaterSource['answersAt']> } | null = null
  return (at) => {
    if (last?.at !== at) last = { at, answers: answersAt(at) }
    return last.answers
  }
}
