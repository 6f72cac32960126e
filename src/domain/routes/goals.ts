import type { LngLat } from '../geo/lng-lat.ts'
import type { HazardKind, SiteHazard } from '../hazards/hazard-kind.ts'
import type { Area } from '../packs/area.ts'
import { rankSites } from '../shelters/rank-sites.ts'
import type { Site } from '../shelters/site.ts'
import { siteBar, type SiteBar, type SiteRules } from './site-bar.ts'
import type { Goal } from './ways-question.ts'

export type GoalRules = SiteRules & {
  /** Which list; designated emergency evacuation sites (指定緊急避難場所) when not told. */
  readonly kind?: Site['kind']
}

export type Goals = {
  /** By id. */
  readonly goals: readonly Goal[]
  /** All others of the list, each with the first reason. */
  readonly barred: readonly { readonly id: string; readonly bar: SiteBar }[]
}

/**
 * Where people may be led to for a hazard, and where not and why. For hazards without zones (earthquake, fire, volcano) the
 * city's word alone counts. Both lists are empty where the list of sites could not be read (`area.sites === null`): ask for
 * that before saying "none".
 */
export function goalsFor(area: Area, hazard: SiteHazard, rules: GoalRules = {}): Goals {
  const [west, south, east, north] = area.manifest.bounds
  const middle: LngLat = [(west + east) / 2, (south + north) / 2]
  const ranked = [...rankSites(area, middle, hazard, { kind: rules.kind ?? 'emergencySite' })].sort((a, b) =>
    a.site.id < b.site.id ? -1 : 1,
  )
  const all = ranked.map((one) => ({ site: one.site, bar: siteBar(one, hazard, rules) }))
  return {
    goals: all.flatMap(({ site, bar }) => (bar === null ? [{ id: site.id, at: site.at }] : [])),
    barred: all.flatMap(({ site, bar }) => (bar === null ? [] : [{ id: site.id, bar }])),
  }
}

/** What heavy rain brings at once: rivers, streams, slopes, drains and ponds. */
const BY_RAIN = ['flood', 'houseCollapse', 'landslide', 'inlandFlood', 'pond'] as const

const ZONES: Readonly<Record<SiteHazard, readonly HazardKind[]>> = {
  flood: BY_RAIN,
  landslide: BY_RAIN,
  inlandFlood: BY_RAIN,
  stormSurge: [...BY_RAIN, 'stormSurge'],
  tsunami: ['tsunami', 'landslide'],
  earthquake: ['landslide', 'tsunami', 'pond'],
  fire: [],
  volcano: ['landslide'],
}

/**
 * The zones that are regarded by who flees from a hazard: those of all that comes together. Own choice:
 * - Rain that floods a river also lets slopes fall, and drains and ponds overflow (大雨警報 is for both, 浸水害 and 土砂災害):
 *   nobody is led from the river under the slope. A storm surge comes with the rain of its typhoon.
 * - Before a tsunami come slopes that the quake loosened; ponds are left out there, because a metre in a zone is never
 *   bought back with time, and a detour costs what is scarcest. After an earthquake that is felt there is more time, and dams
 *   of ponds break (藤沼湖, 2011); a tsunami may follow.
 * - Fire has no zones here: only time counts. After an eruption mud comes down the valleys of the landslide zones (土砂災害防止法
 *   29条, 降灰後の土石流).
 */
export const zonesFor = (hazard: SiteHazard): readonly HazardKind[] => ZONES[hazard]
