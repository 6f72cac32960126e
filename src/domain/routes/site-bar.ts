import type { SiteHazard } from '../hazards/hazard-kind.ts'
import type { RankedSite } from '../shelters/rank-sites.ts'

/** Why nobody is led to a site; the first that holds counts. */
export const SITE_BARS = ['closed', 'welfare', 'notDesignated', 'notSaid', 'collapse', 'inZone'] as const
export type SiteBar = (typeof SITE_BARS)[number]

export type SiteRules = {
  /** Ids of sites that are told to be closed. */
  readonly closed?: ReadonlySet<string>
  /** True: welfare shelters too, for people who need one. */
  readonly welfare?: boolean
  /** True: designated sites in a zone of the hazard too, where the record and the map contradict each other. */
  readonly inZone?: boolean
}

/**
 * Why a site is none to be led to for a hazard, or null: it is designated for it, stands in no zone of it that is known, and is
 * not told to be closed. A zone that is not known does not bar; what is known is told beside the site.
 */
export function siteBar(
  { site, zone, collapse }: RankedSite,
  hazard: SiteHazard,
  rules: SiteRules = {},
): SiteBar | null {
  if (rules.closed?.has(site.id) === true) return 'closed'
  if (site.welfare && rules.welfare !== true) return 'welfare'
  const designated = site.designated[hazard]
  if (designated !== true) return designated === null ? 'notSaid' : 'notDesignated'
  if (collapse) return 'collapse'
  return zone?.answer === 'hazard' && rules.inZone !== true ? 'inZone' : null
}
