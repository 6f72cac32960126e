import { closedEdges } from '../closures/closed-edges.ts'
import { blocks } from '../closures/blocks.ts'
import type { Closure, Mode } from '../closures/closure.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { Area } from '../packs/area.ts'
import { ok, refuse, type Result } from '../result.ts'
import { readWaterSeries } from '../water/water-series.ts'
import { bandsOf } from './bands.ts'
import { besideTime, reckonCosts, type Costs } from './cost.ts'
import { slackPieces } from './departure-pieces.ts'
import { distancesFrom } from './distances.ts'
import { cutterOf } from './edge-shape.ts'
import { buildField, type Field, type SiteOnGraph } from './field.ts'
import { routesFrom } from './follow-field.ts'
import type { Graph, Snapped } from './graph.ts'
import {
  closeZonesAt,
  findLastDepartures,
  lastDepartureAlong,
  lastDepartureFrom,
  slackAt,
  SLACKS,
  type Front,
} from './last-departure.ts'
import { openGraph } from './open-graph.ts'
import { walkerOf } from './profiles.ts'
import { Recent } from './recent.ts'
import { indexEdges, snap, type EdgeIndex } from './snap.ts'
import { stepsOf } from './steps.ts'
import { frontFromSeries } from './water-front.ts'
import type {
  Departures,
  Distances,
  FoundWay,
  FoundWays,
  FrontQuestion,
  Reach,
  WaysQuestion,
  WaysRefusal,
} from './ways-question.ts'

/** The ways of an area, ready to be asked, with what was reckoned last. The same question always has the same answer. */
export type Ways = {
  readonly graph: Graph
  readonly index: EdgeIndex
  readonly reckonings: Recent<Reckoning>
  readonly fronts: Recent<Result<Float64Array, WaysRefusal>>
}

/** What one question comes to, whatever the place. */
type Reckoning = {
  readonly costs: Costs
  readonly sites: readonly SiteOnGraph[]
  readonly unplaced: readonly Closure[]
  /** By the number of labels. */
  readonly fields: Map<number, Result<Field, 'noSites'>>
}

/** Questions that are remembered: some hazards, with and without the dark. A reckoning of a city takes about a megabyte. */
const MOST_REMEMBERED = 6

/**
 * How long before the water of a computed flood somebody must be off an edge, deciseconds: 10 minutes. Own choice: such fronts
 * come late on dry ground (see the limits of the solver in ARCHITECTURE.md), and states lie minutes apart. Where all zones close
 * at one moment there is none: water takes time to cross them, which is not counted, so that a margin would be taken twice.
 */
export const SERIES_MARGIN = 6000

/** Opens the ways of an area; some milliseconds, once. Refusals as `openGraph`. */
export function openWays(area: Pick<Area, 'graph'>): Result<Ways, WaysRefusal> {
  const graph = openGraph(area)
  return graph.ok ? ok(waysOn(graph.value)) : graph
}

/** Ways on a graph that is open already. */
export const waysOn = (graph: Graph): Ways => ({
  graph,
  index: indexEdges(graph),
  reckonings: new Recent(MOST_REMEMBERED),
  fronts: new Recent(2),
})

/**
 * The ways from a place to up to `count` different goals, the one of least cost first.
 * @param how.front when it is given, each way tells when to leave at the latest
 * @returns the refusal `noSites` = no goal is near a way; `unsnappable`, `unreachable`; `damaged` and its like with the detail
 * `series` = of the series.
 */
export function findWays(
  ways: Ways,
  question: WaysQuestion,
  at: LngLat,
  { count, front }: { readonly count: number; readonly front?: FrontQuestion | undefined },
): Result<FoundWays, WaysRefusal> {
  const reckoning = reckon(ways, question)
  const field = fieldOf(reckoning, count)
  if (!field.ok) return field
  const start = placeOn(ways, reckoning.costs, at)
  if (!start.ok) return start
  const routes = routesFrom(field.value, start.value)
  if (!routes.ok) return routes
  const moving = front === undefined ? ok(null) : frontOf(ways, reckoning, front)
  if (!moving.ok) return moving
  const found = routes.value.map((route): FoundWay => {
    const index = reckoning.sites.findIndex(({ id }) => id === route.site)
    return {
      goal: route.site ?? '',
      route,
      steps: stepsOf(ways.graph, route),
      leaveBy:
        moving.value === null
          ? null
          : lastDepartureAlong(
              reckoning.costs,
              route.legs,
              moving.value,
              moving.value.sites?.[index] ?? Infinity,
            ) - besideTime(reckoning.costs, start.value.away),
    }
  })
  return ok({ ways: found, unplaced: reckoning.unplaced })
}

