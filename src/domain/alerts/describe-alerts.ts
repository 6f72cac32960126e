import { agePhrase, timeParam } from '../closures/age-in-words.ts'
import type { Phrase } from '../risk/report.ts'
import { alertsInForce, isVeryOld, type AlertsState } from './alerts-state.ts'

/** Why nothing of the city can be shown, or `open`: as `CityFeedState` of the platform. */
export type AlertsStatus = 'waiting' | 'noKeys' | 'noVerifier' | 'failed' | 'open'

/** How far the orders can be believed, in words. */
export type AlertsReport = {
  readonly tone: 'info' | 'unknown'
  readonly headline: Phrase
  /** When the city issued them, then how long ago that is; empty = none were ever received. */
  readonly issued: readonly Phrase[]
  /** What else has to be known, and whom to ask. */
  readonly notes: readonly Phrase[]
}

/**
 * The line above the orders: how old they are, or why there are none. That there are none is never told as "no danger".
 * @param now milliseconds since 1970
 */
export function describeAlertsState(status: AlertsStatus, state: AlertsState, now: number): AlertsReport {
  if (state.kind === 'never') {
    const key = status === 'open' ? 'alerts:state.never' : `alerts:none.${status}`
    return {
      tone: 'unknown',
      headline: { key },
      issued: [],
      notes: status === 'waiting' ? [] : [{ key: 'alerts:note.silence' }, { key: 'alerts:note.ask' }],
    }
  }
  const empty = alertsInForce(state).length === 0 ? [{ key: 'alerts:note.empty' }] : []
  const untrusted = state.isTrusted ? [] : [{ key: 'alerts:note.untrusted' }]
  const ask = state.kind === 'current' ? [] : [{ key: 'alerts:note.ask' }]
  return {
    tone: state.kind === 'old' ? 'unknown' : 'info',
    headline: { key: `alerts:state.${nameOf(state)}` },
    issued: issuedPhrases(state, now),
    notes: [...untrusted, ...empty, ...ask],
  }
}

function nameOf(state: Exclude<AlertsState, { kind: 'never' }>): string {
  if (state.age === null) return 'ageUnknown'
  return state.kind === 'old' && isVeryOld(state) ? 'veryOld' : state.kind
}

function issuedPhrases(state: Exclude<AlertsState, { kind: 'never' }>, now: number): readonly Phrase[] {
  const { issued } = state.feed
  const moment = { key: 'alerts:issued', params: timeParam('at', issued, now) }
  const age = state.age === null ? null : agePhrase(issued, now)
  return age === null ? [moment] : [moment, age]
}
