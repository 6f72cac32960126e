import * as v from 'valibot'
import type { ByteReader } from '../plan/code/byte-reader.ts'
import { cleanText, isCleanText } from '../plan/text.ts'

/*
 * What a report and an arrival have in common. Every text from another phone is bounded and checked by these, so that nothing on
 * a board is longer or stranger than what this app itself writes.
 */

/** Five digits, as in a plan. */
export const AreaCode = v.pipe(v.string(), v.regex(/^\d{5}$/))
/** A hash or a number drawn by a device, in the alphabet of links. */
export const Token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{4,32}$/))
/** BCP 47, as far as the registry of languages writes it: `vi`, `pt-BR`, `zh-Hant`, `ja-simple`. */
export const Tag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z]{2,8}){0,2}$/))
/** In UTF-16 units, like a name in a plan. */
export const MOST_GROUP = 60
export const Group = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MOST_GROUP),
  v.check((name) => isCleanText(name) && !name.includes('\n')),
)

/** What was typed for a group, as a report holds it; null = nothing. */
export const groupOf = (typed: string): string | null =>
  cleanText(typed.replaceAll(/\s+/gu, ' '), MOST_GROUP) || null

/** The five digits of an area from their number. */
export const areaFrom = (from: ByteReader): string => String(from.varint()).padStart(5, '0')
