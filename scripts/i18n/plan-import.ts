import type { RealTag } from '#i18n/languages.ts'
import { checkTexts, type Finding, type Originals } from './check-language.ts'
import { fingerprint } from './fingerprint.ts'
import { expectedKeys, pluralFormOf, pluralFormsOf, stemOf, textFor } from './plural.ts'
import type { Texts } from './read-words.ts'
import { markOf, STATES, stateOf, type Review, type Reviews, type State } from './review.ts'
import { parseCheck, type LanguageNow, type ReturnedRow } from './rows.ts'
import { GLOSSARY } from './make-terms.ts'
import { TERMS_NAMESPACE, type Terms } from './terms.ts'

/** One sentence about one row: where it stands, which key, what is expected. */
export type RowMessage = { readonly where: string; readonly key: string; readonly expected: string }

/** What taking in a file would do. Nothing may be written while there are `faults`. */
export type ImportPlan = {
  /** Texts that change. */
  readonly changes: readonly { readonly key: string; readonly from: string; readonly to: string }[]
  /** All that is written down about who looked at what, afterwards. */
  readonly reviews: Reviews
  readonly newlyReviewed: readonly string[]
  /** Texts that had been looked at and change now, so that they count as unreviewed. */
  readonly fallenBack: readonly string[]
  /** Rows that cannot be used; with one of them the whole file is refused. */
  readonly faults: readonly RowMessage[]
  /** Rows that are not taken because the app has changed since the file was made; the others are. */
  readonly setAside: readonly RowMessage[]
  /** Texts that are often right; a person should look once. */
  readonly looks: readonly RowMessage[]
}

/** Who sends the file, on which day, and whether all of it was read by a speaker. */
export type ImportOptions = { readonly by: string | null; readonly reviewed: boolean; readonly date: string }

/** A row that is to be taken in, with what it changes. */
type Taken = {
  readonly row: ReturnedRow
  readonly text: string
  readonly edited: boolean
  /** The state that was asked for, or null when it is left as it was. */
  readonly wish: State | null
}

/** The text of a cell or a target: Unicode in the form NFC, line ends as one character. Everything else is for the rules. */
const cleaned = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC')

/** Says what taking in the rows would do, and what is against it. */
export function planImport(
  rows: readonly ReturnedRow[],
  now: LanguageNow,
  noteOf: Originals['noteOf'],
  terms: Terms,
  options: ImportOptions,
): ImportPlan {
  const sorted = sortRows(rows, now, options)
  const changes = sorted.taken
    .filter(({ edited }) => edited)
    .map(({ row: { key }, text }) => ({ key, from: now.texts.get(key) ?? '', to: text }))
  const after = new Map([...now.texts, ...changes.map(({ key, to }) => [key, to] as const)])
  const { faults, looks } = findFaults(sorted.taken, after, now, noteOf, terms)
  const { reviews, newlyReviewed, nobody } = reviewsAfter(sorted.taken, after, now, options)
  return {
    changes,
    reviews,
    newlyReviewed,
    fallenBack: changes
      .map(({ key }) => key)
      .filter((key) => wasSeen(key, now) && stateOf(key, after, now.ja, reviews).state === 'unreviewed'),
    faults: [...sorted.faults, ...faults, ...nobody],
    setAside: sorted.setAside,
    looks,
  }
}

const wasSeen = (key: string, now: LanguageNow): boolean =>
  stateOf(key, now.texts, now.ja, now.reviews).state !== 'unreviewed'

type Sorted = {
  readonly taken: readonly Taken[]
  readonly faults: readonly RowMessage[]
  readonly setAside: readonly RowMessage[]
}

/** Compares every row with what it was made from and with what is there now. */
function sortRows(rows: readonly ReturnedRow[], now: LanguageNow, options: ImportOptions): Sorted {
  const keys = new Set(expectedKeys(now.ja.keys(), now.tag))
  const seen = new Map<string, string>()
  const taken: Taken[] = []
  const faults: RowMessage[] = []
  const setAside: RowMessage[] = []
  for (const row of rows) {
    const { where, key } = row
    const before = seen.get(key)
    seen.set(key, where)
    if (before !== undefined)
      faults.push({ where, key, expected: `each key once; it stands in ${before} too` })
    else {
      const found = judge(row, keys, now, options)
      if ('taken' in found) taken.push(found.taken)
      else if (found.kind !== 'unchanged')
        (found.kind === 'fault' ? faults : setAside).push({ where, key, expected: found.expected })
    }
  }
  return { taken, faults, setAside }
}

type Judged =
  | { readonly taken: Taken }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'fault' | 'aside'; readonly expected: string }

const UNCHANGED: Judged = { kind: 'unchanged' }

