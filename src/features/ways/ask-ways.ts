import type { Reckoned } from '#domain/closures/feed-state.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { ok, type Result } from '#domain/result.ts'
import { closingZones, comesAsWater, seriesFor } from '#domain/routes/coming-water.ts'
import { goalsFor, zonesFor } from '#domain/routes/goals.ts'
import { isLongDetour } from '#domain/routes/detour.ts'
import { siteBar, type SiteBar } from '#domain/routes/site-bar.ts'
import type {
  FoundWay,
  FoundWays,
  FrontQuestion,
  Goal,
  WaysQuestion,
  WaysRefusal,
} from '#domain/routes/ways-question.ts'
import { rankSites } from '#domain/shelters/rank-sites.ts'
import type { Site } from '#domain/shelters/site.ts'
import type { WayFinder } from '#platform/ports.ts'
import type { Water, WaysState } from './store.ts'

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
  readonly readSeries: (file: string) => Promise<Uint8Array | null>
}

export type Answer = {
  readonly found: FoundWays
  /** When it was asked: `leaveBy` counts from here. */
  readonly asked: number
  /** True = no way keeps out of all zones, so that those with the least of them are told. */
  readonly isLeast: boolean
  /** The quickest way through whatever zones, where keeping out of them is a very long detour; else null. */
  readonly quick: FoundWay | null
  /** True = the computed flood that was chosen is not here, so that no time to leave is known. */
  readonly lacksSeries: boolean
}

/** Asks for the ways. Where none keeps out of all zones, for those that pass the least of them. */
export async function askWays(
  finder: WayFinder,
  { area, at, hazard, goals, closures, night, walker, now, readSeries }: Asked,
  signal: AbortSignal,
): Promise<Result<Answer, WaysRefusal>> {
  const front = await frontOf(area, hazard, walker.water, now, readSeries)
  signal.throwIfAborted()
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
  const how = { count: OFFERED, signal, ...(front === null || front === 'notHere' ? {} : { front }) }
  const first = await finder.waysFrom(question, at, how)
  const isNone = !first.ok && first.reason === 'unreachable' && walker.manner === 'avoid'
  const ways = isNone ? await finder.waysFrom({ ...question, manner: 'least' }, at, how) : first
  if (!ways.ok) return ways
  const about = { asked: now, isLeast: isNone, lacksSeries: front === 'notHere' }
  const keepsOut = walker.manner === 'avoid' && !isNone
  const quickest = keepsOut
    ? null
    : await finder.waysFrom({ ...question, manner: 'quickest' }, at, { ...how, count: 1 })
  const quick = quickest?.ok === true ? muchQuicker(quickest.value.ways[0], ways.value.ways[0]) : null
  return ok({ found: ways.value, quick, ...about })
}

function muchQuicker(quick: FoundWay | undefined, told: FoundWay | undefined): FoundWay | null {
  if (quick === undefined || told === undefined) return null
  return isLongDetour(told.route, quick.route) ? quick : null
}

/** The front that follows from what is assumed of the water; null = nothing is, or not of this hazard. */
async function frontOf(
  area: Area,
  hazard: SiteHazard,
  water: Water | null,
  now: number,
  readSeries: Asked['readSeries'],
): Promise<FrontQuestion | null | 'notHere'> {
  if (water === null || !comesAsWater(hazard)) return null
  const since = Math.max(0, now - water.at) / 60_000
  if (water.kind === 'within') {
    const seconds = Math.max(0, Math.floor((water.minutes - since) * 60))
    return { kind: 'arrivesIn', hazards: closingZones(area, hazard), seconds }
  }
  const flood = seriesFor(area, hazard).find(({ file }) => file === water.file)
  if (flood === undefined) return null
  const series = await readSeries(flood.file)
  return series === null ? 'notHere' : { kind: 'series', hazard: flood.kind, series, minute: since }
}
