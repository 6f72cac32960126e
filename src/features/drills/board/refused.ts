import type { BoardRefusal } from '#domain/drills/board.ts'
import type { RollCallRefusal } from '#domain/drills/roll-call.ts'
import type { SealedRefusal } from '#domain/drills/sealed-code.ts'
import type { Phrase } from '#domain/risk/report.ts'

type Reason = BoardRefusal | SealedRefusal | Exclude<RollCallRefusal, 'otherSite'>

/**
 * Why a code was not counted.
 * @param at where it was read: a code for the other of the two screens is told as such
 */
export function describeRefused(reason: Reason, at: 'board' | 'roll'): Phrase {
  switch (reason) {
    case 'twice':
    case 'otherDrill':
    case 'full':
    case 'newerVersion':
      return { key: `drills:board.refused.${reason}` }
    case 'otherKind':
      return { key: at === 'board' ? 'drills:board.isArrival' : 'drills:roll.isReport' }
    case 'notOurs':
    case 'damaged':
    case 'broken':
      return { key: 'drills:board.refused.damaged' }
  }
}
