import table from './term-table.json'

/** Where a translation comes from. */
export type TermSource = 'national' | 'regional' | 'other' | 'own'

/** One word of warnings, by the Japanese that stands on signs; made from `data/curated/glossary.json`. */
export type Term = {
  readonly key: string
  readonly ja: string
  readonly kana: string
  /** The word with readings above its kanji, marked up. */
  readonly marked: string
  readonly group: string
  /** The meaning in easy Japanese, marked up. */
  readonly easy: string
  /** The languages by the class of their source. */
  readonly sources: Readonly<Partial<Record<TermSource, readonly string[]>>>
}

export const TERMS: readonly Term[] = table

/** The groups in the order in which they stand in the table. */
export const GROUPS: readonly string[] = [...new Set(TERMS.map(({ group }) => group))]

const SOURCES: readonly TermSource[] = ['national', 'regional', 'other', 'own']

/** Where the translation into a language comes from; null for Japanese, which is what is translated. */
export const sourceIn = ({ sources }: Term, tag: string): TermSource | null =>
  SOURCES.find((source) => sources[source]?.includes(tag) === true) ?? null
