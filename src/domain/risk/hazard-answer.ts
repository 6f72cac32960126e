import type { DepthBounds, DepthRank } from '../hazards/depth-band.ts'
import type { DurationRank, HourBounds } from '../hazards/duration.ts'
import type { HazardKind, Scenario, WaterKind } from '../hazards/hazard-kind.ts'
import type { LandslideZone } from '../hazards/landslide.ts'
import type { LngLat } from '../geo/lng-lat.ts'

/**
 * Why the data of a hazard cannot answer here.
 * `missing` the publisher's file could not be had when the pack was built · `partial` some of the files could not be had
 * and the others show no zone here · `notBuilt` the pack does not hold that data set at all · `unreadable` the file in the
 * pack is damaged · `notLoaded` the file is not on this device yet · `notFetched` an official picture could not be fetched ·
 * `colourUnknown` an official picture has a colour that is in no legend (never taken for the nearest one).
 */
export type UnavailableReason =
  'missing' | 'partial' | 'notBuilt' | 'unreadable' | 'notLoaded' | 'notFetched' | 'colourUnknown'

/** A river as the publisher names it; null = the data set does not say which river. */
export type RiverName = { readonly id: string | null; readonly name: string }

/**
 * How long water of 0.5 m or more stands. `noZonePublished`: duration was published, but not for this place, which is not
 * "no time at all".
 */
export type DurationAnswer =
  | { readonly answer: 'hours'; readonly rank: DurationRank; readonly hours: HourBounds }
  | { readonly answer: 'noZonePublished' }
  | { readonly answer: 'dataUnavailable'; readonly why: UnavailableReason }

/** What one river does to the place. */
export type RiverReach = {
  readonly river: RiverName
  readonly rank: DepthRank
  readonly depth: DepthBounds
  readonly duration: DurationAnswer
}

type Facts<K extends HazardKind> = {
  readonly kind: K
  readonly scenario: Scenario
  /** Ids into the pack's list of sources: whose facts these are. Empty where there is no source. */
  readonly sources: readonly string[]
  /** Date of the facts as ISO `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where it is not known. */
  readonly asOf: string | null
}

/** `complete`: false when part of the publisher's files was missing, so that another zone may be worse. */
type Found = { readonly answer: 'hazard'; readonly complete: boolean }

export type WaterHazard = Facts<WaterKind> &
  Found & {
    /** The official rank that holds the upper bound of `depth`. */
    readonly rank: DepthRank
    /** The publisher's own class. */
    readonly depth: DepthBounds
    readonly duration: DurationAnswer
    /** The river whose water is the deepest here. */
    readonly river: RiverName | null
    /** Every river that reaches the place, deepest first; empty where the data do not name rivers. */
    readonly rivers: readonly RiverReach[]
  }

/** House-collapse zone: `flow` the current can carry away a wooden house, `erosion` the bank can be washed from under any house. */
export type CollapseHazard = Facts<'houseCollapse'> &
  Found & { readonly zone: 'flow' | 'erosion' | 'both'; readonly rivers: readonly RiverName[] }

export type LandslideHazard = Facts<'landslide'> &
  Found & {
    /** The worst of `zones`. */
    readonly zone: LandslideZone['zone']
    /** Each phenomenon that reaches the place, worst first. */
    readonly zones: readonly LandslideZone[]
  }

export type FoundHazard = WaterHazard | CollapseHazard | LandslideHazard

/**
 * What is known of one hazard at one place. There is deliberately no member that means "safe":
 * - `hazard`: a published zone reaches the place.
 * - `assessedNone`: a coverage mask says that it was studied here, and no zone reaches the place.
 * - `noZonePublished`: the data set is complete and shows no zone here; whether it was studied is not known.
 * - `notAssessed`: known not to be studied (curated, with a source).
 * - `outsidePack`: the place lies outside the area of the pack.
 * - `dataUnavailable`: nothing can be said, and why.
 */
export type NoHazardFound = Facts<HazardKind> &
  (
    | { readonly answer: 'assessedNone'; readonly coverage: string }
    | { readonly answer: 'noZonePublished' }
    | { readonly answer: 'notAssessed'; readonly coverage: string }
    | { readonly answer: 'outsidePack' }
    | { readonly answer: 'dataUnavailable'; readonly why: UnavailableReason }
  )

export type HazardAnswer = FoundHazard | NoHazardFound

/** All that is known at one place, worst first. */
export type RiskAnswer = {
  readonly at: LngLat
  readonly area: string
  readonly hazards: readonly HazardAnswer[]
}
