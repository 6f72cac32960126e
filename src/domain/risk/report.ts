import type { DepthBounds, DepthRank } from '../hazards/depth-band.ts'
import type { HazardKind, Scenario } from '../hazards/hazard-kind.ts'
import type { ZoneLayerId } from '../hazards/zone-layer.ts'

/**
 * A sentence as a code: a key of `locales/<tag>/` written `namespace:key`, and what fills its places. Parameters named
 * `note@ja`, `note@en` … are words of the data in several languages: the reader fills `note` with those of its own.
 */
export type Phrase = {
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** Whose fact it is and how old: `credit` is printed verbatim (Japanese), `asOf` is an ISO date that may stop at year or month. */
export type Provenance = {
  readonly credit: string
  readonly asOf: string | null
}

/**
 * One hazard of an answer in words. The app's sheet, the command line, speech and print all render this and nothing else.
 * `tone`: `hazard` = a zone reaches the place, `unknown` = nothing can be said or it was not studied, `none` = no published
 * zone here (which is not "safe").
 */
export type HazardReport = {
  readonly kind: HazardKind
  readonly scenario: Scenario
  readonly tone: 'hazard' | 'unknown' | 'none'
  readonly rank: DepthRank | null
  /** The publisher's own bounds of the depth in metres; null where no depth is known. */
  readonly bounds: DepthBounds | null
  /** How the zone is drawn on the map: which layer and which rank of it; null where none reaches the place. */
  readonly look: { readonly layer: ZoneLayerId; readonly rank: number } | null
  /** The name of the hazard, with the scenario where it matters. */
  readonly name: Phrase
  /** The one sentence that says what is known. */
  readonly headline: Phrase
  /** How deep, beside a body and a house ("up to the floor of the second storey"); null where no depth is known. */
  readonly depth: Phrase | null
  /** What else is published of it here: which river, how long the water stays, other zones. */
  readonly facts: readonly Phrase[]
  /** What to do, most urgent first. */
  readonly actions: readonly Phrase[]
  /** What is not known, and what that means. */
  readonly unknowns: readonly Phrase[]
  readonly provenance: readonly Provenance[]
}

/** A whole answer in words, worst first. */
export type RiskReport = {
  readonly headline: Phrase
  readonly reports: readonly HazardReport[]
  /** Sentences that stand under every answer (this is not an alarm; follow the city's information …). */
  readonly always: readonly Phrase[]
}
