import type { Question } from '../plan/plan.ts'
import type { TimelineHazard } from './trigger.ts'

/** What can be wrong with a plan, worst first. A type is one sentence of `locales/<tag>/timeline.json`. */
export const WARNING_TYPES = [
  /** Where the family lives was not told: then nothing can be said. */
  'noHome',
  /** A step of leaving waits for level 5. */
  'leaveAtLevel5',
  /** The plan is to stay upstairs where the building has to be left. */
  'upstairsLeave',
  /** A zone of this danger reaches the home and the family settled to plan without it. */
  'notPlanned',
  /** No step tells to leave (or to go upstairs) by level 4. */
  'noLeaveStep',
  /** All places to go to lie in the zone. */
  'onlyInZone',
  /** There is nowhere to go in this danger. */
  'noDestination',
  /** Of the places to go to none can serve. */
  'noneServes',
  'inZone',
  'siteGone',
  'notDesignated',
  /** Every way on foot to a place to go to is barred by closures that are known. */
  'unreachable',
  /** Closures that are known lie on a drawn way. `count` of them. */
  'closedRoute',
  /** The step of leaving comes too late for the way. `minutes` are needed, the trigger leaves `hours`. */
  'triggerTooLate',
  /** Somebody needs time, and the first leaving waits for level 4. */
  'needsTimeLate',
  /** Nobody of the household can help those who need it, and no contact can. */
  'nobodyToHelp',
  /** A drawn way leads through what cannot be walked once the danger is there. */
  'routeImpassable',
  /** Farther than who walks with difficulty can go in a tsunami. */
  'tooFarTsunami',
  /** Far to walk without a car. */
  'tooFarOnFoot',
  'noCarToDrive',
  'carInTsunami',
  'nobodyFetches',
  /** The stock does not last as long as the water, where staying is meant. */
  'stockTooShort',
  'languageAlone',
  /** Nothing says whether staying upstairs is possible. */
  'upstairsNotKnown',
  'buildingNotTold',
  'oneDestination',
  'designatedInZone',
  'designationNotTold',
  'destinationNotKnown',
  'destinationElsewhere',
  'noPlace',
  /** A mark of danger lies on a drawn way. */
  'dangerOnRoute',
  /** A dark place lies on a drawn way. */
  'darkOnRoute',
  'routeUnknown',
  'noTimeline',
] as const
export type WarningType = (typeof WARNING_TYPES)[number]

/** Where a warning is put right: a question of the interview, one thing of the plan, a timeline (at a step). */
export type PlanFix =
  | { readonly where: 'question'; readonly question: Question }
  | {
      readonly where: 'thing'
      readonly list: 'places' | 'destinations' | 'marks' | 'routes' | 'contacts'
      /** null = a new one. */
      readonly id: string | null
    }
  | { readonly where: 'timeline'; readonly hazard: TimelineHazard; readonly step: string | null }

export type PlanWarning = {
  readonly type: WarningType
  /** The danger in which it matters; null = in any. */
  readonly hazard: TimelineHazard | null
  /** Ids of what it is about; the first is named in the sentence. */
  readonly about: readonly string[]
  /** Metres, minutes, hours, rounded as they are shown. */
  readonly amounts: Readonly<Record<string, number>>
  readonly fix: PlanFix
}

/** A warning without amounts, and about nothing unless told. */
export const warning = (
  type: WarningType,
  hazard: TimelineHazard | null,
  fix: PlanFix,
  about: readonly string[] = [],
  amounts: PlanWarning['amounts'] = {},
): PlanWarning => ({ type, hazard, about, amounts, fix })
