import type { LngLat } from '../geo/lng-lat.ts'
import type { HazardKind } from '../hazards/hazard-kind.ts'
import type { Area } from '../packs/area.ts'
import { assessRisk } from '../risk/assess-risk.ts'
import type { HazardAnswer, RiskAnswer } from '../risk/hazard-answer.ts'
import { bySeverity } from '../risk/severity.ts'
import { designationOf } from '../shelters/describe-site.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import type { Site } from '../shelters/site.ts'
import type { StayDecision, StayHazard, StayResult } from '../stay/stay-decision.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '../timeline/trigger.ts'
import type { DestinationFacts, DestinationFor, PlaceFacts, RouteFacts, Way } from './plan-facts.ts'
import { SITE_HAZARD_OF, type Destination } from './plan.ts'
import { streetTo, type Street, type StreetAsked, type Streets } from './streets.ts'
import { DETOUR, minutesFor, NIGHT_SHARE } from './walking.ts'

/**
 * The hazards of a danger: the first decides whether anything is known at all, because hardly any municipality publishes
 * the others everywhere; a zone of any of them counts.
 */
export const KINDS_OF: { readonly [hazard in TimelineHazard]: readonly [HazardKind, ...HazardKind[]] } = {
  flood: ['flood', 'houseCollapse', 'inlandFlood', 'pond'],
  landslide: ['landslide'],
  stormSurge: ['stormSurge'],
  tsunami: ['tsunami'],
}

/** The answers of a danger at a place, of the largest scenario. */
export const answersFor = (risk: RiskAnswer, hazard: TimelineHazard): readonly HazardAnswer[] =>
  risk.hazards.filter(({ kind, scenario }) => scenario === 'max' && KINDS_OF[hazard].includes(kind))

/** What a place is to a danger: a zone reaches it, nothing is known, or it lies outside the published zones. */
export function standingOf(
  risk: RiskAnswer,
  hazard: TimelineHazard,
): {
  readonly zone: 'inZone' | 'noZonePublished' | 'notKnown' | 'elsewhere'
  readonly worst: HazardAnswer | null
} {
  const answers = answersFor(risk, hazard).toSorted(bySeverity)
  const [worst] = answers
  if (worst?.answer === 'hazard') return { zone: 'inZone', worst }
  const main = answers.find(({ kind }) => kind === KINDS_OF[hazard][0])?.answer
  if (main === 'outsidePack') return { zone: 'elsewhere', worst: null }
  const isKnown = main === 'assessedNone' || main === 'noZonePublished'
  return { zone: isKnown ? 'noZonePublished' : 'notKnown', worst: null }
}

/** From where, and how, the family goes. */
export type Leaving = {
  /** null = not told. */
  readonly home: PlaceFacts | null
  readonly routes: readonly RouteFacts[]
  /** Of the slowest, metres per second by day. */
  readonly pace: number
  readonly walker: Pick<StreetAsked, 'profile' | 'measured'>
  readonly streets: Streets
}

/** What is known of one place to go to. */
export function destinationFacts(
  area: Area | null,
  destination: Destination,
  leaving: Leaving,
): DestinationFacts {
  const { home } = leaving
  const site = siteOf(area, destination)
  const at = destination.kind === 'upstairs' ? (home?.place.at ?? null) : (site?.at ?? destination.at)
  const risk = area === null || at === null ? null : assessRisk(area, at)
  const street = streetFor(destination, at, leaving)
  return {
    destination,
    way: wayTo(destination, at, street, leaving),
    isBarred: street?.isBarred ?? false,
    for: TIMELINE_HAZARDS.map((hazard) => ({
      hazard,
      meant: destination.hazards.length === 0 || destination.hazards.includes(hazard),
      ...zoneFor(destination, at, risk, hazard),
      designated: designationFor(area, destination, site, hazard),
      stay: destination.kind === 'upstairs' ? stayFor(home?.stay ?? null, hazard) : null,
    })),
  }
}

const siteOf = (area: Area | null, { kind, site }: Destination): Site | null =>
  kind === 'site' && site !== null ? (area?.sites?.find(({ id }) => id === site) ?? null) : null

function zoneFor(
  { kind }: Destination,
  at: LngLat | null,
  risk: RiskAnswer | null,
  hazard: TimelineHazard,
): Pick<DestinationFor, 'zone' | 'worst'> {
  if (kind === 'upstairs') return { zone: 'upstairs', worst: null }
  if (at === null) return { zone: 'noPlace', worst: null }
  return risk === null ? { zone: 'notKnown', worst: null } : standingOf(risk, hazard)
}

function designationFor(
  area: Area | null,
  { kind }: Destination,
  site: Site | null,
  hazard: TimelineHazard,
): DestinationFor['designated'] {
  if (kind !== 'site') return null
  if (site === null) return area?.sites == null ? 'notTold' : 'gone'
  const designated = designationOf(site, SITE_HAZARD_OF[hazard])
  return designated === 'unknown' ? 'notTold' : designated
}

const STAY_HAZARDS_OF: { readonly [hazard in TimelineHazard]: readonly StayHazard[] } = {
  flood: ['flood', 'inlandFlood', 'pond'],
  landslide: ['landslide'],
  stormSurge: ['stormSurge'],
  tsunami: ['tsunami'],
}
const WORST_FIRST: readonly StayResult[] = ['leave', 'notKnown', 'stayPossible']

/**
 * What the decision for the building says of one danger: the worst of its hazards. A pond of which nothing is known does not
 * count, as in `decideStay`. null = there is no decision.
 */
export function stayFor(stay: StayDecision | null, hazard: TimelineHazard): StayResult | null {
  if (stay === null) return null
  const results = stay.hazards
    .filter((one) => STAY_HAZARDS_OF[hazard].includes(one.hazard))
    .filter((one) => one.hazard !== 'pond' || one.result !== 'notKnown')
    .map(({ result }) => result)
  return WORST_FIRST.find((result) => results.includes(result)) ?? null
}

function streetFor(
  destination: Destination,
  at: LngLat | null,
  { home, walker, streets }: Leaving,
): Street | null {
  const asked = home === null || at === null ? null : streetTo(destination, home.place.at, at, walker)
  return asked === null ? null : streets(asked)
}

function wayTo(
  destination: Destination,
  at: LngLat | null,
  street: Street | null,
  { home, routes, pace }: Leaving,
): Way | null {
  const { kind, minutes, by, id } = destination
  if (kind === 'upstairs') return { from: 'straight', metres: 0, minutes: 0, nightMinutes: 0 }
  if (minutes !== null) {
    // A car is no slower by night: `minutesFor` says so of a length, this of a time that was told.
    const nightMinutes = by === 'car' ? minutes : Math.ceil(minutes / NIGHT_SHARE)
    return { from: 'told', metres: null, minutes, nightMinutes }
  }
  const drawn = routes.find(({ route }) => route.destination === id)
  if (drawn !== undefined && drawn.way.metres !== null)
    return { from: 'route', metres: drawn.way.metres, ...minutesFor(drawn.way.metres, pace, by) }
  if (street !== null) {
    const { metres, seconds } = street
    return {
      from: 'street',
      metres,
      minutes: Math.ceil(seconds / 60),
      nightMinutes: Math.ceil(seconds / NIGHT_SHARE / 60),
    }
  }
  if (home === null || at === null) return null
  const metres = metresBetween(home.place.at, at) * DETOUR
  return { from: 'straight', metres, ...minutesFor(metres, pace, by) }
}
