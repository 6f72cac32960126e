import { escapeMarkup, foreign, parseMarkup, type Token } from './ruby.ts'

/** One sentence as marked-up text, in a language (BCP 47). */
export type Sentence = { readonly marked: string; readonly lang: string }

/**
 * Where a sentence ends: behind a full stop, question or exclamation mark with its closing brackets, where a space or the end
 * follows (0.5 m is no end); behind the full stops of scripts that leave no space (Japanese, Chinese, Devanagari, Urdu, Khmer,
 * Burmese); at the end of a line.
 */
const END = /[.!?…]+["'’”)\]»]*(?=\s|$)|[。！？।॥۔؟។။]["'’”)\]»」』）]*|\n/gu

/** The sentences of a marked-up text, in order. Nothing of it is lost but spaces between sentences. */
export function sentencesOf(marked: string, lang: string): readonly Sentence[] {
  const tokens = parseMarkup(marked)
  const [only] = tokens
  // A sentence that had to be taken from another language stands in one piece: its own sentences count.
  if (tokens.length === 1 && only?.kind === 'foreign') return sentencesOf(toMarked(only.tokens), only.lang)
  const sentences: string[] = ['']
  const add = (text: string) => sentences.push((sentences.pop() ?? '') + text)
  tokens.forEach((token, index) => {
    if (token.kind !== 'text') return add(toMarked([token]))
    const parts = cut(token.text, index === tokens.length - 1)
    parts.forEach((part, nth) => {
      if (nth > 0) sentences.push('')
      add(escapeMarkup(part))
    })
  })
  return sentences.map((text) => ({ marked: text.trim(), lang })).filter((one) => one.marked !== '')
}

/** @param isLast False = more of the same line follows, so that a full stop at its end may belong to a word. */
function cut(text: string, isLast: boolean): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (const found of text.matchAll(END)) {
    const end = found.index + found[0].length
    if (end === text.length && !isLast && /^[.!?…]/u.test(found[0])) continue
    parts.push(text.slice(start, end))
    start = end
  }
  return [...parts, text.slice(start)]
}

/** Tokens as the marked-up text from which they were read. */
export const toMarked = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.kind === 'text') return escapeMarkup(token.text)
      if (token.kind === 'foreign') return foreign(token.lang, toMarked(token.tokens))
      return `{${escapeMarkup(token.base)}|${escapeMarkup(token.kana)}}`
    })
    .join('')
