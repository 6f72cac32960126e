import type { i18n } from 'i18next'
import { useEffect, useState } from 'react'
import { LANGUAGES, wordsFor, type LanguageTag } from '#i18n/index.ts'

/** The words of every language for the preview; `failed` could not be had. What is not in it is on its way. */
export type AllWords = ReadonlyMap<LanguageTag, i18n | 'failed'>

/** Loads the words of all languages, each by itself: one that fails keeps back no other. */
export function useAllWords(): readonly [words: AllWords, again: () => void] {
  const [words, setWords] = useState<AllWords>(new Map())
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isGone = false
    const settle = (tag: LanguageTag, value: i18n | 'failed') => {
      if (!isGone) setWords((known) => new Map([...known, [tag, value]]))
    }
    for (const { tag } of LANGUAGES)
      wordsFor(tag).then(
        (value) => settle(tag, value),
        () => settle(tag, 'failed'),
      )
    return () => {
      isGone = true
    }
  }, [round])
  return [words, () => setRound(round + 1)]
}