/**
 * How far it is from a place to every goal, by the way of least cost to each.
 * @returns the refusal `noSites` = there are no goals, `unsnappable` = no way is near the place
 */
export function findDistances(
  ways: Ways,
  question: WaysQuestion,
  at: LngLat,
): Result<Distances, WaysRefusal> {
  if (question.goals.length === 0) return refuse('noSites')
  const { costs, sites, unplaced } = reckon(ways, question)
  const start = placeOn(ways, costs, at)
  return start.ok ? ok({ goals: distancesFrom(costs, start.value, sites), unplaced }) : start
}

/** Every road by the time to the goal of least cost (逃げ地図), what lies beside the way at the goal counted. */
export function findReach(ways: Ways, question: WaysQuestion): Result<Reach, WaysRefusal> {
  const reckoning = reckon(ways, question)
  const field = fieldOf(reckoning, 1)
  if (!field.ok) return field
  const pieces = bandsOf(field.value)
  return ok({
    pieces: linesOf(ways.graph, pieces, (line, { band }) => ({ line, band })),
    metresByBand: metresBy(
      pieces,
      ({ band }) => band,
      (band) => band,
    ).map(([band, metres]) => ({ band, metres })),
    unplaced: reckoning.unplaced,
  })
}

/**
 * Every road by the time that is left there, and the last moment to leave one place.
 * @param at null = no place is asked for
 */
export function findDepartures(
  ways: Ways,
  question: WaysQuestion,
  front: FrontQuestion,
  at: LngLat | null,
): Result<Departures, WaysRefusal> {
  const reckoning = reckon(ways, question)
  const { costs, sites, unplaced } = reckoning
  const moving = frontOf(ways, reckoning, front)
  if (!moving.ok) return moving
  const found = findLastDepartures(costs, sites, moving.value)
  if (!found.ok) return found
  const pieces = slackPieces(found.value, 0)
  const start = at === null ? null : placeOn(ways, costs, at)
  return ok({
    pieces: linesOf(ways.graph, pieces, (line, { slack }) => ({ line, slack })),
    metresBySlack: metresBy(
      pieces,
      ({ slack }) => slack,
      (slack) => SLACKS.indexOf(slack),
    ).map(([slack, metres]) => ({ slack, metres })),
    here: start === null ? null : !start.ok ? start : departureFrom(found.value, start.value),
    unplaced,
  })
}

function departureFrom(
  found: Parameters<typeof lastDepartureFrom>[0],
  start: Snapped,
): NonNullable<Departures['here']> {
  const last = lastDepartureFrom(found, start)
  if (!last.ok) return last
  const leaveBy = last.value.leaveBy - besideTime(found.costs, start.away)
  return ok({ leaveBy, goal: last.value.site, slack: slackAt(leaveBy, 0) })
}

function reckon(ways: Ways, { closures, goals, ...question }: WaysQuestion): Reckoning {
  const { profile, night, measured, manner } = question
  const walker = walkerOf(profile, { night, measured })
  const hazards = [...new Set(question.hazards)].sort()
  const mode: Mode = profile === 'wheelchair' ? 'wheelchair' : 'foot'
  // What holds no longer, or not yet, changes nothing: the time goes on, and the reckoning stays.
  const inForce = closures?.closures.filter((one) => blocks(one, mode, closures.at) !== 'no') ?? null
  const key = JSON.stringify([walker, hazards, manner, mode, inForce, goals])
  return ways.reckonings.get(key, () => {
    const closed = inForce === null ? null : closedEdges(ways.graph, inForce, mode, closures?.at ?? 0)
    const costs = reckonCosts(ways.graph, {
      walker,
      hazards,
      zones: manner,
      closed: closed?.states ?? null,
    })
    const sites = goals.map(({ id, at }) => {
      const on = placeOn(ways, costs, at)
      return { id, on: on.ok ? on.value : null }
    })
    return { costs, sites, unplaced: closed?.unplaced ?? [], fields: new Map() }
  })
}

