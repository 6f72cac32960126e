import { distance } from '@turf/turf'
import type { LngLat } from '../geo/lng-lat.ts'
import { HAZARD_KINDS, type HazardKind, type SiteHazard } from '../hazards/hazard-kind.ts'
import type { Area } from '../packs/area.ts'
import { assessRisk } from '../risk/assess-risk.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import type { Site } from './site.ts'

/** A site with how far it is and what the hazard is there. Both facts stand side by side; neither corrects the other. */
export type RankedSite = {
  readonly site: Site
  /** Metres in a straight line, not along roads. */
  readonly metres: number
  /** What is known of the same hazard at the site itself; null for earthquake, fire and volcano, which have no zones here. */
  readonly zone: HazardAnswer | null
}

export type RankSitesOptions = { readonly limit?: number; readonly kind?: Site['kind'] }

/**
 * The area's sites for one hazard: those designated for it first, then those whose record does not say, then those that are
 * not designated ("do not use for this"); within each group the nearest first.
 * Empty when the list of sites could not be read (`area.sites === null`): ask for that before saying "none".
 */
export function rankSites(
  area: Area,
  from: LngLat,
  hazard: SiteHazard,
  options: RankSitesOptions = {},
): readonly RankedSite[] {
  const group = (site: Site) =>
    site.designated[hazard] === true ? 0 : site.designated[hazard] === null ? 1 : 2
  const ranked = (area.sites ?? [])
    .filter((site) => options.kind === undefined || site.kind === options.kind)
    .map((site) => ({ site, metres: metresBetween(from, site.at) }))
    .sort((a, b) => group(a.site) - group(b.site) || a.metres - b.metres || compare(a.site.id, b.site.id))
  return ranked.slice(0, options.limit).map((one) => ({ ...one, zone: zoneAt(area, one.site.at, hazard) }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Great-circle distance in metres. */
export const metresBetween = (a: LngLat, b: LngLat): number => distance([...a], [...b], { units: 'meters' })

/** The worst answer for the hazard at a place, or null for a hazard that has no published zones. */
export function zoneAt(area: Area, at: LngLat, hazard: SiteHazard): HazardAnswer | null {
  if (!isHazardKind(hazard)) return null
  return assessRisk(area, at).hazards.find((answer) => answer.kind === hazard) ?? null
}

const isHazardKind = (hazard: SiteHazard): hazard is SiteHazard & HazardKind =>
  (HAZARD_KINDS as readonly string[]).includes(hazard)
