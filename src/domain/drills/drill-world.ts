import type { Closure } from '../closures/closure.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { Area } from '../packs/area.ts'
import { SITE_HAZARD_OF } from '../plan/plan.ts'
import { assessRisk } from '../risk/assess-risk.ts'
import { goalsFor } from '../routes/goals.ts'
import type { Profile } from '../routes/profiles.ts'
import { Recent } from '../routes/recent.ts'
import type { WaysRefusal } from '../routes/ways-question.ts'
import type { Site } from '../shelters/site.ts'
import type { WaterSeries } from '../water/water-series.ts'
import { injectsUntil, type Places } from './coming-injects.ts'
import { openDrillWays, type DrillWays } from './drill-ways.ts'
import type { DrillNow, DrillRun } from './drill-run.ts'
import type { WaterSource } from './drill-water.ts'
import { waterOver, type DrillSite, type WaterOver } from './judge-run.ts'
import type { Surroundings } from './player.ts'
import type { Scenario } from './scenario.ts'
import { wayAhead } from './way-ahead.ts'

/** What a drill has to be told of a participant and of the device. */
export type DrillAbout = {
  readonly profile: Profile
  readonly night: boolean
  /** Where they are when it begins. */
  readonly home: LngLat
  /** The series of the scenario's name, as `readWaterSeries` gives it; null = there is none, or it is not on the device. */
  readonly series: WaterSeries | null
  /** Whether their building allows to stay (`decideStay`); null = not known. */
  readonly mayStay: boolean | null
  /** Real closures that are in force: they hold in the drill too, and as long as it lasts. */
  readonly closed: readonly Closure[]
}

/** A place where one may go in a drill, with its record. */
export type WorldSite = DrillSite & { readonly site: Site }

/** An area as a drill needs it, put together once. The same questions always have the same answers. */
export type DrillWorld = {
  readonly area: Area
  readonly scenario: Scenario
  readonly about: DrillAbout
  readonly source: WaterSource
  readonly water: WaterOver
  /** Where people are led to for the hazard of the scenario, by id; empty too where the list could not be read (`area.sites` null). */
  readonly sites: readonly WorldSite[]
  /** null = no way is known here; why is told by `noWays`. */
  readonly ways: DrillWays | null
  readonly noWays: WaysRefusal | null
  /** What injects ask of the area; `ahead` is remembered. */
  readonly places: Places
}

/** Places of which the answers of the area are kept: a walk of 5 km by pieces of 5 m with as many positions, judged again for every other choice. */
const MOST_ANSWERS = 4000
/** A drill has a few shut roads, asked for again with each minute. */
const MOST_AHEAD = 50

/** Puts together what a drill needs of an area: the ways are opened and the water laid on them, which takes some tens of milliseconds. */
export function openDrillWorld(area: Area, scenario: Scenario, about: DrillAbout): DrillWorld {
  const byId = new Map((area.sites ?? []).map((site) => [site.id, site]))
  const { goals } = goalsFor(area, SITE_HAZARD_OF[scenario.hazard])
  const sites = goals.flatMap(({ id, at }): WorldSite[] => {
    const site = byId.get(id)
    return site === undefined ? [] : [{ id, at, shutFrom: null, site }]
  })
  const siteAt = (site: string): LngLat | null => byId.get(site)?.at ?? null
  const { profile, night, home, series, closed } = about
  const ways = openDrillWays(area, { scenario, profile, night, home, series, closed, goals, siteAt })
  const source: WaterSource = { water: scenario.water, series, answersAt: rememberAnswers(area, scenario) }
  return {
    area,
    scenario,
    about,
    source,
    water: waterOver(source),
    sites,
    ways: ways.ok ? ways.value : null,
    noWays: ways.ok ? null : ways.reason,
    places: { siteAt, ahead: rememberAhead(ways.ok ? ways.value : null) },
  }
}

/** Only layers of the hazards of the water are read: of all others nothing is asked, and a walk is asked for at a thousand places. */
function rememberAnswers(area: Area, { water }: Scenario): WaterSource['answersAt'] {
  const known = new Recent<ReturnType<WaterSource['answersAt']>>(MOST_ANSWERS)
  const hazards = water.kind === 'rise' ? water.hazards : []
  const layers = area.manifest.layers.filter(
    ({ kind, scenario }) => scenario === 'max' && hazards.includes(kind),
  )
  const asked = { ...area, manifest: { ...area.manifest, layers } }
  return (at) =>
    known.get(String(at), () => assessRisk(asked, at).hazards.filter(({ kind }) => hazards.includes(kind)))
}

function rememberAhead(ways: DrillWays | null): Places['ahead'] {
  if (ways === null) return () => null
  const known = new Recent<{ readonly at: LngLat | null }>(MOST_AHEAD)
  return (from, goal, shut, kind) =>
    known.get(JSON.stringify([from, goal, shut, kind]), () => ({
      at: wayAhead(ways, from, goal, shut, kind),
    })).at
}

/**
 * What the player asks of the world.
 * @param moment milliseconds since 1970 at the minute that is asked for
 */
export const surroundingsOf = ({ source, places }: DrillWorld, moment: number): Surroundings => ({
  source,
  moment,
  ...places,
})

/** The injects that came to a participant until a minute; until the end of their drill where none is told. */
export const toldUntil = (
  { places, scenario }: DrillWorld,
  run: DrillRun,
  minute: number = scenario.minutes,
): DrillNow['injects'] => injectsUntil(run, Math.min(minute, run.ended ?? Infinity), places)
