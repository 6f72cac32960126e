import type { LngLat } from '../geo/lng-lat.ts'
import { besideTime, pieceTime, type Costs } from '../routes/cost.ts'
import { earliestArrival, type Arrival } from '../routes/earliest-arrival.ts'
import type { SiteOnGraph } from '../routes/field.ts'
import { BRIDGE, type Graph, type Snapped } from '../routes/graph.ts'
import { findLastDepartures, lastDepartureFrom, type Front } from '../routes/last-departure.ts'
import { directionOf, type Leg } from '../routes/route.ts'
import { snap, type EdgeIndex } from '../routes/snap.ts'
import type { Counterfactual, DrillResult, DrillRun, TrackPoint } from './drill-run.ts'
import { judgeRun, NEARLY, shutFrom, type JudgeFacts } from './judge-run.ts'
import { timesAlong } from './table-move.ts'

/** All on which other choices depend. The clock of the front is that of the event: deciseconds from its minute 0. */
export type OtherFacts = JudgeFacts & {
  readonly costs: Costs
  /** The sites of `sites` on the graph, in the order of `front.sites`. */
  readonly goals: readonly SiteOnGraph[]
  /** When the ways close; null = nothing is known of the water, so that nothing can be said of other ways. */
  readonly front: Front | null
  /** Where they set off, on the graph; null = no way is near. */
  readonly start: Snapped | null
  /** The edges that they walked, so that a way is named by what is different; empty = not known. */
  readonly walked: ReadonlySet<number>
}

const MINUTE = 600

/**
 * What another choice would have done; only what is known to be better than what was done. Each is judged as a run of its own, so
 * that it stands beside the real one with the same numbers.
 * - `earlier`: the same walk so many whole minutes earlier, when it led to a site through the water; else, when they never came to one,
 *   the fewest minutes earlier from which any way of the graph comes through.
 * - `otherWay`: to the same site at the same minute, by the way that stays open longest; `gained` minutes, as far as the event goes.
 * - `otherSite`: at the same minute to the site that is reached first ahead of the water; told to who did not arrive.
 * - `upstairs`: where their building allows to stay, and they were caught, too late, or gave up.
 */
export const counterfactualsOf = (run: DrillRun, facts: OtherFacts): readonly Counterfactual[] =>
  otherRunsOf(run, facts).map(({ other }) => other)

/** Another choice, and the run of somebody who makes it, for the replay. */
export type OtherRun = { readonly other: Counterfactual; readonly run: DrillRun }

/** The same, each with its run. */
export function otherRunsOf(run: DrillRun, facts: OtherFacts): readonly OtherRun[] {
  const result = judgeRun(run, facts)
  const all = [
    earlierThan(run, result, facts),
    otherWay(run, result, facts),
    otherSite(run, result, facts),
    upstairs(run, result, facts),
  ]
  return all.filter((one) => one !== null)
}

/**
 * The fewest whole minutes earlier at which somebody has to leave a place to come through to any of the sites, by whatever way.
 * @param left deciseconds on the clock of the front
 * @returns 0 = they come through as it is; null = no way leads there at any time, or only from before the clock began
 */
export function leastMinutesEarlier(
  costs: Costs,
  sites: readonly SiteOnGraph[],
  front: Front,
  start: Snapped | null,
  left: number,
): number | null {
  const leaveBy = leaveDoorBy(costs, sites, front, start)
  if (leaveBy === null) return null
  const minutes = Math.max(0, Math.ceil((left - leaveBy) / MINUTE))
  return left - minutes * MINUTE < 0 ? null : minutes
}

/** The last moment to leave a place for any of the sites, what lies beside the ways counted. */
function leaveDoorBy(
  costs: Costs,
  sites: readonly SiteOnGraph[],
  front: Front,
  start: Snapped | null,
): number | null {
  const found = findLastDepartures(costs, sites, front)
  if (!found.ok || start === null) return null
  const last = lastDepartureFrom(found.value, start)
  return last.ok ? last.value.leaveBy - besideTime(costs, start.away) : null
}

