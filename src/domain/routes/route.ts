import { PERHAPS_CLOSED } from '../closures/closed-edges.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { HazardKind } from '../hazards/hazard-kind.ts'
import { BACKWARD, besideTime, FORWARD, pieceTime, type Costs } from './cost.ts'
import { cutEdge } from './edge-shape.ts'
import { RANK_UNKNOWN, type Snapped } from './graph.ts'
import { zoneLevel } from './walked-zones.ts'

/**
 * Why there is no route: the start or the end is farther than `SNAP_LIMIT` from every way; no way leads there that is not barred;
 * no site is near a way.
 */
export type RouteRefusal = 'unsnappable' | 'unreachable' | 'noSites'

/**
 * A piece of an edge as it is walked, decimetres from its `from` end; `start` above `end` = backward. Never without length: an
 * edge that has none is passed and not told.
 */
export type Leg = { readonly edge: number; readonly start: number; readonly end: number }

export type ZoneExposure = { readonly kind: HazardKind; readonly rank: number; readonly decimetres: number }

export type Route = {
  /** Id of the site; null between two places. */
  readonly site: string | null
  /** Along the ways, without what lies beside them. */
  readonly decimetres: number
  readonly deciseconds: number
  /** From the start to the way and from the way to the end, straight, in both together. */
  readonly beside: { readonly decimetres: number; readonly deciseconds: number }
  /** For each hazard and rank that the route meets, worst first. An edge counts with the worst rank along it. */
  readonly exposure: readonly ZoneExposure[]
  /** For each hazard of which nothing is known on a part of the route; never read as no hazard. */
  readonly unknown: readonly { readonly kind: HazardKind; readonly decimetres: number }[]
  /** Where a closure lies that does not tell whether this walker may pass. */
  readonly perhapsClosedDecimetres: number
  /** Where at least one hazard is unknown. */
  readonly unknownDecimetres: number
  readonly legs: readonly Leg[]
  /** From the start to the end on the ways; two points or more, equal ones when there is no length. */
  readonly line: readonly LngLat[]
}

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0)

/** The time that is told, deciseconds: along the ways and beside them at both ends. */
export const walkingTime = ({ deciseconds, beside }: Route): number => deciseconds + beside.deciseconds

/** The direction in which a leg is walked. */
export const directionOf = ({ start, end }: Leg): number => (start > end ? BACKWARD : FORWARD)

/** Measures legs that follow each other. */
export function measureRoute(
  costs: Costs,
  ends: { readonly start: Snapped; readonly end: Snapped; readonly site: string | null },
  legs: readonly Leg[],
): Route {
  const tally = new Map<string, ZoneExposure>()
  const unknown = new Map<HazardKind, number>()
  let [decimetres, deciseconds, unknownDecimetres, perhapsClosedDecimetres] = [0, 0, 0, 0]
  for (const leg of legs) {
    const length = Math.abs(leg.end - leg.start)
    decimetres += length
    deciseconds += pieceTime(costs, leg.edge, directionOf(leg), length)
    const isUnknown = tallyLeg(costs, leg.edge, length, tally, unknown)
    if (isUnknown) unknownDecimetres += length
    if (costs.question.closed?.[leg.edge] === PERHAPS_CLOSED) perhapsClosedDecimetres += length
  }
  const beside = [ends.start.away, ends.end.away]
  return {
    site: ends.site,
    decimetres,
    deciseconds,
    beside: {
      decimetres: sum(beside.map((away) => Math.ceil(away * 10))),
      deciseconds: sum(beside.map((away) => besideTime(costs, away))),
    },
    exposure: [...tally.values()].sort(worstFirst),
    unknown: [...unknown].map(([kind, length]) => ({ kind, decimetres: length })),
    perhapsClosedDecimetres,
    unknownDecimetres,
    legs,
    line: lineOf(costs, ends.start.at, ends.end.at, legs),
  }
}

function tallyLeg(
  { graph, question }: Costs,
  edge: number,
  length: number,
  tally: Map<string, ZoneExposure>,
  unknown: Map<HazardKind, number>,
): boolean {
  let isUnknown = false
  for (const kind of new Set(question.hazards)) {
    const rank = graph.ranks.get(kind)?.[edge] ?? RANK_UNKNOWN
    if (rank === RANK_UNKNOWN) {
      unknown.set(kind, (unknown.get(kind) ?? 0) + length)
      isUnknown = true
    } else if (rank !== 0) {
      const key = `${kind} ${rank}`
      tally.set(key, { kind, rank, decimetres: (tally.get(key)?.decimetres ?? 0) + length })
    }
  }
  return isUnknown
}

const worstFirst = (a: ZoneExposure, b: ZoneExposure): number =>
  zoneLevel(b.kind, b.rank) - zoneLevel(a.kind, a.rank) || b.decimetres - a.decimetres

function lineOf({ graph }: Costs, start: LngLat, end: LngLat, legs: readonly Leg[]): readonly LngLat[] {
  const inner = legs.flatMap((leg) => cutEdge(graph, leg.edge, leg.start, leg.end)).slice(1, -1)
  const line: LngLat[] = [start]
  for (const point of inner) {
    const before = line.at(-1)
    if (before?.[0] !== point[0] || before[1] !== point[1]) line.push(point)
  }
  return [...line, end]
}
