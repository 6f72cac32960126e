import type { SiteHazard } from '../hazards/hazard-kind.ts'
import type { HazardAnswer } from '../risk/hazard-answer.ts'
import type { Phrase } from '../risk/report.ts'
import type { RankedSite } from './rank-sites.ts'
import type { Site } from './site.ts'

/**
 * One site in words. Designation and zone stand side by side as two facts of their own; neither corrects the other. The
 * name, the address and the distance are data and are rendered by the reader.
 */
export type SiteReport = {
  /** 指定緊急避難場所, 指定避難所 or 福祉避難所, with the official word in every language. */
  readonly kind: Phrase
  /** Whether it is designated for the hazard that was asked about. */
  readonly designation: Phrase
  readonly designated: boolean | null
  /** What the published zones say at the site; null for a hazard that has no zones (earthquake, fire, volcano). */
  readonly zone: Phrase | null
  /** True when the two facts pull in different directions: designated, and inside a zone of the same hazard. */
  readonly conflict: boolean
  /** Who may use it, what else it is, what the data do not tell. */
  readonly notes: readonly Phrase[]
}

/** Describes a site for one hazard; the sentences are in `locales/<tag>/sites.json`. */
export function describeSite(ranked: RankedSite, hazard: SiteHazard): SiteReport {
  const { site, zone } = ranked
  const designated = site.designated[hazard]
  const conflict = designated === true && zone?.answer === 'hazard'
  return {
    kind: { key: kindKey(site) },
    designation: { key: `sites:designation.${designationCode(designated)}.${hazard}` },
    designated,
    zone: zone === null ? null : { key: zoneKey(zone) },
    conflict,
    notes: notesOf(site, conflict),
  }
}

function kindKey(site: Site): string {
  if (site.welfare) return 'terms:welfareShelter.name'
  return site.kind === 'emergencySite' ? 'terms:emergencySite.name' : 'terms:shelter.name'
}

const designationCode = (designated: boolean | null): 'yes' | 'no' | 'unknown' =>
  designated === null ? 'unknown' : designated ? 'yes' : 'no'

function zoneKey(zone: HazardAnswer): string {
  if (zone.answer !== 'hazard') return `sites:zone.${zone.answer}`
  return zone.kind === 'landslide' ? 'sites:zone.landslide' : `sites:zone.rank${zone.rank}`
}

function notesOf(site: Site, conflict: boolean): readonly Phrase[] {
  const keys: string[] = []
  if (conflict) keys.push('sites:zone.both')
  keys.push(site.welfare ? 'sites:welfareOnly' : 'sites:everyone')
  if (site.alsoOther === true)
    keys.push(site.kind === 'emergencySite' ? 'sites:alsoShelter' : 'sites:alsoEmergencySite')
  keys.push('sites:open')
  const notes: Phrase[] = keys.map((key) => ({ key }))
  if (site.capacity !== null) notes.push({ key: 'sites:capacity', params: { people: site.capacity } })
  return notes
}
