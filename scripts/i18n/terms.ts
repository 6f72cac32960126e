import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { classOf, GLOSSARY, readGlossary } from './make-terms.ts'
import { markOf, type Reviews } from './review.ts'

/** Words of one language by the Japanese term that they stand for. */
export type Terms = ReadonlyMap<string, string>

const TOP = resolve(import.meta.dirname, '..', '..')

/** The namespace that is made from the glossary: it is corrected there, not in the files of a language. */
export const TERMS_NAMESPACE = 'terms'

type Entry = {
  readonly ja: string
  readonly key: string
  readonly text: string
  readonly source: string | null
}

/** The glossary's entries of a language; none when there is no glossary yet. */
function entriesOf(tag: string): readonly Entry[] {
  if (!existsSync(join(TOP, GLOSSARY))) return []
  return readGlossary(TOP).flatMap(([ja, entry]) => {
    const word = entry[tag] as { readonly text: string; readonly source: string | null } | undefined
    return word === undefined ? [] : [{ ja, key: entry.key, text: word.text, source: word.source }]
  })
}

/**
 * The glossary's words of a language, for the rules. An explanation behind a word (`119 (fire and ambulance)`) and a full stop at
 * its end are left out.
 */
export const readTerms = (tag: string): Terms =>
  new Map(entriesOf(tag).map(({ ja, text }) => [ja, tidy(text)]))

const tidy = (word: string): string =>
  word
    .normalize('NFC')
    .replace(/\s*[(（<].*$/u, '')
    .replace(/[.。]$/u, '')

/** Who is named for a word that comes from the glossary with its source. */
export const GLOSSARY_NAME = 'glossary'

/** The words that an authority has published are official by the glossary, without anybody saying so again. */
export const glossaryReviews = (tag: string): Reviews =>
  new Map(
    entriesOf(tag)
      .filter(({ source }) => ['national', 'regional'].includes(classOf(source)))
      .map(({ ja, key, text, source }) => [
        `${TERMS_NAMESPACE}:${key}`,
        {
          state: 'official',
          by: GLOSSARY_NAME,
          date: source ?? '',
          of: markOf(ja, text.normalize('NFC').replace(/[.。]$/u, '')),
        },
      ]),
  )
