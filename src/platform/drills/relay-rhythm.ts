/** How a phone talks to the relay, in milliseconds. */
export type RelayRhythm = {
  /** After the first failure; each further one doubles it, up to the longest. */
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  /** So often is asked whether the relay is still there, and so long is waited for an answer: a dead connection says nothing. */
  readonly beatMs: number
  readonly patienceMs: number
  /** States are told no more often than this; what came between is not told at all. */
  readonly stateGapMs: number
}

/** Own choices: a class is back within seconds when the relay was started anew, and a relay that is gone costs hardly any battery. */
export const RELAY_RHYTHM: RelayRhythm = {
  firstWaitMs: 1_000,
  longestWaitMs: 30_000,
  beatMs: 20_000,
  patienceMs: 10_000,
  stateGapMs: 1_000,
}

/** How long to wait after so many failures, half as long to half as much again: a whole class does not come back in one second. */
export function waitAfter(failures: number, rhythm: RelayRhythm, random: number): number {
  const wait = Math.min(rhythm.longestWaitMs, rhythm.firstWaitMs * 2 ** Math.max(0, failures - 1))
  return wait * (0.5 + random)
}
