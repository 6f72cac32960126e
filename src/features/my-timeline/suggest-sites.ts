import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { SITE_HAZARD_OF } from '#domain/plan/plan.ts'
import { rankSites, type RankedSite } from '#domain/shelters/rank-sites.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '#domain/timeline/trigger.ts'

/** A site to go to, with what it is to each danger that the family plans for. */
export type SuggestedSite = {
  readonly site: RankedSite['site']
  /** Metres in a straight line. */
  readonly metres: number
  readonly for: readonly { readonly hazard: TimelineHazard; readonly ranked: RankedSite }[]
  /** True when it is designated for a danger whose published zone reaches it. */
  readonly inZone: boolean
}

/** Of each danger this many of the nearest are looked at, and at most so many are offered in all. Own choice. */
const LOOKED_AT = 10
const OFFERED = 6

const isReached = ({ zone, collapse }: RankedSite): boolean => zone?.answer === 'hazard' || collapse

/**
 * The nearest emergency sites that the city designated for at least one of the dangers. First those that no published zone of
 * these dangers reaches, then the others; within each the nearest first. Welfare shelters are left out: they are not open to
 * everybody.
 */
export function suggestSites(
  area: Area,
  from: LngLat,
  hazards: readonly TimelineHazard[],
): readonly SuggestedSite[] {
  const found = new Map<string, RankedSite['site']>()
  for (const hazard of hazards)
    for (const { site } of rankSites(area, from, SITE_HAZARD_OF[hazard], {
      kind: 'emergencySite',
      limit: LOOKED_AT,
    }))
      if (site.designated[SITE_HAZARD_OF[hazard]] === true && !site.welfare) found.set(site.id, site)
  return [...found.values()]
    .flatMap((site) => suggestion(area, from, hazards, site))
    .sort((a, b) => Number(a.inZone) - Number(b.inZone) || a.metres - b.metres)
    .slice(0, OFFERED)
}

function suggestion(
  area: Area,
  from: LngLat,
  hazards: readonly TimelineHazard[],
  site: RankedSite['site'],
): readonly SuggestedSite[] {
  const each = hazards.flatMap((hazard) =>
    rankSites({ ...area, sites: [site] }, from, SITE_HAZARD_OF[hazard]).map((ranked) => ({ hazard, ranked })),
  )
  const metres = each[0]?.ranked.metres
  if (metres === undefined) return []
  return [{ site, metres, for: each, inZone: each.some(({ ranked }) => isReached(ranked)) }]
}

/** The dangers for which the city designated the site: those in which the family means to go there. */
export const designatedFor = (site: RankedSite['site']): readonly TimelineHazard[] =>
  TIMELINE_HAZARDS.filter((hazard) => site.designated[SITE_HAZARD_OF[hazard]] === true)
