import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { drawnAs } from '#domain/risk/describe-answer.ts'
import { rankSites, type RankedSite } from '#domain/shelters/rank-sites.ts'
import type { SiteMark } from '#map/map-view.ts'
import { middleOf } from './SitesList.tsx'

/** The area's sites as the map draws them, for one hazard: designation and zone at the site in one symbol. */
export const siteMarks = (area: Area, hazard: SiteHazard): readonly SiteMark[] =>
  rankSites(area, middleOf(area), hazard).map(({ site, ...at }) => ({
    id: site.id,
    at: site.at,
    name: site.name.ja,
    kind: site.kind,
    designated: site.designated[hazard],
    zone: drawnThere(at),
  }))

/** A zone of any kind marks the site: a tick without a mark in a landslide or house-collapse zone would read as "no zone". */
function drawnThere({ zone, collapse }: Pick<RankedSite, 'zone' | 'collapse'>): SiteMark['zone'] {
  if (zone?.answer === 'hazard') return drawnAs(zone)
  return collapse ? { layer: 'houseCollapse-flow', rank: 1 } : null
}
