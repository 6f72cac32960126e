import type { LngLat } from '../geo/lng-lat.ts'
import { DEPTH_BANDS, DEPTH_RANKS, type DepthRank } from '../hazards/depth-band.ts'
import { isWaterKind } from '../hazards/hazard-kind.ts'
import type { Phrase } from '../risk/report.ts'
import { landmarkAt } from '../routes/landmarks.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { describeTrigger } from '../timeline/describe-timeline.ts'
import { triggerOf } from '../timeline/trigger.ts'
import { describeInject } from './describe-scenario.ts'
import type { DrillNow, DrillRun } from './drill-run.ts'
import { hasZoneCome } from './drill-water.ts'
import type { DrillWorld } from './drill-world.ts'
import { knownPlaceAt } from './player.ts'
import type { Scenario } from './scenario.ts'

/** Something that a participant was told. */
export type Told = {
  /** The same for the same thing, as long as the drill lasts. */
  readonly id: string
  readonly minute: number
  readonly text: Phrase
  /** It cannot wait: an order or warning of level 4 or 5, shaking, a tsunami warning, what people see themselves, water. */
  readonly isUrgent: boolean
}

const NO_TIME = ['ownSigns', 'shaking', 'shakingStops', 'tsunamiWarning']

/** What came until now, in the order in which it came: signals by their official names, and what came between. */
export function describeTold(
  world: DrillWorld,
  told: Pick<DrillNow, 'signals' | 'injects'>,
): readonly Told[] {
  const { hazard } = world.scenario
  const signals = told.signals.map(({ minute, trigger }): Told => ({
    id: `signal ${trigger}`,
    minute,
    text: describeTrigger(trigger, hazard).name,
    isUrgent: (triggerOf(trigger).level ?? 0) >= 4 || NO_TIME.includes(trigger),
  }))
  const injects = told.injects.map(({ inject, minute, at }): Told => ({
    id: `inject ${inject.id}`,
    minute,
    text: describeInject(
      inject,
      at === null ? null : nameNear(world, at, inject.kind),
      siteIn(world, inject, at),
    ),
    isUrgent: false,
  }))
  return [...signals, ...injects].toSorted((a, b) => a.minute - b.minute)
}

type Inject = DrillNow['injects'][number]['inject']

/** The name of the site that is full; the one that they were on the way to is found by its place. */
function siteIn({ sites }: DrillWorld, { kind, site }: Inject, at: LngLat | null): string | null {
  if (kind !== 'siteFull') return null
  const found = sites.find((one) => one.id === site || (one.at[0] === at?.[0] && one.at[1] === at[1]))
  return found?.site.name.ja ?? null
}

/** Farther than this a name says nothing about a road. Metres; own choice. */
const NEAR = 300

/** What a place is called by: what stands at it, else a named place near it, else the road itself. null = nothing has a name. */
function nameNear({ area, ways }: DrillWorld, at: LngLat, kind: Inject['kind']): string | null {
  const mark = landmarkAt(area, at)
  if (mark !== null) return mark.name.ja
  const named = [
    ...(area.sites ?? []).map(({ name, at: where }) => ({ name: name.ja, at: where })),
    ...area.places,
  ]
  const [nearest] = named
    .map(({ name, at: where }) => ({ name, metres: metresBetween(at, where) }))
    .filter(({ name, metres }) => name !== '' && metres <= NEAR)
    .toSorted((a, b) => a.metres - b.metres)
  if (nearest !== undefined) return nearest.name
  // A bridge that is named by itself would stand near itself.
  if (ways === null || kind === 'bridgeGone') return null
  const edge = ways.place(at)?.edge
  const road = edge === undefined ? null : ways.graph.names[ways.graph.nameOf[edge] as number]
  return road?.ja === undefined || road.ja === '' ? null : road.ja
}

/** What is known of one moment: a class of depth, nothing there yet, mud and stones, or nothing known, which is not "nothing there". */
export type WaterThen = { readonly state: DepthRank | 'none' | 'mud' | 'unknown'; readonly text: Phrase }

/** Water, or mud where only slopes are meant, at somebody's place now and in 5 and 10 minutes, by the classes of depth of the app. */
export type WaterTold = {
  readonly isMud: boolean
  readonly now: WaterThen
  readonly in5: WaterThen
  readonly in10: WaterThen
}

/** The class of a depth, metres; 0 = none is there, null = not known. */
export function describeDepth(depth: number | null): WaterThen {
  if (depth === null) return { state: 'unknown', text: { key: 'drills:told.unknown' } }
  if (!(depth > 0)) return { state: 'none', text: { key: 'drills:told.notYet' } }
  const rank = DEPTH_RANKS.find((one) => depth < (DEPTH_BANDS[one].max ?? Infinity)) ?? 6
  return { state: rank, text: { key: `hazards:rank.rank${rank}` } }
}

const isAboutSlopes = ({ water }: Scenario): boolean =>
  water.kind === 'rise' && !water.hazards.some(isWaterKind)

export function describeWater(world: DrillWorld, run: DrillRun, { minute, water }: DrillNow): WaterTold {
  const isMud = isAboutSlopes(world.scenario)
  const at = isMud ? knownPlaceAt(run, minute) : null
  const mud = (ahead: number): WaterThen => {
    const come = at === null ? null : hasZoneCome(world.source, at, minute + ahead)
    if (come === null) return { state: 'unknown', text: { key: 'drills:told.unknown' } }
    return come
      ? { state: 'mud', text: { key: 'drills:told.mudHere' } }
      : { state: 'none', text: { key: 'drills:told.notYet' } }
  }
  return isMud
    ? { isMud, now: mud(0), in5: mud(5), in10: mud(10) }
    : {
        isMud,
        now: describeDepth(water.now),
        in5: describeDepth(water.in5),
        in10: describeDepth(water.in10),
      }
}

/** Water or mud at their place as something that was told: once for each class of depth. null = none is known to be there. */
export function describeReached({ isMud, now }: WaterTold, minute: number): Told | null {
  if (now.state === 'none' || now.state === 'unknown') return null
  const key = isMud ? 'drills:told.mudReached' : 'drills:told.waterReached'
  return { id: `reached ${now.state}`, minute, text: { key }, isUrgent: true }
}
