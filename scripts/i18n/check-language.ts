import { ALL_LANGUAGES, type RealTag } from '#i18n/languages.ts'
import type { Note } from './notes.ts'
import { expectedKeys, textFor } from './plural.ts'
import type { Texts } from './read-words.ts'
import { FORM_RULES } from './rules/form.ts'
import { MEANING_RULES } from './rules/meaning.ts'
import { SCRIPT_RULES } from './rules/script.ts'
import { ruleLanguage, type Rule } from './rules/sentence.ts'
import { readTerms, type Terms } from './terms.ts'
import SAME_WORDS from './same-words.json' with { type: 'json' }

/** Every rule that a text of any language is held to; the tests of the words and the import of translations use these alone. */
export const RULES: readonly Rule[] = [...FORM_RULES, ...SCRIPT_RULES, ...MEANING_RULES]

/** One text that is not as a rule wants it. */
export type Finding = {
  readonly key: string
  readonly rule: string
  readonly weight: 'fault' | 'look'
  /** What is expected, in one phrase. */
  readonly expected: string
  readonly text: string
}

/** The texts that every language is compared with, and the notes about them. */
export type Originals = {
  readonly ja: Texts
  readonly en: Texts
  readonly noteOf: (key: string) => Note
}

/** The tags of the registry that have words of their own. */
export const isRealTag = (tag: string): tag is RealTag =>
  ALL_LANGUAGES.some((language) => language.tag === tag)

/**
 * What is wrong with the texts of a language, in the order of its keys.
 * @param only the rules to hold it to; all of them when left out
 * @param terms the words of the glossary in this language
 */
export function checkTexts(
  tag: RealTag,
  texts: Texts,
  { ja, en, noteOf }: Originals,
  only: readonly Rule[] = RULES,
  terms: Terms = readTerms(tag),
): readonly Finding[] {
  const language = ruleLanguage(tag, terms, sameWordsOf(tag))
  return [...texts].flatMap(([key, text]) => {
    const sentence = { key, text, ja: textFor(ja, key), en: textFor(en, key), note: noteOf(key) }
    return only.flatMap(({ name, weight, find }) => {
      const expected = find(sentence, language)
      return expected === null ? [] : [{ key, rule: name, weight, expected, text }]
    })
  })
}

/** The keys that a language lacks and those that it should not have, plural forms included. */
export function checkKeys(
  tag: string,
  texts: Texts,
  japanese: Texts,
): { readonly missing: readonly string[]; readonly extra: readonly string[] } {
  const wanted = new Set(expectedKeys(japanese.keys(), tag))
  return {
    missing: [...wanted].filter((key) => !texts.has(key)),
    extra: [...texts.keys()].filter((key) => !wanted.has(key)),
  }
}

/** Words that are the same in English and in this language. */
function sameWordsOf(tag: string): ReadonlySet<string> {
  const lists: Readonly<Record<string, readonly string[]>> = SAME_WORDS
  return new Set([...(lists['every'] ?? []), ...(lists[tag] ?? [])])
}
