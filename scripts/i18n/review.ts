import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.ts'
import { textFor } from './plural.ts'
import type { Texts } from './read-words.ts'

/**
 * Who has looked at a text. `official` = published in these words by an authority; `reviewed` = read by a speaker of the
 * language; `unreviewed` = neither, and so is every text that has changed since, or whose Japanese has.
 */
export const STATES = ['unreviewed', 'reviewed', 'official'] as const
export type State = (typeof STATES)[number]

/** What is written down about one text. `of` is the mark of the Japanese and the own text that were read. */
export type Review = {
  readonly state: Exclude<State, 'unreviewed'>
  /** The person, group or publisher. */
  readonly by: string
  /** The day, as YYYY-MM-DD. */
  readonly date: string
  readonly of: string
}

/** What is written down about the texts of a language, by key. */
export type Reviews = ReadonlyMap<string, Review>

/** The file of a language, which need not be there. */
export const reviewFile = (folder: string, tag: string): string => join(folder, 'review', `${tag}.json`)

/** Reads what is written down about a language; an entry that is not understood is left out: unread is unreviewed. */
export function readReviews(folder: string, tag: string): Reviews {
  const path = reviewFile(folder, tag)
  if (!existsSync(path)) return new Map()
  const entries = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)
  return new Map(entries.flatMap(([key, value]) => (isReview(value) ? [[key, value] as const] : [])))
}

function isReview(value: unknown): value is Review {
  if (value === null || typeof value !== 'object') return false
  const { state, by, date, of } = value as Partial<Record<keyof Review, unknown>>
  return (
    (state === 'reviewed' || state === 'official') &&
    [by, date, of].every((one) => typeof one === 'string' && one !== '')
  )
}

/** The text of the file of a language, by keys in order. */
export function formatReviews(reviews: Reviews): string {
  const sorted = [...reviews].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`
}

/** The mark of what a reviewer has read: the Japanese text and the own one. */
export const markOf = (japanese: string, own: string): string => fingerprint(japanese, own)

/**
 * The state of a text now. `stale` = it was looked at, and it or its Japanese has changed since.
 * @param reviews what is written down; nothing is needed for Japanese, which is the original
 */
export function stateOf(
  key: string,
  texts: Texts,
  japanese: Texts,
  reviews: Reviews,
): { readonly state: State; readonly stale: boolean; readonly review: Review | null } {
  const review = reviews.get(key) ?? null
  const text = texts.get(key) ?? ''
  if (review === null || text === '') return { state: 'unreviewed', stale: false, review }
  const isOfThis = review.of === markOf(textFor(japanese, key), text)
  return { state: isOfThis ? review.state : 'unreviewed', stale: !isOfThis, review }
}
