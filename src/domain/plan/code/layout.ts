/** The version of the layout that `docs/plan-code.md` describes. Codes hang on fridges for years: version 1 is read for ever. */
export const CODE_VERSION = 1

/** How much of a plan a code holds. The place in the list is written, so a new one goes to the end. */
export const CODE_PARTS = ['essential', 'all'] as const
export type CodeParts = (typeof CODE_PARTS)[number]

/** How precisely a code tells where the family lives: to 0.1 m · on a grid of 0.001° (about 100 m) · not at all. */
export const CODE_POSITIONS = ['exact', 'rounded', 'none'] as const
export type CodePosition = (typeof CODE_POSITIONS)[number]

/**
 * What a code does not hold although the plan does. The code itself says so, so that whoever reads it does not take it for
 * the whole plan. `places` those other than the home · `positions` where destinations are that are somebody's house ·
 * `names` of the household (and at last of the home). A new one goes to the end.
 */
export const LEFT_OUT = [
  'photos',
  'places',
  'home',
  'positions',
  'marks',
  'routes',
  'kit',
  'notes',
  'contacts',
  'steps',
  'destinations',
  'names',
] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** The second byte of a part: bit 0 which parts, bits 1 and 2 which position, bit 3 deflated, bit 4 one of a series. */
export const FLAG = { all: 1, positionShift: 1, positionMask: 3, deflated: 8, series: 16, known: 31 } as const

/** Bytes of the checksum at the end of a part; the head before it is 2 bytes, in a series up to 8. */
export const SUM_BYTES = 4
export const HEAD_BYTES = 2
export const SERIES_HEAD_BYTES = 8

/** The most that a code unfolds to, in bytes: a plan that is larger goes into a file. */
export const MOST_UNFOLDED = 65_536
/** A code never unfolds to more than this many times its size. */
export const MOST_RATIO = 100
/** The most parts of a series: as many as the largest plan needs at the usual room. Below 128, so that it is one byte. */
export const MOST_PARTS = 120
/** Characters of the longest text that is looked at: more than a QR code of the largest version holds. */
export const LONGEST_TEXT = 4_000

/** A whole link stays within this many bytes: a QR code of version 25 or less, and any messenger sends it unbroken. */
export const LONGEST_LINK = 1_000
/** What stands between the address of the app and the code in a link. */
export const HASH = '#/p/'
/** Characters for a code where the address is not told: it may have 96 characters then. */
export const USUAL_ROOM = 900

/** Characters that are left for a code in a link to the app at `address` (without `#`). */
export const roomFor = (address: string): number =>
  Math.max(0, LONGEST_LINK - encodeURI(address).length - HASH.length)
