import type { AreasState } from './store.ts'

/**
 * Whether the app would open and answer without a network now.
 * `ready` answer and map · `answerOnly` the answer, but not yet the whole map · `notKept` the browser keeps nothing ·
 * `notYet` something that an answer needs is still on its way · `unknown` the browser has not told yet.
 */
export type Readiness = 'ready' | 'answerOnly' | 'notKept' | 'notYet' | 'unknown'

export function readiness({ open, facts }: Pick<AreasState, 'open' | 'facts'>): Readiness {
  if (open.status !== 'open') return 'notYet'
  if (!open.pack.stored) return 'notKept'
  if (facts === null) return 'unknown'
  if (!facts.shellReady) return 'notYet'
  return open.pack.complete && facts.mapCodeReady ? 'ready' : 'answerOnly'
}
