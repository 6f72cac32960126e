import type { Phrase } from '#domain/risk/report.ts'
import type { InvitedRefusal } from '../state.ts'

/** Why nobody can join by what was typed, scanned or opened: one sentence each. */
export function describeRefusal(why: InvitedRefusal): Phrase {
  switch (why) {
    case 'notOurs':
    case 'notACode':
      return { key: 'drills:join.refused.notOurs' }
    case 'wrongCode':
      return { key: 'drills:join.refused.wrongCode' }
    case 'damaged':
    case 'brokenInvitation':
      return { key: 'drills:join.refused.damaged' }
    case 'newerVersion':
      return { key: 'drills:join.refused.newerVersion' }
    // The screen of joining asks for the area itself, and offers to open it.
    case 'otherArea':
    case 'notInArea':
      return { key: 'drills:join.notOpened' }
  }
}
