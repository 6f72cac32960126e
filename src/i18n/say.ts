import type { i18n } from 'i18next'
import { isolated, withNumbersInOrder } from './bidi.ts'
import { chainFor } from './fallback.ts'
import { formatClock, formatMetres, formatTime } from './format.ts'
import { isLanguageTag, languageOf, type LanguageTag } from './languages.ts'
import type { Params, Phrase } from './phrase.ts'
import { escapeMarkup, foreign, plain, spoken } from './ruby.ts'
import { wordsIn, type Words } from './words.ts'

/** The language that is being spoken now. */
export const languageIn = (words: i18n): LanguageTag =>
  isLanguageTag(words.language, true) ? words.language : 'ja'

/**
 * A phrase as marked-up text (see `ruby.ts`) in the language of `words`. A sentence that had to be taken from another
 * language is marked as a piece in that language, so that it is read with the right voice. A key that no language has
 * is given back as it is: the contract tests see to it that there is none.
 *
 * Parameters written `name@tag` are words from the data in several languages (`note@ja`, `note@en`, …): the sentence
 * says `{{- name}}` and gets the right one. `at@time`, `at@clock` (milliseconds since 1970), `length@metres` and `road@name` (a
 * name that was typed in Japan, without its reading) are written in the language too.
 */
export function say(words: i18n, phrase: Phrase): string {
  const tag = languageIn(words)
  const namespace = phrase.key.slice(0, phrase.key.indexOf(':'))
  for (const candidate of chainFor(tag, namespace)) {
    const options = optionsOf(candidate, phrase.params ?? {})
    if (words.exists(phrase.key, options)) {
      const text = withNumbersInOrder(tag, String(words.t(phrase.key, options)))
      const { htmlLang } = languageOf(candidate)
      return htmlLang === languageOf(tag).htmlLang ? text : foreign(htmlLang, text)
    }
  }
  return phrase.key
}

/**
 * A phrase for a place that holds text only (title, label, notification). In やさしい日本語 readings stand instead of the
 * characters; Japanese keeps its characters, with furigana too: they are what its readers and their screen readers expect.
 */
export const label = (words: i18n, phrase: Phrase): string => {
  const marked = say(words, phrase)
  return languageIn(words) === 'ja' ? plain(marked) : spoken(marked)
}

/**
 * The parameters stand in `replace`, apart from the library's own options: a parameter may bear any name, `lng` for a
 * longitude too. Only `count` is both.
 */
function optionsOf(tag: LanguageTag, params: Params) {
  const replace = fill(tag, params)
  const { count } = replace
  return { lng: tag, replace, ...(typeof count === 'number' ? { count } : {}) }
}

/** Joins the `name@tag` parameters into one word each, in the wanted language. */
function fill(tag: LanguageTag, params: Params): Record<string, string | number> {
  const filled: Record<string, string | number> = {}
  const manyTongued = new Map<string, Record<string, string>>()
  for (const [name, value] of Object.entries(params)) {
    const [base = name, language] = name.split('@')
    const write = language === undefined ? undefined : WRITERS.get(language)
    if (language === undefined) filled[name] = typeof value === 'string' ? isolated(tag, value) : value
    else if (write !== undefined) filled[base] = isolated(tag, write(tag, value))
    else manyTongued.set(base, { ...manyTongued.get(base), [language]: String(value) })
  }
  for (const [name, words] of manyTongued) filled[name] = wordsIn(tag, words satisfies Words)
  return filled
}

/** How a value is written in the language of the reader, by what stands after the `@` of its parameter. */
const WRITERS: ReadonlyMap<string, (tag: LanguageTag, value: string | number) => string> = new Map([
  ['time', (tag, value) => formatTime(tag, Number(value))],
  ['clock', (tag, value) => formatClock(tag, Number(value))],
  ['metres', (tag, value) => formatMetres(tag, Number(value))],
  ['name', (tag, value) => nameIn(tag, String(value))],
])

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** A name as it was typed, never as markup; in another language it is marked as Japanese. */
function nameIn(tag: LanguageTag, name: string): string {
  const text = escapeMarkup(name)
  return languageOf(tag).htmlLang === 'ja' || !JAPANESE.test(name) ? text : foreign('ja', text)
}
