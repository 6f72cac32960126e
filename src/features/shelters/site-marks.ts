import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { rankSites } from '#domain/shelters/rank-sites.ts'
import type { SiteMark } from '#map/map-view.ts'
import { middleOf } from './SitesList.tsx'

/** The area's sites as the map draws them, for one hazard: designation and zone at the site in one symbol. */
export const siteMarks = (area: Area, hazard: SiteHazard): readonly SiteMark[] =>
  rankSites(area, middleOf(area), hazard).map(({ site, zone }) => ({
    id: site.id,
    at: site.at,
    name: site.name.ja,
    kind: site.kind,
    designated: site.designated[hazard],
    rank: zone?.answer === 'hazard' && 'rank' in zone ? zone.rank : null,
  }))
