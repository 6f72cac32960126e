/**
 * The markup of our strings, three forms and nothing else; no HTML ever:
 * - `{漢字|かんじ}`: characters with their reading;
 * - `[ja:避難指示]`: a piece in another language (any BCP 47 tag), which may hold readings and further pieces;
 * - `\` before `{ } | [ ] \`: that character itself. Values filled into a sentence are escaped this way (`escapeMarkup`),
 *   so that a name from a data file can never become markup.
 * What does not fit one of the forms is plain text: a slip in a string shows a stray brace, it never loses words.
 */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ruby'; readonly base: string; readonly kana: string }
  | { readonly kind: 'foreign'; readonly lang: string; readonly tokens: readonly Token[] }

const RUBY = /\{((?:\\.|[^\\{}|[\]])+)\|((?:\\.|[^\\{}|[\]])+)\}/uy
const FOREIGN = /\[([a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*):/uy
const SPECIAL = /[{}|[\]\\]/gu

/** Makes any text safe to be filled into a marked-up string: it will be shown as it is. */
export const escapeMarkup = (text: string): string => text.replace(SPECIAL, '\\$&')

const unescape = (text: string): string => text.replace(/\\([{}|[\]\\])/gu, '$1')

/** Wraps marked-up text as a piece in another language. */
export const foreign = (lang: string, marked: string): string => `[${lang}:${marked}]`

/** Katakana as hiragana: official tables give readings in katakana, which above characters stand for foreign words. */
const toHiragana = (kana: string): string =>
  kana.replace(/[\u30a1-\u30f6]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))

/**
 * Characters with a reading where one is known, else the characters alone (escaped). A name of several parts is read part by
 * part, so that a line can break between them.
 */
export function withReading(base: string, kana: string | null | undefined): string {
  if (!kana) return escapeMarkup(base)
  const [bases, readings] = [base.split(/[ \u3000]+/u), toHiragana(kana).split(/[ \u3000]+/u)]
  const parts =
    bases.length === readings.length
      ? bases.map((part, i) => [part, readings[i] ?? ''])
      : [[base, toHiragana(kana)]]
  return parts
    .map(([part = '', reading = '']) => `{${escapeMarkup(part)}|${escapeMarkup(reading)}}`)
    .join(' ')
}

/** Splits a marked-up string into its pieces, in order. */
export const parseMarkup = (marked: string): readonly Token[] => parseFrom(marked, 0, false).tokens

type Parsed = { readonly tokens: readonly Token[]; readonly end: number; readonly closed: boolean }

function parseFrom(marked: string, start: number, nested: boolean): Parsed {
  const tokens: Token[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') tokens.push({ kind: 'text', text })
    text = ''
  }
  let at = start
  while (at < marked.length) {
    const here = marked[at] as string
    if (nested && here === ']') return (flush(), { tokens, end: at + 1, closed: true })
    const found = pieceAt(marked, at)
    if (found !== null) {
      flush()
      tokens.push(found.token)
      at = found.end
    } else {
      const escaped = here === '\\' && at + 1 < marked.length
      text += escaped ? unescape(marked.slice(at, at + 2)) : here
      at += escaped ? 2 : 1
    }
  }
  flush()
  return { tokens, end: at, closed: false }
}

function pieceAt(marked: string, at: number): { token: Token; end: number } | null {
  if (marked[at] === '{') {
    RUBY.lastIndex = at
    const found = RUBY.exec(marked)
    if (found === null) return null
    const [all, base = '', kana = ''] = found
    return { token: { kind: 'ruby', base: unescape(base), kana: unescape(kana) }, end: at + all.length }
  }
  if (marked[at] !== '[') return null
  FOREIGN.lastIndex = at
  const opened = FOREIGN.exec(marked)
  if (opened === null) return null
  const inner = parseFrom(marked, at + opened[0].length, true)
  if (!inner.closed) return null
  return { token: { kind: 'foreign', lang: opened[1] as string, tokens: inner.tokens }, end: inner.end }
}

const flatten = (tokens: readonly Token[], word: (base: string, kana: string) => string): string =>
  tokens
    .map((token) => {
      if (token.kind === 'text') return token.text
      return token.kind === 'ruby' ? word(token.base, token.kana) : flatten(token.tokens, word)
    })
    .join('')

/** The text as it is written, without readings and markup: for search, titles, copying. */
export const plain = (marked: string): string => flatten(parseMarkup(marked), (base) => base)

/** The text as it is read aloud, readings in place of the characters: for labels, speech, notifications. */
export const spoken = (marked: string): string => flatten(parseMarkup(marked), (_, kana) => kana)

/** The text for places without ruby that people read, such as a terminal: the reading in brackets behind the characters. */
export const annotated = (marked: string): string =>
  flatten(parseMarkup(marked), (base, kana) => `${base}（${kana}）`)
