import type { Closure } from '../closures/closure.ts'
import type { Reckoned } from '../closures/feed-state.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { HazardKind } from '../hazards/hazard-kind.ts'
import type { Result } from '../result.ts'
import type { ZoneManner } from './cost.ts'
import type { GraphRefusal } from './graph-file.ts'
import type { Slack } from './last-departure.ts'
import type { Profile } from './profiles.ts'
import type { Route, RouteRefusal } from './route.ts'
import type { RouteStep } from './steps.ts'

/** A place to go to. */
export type Goal = { readonly id: string; readonly at: LngLat }

/** Everything on which ways depend: plain data, so that it can be sent to a worker, and two questions can be compared. */
export type WaysQuestion = {
  /** The zones that are regarded. */
  readonly hazards: readonly HazardKind[]
  readonly manner: ZoneManner
  readonly profile: Profile
  readonly night: boolean
  /** Metres per second by day that a drill measured; null = that of the table. */
  readonly measured: number | null
  /** null = nothing is known of closures, which is not that all roads are open. */
  readonly closures: Reckoned | null
  /** Where one may go. */
  readonly goals: readonly Goal[]
}

/** Why there are no ways. The last four are of the file; without it no way is known, which is not "there is no way". */
export type WaysRefusal = RouteRefusal | GraphRefusal | 'noGraph' | 'notLoaded'

/** A way with all that is told of it. The time to tell is `walkingTime(route)`: along the ways and beside them. */
export type FoundWay = {
  /** Id of the goal. */
  readonly goal: string
  readonly route: Route
  readonly steps: readonly RouteStep[]
  /**
   * When to leave at the latest to come through along this route, what lies beside the ways counted: tenths of a second from now,
   * by the front that was asked for; null = none was. Negative = it is too late; `Infinity` = nothing on it closes.
   */
  readonly leaveBy: number | null
}

export type FoundWays = {
  /** To different goals, the one of least cost first; at least one. */
  readonly ways: readonly FoundWay[]
  /** Closures that are in force and near no way that is known: nobody was led around them. */
  readonly unplaced: readonly Closure[]
}

/** A way by its numbers, what lies beside the ways at both ends counted. */
export type WayLength = {
  readonly metres: number
  readonly seconds: number
  /** On which a zone of the hazards that are regarded lies; an edge counts whole. */
  readonly zoneMetres: number
  /** On which at least one of them is not known. */
  readonly unknownMetres: number
  /** Where a closure lies that does not tell whether this walker may pass. */
  readonly perhapsClosedMetres: number
}

/** How far it is to one goal; or why it is not known: no way is near it, or none leads there. */
export type Distance = {
  readonly goal: string
  readonly way: Result<WayLength, 'unsnappable' | 'unreachable'>
}

export type Distances = {
  /** One for each goal of the question, in its order. */
  readonly goals: readonly Distance[]
  /** Closures that are in force and near no way that is known. */
  readonly unplaced: readonly Closure[]
}

/**
 * Something that advances. `arrivesIn`: at one moment all zones of these hazards close, and what is not known. `series`: a
 * computed flood of this hazard (the unpacked file of the pack), `minute` minutes after its start being now; ways close where the
 * water is deeper than people wade.
 */
export type FrontQuestion =
  | { readonly kind: 'arrivesIn'; readonly hazards: readonly HazardKind[]; readonly seconds: number }
  | {
      readonly kind: 'series'
      readonly hazard: HazardKind
      readonly series: Uint8Array
      readonly minute: number
    }

/** A piece of a road: `band` × 3 minutes and more to the goal of least cost; null = no way leads on from here. */
export type ReachPiece = { readonly line: readonly LngLat[]; readonly band: number | null }
/** A piece of a road by the time that is left there; null = no way leads to a goal at any time. */
export type DeparturePiece = { readonly line: readonly LngLat[]; readonly slack: Slack | null }

export type Reach = {
  readonly pieces: readonly ReachPiece[]
  /** Metres of road in each band, `null` last; for a legend that does not need the map. */
  readonly metresByBand: readonly { readonly band: number | null; readonly metres: number }[]
  readonly unplaced: readonly Closure[]
}

export type Departures = {
  readonly pieces: readonly DeparturePiece[]
  readonly metresBySlack: readonly { readonly slack: Slack | null; readonly metres: number }[]
  /**
   * For the place that was asked for: when to leave its door by the way that stays open longest, tenths of a second from
   * now (`Infinity` = nothing closes), and to which goal; or why it is not known.
   */
  readonly here: Result<
    { readonly leaveBy: number; readonly goal: string; readonly slack: Slack },
    RouteRefusal
  > | null
  readonly unplaced: readonly Closure[]
}
