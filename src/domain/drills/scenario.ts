import type { HazardKind } from '../hazards/hazard-kind.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { TimelineHazard, TriggerId } from '../timeline/trigger.ts'

/** The version of the document. Raised only together with a numbered migration. */
export const SCENARIO_VERSION = 1

export const DRILL_MODES = ['walk', 'table', 'class'] as const
/** `walk` outdoors with the position · `table` by decisions on the graph of ways · `class` one screen, many answers. */
export type DrillMode = (typeof DRILL_MODES)[number]

/** Whom a scenario is made for; a fill-in word, never a filter. */
export const DRILL_GROUPS = ['neighbourhood', 'school', 'work', 'visitors', 'family', 'everybody'] as const
export type DrillGroup = (typeof DRILL_GROUPS)[number]

/** Something that comes between. Its sentences are fill-in texts, so that it is told in every language. */
export const INJECT_KINDS = [
  'roadShut',
  'bridgeGone',
  'siteFull',
  'night',
  'batteryLow',
  'neighbour',
  'networkGone',
  'rainHeavier',
  'rumour',
] as const
export type InjectKind = (typeof INJECT_KINDS)[number]

/** When an inject comes: all that is told has to hold. */
export type InjectCondition = {
  /** Not before this minute of the event. */
  readonly fromMinute: number
  /** Only while somebody still is on the way (has left, and not arrived), or only while nobody is (false); null = whatever they do. */
  readonly onTheWay: boolean | null
  /** Only within so many metres of the place of the inject, where it has one beforehand (`at`, or a site); null = anywhere. */
  readonly withinMetres: number | null
  /** In this share of the participants, 0…1, by the seed of the drill and their own number. */
  readonly share: number
}

export type Inject = {
  readonly id: string
  readonly kind: InjectKind
  readonly when: InjectCondition
  /** Where a road is shut or a bridge gone; null = the worst place for this participant: the next stretch of their best way. */
  readonly at: LngLat | null
  /** For `siteFull`: the id of the site; null = the one they are on the way to. */
  readonly site: string | null
  /** For `neighbour`: minutes that helping takes. */
  readonly minutes: number | null
}

/** Water over time. `series` of the pack, by name · `rise` an assumed curve on the published ranks: said to be assumed wherever it is shown. */
export type ScenarioWater =
  | {
      readonly kind: 'series'
      readonly name: string
      /** Minute of the series with which the drill begins; negative = so many minutes before its first. */
      readonly fromMinute: number
    }
  | {
      readonly kind: 'rise'
      readonly hazards: readonly HazardKind[]
      /** Rising points of the share (0…1) of the published depth, by minute of the event. Zones without a depth (landslides) come at the first share of 1. */
      readonly curve: readonly { readonly minute: number; readonly share: number }[]
    }
  | { readonly kind: 'none' }

/** A drill as a document: validated, versioned, without a word in any language but names that the organiser gave. */
export type Scenario = {
  readonly v: typeof SCENARIO_VERSION
  /** Code of the area, or null = any area: everything is chosen from what its pack holds. */
  readonly area: string | null
  readonly id: string
  readonly hazard: TimelineHazard
  readonly modes: readonly DrillMode[]
  readonly groups: readonly DrillGroup[]
  /** The organiser's own names by language tag; shown beside the fill-in title. */
  readonly title: Readonly<Record<string, string>>
  /** Minutes of the event. */
  readonly minutes: number
  /** How many times faster than the clock it runs: 10 = an hour in six minutes. 1 where people walk. */
  readonly speed: number
  /** Hour of the day at which the event begins, 0…23, for light and darkness; null = as it is. */
  readonly startsAt: number | null
  /** Warnings, orders and signs: what is told at which minute, rising. */
  readonly signals: readonly { readonly minute: number; readonly trigger: TriggerId }[]
  readonly water: ScenarioWater
  readonly injects: readonly Inject[]
  /** Decides every share and choice, so that the same drill is the same for everybody. */
  readonly seed: number
}

/** What a join code, a link and the poster carry. */
export type DrillInvitation = {
  readonly area: string
  /** One of the shipped scenarios by id, or a whole one. */
  readonly scenario: string | Scenario
  /** When it begins, milliseconds since 1970; null = as soon as somebody joins. */
  readonly begins: number | null
  /** What the organiser calls the group; null = none. */
  readonly group: string | null
}
