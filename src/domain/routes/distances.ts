import { ok, refuse } from '../result.ts'
import type { Costs } from './cost.ts'
import { buildField, isOnGraph, type Field, type SiteOnGraph } from './field.ts'
import { beginningsAt, legsOf } from './follow-field.ts'
import { RANK_UNKNOWN, type Snapped } from './graph.ts'
import { measureRoute, walkingTime, type Leg } from './route.ts'
import type { Distance, WayLength } from './ways-question.ts'

/**
 * How far it is from one place to each of many, by the way of least cost that leads there: one search from the place instead of
 * one for each of them. The cost of each is that of `routeBetween`; where several ways cost the same either may be measured.
 * @param start where the walk begins, on the graph
 */
export function distancesFrom(
  costs: Costs,
  start: Snapped,
  sites: readonly SiteOnGraph[],
): readonly Distance[] {
  const field = buildField(turnedRound(costs), [{ id: '', on: start }])
  return sites.map((site) => ({
    goal: site.id,
    way: field.ok ? lengthTo(costs, field.value, start, site) : refuse('unsnappable'),
  }))
}

/** The same costs for who walks every edge the other way: fields lead towards a place, and here the walk leads away from it. */
function turnedRound(costs: Costs): Costs {
  const { factors, times } = costs
  return {
    ...costs,
    factors: factors.map((_, at) => factors[at ^ 1] as number),
    times: times.map((_, at) => times[at ^ 1] as number),
  }
}

function lengthTo(costs: Costs, field: Field, start: Snapped, { id, on }: SiteOnGraph): Distance['way'] {
  if (!isOnGraph(costs, on)) return refuse('unsnappable')
  const [beginning] = beginningsAt(field, on)
  if (beginning === undefined) return refuse('unreachable')
  const legs = legsOf(field, on, beginning)
    .toReversed()
    .map((leg): Leg => ({ edge: leg.edge, start: leg.end, end: leg.start }))
  return ok(lengthOf(costs, legs, measureRoute(costs, { start, end: on, site: id }, legs)))
}

function lengthOf(costs: Costs, legs: readonly Leg[], route: ReturnType<typeof measureRoute>): WayLength {
  const inZones = legs.filter(({ edge }) => isInZone(costs, edge))
  return {
    metres: (route.decimetres + route.beside.decimetres) / 10,
    seconds: walkingTime(route) / 10,
    zoneMetres: inZones.reduce((sum, { start, end }) => sum + Math.abs(end - start), 0) / 10,
    unknownMetres: route.unknownDecimetres / 10,
    perhapsClosedMetres: route.perhapsClosedDecimetres / 10,
  }
}

const isInZone = ({ graph, question }: Costs, edge: number): boolean =>
  question.hazards.some((kind) => {
    const rank = graph.ranks.get(kind)?.[edge] ?? RANK_UNKNOWN
    return rank !== 0 && rank !== RANK_UNKNOWN
  })
