import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { LanguageTag } from '#i18n/index.ts'

export const PAPER_SIZES = ['a4', 'a3'] as const
export const PAPER_TURNS = ['portrait', 'landscape'] as const

/** What can be left out. What reaches the home, where to go and the caveats stand on every paper. */
export const PAPER_PARTS = ['map', 'timeline', 'contacts', 'kit', 'code'] as const
export type PaperPart = (typeof PAPER_PARTS)[number]

/** How the paper is made. */
export type PaperChoices = {
  readonly size: (typeof PAPER_SIZES)[number]
  readonly turn: (typeof PAPER_TURNS)[number]
  /** The language that comes first, and a second one beside it; null = one language only. */
  readonly first: LanguageTag
  readonly second: LanguageTag | null
  readonly parts: readonly PaperPart[]
  /** With the names of people, phone numbers and notes; without them it can hang where others read it. */
  readonly names: boolean
  /** Whose depths the map shows; null = the worst that reaches the home. */
  readonly water: ZoneLayerId | null
}

/** One A4 sheet after the other, in the language of the app, with everything. */
export const firstChoices = (language: LanguageTag): PaperChoices => ({
  size: 'a4',
  turn: 'portrait',
  first: language,
  second: null,
  parts: PAPER_PARTS,
  names: true,
  water: null,
})

/** The languages of the paper, in order, each once. */
export const languagesOf = ({ first, second }: PaperChoices): readonly LanguageTag[] =>
  second === null || second === first ? [first] : [first, second]
