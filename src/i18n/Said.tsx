import { createContext, Fragment, useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dirOf } from './dir-of.ts'
import { languageIn, say } from './say.ts'
import { languageOf } from './languages.ts'
import type { Params, Phrase } from './phrase.ts'
import { parseMarkup, type Token } from './ruby.ts'

/** `all` = readings above every character that has one; `none` = characters only. */
export type RubySetting = 'all' | 'none'

/** The person's furigana setting, for all `Said` below. */
export const RubyContext = createContext<RubySetting>('all')

export type SaidProps =
  /** a phrase of the domain */
  | { readonly phrase: Phrase }
  /** a key written `namespace:dotted.key` */
  | { readonly k: string; readonly params?: Params }
  /** text that is marked up already, for instance from `t`, `formatDate` or `wordsIn` */
  | { readonly text: string }

/**
 * Words for people: readings above the characters, foreign pieces with their own `lang`. Brings no element of its own
 * around a plain sentence.
 */
export function Said(props: SaidProps): ReactNode {
  const { i18n: words } = useTranslation()
  const setting = useContext(RubyContext)
  const marked = 'text' in props ? props.text : say(words, toPhrase(props))
  const tokens = parseMarkup(marked)
  return nodesOf(tokens, languageOf(languageIn(words)).ruby && setting === 'all')
}

/** The phrase that is meant, where the words are not marked up already. */
export const toPhrase = (props: Exclude<SaidProps, { readonly text: string }>): Phrase => {
  if ('phrase' in props) return props.phrase
  return props.params === undefined ? { key: props.k } : { key: props.k, params: props.params }
}

const nodesOf = (tokens: readonly Token[], ruby: boolean): ReactNode =>
  tokens.map((token, index) => <Fragment key={index}>{nodeOf(token, ruby)}</Fragment>)

function nodeOf(token: Token, ruby: boolean): ReactNode {
  switch (token.kind) {
    case 'text':
      return token.text
    case 'ruby':
      return ruby ? <Ruby base={token.base} kana={token.kana} /> : token.base
    case 'foreign':
      // Japanese inside another language keeps its readings: they are the only help to read it.
      return (
        <span lang={token.lang} dir={dirOf(token.lang)} translate="no">
          {nodesOf(token.tokens, ruby)}
        </span>
      )
  }
}

/** A base longer than this is a name, not a word: a narrow line may break it. Characters; own choice. */
const LONGEST_WORD = 5

/** Characters with their reading above; in brackets where ruby is not known. */
export const Ruby = ({ base, kana }: { readonly base: string; readonly kana: string }): ReactNode => (
  <ruby data-long={base.length > LONGEST_WORD ? '' : undefined}>
    {base}
    <rp>(</rp>
    <rt>{kana}</rt>
    <rp>)</rp>
  </ruby>
)