function judge(
  row: ReturnedRow,
  keys: ReadonlySet<string>,
  now: LanguageNow,
  options: ImportOptions,
): Judged {
  const check = parseCheck(row.check)
  if (check === null)
    return {
      kind: 'fault',
      expected: 'the value in the column “check” as it was exported; export the sheet again',
    }
  const state = STATES.find((one) => one === row.state.toLowerCase())
  if (state === undefined)
    return { kind: 'fault', expected: `one of ${STATES.join(', ')} as state, found “${row.state}”` }
  const text = cleaned(row.text)
  const edited = fingerprint(text) !== check.text && fingerprint(row.text) !== check.text
  const wish = wishOf(state, check.state, text, options)
  if (!edited && wish === null) return UNCHANGED
  if (edited && row.key.startsWith(`${TERMS_NAMESPACE}:`))
    return { kind: 'aside', expected: `words of warnings are corrected in ${GLOSSARY}, with their source` }
  if (!keys.has(row.key)) return { kind: 'aside', expected: 'this sentence is no longer in the app' }
  if (fingerprint(textFor(now.ja, row.key)) !== check.ja)
    return {
      kind: 'aside',
      expected: 'the Japanese sentence has changed since the file was made; export it again',
    }
  const current = now.texts.get(row.key) ?? ''
  if (fingerprint(current) !== check.text && current !== text)
    return {
      kind: 'aside',
      expected: `this translation was changed meanwhile, to “${current}”; export it again`,
    }
  if (text === '') return edited ? { kind: 'fault', expected: 'a text, found an empty cell' } : UNCHANGED
  return { taken: { row, text: edited ? text : current, edited: edited && current !== text, wish } }
}

/** The state that is asked for: by the column, where it was changed, or for all rows by the person who sends the file. */
function wishOf(cell: State, exported: State, text: string, { reviewed }: ImportOptions): State | null {
  if (cell !== exported) return cell
  if (!reviewed || text === '') return null
  return cell === 'unreviewed' ? 'reviewed' : cell
}

/** Holds what would be written to the rules; faults of sentences that are not touched are not for the sender of the file. */
function findFaults(
  taken: readonly Taken[],
  after: Texts,
  now: LanguageNow,
  noteOf: Originals['noteOf'],
  terms: Terms,
): { readonly faults: readonly RowMessage[]; readonly looks: readonly RowMessage[] } {
  const edited = new Map(taken.filter((one) => one.edited).map((one) => [one.row.key, one]))
  const touched = new Map([...edited].map(([key, { text }]) => [key, text]))
  const found = checkTexts(now.tag, touched, { ja: now.ja, en: now.en, noteOf }, undefined, terms)
  const message = ({ key, expected, text }: Finding): RowMessage => ({
    where: edited.get(key)?.row.where ?? '',
    key,
    expected: `expected ${expected}: ${text}`,
  })
  return {
    faults: [
      ...found.filter(({ weight }) => weight === 'fault').map(message),
      ...missingForms(now.tag, edited, after),
    ],
    looks: found.filter(({ weight }) => weight === 'look').map(message),
  }
}

/** A counted sentence has all plural forms of its language, or none yet. */
function missingForms(tag: RealTag, edited: ReadonlyMap<string, Taken>, after: Texts): readonly RowMessage[] {
  return [...edited].flatMap(([key, { row }]) => {
    if (pluralFormOf(key) === null) return []
    const lost = pluralFormsOf(tag).filter((form) => (after.get(`${stemOf(key)}_${form}`) ?? '') === '')
    return lost.length === 0
      ? []
      : [{ where: row.where, key, expected: `all plural forms; there is no text for ${lost.join(', ')} yet` }]
  })
}

function reviewsAfter(
  taken: readonly Taken[],
  after: Texts,
  now: LanguageNow,
  { by, date }: ImportOptions,
): {
  readonly reviews: Reviews
  readonly newlyReviewed: readonly string[]
  readonly nobody: readonly RowMessage[]
} {
  const reviews = new Map(now.reviews)
  const newlyReviewed: string[] = []
  const nobody: RowMessage[] = []
  for (const { row, wish } of taken) {
    const { key, where } = row
    if (wish === 'unreviewed') reviews.delete(key)
    if (wish === null || wish === 'unreviewed') continue
    if (by === null) nobody.push({ where, key, expected: 'who has read it: add --by "name"' })
    else {
      // Who has read it first stays written down.
      if (stateOf(key, after, now.ja, reviews).state === wish) continue
      const review: Review = { state: wish, by, date, of: markOf(textFor(now.ja, key), after.get(key) ?? '') }
      newlyReviewed.push(key)
      reviews.set(key, review)
    }
  }
  return { reviews, newlyReviewed, nobody }
}
