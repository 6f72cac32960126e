import type { RealTag } from '#i18n/languages.ts'
import { isInLanguage } from '#i18n/namespaces.ts'
import { placesIn } from './rules/sentence.ts'
import { fingerprint } from './fingerprint.ts'
import { createNotes, readPlaceholders } from './notes.ts'
import { expectedKeys, numbersOfForm, pluralFormOf, textFor } from './plural.ts'
import { readWords, type Texts } from './read-words.ts'
import { glossaryReviews } from './terms.ts'
import { readReviews, STATES, stateOf, type Reviews, type State } from './review.ts'
import { join } from 'node:path'

/** One text as a translator gets it, in a sheet or in XLIFF. */
export type Row = {
  /** `namespace:dotted.path`, with the plural form where the sentence counts. */
  readonly key: string
  readonly ja: string
  readonly easy: string
  readonly en: string
  /** The text of the language now; '' = there is none yet. */
  readonly text: string
  readonly note: string
  readonly max: number | null
  /** Who looked at it, and when; '' = nobody. */
  readonly source: string
  readonly state: State
  /** What the row was made from: marks of the Japanese and the own text, and the state. Not to be changed. */
  readonly check: string
}

/** What came back from a translator. `where` = the place in the file, for people. */
export type ReturnedRow = {
  readonly where: string
  readonly key: string
  readonly text: string
  readonly state: string
  readonly check: string
}

/** All that is known of a language at one time. */
export type LanguageNow = {
  readonly tag: RealTag
  readonly texts: Texts
  readonly ja: Texts
  readonly easy: Texts
  readonly en: Texts
  readonly reviews: Reviews
  readonly unreadable: readonly string[]
}

/** The languages with which every other is compared. */
export type Compared = Pick<LanguageNow, 'ja' | 'easy' | 'en'>

/** Reads the languages with which every other is compared. */
export const readCompared = (folder: string): Compared => ({
  ja: readWords(folder, 'ja').texts,
  easy: readWords(folder, 'ja-simple').texts,
  en: readWords(folder, 'en').texts,
})

/** Reads a language, with those that it is compared with. */
export function readLanguage(folder: string, tag: RealTag, compared = readCompared(folder)): LanguageNow {
  const { texts, unreadable } = readWords(folder, tag)
  const reviews = new Map([...glossaryReviews(tag), ...readReviews(folder, tag)])
  const ja = new Map([...compared.ja].filter(([key]) => isInLanguage(key, tag)))
  return { ...compared, ja, tag, texts, reviews, unreadable }
}

/** The rows of a language, in the order of the Japanese files. */
export function rowsOf(folder: string, now: LanguageNow): readonly Row[] {
  const noteOf = createNotes(join(folder, 'meta'))
  const placeholders = readPlaceholders(join(folder, 'meta'))
  return expectedKeys(now.ja.keys(), now.tag).map((key) => {
    const [ja, text] = [textFor(now.ja, key), now.texts.get(key) ?? '']
    const { state, stale, review } = stateOf(key, now.texts, now.ja, now.reviews)
    const { max, note } = noteOf(key)
    const seen = review === null ? '' : `${review.by}, ${review.date}${stale ? ' (changed since)' : ''}`
    return {
      key,
      ja,
      easy: textFor(now.easy, key),
      en: textFor(now.en, key),
      text,
      note: [note, fillsOf(ja, placeholders), formNote(now.tag, key)].filter((one) => one !== '').join(' '),
      max,
      source: seen,
      state,
      check: checkOf(ja, text, state),
    }
  })
}

/** What fills the places of a text, in words. */
function fillsOf(ja: string, placeholders: Readonly<Record<string, string>>): string {
  const places = [...new Set(placesIn(ja))]
  return places
    .map((place) => `{{${place}}} = ${placeholders[place.replace(/^- */, '')] ?? 'filled in by the app'}.`)
    .join(' ')
}

/** For which numbers a plural form is. */
function formNote(tag: string, key: string): string {
  const form = pluralFormOf(key)
  if (form === null) return ''
  const numbers = numbersOfForm(tag, form)
  const such = numbers.length === 0 ? 'numbers with decimals' : `numbers such as ${numbers.join(', ')}`
  return `Plural form “${form}”: for ${such}.`
}

/** What a row was made from, in one short text. */
export const checkOf = (ja: string, text: string, state: State): string =>
  `${fingerprint(ja)}.${fingerprint(text)}.${state}`

/** Reads {@link checkOf} back; null when somebody has changed it. */
export function parseCheck(
  check: string,
): { readonly ja: string; readonly text: string; readonly state: State } | null {
  const found = /^([0-9a-f]{10})\.([0-9a-f]{10})\.([a-z]+)$/.exec(check.trim())
  const state = STATES.find((one) => one === found?.[3])
  if (found === null || state === undefined) return null
  return { ja: found[1] as string, text: found[2] as string, state }
}
