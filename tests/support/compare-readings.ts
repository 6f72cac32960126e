import {
  openTokenizer,
  toHiragana,
  type KuromojiToken,
  type Tokenizer,
} from '#scripts/furigana/open-tokenizer.ts'
import { parseMarkup } from '#i18n/ruby.ts'

export { openTokenizer }
export type { Tokenizer }

/** A stretch whose reading by the dictionary differs from ours. `pairs` are our characters and readings in it. */
export type Mismatch = {
  readonly pairs: readonly string[]
  readonly ours: string
  readonly theirs: string
}

type Piece = { readonly base: string; readonly kana: string; readonly isRuby: boolean }

/**
 * Compares the readings in a marked-up text with the dictionary's. Words are joined until they begin and end where our
 * pieces do. Spaces are left out: they are between words, and the dictionary does not need them.
 */
export function compareReadings(tokenizer: Tokenizer, marked: string): readonly Mismatch[] {
  const pieces = piecesOf(marked)
  const starts = startsOf(pieces.map((piece) => piece.base))
  const tokens = tokenizer.tokenize(pieces.map((piece) => piece.base).join(''))
  const mismatches: Mismatch[] = []
  let [piece, token, end] = [0, 0, 0]
  while (token < tokens.length) {
    const from = piece
    let theirs = ''
    let begin = end
    do {
      const word = tokens[token] as KuromojiToken
      end += word.surface_form.length
      theirs += word.reading ?? `?${word.surface_form}`
      token += 1
      while (piece < pieces.length && (starts[piece + 1] ?? 0) <= end) piece += 1
    } while (token < tokens.length && (starts[piece] ?? 0) !== end)
    begin = Math.max(begin, starts[from] ?? 0)
    const own = pieces.slice(from, piece)
    const ours = own.map(({ kana }) => kana).join('')
    const hasRuby = own.some(({ isRuby }) => isRuby)
    if (hasRuby && kanaOnly(toHiragana(theirs)) !== kanaOnly(toHiragana(ours)))
      mismatches.push({
        pairs: own.filter(({ isRuby }) => isRuby).map(({ base, kana }) => `${base}|${kana}`),
        ours,
        theirs: toHiragana(theirs),
      })
  }
  return mismatches
}

/** Plain text becomes one piece for each character, so that words can end anywhere in it. */
const piecesOf = (marked: string): readonly Piece[] =>
  parseMarkup(marked).flatMap((token): readonly Piece[] => {
    if (token.kind === 'ruby') return [{ base: token.base, kana: token.kana, isRuby: true }]
    if (token.kind === 'foreign') return []
    return [...token.text.replace(/\s/gu, '')].map((character) => ({
      base: character,
      kana: character,
      isRuby: false,
    }))
  })

function startsOf(bases: readonly string[]): readonly number[] {
  const starts = [0]
  for (const base of bases) starts.push((starts.at(-1) ?? 0) + base.length)
  return starts
}

/** Digits and signs have no kana in ours and many readings in theirs: they are not compared. */
const kanaOnly = (text: string): string => text.replace(/[^\u3041-\u3096ー?]/gu, '')
