import { blocks } from '#domain/closures/blocks.ts'
import { closedEdges } from '#domain/closures/closed-edges.ts'
import type { Closure, FeedState, Mode } from '#domain/closures/closure.ts'
import { ageOf, closuresToReckon, type Reckoned } from '#domain/closures/feed-state.ts'
import { writeTime } from '#domain/closures/time.ts'
import { isInside, type LngLat } from '#domain/geo/lng-lat.ts'
import { DEPTH_BANDS, isDepthRank } from '#domain/hazards/depth-band.ts'
import type { HazardKind } from '#domain/hazards/hazard-kind.ts'
import { LANDSLIDE_CLASSES } from '#domain/hazards/landslide.ts'
import type { Area } from '#domain/packs/area.ts'
import { BARS, reckonCosts } from '#domain/routes/cost.ts'
import { departureOf } from '#domain/routes/departure.ts'
import { goalsFor, zonesFor } from '#domain/routes/goals.ts'
import { walkerOf } from '#domain/routes/profiles.ts'
import { walkingTime } from '#domain/routes/route.ts'
import { findWays, openWays, type Ways } from '#domain/routes/way-finder.ts'
import type { FoundWay, FoundWays, Goal, WaysQuestion, WaysRefusal } from '#domain/routes/ways-question.ts'
import type { Result } from '#domain/result.ts'
import { metresBetween, rankSites } from '#domain/shelters/rank-sites.ts'
import { closedByWater, type RouteRequest } from './route-request.ts'

/** Why there is no way in the answer; an honest answer, not a fault of the question. */
export type NoRoute = WaysRefusal | 'outsidePack' | 'sitesUnreadable'

/** A question that is ready: everything but the place. */
export type RouteAsker = {
  readonly area: Area
  readonly request: RouteRequest
  readonly ways: Result<Ways, WaysRefusal>
  readonly question: WaysQuestion
  readonly barredSites: ReturnType<typeof goalsFor>['barred']
  readonly closuresUsed: ReturnType<typeof tellClosures>
}

export type AskedRoute = {
  readonly at: LngLat
  readonly found:
    | { readonly ok: true; readonly value: FoundWays }
    // `end`: which of the two places it is of, where that matters.
    | { readonly ok: false; readonly reason: NoRoute; readonly end: 'from' | 'to' }
}

/** Goal of `--route-to`, which is no site. */
const OWN_GOAL = ''

/** Prepares a question for any number of places. */
export function routeAsker(area: Area, request: RouteRequest): RouteAsker {
  const { hazard, manner, profile, night, closures, to, now } = request
  const { goals, barred } = goalsFor(area, hazard)
  const own: readonly Goal[] | null = to === null ? null : [{ id: OWN_GOAL, at: to }]
  const reckoned = closures.kind === 'never' ? null : closuresToReckon(closures, now)
  const ways = openWays(area)
  const mode: Mode = profile === 'wheelchair' ? 'wheelchair' : 'foot'
  return {
    area,
    request,
    ways,
    question: {
      hazards: zonesFor(hazard),
      manner,
      profile,
      night,
      measured: null,
      closures: reckoned,
      goals: own ?? goals,
    },
    barredSites: own === null ? barred : [],
    closuresUsed: tellClosures(closures, reckoned, mode, ways.ok ? ways.value : null, now),
  }
}

/** Asks for the ways from one place. */
export function askRoute({ area, request, ways, question }: RouteAsker, at: LngLat): AskedRoute {
  const no = (reason: NoRoute, end: 'from' | 'to' = 'from'): AskedRoute => ({
    at,
    found: { ok: false, reason, end },
  })
  const { bounds } = area.manifest
  if (!isInside(at, bounds)) return no('outsidePack')
  if (request.to !== null && !isInside(request.to, bounds)) return no('outsidePack', 'to')
  if (area.sites === null && request.to === null) return no('sitesUnreadable')
  if (!ways.ok) return no(ways.reason)
  const { hazard, waterIn, count } = request
  const front =
    waterIn === null
      ? undefined
      : ({ kind: 'arrivesIn', hazards: closedByWater(hazard), seconds: waterIn * 60 } as const)
  const found = findWays(ways.value, question, at, { count, front })
  if (found.ok) return { at, found }
  // A place is no site: it is only too far from every way.
  return request.to !== null && found.reason === 'noSites' ? no('unsnappable', 'to') : no(found.reason)
}

/** The answer as data (docs/routes.md). */
export function routeJson(asker: RouteAsker, { at, found }: AskedRoute) {
  const { hazard, manner, profile, night, waterIn, now } = asker.request
  const common = {
    from: at,
    area: asker.area.manifest.area.code,
    hazard,
    zones: asker.question.hazards,
    manner,
    profile,
    night,
    now: writeTime(now),
    waterInMinutes: waterIn,
    closuresUsed: asker.closuresUsed,
  }
  if (!found.ok) {
    const isSearched = found.reason === 'unreachable' || found.reason === 'noSites'
    return {
      route: null,
      why: found.reason,
      end: found.end,
      ...common,
      bars: isSearched ? barsOf(asker) : null,
      barredSites: isSearched ? barredJson(asker) : [],
    }
  }
  const [best, ...others] = found.value.ways.map((way) => wayJson(asker, at, way))
  if (best === undefined) throw new RangeError('found, and no way')
  return { ...best, ...common, others }
}