function fieldOf({ costs, sites, fields }: Reckoning, labels: number): Result<Field, 'noSites'> {
  const field = fields.get(labels) ?? buildField(costs, sites, { labels })
  fields.set(labels, field)
  return field
}

/**
 * How much farther than the nearest way the nearest one may lie that is not barred, metres: half a block. Nobody is led across
 * ground of which nothing is known only because the road at the door is closed. Own choice.
 */
const NEXT_WAY = 50

/** A place on a way that may be walked, if one is as good as near; else on the nearest, from which no way leads on. */
export function placeOn(
  { index }: Pick<Ways, 'index'>,
  { bars }: Pick<Costs, 'bars'>,
  at: LngLat,
): Result<Snapped, 'unsnappable'> {
  const nearest = snap(index, at)
  if (!nearest.ok) return refuse('unsnappable')
  const usable = snap(index, at, {
    isUsable: (edge) => bars[edge] === 0,
    within: nearest.value.away + NEXT_WAY,
  })
  return usable.ok ? usable : nearest
}

/**
 * The front of a question on the clock whose 0 is now. A site beside the way closes with the edge at which it lies, early enough
 * for the walk to its door: no more is known of that ground than of the edge.
 */
function frontOf(ways: Ways, { costs, sites }: Reckoning, front: FrontQuestion): Result<Front, WaysRefusal> {
  const edges = closingsOf(ways, front)
  if (!edges.ok) return edges
  const margin = front.kind === 'series' ? SERIES_MARGIN : 0
  const closings = sites.map(({ on }) =>
    on === null || on.away === 0
      ? Infinity
      : (edges.value[on.edge] as number) - margin - besideTime(costs, on.away),
  )
  return ok({ edges: edges.value, sites: Float64Array.from(closings), margin })
}

function closingsOf({ graph, fronts }: Ways, front: FrontQuestion): Result<Float64Array, WaysRefusal> {
  if (front.kind === 'arrivesIn')
    return ok(closeZonesAt(graph, front.hazards, Math.floor(front.seconds * 10)))
  const { series: bytes, minute, hazard } = front
  // The head of a series holds the checksum of all the rest.
  const key = JSON.stringify([bytes.length, [...bytes.subarray(0, 10)], minute, hazard])
  return fronts.get(key, () => {
    const series = readWaterSeries(bytes)
    return series.ok
      ? ok(frontFromSeries(graph, series.value, minute, hazard))
      : refuse(series.reason, 'series')
  })
}

/** Pieces, which stand edge by edge, with their lines. */
function linesOf<P extends { readonly edge: number; readonly start: number; readonly end: number }, T>(
  graph: Graph,
  pieces: readonly P[],
  make: (line: readonly LngLat[], piece: P) => T,
): readonly T[] {
  let edge = -1
  let cut: ReturnType<typeof cutterOf> = () => []
  return pieces.map((piece) => {
    if (piece.edge !== edge) [edge, cut] = [piece.edge, cutterOf(graph, piece.edge)]
    return make(cut(piece.start, piece.end), piece)
  })
}

/** Metres of road for each value that pieces have, in the order of the values; null last. */
function metresBy<P extends { readonly start: number; readonly end: number }, K>(
  pieces: readonly P[],
  keyOf: (piece: P) => K | null,
  rankOf: (key: K) => number,
): readonly (readonly [K | null, number])[] {
  const sums = new Map<K | null, number>()
  for (const piece of pieces) sums.set(keyOf(piece), (sums.get(keyOf(piece)) ?? 0) + piece.end - piece.start)
  return [...sums]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : rankOf(a) - rankOf(b)))
    .map(([key, decimetres]) => [key, decimetres / 10] as const)
}
