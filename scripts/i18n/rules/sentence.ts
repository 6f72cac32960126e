import { languageOf, type RealTag } from '#i18n/languages.ts'
import { parseMarkup, plain, type Token } from '#i18n/ruby.ts'
import type { Note } from '../notes.ts'
import type { Terms } from '../terms.ts'

/** One text of a language beside the original and the bridge, as a rule sees it. */
export type Sentence = {
  readonly key: string
  readonly text: string
  /** The Japanese text of the key, of the general plural form where it counts; '' = there is none. */
  readonly ja: string
  readonly en: string
  readonly note: Note
}

/** What the rules need to know about a language. */
export type RuleLanguage = {
  readonly tag: RealTag
  /** ISO 15924. */
  readonly script: string
  readonly ruby: boolean
  /** The official words of this language by the Japanese term; empty where there is no glossary. */
  readonly terms: Terms
  /** Words that may stay as they are in English. */
  readonly sameWords: ReadonlySet<string>
}

/**
 * One thing that must be true of each text of a language. `fault` = the text cannot be used; `look` = often right, a person
 * should look once.
 */
export type Rule = {
  readonly name: string
  readonly weight: 'fault' | 'look'
  /** What is expected instead, in one phrase, or null when nothing is wrong. */
  readonly find: (sentence: Sentence, language: RuleLanguage) => string | null
}

/** The facts of a language for the rules. */
export function ruleLanguage(tag: RealTag, terms: Terms, sameWords: ReadonlySet<string>): RuleLanguage {
  const { script, ruby } = languageOf(tag)
  return { tag, script, ruby, terms, sameWords }
}

const PLACE = /\{\{(.+?)\}\}/g

/** The text without what is filled in. */
export const withoutPlaces = (text: string): string => text.replace(PLACE, '')

/** The names of what is filled in, sorted, `-` kept: `{{- name}}` may hold markup, `{{name}}` may not. */
export const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(PLACE)].map(([, name = '']) => name.trim()).sort()

/** The text outside pieces in another language, without readings and what is filled in. */
export const ownText = (text: string): string => ownTokens(parseMarkup(withoutPlaces(text)))

const ownTokens = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => (token.kind === 'text' ? token.text : token.kind === 'ruby' ? token.base : ' '))
    .join('')

/** The Japanese pieces of a text, sorted, without readings. */
export const japanesePieces = (text: string): readonly string[] =>
  parseMarkup(text.replace(PLACE, '<$1>'))
    .flatMap((token) => (token.kind === 'foreign' && token.lang === 'ja' ? [flat(token.tokens)] : []))
    .sort()

const flat = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      token.kind === 'text' ? token.text : token.kind === 'ruby' ? token.base : flat(token.tokens),
    )
    .join('')

/** Length in characters as a reader counts them, without markup. */
export const lengthOf = (text: string): number => [...plain(text)].length
