import { timeParam } from '../closures/age-in-words.ts'
import type { SiteHazard } from '../hazards/hazard-kind.ts'
import { DETOUR } from '../plan/walking.ts'
import type { Phrase } from '../risk/report.ts'
import type { Distance } from '../routes/ways-question.ts'
import type { RankedSite } from './rank-sites.ts'

/** How far the sites are on foot, from one place, for somebody who walks. */
export type OnFoot = {
  /** The same as long as the person asks for the same: place, hazard, walker. Closures may change meanwhile. */
  readonly question: string
  /** By id of the site. */
  readonly to: ReadonlyMap<string, Distance['way']>
  /** Whole metres a minute on level ground. */
  readonly pace: number
  /** Of when the closures are that were reckoned with, milliseconds since 1970; null = nothing is known of closures. */
  readonly closures: { readonly issued: number; readonly isOld: boolean } | null
}

/**
 * The same sites, within each group – designated, not told, not designated – by the time on foot. A site near which no way is known
 * stands where its straight line, made longer by `DETOUR`, would put it; one to which no way leads comes last in its group.
 */
export function rankOnFoot(
  ranked: readonly RankedSite[],
  hazard: SiteHazard,
  { to, pace }: Pick<OnFoot, 'to' | 'pace'>,
): readonly RankedSite[] {
  const secondsTo = ({ site, metres }: RankedSite): number => {
    const way = to.get(site.id)
    if (way?.ok === true) return way.value.seconds
    return way?.reason === 'unreachable' ? Infinity : (metres * DETOUR * 60) / pace
  }
  const groups = [true, null, false].map((word) =>
    ranked
      .filter(({ site }) => site.designated[hazard] === word)
      .map((one) => ({ one, seconds: secondsTo(one) }))
      // The order by straight line stays where nothing tells two apart.
      .sort((a, b) => (a.seconds === b.seconds ? 0 : a.seconds - b.seconds)),
  )
  return groups.flat().map(({ one }) => one)
}

/** How far a site is on foot, and what has to be known of that way. Empty = no way is known; then the straight line is told. */
export function describeOnFoot(way: Distance['way'] | undefined): readonly Phrase[] {
  if (way === undefined || (!way.ok && way.reason === 'unsnappable')) return []
  if (!way.ok) return [{ key: 'sites:onFoot.unreachable' }]
  const { metres, seconds, zoneMetres, perhapsClosedMetres } = way.value
  const params = { 'distance@metres': metres, minutes: Math.max(1, Math.ceil(seconds / 60)) }
  return [
    { key: 'sites:onFoot.way', params },
    ...(zoneMetres > 0 ? [{ key: 'sites:onFoot.zone', params: { 'distance@metres': zoneMetres } }] : []),
    ...(perhapsClosedMetres > 0 ? [{ key: 'sites:onFoot.perhapsClosed' }] : []),
  ]
}

/** What the distances on foot are worth: at which pace, and of when the closures are. @param now milliseconds since 1970 */
export function describeOnFootBasis({ pace, closures }: OnFoot, now: number): readonly Phrase[] {
  const basis: Phrase = { key: 'sites:onFoot.pace', params: { number: pace } }
  if (closures === null) return [basis, { key: 'sites:onFoot.noClosures' }]
  const known: Phrase = { key: 'sites:onFoot.closures', params: timeParam('at', closures.issued, now) }
  return closures.isOld ? [basis, known, { key: 'sites:opened.old' }] : [basis, known]
}