function wayJson(
  { area, request, question }: RouteAsker,
  at: LngLat,
  { goal, route, steps, leaveBy }: FoundWay,
) {
  const { now } = request
  const first = route.line[0] ?? at
  const last = route.line.at(-1) ?? at
  const end = question.goals.find(({ id }) => id === goal)?.at ?? last
  const deciseconds = walkingTime(route)
  return {
    site: siteJson(area, request, goal),
    to: end,
    metres: metres(route.decimetres + route.beside.decimetres),
    metresAlong: metres(route.decimetres),
    metresBeside: metres(route.beside.decimetres),
    snappedMetres: { from: tenths(metresBetween(at, first)), to: tenths(metresBetween(last, end)) },
    minutes: Math.ceil(deciseconds / 600),
    seconds: deciseconds / 10,
    exposure: route.exposure.map(({ kind, rank, decimetres }) => ({
      kind,
      rank,
      label: zoneLabel(kind, rank),
      metres: metres(decimetres),
    })),
    unknown: route.unknown.map(({ kind, decimetres }) => ({ kind, metres: metres(decimetres) })),
    unknownMetres: metres(route.unknownDecimetres),
    perhapsClosedMetres: metres(route.perhapsClosedDecimetres),
    leaveBy: leaveJson(leaveBy, now),
    coordinates: lineJson(route.line),
    steps: steps.map(({ kind, name, decimetres, bearing, at: where }) => ({
      kind,
      road: name,
      metres: metres(decimetres),
      bearing,
      at: where,
    })),
  }
}

/** To a centimetre, without the point that stands twice where somebody begins or ends at a corner. */
function lineJson(line: readonly LngLat[]): readonly LngLat[] {
  const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
  const rounded = line.map(([lng, lat]): LngLat => [round(lng), round(lat)])
  const apart = rounded.filter(([lng, lat], index) => {
    const before = rounded[index - 1]
    return before === undefined || lng !== before[0] || lat !== before[1]
  })
  const [first] = apart
  // A line has two points, also where nothing is walked along the ways.
  return apart.length === 1 && first !== undefined ? [first, first] : apart
}

const metres = (decimetres: number): number => decimetres / 10
const tenths = (value: number): number => Math.round(value * 10) / 10

const barredJson = ({ area, barredSites }: RouteAsker) =>
  barredSites.map(({ id, bar }) => ({
    id,
    name: (area.sites ?? []).find((site) => site.id === id)?.name.ja ?? id,
    bar,
  }))

/** The site with what is known of the hazard there; null = the way leads to a place that was told. */
function siteJson(area: Area, { hazard }: RouteRequest, id: string) {
  const site = (area.sites ?? []).find((one) => one.id === id)
  if (site === undefined) return null
  const [ranked] = rankSites({ ...area, sites: [site] }, site.at, hazard)
  return {
    id,
    name: site.name.ja,
    kind: site.kind,
    at: site.at,
    designated: site.designated,
    zone: ranked?.zone ?? null,
    collapse: ranked?.collapse ?? false,
  }
}

/** The class of a zone: a depth in metres, the zone of a slope, or what carries houses away. */
export function zoneLabel(kind: HazardKind, rank: number): string {
  if (kind === 'houseCollapse') return (['erosion', 'flow', 'both'] as const)[rank - 1] ?? 'both'
  if (kind === 'landslide') {
    const known: Readonly<Record<number, { readonly zone: string } | undefined>> = LANDSLIDE_CLASSES
    return known[rank]?.zone ?? 'special'
  }
  const { min, max } = DEPTH_BANDS[isDepthRank(rank) ? rank : 6]
  return max === null ? `${min} m or more` : `${min}-${max} m`
}

function leaveJson(leaveBy: number | null, now: number) {
  const departure = departureOf(leaveBy, now, now)
  switch (departure.kind) {
    case 'notAsked':
      return null
    case 'leave':
      return { ...departure, by: writeTime(departure.by) }
    case 'notTouched':
    case 'tooLate':
      return departure
  }
}

/** How many ways are barred, by the first reason: what there was to find a way through. */
function barsOf({ ways, question, request }: RouteAsker): Readonly<Record<string, number>> | null {
  if (!ways.ok) return null
  const { graph } = ways.value
  const { closures, hazards, manner, profile, night } = question
  const mode: Mode = request.profile === 'wheelchair' ? 'wheelchair' : 'foot'
  const closed = closures === null ? null : closedEdges(graph, closures.closures, mode, closures.at).states
  const { bars } = reckonCosts(graph, {
    walker: walkerOf(profile, { night }),
    hazards,
    zones: manner,
    closed,
  })
  const counts: Record<string, number> = {}
  for (const bar of bars) {
    const name = BARS[bar - 1]
    if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** Which closures counted, and how old what is known of them is. */
function tellClosures(
  state: FeedState,
  reckoned: Reckoned | null,
  mode: Mode,
  ways: Ways | null,
  now: number,
) {
  if (state.kind === 'never' || reckoned === null) return { state: 'never' as const }
  const { feed, fetched } = state
  const age = ageOf(feed, fetched, now)
  const inForce = reckoned.closures.filter((one) => blocks(one, mode, reckoned.at) !== 'no')
  const laid = ways === null ? null : closedEdges(ways.graph, inForce, mode, reckoned.at)
  return {
    state: state.kind,
    count: feed.closures.length,
    inForce: inForce.length,
    onWays: laid === null ? [] : idsOn(laid.closures, inForce),
    unplaced: laid?.unplaced.map(({ id }) => id) ?? [],
    issued: writeTime(feed.issued),
    fetched: writeTime(fetched),
    ageSeconds: age === null ? null : Math.floor(age / 1000),
    expires: writeTime(feed.expires),
    expired: now >= feed.expires,
    publisher: feed.publisher,
    sequence: feed.sequence,
    signatureChecked: false,
  }
}

function idsOn(
  byEdge: ReadonlyMap<number, readonly string[]>,
  closures: readonly Closure[],
): readonly string[] {
  const ids = new Set([...byEdge.values()].flat())
  return closures.flatMap(({ id }) => (ids.has(id) ? [id] : []))
}
