import type { FeedRefusal } from '../feeds/check-feed.ts'
import type { Phrase } from '../risk/report.ts'
import { agePhrase, timeParam } from './age-in-words.ts'
import type { FeedState } from './closure.ts'
import { isVeryOld } from './feed-state.ts'

/** How far the newest closures can be trusted, in words. */
export type FeedReport = {
  readonly kind: 'never' | 'current' | 'ageing' | 'old' | 'veryOld' | 'ageUnknown'
  /** What their age means. */
  readonly headline: Phrase
  /** When they were issued, then how long ago. Empty = none were ever received. */
  readonly issued: readonly Phrase[]
  /** What else has to be known: that silence opens no road, and whom to ask. */
  readonly notes: readonly Phrase[]
}

/**
 * The state of the feed in words: the line at the top of the list, of the paper and of the answer.
 * @param now milliseconds since 1970
 * @param clockWrong the clock of the device is provably wrong (`isClockWrong`): then no age is told
 */
export function describeFeedState(state: FeedState, now: number, clockWrong: boolean): FeedReport {
  const kind = kindOf(state, now, clockWrong)
  const notes = ['closures:note.silence']
  if (kind !== 'current') notes.push('closures:note.ask')
  return {
    kind,
    headline: { key: `closures:feed.${kind}` },
    issued: state.kind === 'never' ? [] : issuedPhrases(state.feed.issued, now, kind === 'ageUnknown'),
    notes: notes.map((key) => ({ key })),
  }
}

function kindOf(state: FeedState, now: number, clockWrong: boolean): FeedReport['kind'] {
  if (state.kind === 'never') return 'never'
  if (clockWrong || agePhrase(Math.max(state.feed.issued, state.fetched), now) === null) return 'ageUnknown'
  return state.kind === 'old' && isVeryOld(state, now) ? 'veryOld' : state.kind
}

function issuedPhrases(issued: number, now: number, isUnknown: boolean): readonly Phrase[] {
  const age = isUnknown ? null : agePhrase(issued, now)
  const moment = { key: 'closures:issued', params: timeParam('at', issued, now) }
  return age === null ? [moment] : [moment, age]
}

/** Why nothing of the city can be told at all: no list of its keys, a browser that cannot verify, code that could not be had. */
export const describeNoFeed = (why: 'waiting' | 'noKeys' | 'noVerifier' | 'failed'): Phrase => ({
  key: `closures:none.${why}`,
})

/** As `FeedTrouble` of the platform. */
type Trouble =
  | {
      readonly kind: 'network'
      readonly why: 'dead' | 'slow' | 'signInPage' | 'notTheFile' | 'absent' | 'serverError' | 'tooLarge'
    }
  | { readonly kind: 'refused'; readonly why: FeedRefusal }

/**
 * Why the newest file of the city did not take the place of the one in use, in words that fit closures and orders alike: what
 * happened, why, and what is shown instead.
 * @param hasKept an older file is shown
 */
export function describeTrouble(trouble: Trouble, hasKept: boolean): readonly Phrase[] {
  const kept = hasKept ? [{ key: 'closures:trouble.kept' }] : []
  if (trouble.kind === 'network') return [{ key: `closures:network.${trouble.why}` }, ...kept]
  return [{ key: 'closures:trouble.refused' }, { key: `closures:refused.${trouble.why}` }, ...kept]
}