function earlierThan(run: DrillRun, result: DrillResult, facts: OtherFacts): OtherRun | null {
  if (result.outcome !== 'caught' && result.outcome !== 'tooLate') return null
  const { margin, goal } = result
  if (run.left !== null && goal !== null && margin !== null) {
    const minutes = Math.ceil(-margin - NEARLY)
    const moved = movedEarlier(run, minutes)
    const same = judgeRun(moved, facts)
    if (run.left >= minutes && same.outcome === 'arrived')
      return { other: { kind: 'earlier', minutes, result: same }, run: moved }
  }
  return earlierByAnyWay(run, facts)
}

function earlierByAnyWay(run: DrillRun, facts: OtherFacts): OtherRun | null {
  const { costs, goals, front, start } = facts
  const left = run.left ?? minuteOfWater(run, facts)
  if (front === null || left === null) return null
  const minutes = leastMinutesEarlier(costs, goals, front, start, Math.floor(left * MINUTE))
  if (minutes === null || minutes === 0) return null
  const leave = Math.floor(left * MINUTE) / MINUTE - minutes
  const found = resultOf(run, facts, { goals, front }, leave)
  if (found?.result.outcome !== 'arrived') return null
  return { other: { kind: 'earlier', minutes, result: found.result }, run: found.run }
}

/** Who never left is held against the minute at which the water came to them. */
function minuteOfWater({ scenario, home }: DrillRun, { water }: OtherFacts): number | null {
  const shut = shutFrom(water, scenario.hazard, home, scenario.minutes)
  return shut === null || shut === Infinity ? null : shut
}

/** The same run, all of it so many minutes earlier. */
export function movedEarlier(run: DrillRun, minutes: number): DrillRun {
  const move = (minute: number): number => minute - minutes
  return {
    ...run,
    left: run.left === null ? null : move(run.left),
    track: run.track.map((point) => ({ ...point, minute: move(point.minute) })),
    decisions: run.decisions.map((decision) => ({ ...decision, minute: move(decision.minute) })),
    gaps: run.gaps.map(({ from, till }) => ({ from: move(from), till: till === null ? null : move(till) })),
    ended: run.ended === null ? null : move(run.ended),
  }
}

function otherWay(run: DrillRun, own: DrillResult, facts: OtherFacts): OtherRun | null {
  const { costs, front, start, goals } = facts
  const goal = own.goal ?? run.goal
  if (run.left === null || goal === null || front === null || start === null) return null
  const only = onlySome(goals, front, ({ id }) => id === goal)
  const leaveBy = leaveDoorBy(costs, only.goals, only.front, start)
  if (leaveBy === null || leaveBy < run.left * MINUTE) return null
  // Whoever leaves at the last moment can only go the way that stays open longest; it is walked when they really left.
  const last = Math.min(leaveBy, Math.max(run.left, run.scenario.minutes) * MINUTE)
  const arrival = earliestArrival(costs, only.goals, only.front, start, last + besideTime(costs, start.away))
  if (!arrival.ok) return null
  const imagined = imagine(run, facts, arrival.value, run.left)
  const result = judgeRun(imagined, facts)
  const gained = roomOf(run, result) - roomOf(run, own)
  if (result.outcome !== 'arrived' || !(gained > 0)) return null
  const by = nameOf(costs.graph, arrival.value.legs, facts.walked)
  return { other: { kind: 'otherWay', by, gained, result }, run: imagined }
}

/** Minutes to spare, as far as the event goes; nothing is told of what comes after it. */
function roomOf({ scenario, left }: DrillRun, { margin }: DrillResult): number {
  const rest = scenario.minutes - (left ?? 0)
  return Math.min(margin ?? rest, rest)
}

function otherSite(run: DrillRun, own: DrillResult, facts: OtherFacts): OtherRun | null {
  const { front, goals } = facts
  if (own.outcome === 'arrived' || own.outcome === 'stayed' || run.left === null || front === null)
    return null
  const goal = own.goal ?? run.goal
  const others = onlySome(goals, front, ({ id }) => id !== goal)
  const found = resultOf(run, facts, others, run.left)
  if (found?.result.outcome !== 'arrived') return null
  return { other: { kind: 'otherSite', site: found.site, result: found.result }, run: found.run }
}

