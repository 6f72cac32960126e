import type { Term, TermSource } from '#i18n/index.ts'
import table from './term-table.json'

export const TERMS: readonly Term[] = table

/** The groups in the order in which they stand in the table. */
export const GROUPS: readonly string[] = [...new Set(TERMS.map(({ group }) => group))]

const SOURCES: readonly TermSource[] = ['national', 'regional', 'other', 'own']

/** Where the translation into a language comes from; null for Japanese, which is what is translated. */
export const sourceIn = ({ sources }: Term, tag: string): TermSource | null =>
  SOURCES.find((source) => sources[source]?.includes(tag) === true) ?? null
