import { holdsAt } from './blocks.ts'
import type { Closure } from './closure.ts'
import type { Reckoned } from './feed-state.ts'

/** Those that hold at the time for which they are reckoned with; planned and ended ones are not among them. */
export const inForceOf = ({ closures, at }: Reckoned): readonly Closure[] =>
  closures.filter((one) => holdsAt(one, at))

/** A text that becomes another one whenever other closures are in force: what was reckoned with them then holds no longer. */
export const inForceKey = (reckoned: Reckoned | null): string =>
  JSON.stringify(reckoned === null ? null : inForceOf(reckoned))
