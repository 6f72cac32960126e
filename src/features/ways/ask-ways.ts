import type { Reckoned } from '#domain/closures/feed-state.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { isWaterKind, type HazardKind, type SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { ok, type Result } from '#domain/result.ts'
import { goalsFor, zonesFor } from '#domain/routes/goals.ts'
import { siteBar, type SiteBar } from '#domain/routes/site-bar.ts'
import type {
  FoundWays,
  FrontQuestion,
  Goal,
  WaysQuestion,
  WaysRefusal,
} from '#domain/routes/ways-question.ts'
import { rankSites } from '#domain/shelters/rank-sites.ts'
import type { Site } from '#domain/shelters/site.ts'
import type { WayFinder } from '#platform/ports.ts'
import type { WaysState } from './store.ts'

/** How many different sites are offered. */
const OFFERED = 3

/** Where the way may lead, and where not. */
export type Choice = {
  readonly goals: readonly Goal[]
  readonly barred: readonly { readonly site: Site; readonly bar: SiteBar }[]
  /** The one site that is wanted, with what speaks against it; null = the nearest of all. */
  readonly wanted: { readonly site: Site; readonly bar: SiteBar | null } | null
}

/** The goals for a hazard, or the one site that somebody chose, whatever speaks against it: that is told beside it. */
export function chooseGoals(area: Area, hazard: SiteHazard, wanted: string | null): Choice {
  const all = new Map((area.sites ?? []).map((site) => [site.id, site]))
  const { goals, barred } = goalsFor(area, hazard)
  const left = barred.flatMap(({ id, bar }) => {
    const site = all.get(id)
    return site === undefined ? [] : [{ site, bar }]
  })
  const site = wanted === null ? undefined : all.get(wanted)
  if (site === undefined) return { goals, barred: left, wanted: null }
  const [ranked] = rankSites({ ...area, sites: [site] }, site.at, hazard)
  return {
    goals: [{ id: site.id, at: site.at }],
    barred: left,
    wanted: { site, bar: ranked === undefined ? null : siteBar(ranked, hazard) },
  }
}

/** The zones that the water closes, of those that are regarded: slopes fall at times of their own. */
const closedByWater = (hazard: SiteHazard): readonly HazardKind[] =>
  zonesFor(hazard).filter((kind) => isWaterKind(kind) || kind === 'houseCollapse')

/** Hazards whose water comes over the roads: only for them a time to leave can follow from it. */
const WATERS: readonly SiteHazard[] = ['flood', 'stormSurge', 'tsunami', 'inlandFlood']
export const hasWater = (hazard: SiteHazard): boolean => WATERS.includes(hazard)

export type Asked = {
  readonly area: Area
  readonly at: LngLat
  readonly hazard: SiteHazard
  readonly goals: readonly Goal[]
  readonly closures: Reckoned | null
  readonly night: boolean
  readonly walker: Pick<WaysState, 'profile' | 'manner' | 'water'>
  /** Milliseconds since 1970. */
  readonly now: number
}

export type Answer = {
  readonly found: FoundWays
  /** When it was asked: `leaveBy` counts from here. */
  readonly asked: number
  /** True = no way keeps out of all zones, so that those with the least of them are told. */
  readonly isLeast: boolean
}

/** Asks for the ways. Where none keeps out of all zones, for those that pass the least of them. */
export async function askWays(
  finder: WayFinder,
  { area, at, hazard, goals, closures, night, walker, now }: Asked,
  signal: AbortSignal,
): Promise<Result<Answer, WaysRefusal>> {
  finder.use(area)
  const question: WaysQuestion = {
    hazards: zonesFor(hazard),
    manner: walker.manner,
    profile: walker.profile,
    night,
    measured: null,
    closures,
    goals,
  }
  const front = frontOf(hazard, walker.water, now)
  const how = { count: OFFERED, signal, ...(front === null ? {} : { front }) }
  const first = await finder.waysFrom(question, at, how)
  const isNone = !first.ok && first.reason === 'unreachable' && walker.manner === 'avoid'
  const ways = isNone ? await finder.waysFrom({ ...question, manner: 'least' }, at, how) : first
  return ways.ok ? ok({ found: ways.value, asked: now, isLeast: isNone }) : ways
}

function frontOf(hazard: SiteHazard, water: WaysState['water'], now: number): FrontQuestion | null {
  if (water === null || !hasWater(hazard)) return null
  const left = (water.at + water.minutes * 60_000 - now) / 1000
  return { kind: 'arrivesIn', hazards: closedByWater(hazard), seconds: Math.max(0, Math.floor(left)) }
}
