import { holdsAt } from './blocks.ts'
import type { Reckoned } from './feed-state.ts'

/** A text that becomes another one whenever other closures are in force: what was reckoned with them then holds no longer. */
export const inForceKey = (reckoned: Reckoned | null): string =>
  JSON.stringify(reckoned?.closures.filter((one) => holdsAt(one, reckoned.at)) ?? null)
