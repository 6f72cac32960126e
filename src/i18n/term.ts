/** Where a translation comes from, as a person is told it. */
export type TermSource = 'national' | 'regional' | 'other' | 'own'

/** One word of warnings, by the Japanese that stands on signs; its translation stands in the namespace `terms` of each language. */
export type Term = {
  readonly key: string
  readonly ja: string
  readonly kana: string
  /** The word with readings above its kanji, marked up. */
  readonly marked: string
  readonly group: string
  /** The meaning in easy Japanese, marked up. */
  readonly easy: string
  /** The languages by the class of their source; a language that is not named has no translation. */
  readonly sources: Readonly<Partial<Record<TermSource, readonly string[]>>>
}
