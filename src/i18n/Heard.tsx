import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dirOf } from './dir-of.ts'
import { parseMarkup, type Token } from './ruby.ts'
import { toPhrase, type SaidProps } from './Said.tsx'
import { languageIn, say } from './say.ts'

/**
 * Words for the ear, for a live region: each word once (in easy Japanese by its reading) and every piece in another language
 * with its own `lang` and `dir`, so that a screen reader changes its voice. What is for the eye is said by `Said`.
 */
export function Heard(props: SaidProps): ReactNode {
  const { i18n: words } = useTranslation()
  const marked = 'text' in props ? props.text : say(words, toPhrase(props))
  // Who reads Japanese hears what is written, as in `label`: a screen reader knows its characters best.
  return nodesOf(parseMarkup(marked), languageIn(words) === 'ja' ? 'base' : 'kana')
}

type Way = 'base' | 'kana'

const nodesOf = (tokens: readonly Token[], way: Way): ReactNode =>
  tokens.map((token, index) => <Fragment key={index}>{nodeOf(token, way)}</Fragment>)

function nodeOf(token: Token, way: Way): ReactNode {
  if (token.kind === 'text') return token.text
  if (token.kind === 'ruby') return token[way]
  return (
    <span lang={token.lang} dir={dirOf(token.lang)} translate="no">
      {nodesOf(token.tokens, way)}
    </span>
  )
}
