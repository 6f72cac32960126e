import type { Phrase } from '../risk/report.ts'
import type { StayHazard, StayResult } from './stay-decision.ts'

/** How a part is shown; the same tones as a `HazardReport`. None of them is a comfort. */
export type StayTone = 'hazard' | 'unknown' | 'none'

/** What holds in one situation: in heavy rain, or when a tsunami may come. */
export type StayPart = {
  readonly about: 'rain' | 'tsunami'
  readonly result: StayResult
  readonly tone: StayTone
  /** The decision in one sentence. */
  readonly headline: Phrase
  /** The hazard that decides; null where no zone decides. */
  readonly because: Phrase | null
  /** Why: the deciding fact first. */
  readonly facts: readonly Phrase[]
  /** When to go, or to be upstairs. */
  readonly whenToGo: readonly Phrase[]
  /** What would have to be otherwise; empty where nothing is asked for. */
  readonly whatWouldChange: readonly Phrase[]
}

/** One hazard on its own. */
export type StayHazardReport = {
  readonly hazard: StayHazard
  readonly tone: StayTone
  readonly name: Phrase
  /** The result in a few words. */
  readonly result: Phrase
  readonly facts: readonly Phrase[]
}

/** A decision in words: the app, the command line, the text mode and print render this and nothing else. */
export type StayReport = {
  /** Of the worse part. */
  readonly headline: Phrase
  /** The worse part first. The tsunami has none where the place lies outside its published zones. */
  readonly parts: readonly StayPart[]
  /** The ways to get out of harm's way, of the official "four ways" those that are open here. */
  readonly whereToGo: readonly Phrase[]
  readonly perHazard: readonly StayHazardReport[]
  /** Sentences that stand under every decision. */
  readonly always: readonly Phrase[]
  /** Whose rules decided, each once. */
  readonly sources: readonly Phrase[]
}
