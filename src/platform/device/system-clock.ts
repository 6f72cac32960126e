import type { Clock } from '../ports.ts'

/** The clock of the device. It can be wrong: nothing may disappear because of it. */
export const systemClock: Clock = { now: () => Date.now() }
