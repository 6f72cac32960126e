import type { SiteHazard } from '../hazards/hazard-kind.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import type { Phrase } from '../risk/report.ts'
import type { RankedSite } from './rank-sites.ts'
import type { Site } from './site.ts'

/**
 * A site in words for one hazard: its designation, then the zone at the site, then (where both speak at once) that both are
 * published facts, then who may use it and what else the address is. The app and the command line say the same.
 */
export function describeSite({ site, zone }: RankedSite, hazard: SiteHazard): readonly Phrase[] {
  const keys = [`sites:designation.${designationOf(site, hazard)}.${hazard}`]
  if (zone !== null) keys.push(zoneKey(zone))
  if (site.designated[hazard] === true && zone?.answer === 'hazard') keys.push('sites:zone.both')
  if (site.welfare) keys.push('sites:welfareOnly')
  if (site.alsoOther === true)
    keys.push(site.kind === 'shelter' ? 'sites:alsoEmergencySite' : 'sites:alsoShelter')
  return keys.map((key) => ({ key }))
}

/** What the record says: designated, not designated, or nothing. */
export function designationOf(site: Site, hazard: SiteHazard): 'yes' | 'no' | 'unknown' {
  const designated = site.designated[hazard]
  return designated === null ? 'unknown' : designated ? 'yes' : 'no'
}

/** The key of the sentence for the zone at a site. */
export function zoneKey(zone: HazardAnswer): string {
  if (zone.answer !== 'hazard') return `sites:zone.${zone.answer}`
  return zone.kind === 'landslide' ? 'sites:zone.landslide' : `sites:zone.rank${zone.rank}`
}
