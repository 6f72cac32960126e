import type { DepthBounds, DepthRank } from '../hazards/depth-band.ts'
import type { HazardKind, Scenario } from '../hazards/hazard-kind.ts'
import type { LngLat } from '../geo/lng-lat.ts'

/**
 * Why the data of a hazard cannot answer here.
 * `missing` the publisher's file could not be had when the pack was built · `partial` some of the files could not be had
 * and the others show no zone here · `notBuilt` this program does not read that data set yet · `unreadable` the file in the
 * pack is damaged · `notLoaded` the file is not on this device yet.
 */
export type UnavailableReason = 'missing' | 'partial' | 'notBuilt' | 'unreadable' | 'notLoaded'

/**
 * What is known of one hazard at one place. There is deliberately no member that means "safe":
 * - `hazard`: a published zone reaches the place.
 * - `assessedNone`: a coverage mask says that it was studied here, and no zone reaches the place.
 * - `noZonePublished`: the data set is complete and shows no zone here; whether it was studied is not known.
 * - `notAssessed`: known not to be studied (curated, with a source).
 * - `outsidePack`: the place lies outside the area of the pack.
 * - `dataUnavailable`: nothing can be said, and why.
 */
export type HazardAnswer = {
  readonly kind: HazardKind
  readonly scenario: Scenario
  /** Ids into the pack's list of sources: whose facts these are. Empty where there is no source. */
  readonly sources: readonly string[]
  /** Date of the facts as ISO `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where it is not known. */
  readonly asOf: string | null
} & (
  | {
      readonly answer: 'hazard'
      readonly rank: DepthRank
      readonly depth: DepthBounds
      /** False when part of the publisher's files was missing, so that another zone may be deeper. */
      readonly complete: boolean
    }
  | { readonly answer: 'assessedNone'; readonly coverage: string }
  | { readonly answer: 'noZonePublished' }
  | { readonly answer: 'notAssessed'; readonly coverage: string }
  | { readonly answer: 'outsidePack' }
  | { readonly answer: 'dataUnavailable'; readonly why: UnavailableReason }
)

/** All that is known at one place, worst first. */
export type RiskAnswer = {
  readonly at: LngLat
  readonly area: string
  readonly hazards: readonly HazardAnswer[]
}
