import type { SiteHazard } from '../hazards/hazard-kind.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import type { Phrase } from '../risk/report.ts'
import type { RankedSite } from './rank-sites.ts'

/**
 * A site in words for one hazard: its designation, then the zone at the site, then (where both speak at once) that both are
 * published facts, then who may use it and what else the address is. The app and the command line say the same.
 */
export function describeSite({ site, zone }: RankedSite, hazard: SiteHazard): readonly Phrase[] {
  const designated = site.designated[hazard]
  const word = designated === null ? 'unknown' : designated ? 'yes' : 'no'
  const keys = [`sites:designation.${word}.${hazard}`]
  if (zone !== null) keys.push(zoneKey(zone))
  if (designated === true && zone?.answer === 'hazard') keys.push('sites:zone.both')
  if (site.welfare) keys.push('sites:welfareOnly')
  if (site.alsoOther === true)
    keys.push(site.kind === 'shelter' ? 'sites:alsoEmergencySite' : 'sites:alsoShelter')
  return keys.map((key) => ({ key }))
}

/** The sentence for the zone at a site. */
function zoneKey(zone: HazardAnswer): string {
  if (zone.answer !== 'hazard') return `sites:zone.${zone.answer}`
  return zone.kind === 'landslide' ? 'sites:zone.landslide' : `sites:zone.rank${zone.rank}`
}
