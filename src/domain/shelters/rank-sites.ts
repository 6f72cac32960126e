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
  /** For floods and storm surges: true when the site stands in a house-collapse zone. */
  readonly collapse: boolean
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
  return ranked.slice(0, options.limit).map((one) => ({ ...one, ...zonesAt(area, one.site.at, hazard) }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Great-circle distance in metres. */
export const metresBetween = (a: LngLat, b: LngLat): number => distance([...a], [...b], { units: 'meters' })

/**
 * The worst answer for the hazard at a place, or null for a hazard that has no published zones, and whether houses may
 * collapse there. A zone of any scenario comes before what is not known, and of equals the largest conceivable one.
 */
function zonesAt(area: Area, at: LngLat, hazard: SiteHazard): Pick<RankedSite, 'zone' | 'collapse'> {
  if (!isHazardKind(hazard)) return { zone: null, collapse: false }
  const { hazards } = assessRisk(area, at)
  const own = hazards.filter((answer) => answer.kind === hazard)
  const isWaterOfRivers = hazard === 'flood' || hazard === 'stormSurge'
  return {
    zone:
      own.find(({ answer }) => answer === 'hazard') ?? own.find(({ scenario }) => scenario === 'max') ?? null,
    collapse:
      isWaterOfRivers && hazards.some(({ kind, answer }) => kind === 'houseCollapse' && answer === 'hazard'),
  }
}

const isHazardKind = (hazard: SiteHazard): hazard is SiteHazard & HazardKind =>
  (HAZARD_KINDS as readonly string[]).includes(hazard)
