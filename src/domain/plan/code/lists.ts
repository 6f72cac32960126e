import type { TriggerId } from '#domain/timeline/trigger.ts'
import type { MarkKind } from '../mark-kinds.ts'

/*
 * What a code writes as a number is its place in one of these lists, so their order never changes and a new entry goes to
 * the end (tested). Triggers and marks have lists of their own here because theirs are ordered for reading; steps, kit and
 * the short lists of the plan already grow at the end only.
 */

export const TRIGGERS_IN_CODE = [
  'forecast3d',
  'forecast2d',
  'forecast1d',
  'jma2',
  'river2',
  'jma3',
  'river3',
  'city3',
  'jma4',
  'river4',
  'city4',
  'ownSigns',
  'jma5',
  'city5',
  'beforehand',
  'shaking',
  'shakingStops',
  'tsunamiAdvisory',
  'tsunamiWarning',
  'lifted',
] as const satisfies readonly TriggerId[]

export const MARKS_IN_CODE = [
  'underpass',
  'gutter',
  'floodsOften',
  'river',
  'slope',
  'wall',
  'glass',
  'dark',
  'narrow',
  'bridge',
  'steps',
  'animalFence',
  'otherDanger',
  'aed',
  'water',
  'toilet',
  'publicPhone',
  'neighbour',
  'boat',
  'shop',
  'highPlace',
  'meetingPlace',
  'otherHelp',
] as const satisfies readonly MarkKind[]

/** How one goes somewhere. */
export const WAYS_IN_CODE = ['walk', 'car'] as const
/** Where a thing of the kit lies. */
export const KIT_PLACES_IN_CODE = ['bag', 'stock'] as const

/** Characters of a phone number, four bits each; the last one announces one of the rare ones. */
export const PHONE_SIGNS = '0123456789-+ ()'
export const RARE_PHONE_SIGNS = ['*', '#', '.'] as const
