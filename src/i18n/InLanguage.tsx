import type { i18n } from 'i18next'
import { useEffect, useState, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { LanguageTag } from './languages.ts'
import { wordsFor } from './start-in-app.ts'

/** The words of one language, apart from the language of the app: given to `InLanguage`. */
export type OtherWords = { readonly tag: LanguageTag; readonly words: i18n }

/**
 * The words of several languages at once, for a page that is read in two of them. `failed` = those of a language could not be
 * had (offline, and never used here); `again` tries once more.
 */
export type ManyWords =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly again: () => void }
  | { readonly status: 'ready'; readonly languages: readonly OtherWords[] }

type Settled = {
  readonly asked: string
  readonly round: number
  readonly languages: readonly OtherWords[] | null
}

/** Loads the words of these languages; the app's own language is not touched. */
export function useManyWords(tags: readonly LanguageTag[]): ManyWords {
  const asked = tags.join(' ')
  const [round, setRound] = useState(0)
  const [settled, setSettled] = useState<Settled | null>(null)
  useEffect(() => {
    let isOld = false
    const settle = (languages: readonly OtherWords[] | null) => {
      if (!isOld) setSettled({ asked, round, languages })
    }
    const wanted = asked.split(' ') as LanguageTag[]
    Promise.all(wanted.map(async (tag) => ({ tag, words: await wordsFor(tag) }))).then(settle, () =>
      settle(null),
    )
    return () => {
      isOld = true
    }
  }, [asked, round])
  if (settled === null || settled.asked !== asked || settled.round !== round) return { status: 'loading' }
  if (settled.languages === null) return { status: 'failed', again: () => setRound(round + 1) }
  return { status: 'ready', languages: settled.languages }
}

/**
 * All `Said` and `useWords` below speak this language. Brings no element: whoever uses it puts `lang` and `dir` on its own
 * (`languageOf(tag)`).
 */
export const InLanguage = ({ of, children }: { readonly of: OtherWords; readonly children: ReactNode }) => (
  <I18nextProvider i18n={of.words}>{children}</I18nextProvider>
)
