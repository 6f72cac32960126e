import { createContext, Fragment, useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dirOf } from './dir-of.ts'
import { languageIn, say } from './say.ts'
import type { Params, Phrase } from './phrase.ts'
import { parseMarkup, type Token } from './ruby.ts'
import { isHard } from './taught-kanji.ts'

/**
 * `all` = readings above every word that has one; `hard` = above words with a character that is not taught in the first three
 * years of school; `none` = characters only.
 */
export type RubySetting = 'all' | 'hard' | 'none'
/** One setting for each language that has readings. */
export type RubySettings = Readonly<Record<'ja' | 'ja-simple', RubySetting>>

/** The person's furigana settings, for all `Said` below. */
export const RubyContext = createContext<RubySettings>({ ja: 'none', 'ja-simple': 'all' })

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
  const settings = useContext(RubyContext)
  const tag = languageIn(words)
  const marked = 'text' in props ? props.text : say(words, toPhrase(props))
  const tokens = parseMarkup(marked)
  // Japanese inside another language keeps its readings: they are the only help to read it.
  return nodesOf(tokens, tag === 'ja' || tag === 'ja-simple' ? settings[tag] : 'all')
}

/** The phrase that is meant, where the words are not marked up already. */
export const toPhrase = (props: Exclude<SaidProps, { readonly text: string }>): Phrase => {
  if ('phrase' in props) return props.phrase
  return props.params === undefined ? { key: props.k } : { key: props.k, params: props.params }
}

const nodesOf = (tokens: readonly Token[], ruby: RubySetting): ReactNode =>
  tokens.map((token, index) => <Fragment key={index}>{nodeOf(token, ruby)}</Fragment>)

function nodeOf(token: Token, ruby: RubySetting): ReactNode {
  switch (token.kind) {
    case 'text':
      return token.text
    case 'ruby':
      if (ruby === 'none') return token.base
      return ruby === 'all' || isHard(token.base) ? (
        <Ruby base={token.base} kana={token.kana} />
      ) : (
        <Word base={token.base} />
      )
    case 'foreign':
      return (
        <span lang={token.lang} dir={dirOf(token.lang)} translate="no">
          {nodesOf(token.tokens, ruby)}
        </span>
      )
  }
}

/** A base longer than this is a name, not a word: a narrow line may break it. Characters; own choice. */
const LONGEST_WORD = 5

/** A word without its reading: between words that have one, the browser does not see where it ends, and would break inside it. */
const Word = ({ base }: { readonly base: string }): ReactNode =>
  base.length > 1 && base.length <= LONGEST_WORD ? <span data-word="">{base}</span> : base

/**
 * Characters with their reading above; in brackets where ruby is not known. For a screen reader and a braille display the
 * characters stand alone: with the reading beside them it would say each word twice.
 */
export const Ruby = ({ base, kana }: { readonly base: string; readonly kana: string }): ReactNode => (
  <ruby data-long={base.length > LONGEST_WORD ? '' : undefined}>
    {base}
    <rp aria-hidden="true">(</rp>
    <rt aria-hidden="true">{kana}</rt>
    <rp aria-hidden="true">)</rp>
  </ruby>
)
