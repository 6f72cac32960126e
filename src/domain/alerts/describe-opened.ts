import { timeParam } from '../closures/age-in-words.ts'
import type { Phrase } from '../risk/report.ts'
import type { OpenedSites } from './alerts-state.ts'

/**
 * What the city says of one site: that it has opened it, and when it said so. Of a site that it does not name nothing is said here,
 * because nothing is known.
 * @param opened null = the city names none
 * @param now milliseconds since 1970
 */
export function describeOpened(opened: OpenedSites | null, site: string, now: number): readonly Phrase[] {
  if (opened === null || !opened.ids.has(site)) return []
  const said = { key: 'sites:opened.said', params: timeParam('at', opened.at, now) }
  return opened.isOld ? [said, { key: 'sites:opened.old' }] : [said]
}
