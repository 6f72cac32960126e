import type { LngLat } from '../geo/lng-lat.ts'
import type { Profile } from '../routes/profiles.ts'
import type { AlertLevel, TriggerId } from '../timeline/trigger.ts'
import type { DrillMode, Inject, Scenario } from './scenario.ts'

/** A position of the track. Minutes of the event, so that a drill that runs fast is judged like one on foot. */
export type TrackPoint = {
  readonly minute: number
  readonly at: LngLat
  /** Metres; 0 at a table. */
  readonly accuracy: number
}

/** A decision at a table or in a class, and when it was made. */
export type Decision = {
  readonly minute: number
  readonly kind: 'leave' | 'stay' | 'turn' | 'goal' | 'help' | 'pass' | 'upstairs' | 'answer'
  /** Edge, site or inject that it is about. */
  readonly about: string | null
}

/** Everything that one participant did: plain data, grows only at its end, and is all that a replay needs. */
export type DrillRun = {
  readonly scenario: Scenario
  readonly mode: DrillMode
  readonly profile: Profile
  /** Number of the participant, 0…65535, drawn when joining: decides which shares they are in. */
  readonly number: number
  readonly home: LngLat
  /** Minute at which they left; null = not (yet). */
  readonly left: number | null
  readonly goal: string | null
  readonly track: readonly TrackPoint[]
  readonly decisions: readonly Decision[]
  /** Minutes at which the position was lost and had again. */
  readonly gaps: readonly { readonly from: number; readonly till: number | null }[]
  readonly ended: number | null
}

/** What a participant is told at a moment. */
export type DrillNow = {
  readonly minute: number
  readonly isOver: boolean
  readonly signals: readonly { readonly minute: number; readonly trigger: TriggerId }[]
  readonly level: AlertLevel | null
  readonly injects: readonly {
    readonly inject: Inject
    readonly minute: number
    readonly at: LngLat | null
  }[]
  readonly isDark: boolean
  readonly hasNetwork: boolean
  /** Water at their place: metres; null = nothing is known there, which is not dry. In 5 and 10 minutes too. */
  readonly water: { readonly now: number | null; readonly in5: number | null; readonly in10: number | null }
}

export const OUTCOMES = ['arrived', 'caught', 'tooLate', 'stayed', 'left', 'unknown'] as const
/** `caught` water came before the site · `tooLate` never left, and the water came · `stayed` indoors, as their building allows · `left` gave up the drill · `unknown` cannot be judged. */
export type Outcome = (typeof OUTCOMES)[number]

export type DrillResult = {
  readonly outcome: Outcome
  /** Minutes before the water closed the last stretch; negative = so many after; null = no water ever came there, or unknown. */
  readonly margin: number | null
  /** Metres in water by its depth: below 0.1, 0.3, 0.5 m and deeper. */
  readonly wet: readonly { readonly below: 0.1 | 0.3 | 0.5 | null; readonly metres: number }[]
  /** Metres where nothing was known of water. */
  readonly unknownMetres: number
  readonly metres: number
  /** Measured, metres per second while walking; null = too little track. */
  readonly speed: number | null
  /** Minutes from the first signal of level 3 or more to leaving; null = did not leave. */
  readonly prepared: number | null
  readonly goal: string | null
}

/** What another choice would have done. */
export type Counterfactual =
  | { readonly kind: 'earlier'; readonly minutes: number; readonly result: DrillResult }
  | {
      readonly kind: 'otherWay'
      readonly by: string | null
      readonly gained: number
      readonly result: DrillResult
    }
  | { readonly kind: 'otherSite'; readonly site: string; readonly result: DrillResult }
  | { readonly kind: 'upstairs'; readonly result: DrillResult }
