import type { i18n } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageTag } from './languages.ts'
import type { Params, Phrase } from './phrase.ts'
import { label, languageIn, say } from './say.ts'

/** The words of one namespace, in the language of now. */
export type SayWords = {
  /**
   * A sentence as marked-up text: show it with `<Said text={…} />`, never bare. `key` is a dotted key of the namespace,
   * or `other:key`.
   */
  (key: string, params?: Params): string
  /** The same for places that hold text only (title, aria-label, notification): readings instead of characters. */
  readonly label: (key: string, params?: Params) => string
  /** A domain phrase as marked-up text. */
  readonly phrase: (phrase: Phrase) => string
  readonly language: LanguageTag
}

/** The words of a namespace for a component; renders again when the language changes. */
export function useWords(namespace: string): SayWords {
  const { i18n: words } = useTranslation()
  const language = languageIn(words)
  return useMemo(() => sayIn(words, language, namespace), [words, language, namespace])
}

/**
 * The words of a namespace outside a component, for instance in the language of a piece of paper.
 * @param language the one that `words` speaks
 */
export function sayIn(words: i18n, language: LanguageTag, namespace: string): SayWords {
  const toPhrase = (key: string, params?: Params): Phrase => {
    const full = key.includes(':') ? key : `${namespace}:${key}`
    return params === undefined ? { key: full } : { key: full, params }
  }
  const t = (key: string, params?: Params): string => say(words, toPhrase(key, params))
  return Object.assign(t, {
    label: (key: string, params?: Params) => label(words, toPhrase(key, params)),
    phrase: (phrase: Phrase) => say(words, phrase),
    language,
  })
}
