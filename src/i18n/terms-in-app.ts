import type { i18n } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageOf } from './languages.ts'
import { languageIn } from './say.ts'
import type { WordTree } from './start.ts'

const loaders = import.meta.glob<WordTree>('./locales/*/terms.json', { import: 'default' })

/** The words of warnings: `ready` when the namespace `terms` is there in the language of now. */
export type TermWords = 'loading' | 'ready' | 'failed'

async function addTerms(words: i18n): Promise<void> {
  const tag = languageIn(words)
  if (words.hasResourceBundle(tag, 'terms')) return
  const own = languageOf(tag).status === 'pseudo' ? 'en' : tag
  const load = loaders[`./locales/${own}/terms.json`]
  if (load === undefined) throw new Error(`No terms for ${tag}`)
  words.addResourceBundle(tag, 'terms', await load())
}

/** Fetches the words of warnings, which no other screen needs, in the language of now and in every one chosen later. */
export function useTermWords(): TermWords {
  const { i18n: words } = useTranslation()
  const tag = languageIn(words)
  const [settled, setSettled] = useState<{ readonly tag: string; readonly state: TermWords } | null>(null)
  useEffect(() => {
    let isOld = false
    const settle = (state: TermWords) => {
      if (!isOld) setSettled({ tag, state })
    }
    addTerms(words).then(
      () => settle('ready'),
      () => settle('failed'),
    )
    return () => {
      isOld = true
    }
  }, [words, tag])
  return settled?.tag === tag ? settled.state : 'loading'
}
