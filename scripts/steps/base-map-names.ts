import { mapLabel } from '#domain/places/map-label.ts'
import { ALL_LANGUAGES } from '#i18n/languages.ts'
import { nameKeys } from '#i18n/map-names.ts'
import type { Properties, Value } from '../lib/tiles/mvt.ts'

const text = (value: Value | undefined): string => (typeof value === 'string' ? value.trim() : '')

const MAX_NAME = 200

const first = (properties: Properties, keys: readonly string[]): string =>
  keys.map((key) => text(properties[key])).find((name) => name !== '' && name.length <= MAX_NAME) ?? ''

/** How the reading in kana is called: the first is what the community agreed on, the others are still common. */
const READINGS = ['name:ja-Hira', 'name:ja_kana', 'name:ja-Hrkt', 'name:ja_hira', 'name:ja-Kana']
/** The name in Latin letters: the reading before a translation, because it is what people say when they ask for the way. */
const LATIN = ['name:ja-Latn', 'name:ja_rm', 'name:latin', 'name_int', 'name:en']

/** The reading in kana, as the source has it; null where there is none. Nothing is ever made up. */
export function readingOf(properties: Properties): string | null {
  const kana = first(properties, READINGS).normalize('NFKC')
  return kana === '' ? null : kana.slice(0, MAX_NAME)
}

/**
 * The local name of a feature and, where it differs, the name in Latin letters. OpenFreeMap writes `name`; tilemaker's
 * tiles only `name:latin`, which then holds whatever the name was.
 */
export function namesOf(properties: Properties): { name?: string; 'name:latin'?: string } {
  const found = first(properties, LATIN)
  const name =
    text(properties['name']) || text(properties['name:ja']) || text(properties['name:nonlatin']) || found
  if (name === '') return {}
  const latin = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(found) ? '' : found
  return latin !== '' && latin !== name ? { name, 'name:latin': latin } : { name }
}

/** The properties under which the map looks for names in the languages of the app. */
export const LANGUAGE_KEYS: readonly string[] = [
  ...new Set(ALL_LANGUAGES.flatMap(({ tag }) => nameKeys(tag))),
].filter((key) => key !== 'name:latin')

/** All names that a tile of the base map carries: these, in this order. */
export const NAME_KEYS: readonly string[] = ['name', 'name:latin', 'name:kana', ...LANGUAGE_KEYS]

/** Takes the names of the source out of the way of those that are kept. */
export const NO_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  NAME_KEYS.map((key) => [key, '']),
)

/**
 * The names that the map writes: the local one, its reading, Latin letters, and every language of the app in which the source has
 * one. A name that only repeats the Latin one is left out, because the Latin one is what is shown instead.
 */
export function allNamesOf(properties: Properties): Record<string, string> {
  const { name, 'name:latin': latin } = namesOf(properties)
  if (name === undefined) return {}
  const out: Record<string, string> = { name: mapLabel(name) }
  if (latin !== undefined) out['name:latin'] = mapLabel(latin)
  const kana = readingOf(properties)
  if (kana !== null && kana !== name) out['name:kana'] = mapLabel(kana)
  for (const key of LANGUAGE_KEYS) {
    const own = first(properties, [key])
    if (own !== '' && own !== latin) out[key] = mapLabel(own)
  }
  return out
}
