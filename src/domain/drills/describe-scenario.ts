import type { Phrase } from '../risk/report.ts'
import type { Inject, Scenario } from './scenario.ts'
import { shippedScenario } from './scenarios.ts'

/** The fill-in title of a scenario: its own where it ships with the app, else its danger. Names that an organiser gave stand beside it. */
export const titleOfScenario = ({ id, hazard }: Pick<Scenario, 'id' | 'hazard'>): Phrase =>
  shippedScenario(id) === null ? { key: `timeline:danger.${hazard}` } : { key: `drills:scenario.${id}.title` }

/** What happens in a shipped scenario, in a sentence or two; null = nobody wrote it down. */
export const aboutScenario = ({ id }: Pick<Scenario, 'id'>): Phrase | null =>
  shippedScenario(id) === null ? null : { key: `drills:scenario.${id}.about` }

/**
 * What happened, for a participant.
 * @param near a place by which the road or the bridge is found, as it was typed in Japan; null = it is told as the one ahead
 * @param site the name of the site that is full; null = it is told as the one they are going to
 */
export function describeInject(
  { kind, minutes }: Pick<Inject, 'kind' | 'minutes'>,
  near: string | null = null,
  site: string | null = null,
): Phrase {
  const isRoad = kind === 'roadShut' || kind === 'bridgeGone'
  if (isRoad && near !== null) return { key: `drills:inject.${kind}At`, params: { 'place@name': near } }
  if (kind === 'siteFull' && site !== null)
    return { key: 'drills:inject.siteFullAt', params: { 'site@name': site } }
  if (kind === 'neighbour') return { key: 'drills:inject.neighbour', params: { count: minutes ?? 1 } }
  return { key: `drills:inject.${kind}` }
}