function upstairs(run: DrillRun, own: DrillResult, facts: OtherFacts): OtherRun | null {
  if (facts.mayStay !== true || own.outcome === 'arrived' || own.outcome === 'stayed') return null
  const stayed: DrillRun = { ...run, left: null, goal: null, track: [], decisions: [], gaps: [], ended: null }
  return { other: { kind: 'upstairs', result: judgeRun(stayed, facts) }, run: stayed }
}

type Goals = { readonly goals: readonly SiteOnGraph[]; readonly front: Front }

/** Some of the sites, with their moments. */
function onlySome(
  goals: readonly SiteOnGraph[],
  front: Front,
  isMeant: (site: SiteOnGraph) => boolean,
): Goals {
  const sites = front.sites?.filter((_, index) => isMeant(goals[index] as SiteOnGraph)) ?? null
  return { goals: goals.filter(isMeant), front: { ...front, sites } }
}

/** The run of somebody who leaves at a minute and walks the way by which a site is reached first ahead of the water. */
function resultOf(
  run: DrillRun,
  facts: OtherFacts,
  { goals, front }: Goals,
  leave: number,
): { readonly site: string; readonly result: DrillResult; readonly run: DrillRun } | null {
  const { costs, start } = facts
  if (start === null) return null
  const moment = Math.ceil(leave * MINUTE - 1e-6) + besideTime(costs, start.away)
  const arrival = earliestArrival(costs, goals, front, start, moment)
  if (!arrival.ok) return null
  const imagined = imagine(run, facts, arrival.value, leave)
  return { site: arrival.value.site, result: judgeRun(imagined, facts), run: imagined }
}

/** The run of somebody who walks a way at the speed of the profile, from their door to the place of the site. */
function imagine(run: DrillRun, facts: OtherFacts, { legs, site }: Arrival, leave: number): DrillRun {
  const { costs, goals, start } = facts
  const track: TrackPoint[] = [{ minute: leave, at: run.home, accuracy: 0 }]
  let moment = leave * MINUTE + besideTime(costs, start?.away ?? 0)
  for (const leg of legs) {
    const { edge, start: begin, end } = leg
    const direction = directionOf(leg)
    const ended = moment + pieceTime(costs, edge, direction, Math.abs(end - begin))
    for (const [at, time] of timesAlong(costs, { edge, direction, start: begin, end, began: moment, ended }))
      track.push({ minute: time / MINUTE, at, accuracy: 0 })
    moment = ended
  }
  const place = facts.sites.find(({ id }) => id === site)?.at
  const away = goals.find(({ id }) => id === site)?.on?.away ?? 0
  moment += besideTime(costs, away)
  if (place !== undefined) track.push({ minute: moment / MINUTE, at: place, accuracy: 0 })
  return { ...run, left: leave, goal: site, track, decisions: [], gaps: [], ended: moment / MINUTE }
}

/** By what a way is called: its first bridge that was not walked, else the name along which it goes farthest apart. */
function nameOf(graph: Graph, legs: readonly Leg[], walked: ReadonlySet<number>): string | null {
  const named = legs.flatMap((leg) => {
    const name = graph.names[graph.nameOf[leg.edge] as number]
    return name == null || walked.has(leg.edge) ? [] : [{ leg, name: name.ja }]
  })
  const bridge = named.find(({ leg }) => ((graph.flags[leg.edge] as number) & BRIDGE) !== 0)
  if (bridge !== undefined) return bridge.name
  const lengths = new Map<string, number>()
  for (const { leg, name } of named)
    lengths.set(name, (lengths.get(name) ?? 0) + Math.abs(leg.end - leg.start))
  return [...lengths].reduce<readonly [string | null, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [null, 0],
  )[0]
}

/** Metres from a way within which a position is taken to be on it. Own choice: a wide road and a usual accuracy. */
const ON_WAY = 25

/** The edges nearest to the points of a track: what was walked, as far as positions can tell. */
export function walkedEdges(
  index: EdgeIndex,
  points: readonly { readonly at: LngLat }[],
): ReadonlySet<number> {
  const found = points.map(({ at }) => snap(index, at, { within: ON_WAY }))
  return new Set(found.flatMap((one) => (one.ok ? [one.value.edge] : [])))
}
