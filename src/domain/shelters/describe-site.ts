import type { SiteHazard } from '../hazards/hazard-kind.ts'
import { boundsWords } from '../risk/describe-answer.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import type { Phrase } from '../risk/report.ts'
import type { RankedSite } from './rank-sites.ts'
import type { Site } from './site.ts'

/**
 * A site in words for one hazard: its designation, then the zone at the site, then (where both speak at once) that both are
 * published facts, then who may use it and what else the address is. The app and the command line say the same.
 */
export function describeSite({ site, zone, collapse }: RankedSite, hazard: SiteHazard): readonly Phrase[] {
  const isReached = zone?.answer === 'hazard' || collapse
  const keys: string[] = []
  if (collapse) keys.push('sites:zone.collapse')
  if (site.designated[hazard] === true && isReached) keys.push('sites:zone.both')
  if (site.welfare) keys.push('sites:welfareOnly')
  if (site.alsoOther === true)
    keys.push(site.kind === 'shelter' ? 'sites:alsoEmergencySite' : 'sites:alsoShelter')
  return [
    { key: `sites:designation.${designationOf(site, hazard)}.${hazard}` },
    ...(zone === null ? [] : [zonePhrase(zone)]),
    ...keys.map((key) => ({ key })),
  ]
}

/** What the record says: designated, not designated, or nothing. */
export function designationOf(site: Site, hazard: SiteHazard): 'yes' | 'no' | 'unknown' {
  const designated = site.designated[hazard]
  return designated === null ? 'unknown' : designated ? 'yes' : 'no'
}

/** The sentence for the zone at a site. */
export function zonePhrase(zone: HazardAnswer): Phrase {
  if (zone.answer !== 'hazard') return { key: `sites:zone.${zone.answer}` }
  if (zone.kind === 'landslide') return { key: `sites:zone.${zone.zone}` }
  if (zone.kind === 'houseCollapse') return { key: 'sites:zone.collapse' }
  const { how, metres } = boundsWords(zone.depth)
  return { key: `sites:zone.${how}`, params: metres }
}
