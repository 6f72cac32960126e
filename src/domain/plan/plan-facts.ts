import type { HazardKind } from '../hazards/hazard-kind.ts'
import type { HazardAnswer, RiskAnswer } from '../risk/hazard-answer.ts'
import type { StayDecision, StayResult } from '../stay/stay-decision.ts'
import type { TimelineHazard } from '../timeline/trigger.ts'
import type { Destination, PlanPlace, PlanRoute } from './plan.ts'

/**
 * A way on foot or by car. `told` = the family's own minutes · `route` = along the drawn route · `street` = along real ways of the
 * area · `straight` = reckoned from the straight line.
 */
export type Way = {
  readonly from: 'told' | 'route' | 'street' | 'straight'
  /** Metres; null = only minutes were told. */
  readonly metres: number | null
  /** Minutes for the slowest of the household, by day and by night, rounded up. */
  readonly minutes: number
  readonly nightMinutes: number
}

/** What is known of one place of the plan. */
export type PlaceFacts = {
  readonly place: PlanPlace
  /** null = no area is open. */
  readonly risk: RiskAnswer | null
  /** null = the building was not told, or no area is open. */
  readonly stay: StayDecision | null
}

/**
 * How a place to go to stands to one danger.
 * `inZone` a published zone of it reaches the place · `noZonePublished` outside the published zones, which is not "no danger" ·
 * `notKnown` nothing can be said · `elsewhere` it lies outside the map · `noPlace` where it is was not told ·
 * `upstairs` it is one's own building: then `stay` decides.
 */
export type DestinationZone = 'inZone' | 'noZonePublished' | 'notKnown' | 'elsewhere' | 'noPlace' | 'upstairs'

export type DestinationFor = {
  readonly hazard: TimelineHazard
  /** Whether the family means to go there in this danger. */
  readonly meant: boolean
  readonly zone: DestinationZone
  /** The zone that reaches it: the worst; null unless `inZone`. */
  readonly worst: HazardAnswer | null
  /** The city's word on a site; `gone` = the list of sites has it no more, null = it is no site. */
  readonly designated: 'yes' | 'no' | 'notTold' | 'gone' | null
  /** For `upstairs`: what the decision for the building says of this danger; else null. */
  readonly stay: StayResult | null
}

export type DestinationFacts = {
  readonly destination: Destination
  /** From home; null = home or the destination is not known. */
  readonly way: Way | null
  /** True = every way there on foot is barred by closures that are known. False says nothing of the roads. */
  readonly isBarred: boolean
  /** One for each danger, in the order of `TIMELINE_HAZARDS`. */
  readonly for: readonly DestinationFor[]
}

/**
 * One class of one hazard along a line. `class` is the rank of a depth (1…6), or the name of a zone; for `unknown` why
 * nothing can be said.
 */
export type ExposurePart = {
  readonly kind: HazardKind
  readonly state: 'hazard' | 'unknown'
  readonly class: string
  readonly metres: number
  /** The answer at the first point of it, for its words and its colour. */
  readonly sample: HazardAnswer
}

/** What a line leads through. The metres of one hazard never sum to more than the length; several hazards overlap. */
export type RouteExposure = {
  /** Length over the ground. */
  readonly metres: number
  /** Worst first. */
  readonly parts: readonly ExposurePart[]
  /**
   * Metres through water of 0.5 m and more, a house-collapse zone or a special landslide zone: walking there is out of the
   * question once the danger is there (engineering rule: 0.5 m is the limit of walking; 東京都, 国交省 川の防災情報).
   */
  readonly impassable: number
  /** Metres on which at least one hazard is not known. */
  readonly unknownMetres: number
}

export type RouteFacts = {
  readonly route: PlanRoute
  readonly exposure: RouteExposure | null
  /** Ids of the closures in force that lie on it or right beside it. None says nothing of the roads. */
  readonly closures: readonly string[]
  readonly way: Way
}

/** Everything that the pack tells about a plan, reckoned in one go; pure, so it is made anew when either changes. */
export type PlanFacts = {
  /** The home; null = not told. */
  readonly home: PlaceFacts | null
  readonly places: readonly PlaceFacts[]
  /** Dangers whose published zones reach the home. */
  readonly reached: readonly TimelineHazard[]
  /** Dangers of which nothing can be said at home. */
  readonly unknown: readonly TimelineHazard[]
  readonly destinations: readonly DestinationFacts[]
  readonly routes: readonly RouteFacts[]
  /** Walking speed of the slowest, metres per second by day. */
  readonly pace: number
}
