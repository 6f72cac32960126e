/** What can be put on My Hazard Map to be avoided. A kind is never renamed or reused: it stands in plans that people keep. */
export const DANGER_KINDS = [
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
] as const
export type DangerKind = (typeof DANGER_KINDS)[number]

/** What helps on the way. */
export const HELP_KINDS = [
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
] as const

export const MARK_KINDS = [...DANGER_KINDS, ...HELP_KINDS] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export const isDanger = (kind: MarkKind): kind is DangerKind =>
  (DANGER_KINDS as readonly string[]).includes(kind)
