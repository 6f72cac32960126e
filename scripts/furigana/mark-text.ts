import { parseMarkup, plain } from '#i18n/ruby.ts'
import { toHiragana, type KuromojiToken, type Tokenizer } from './open-tokenizer.ts'

/** A stretch of a text with its reading; positions are those of the text without placeholders. */
type Piece = { readonly start: number; readonly base: string; readonly kana: string }

/** A reviewed reading, written as it is to stand: `の{土|つち}が`; kana and digits around the characters say where it holds. */
export type Override = { readonly text: string; readonly pieces: readonly Piece[] }

const KANJI = /[\u3400-\u4dbf\u4e00-\u9fff々]/u
const RUN = /[\u3400-\u4dbf\u4e00-\u9fff々]+/gu

/** Reads the reviewed readings, the longest first: the longer knows more of what stands around. */
export const readOverrides = (marked: readonly string[]): readonly Override[] =>
  marked
    .map((one) => {
      const pieces: Piece[] = []
      let start = 0
      for (const token of parseMarkup(one)) {
        if (token.kind === 'ruby') pieces.push({ start, base: token.base, kana: token.kana })
        start += token.kind === 'ruby' ? token.base.length : token.kind === 'text' ? token.text.length : 0
      }
      return { text: plain(one), pieces }
    })
    .sort((a, b) => b.text.length - a.text.length)

/** What stands for a place that a number fills, so that the words after it are read as after a number. */
const NUMBER = '5'
/** What stands for a place that words fill. */
const WORDS = 'Ａ'

const PLACE = /\{\{.+?\}\}/gu
const standInOf = (place: string): string => (place.startsWith('{{-') ? WORDS : NUMBER)

/** A sentence with a stand-in for each of its places, as it is given to the dictionary. */
export const withStandIns = (text: string): string => text.replace(PLACE, standInOf)

/**
 * A sentence of the Japanese words with a reading on every kanji, `{漢字|かんじ}`: by the reviewed readings where one fits, else
 * by the dictionary. One piece for each word, without the kana of its ending; a suffix belongs to its word.
 * Throws when a reviewed reading cuts a word of the dictionary, or when neither knows a reading: then a reviewed one is needed.
 */
export function markText(tokenizer: Tokenizer, overrides: readonly Override[], text: string): string {
  const places = text.match(PLACE) ?? []
  const positions: number[] = []
  let removed = 0
  const masked = text.replace(PLACE, (place, offset: number) => {
    positions.push(offset - removed)
    removed += place.length - 1
    return standInOf(place)
  })
  if (/[\\{}|[\]]/u.test(masked)) throw new Error(`Markup in a Japanese sentence: ${text}`)
  const reviewed = findReviewed(overrides, masked)
  const isReviewed = (at: number): boolean => reviewed.taken.has(at)
  const found = dictionaryPieces(tokenizer.tokenize(masked), isReviewed, text)
  const pieces = [...reviewed.pieces, ...found].sort((a, b) => a.start - b.start)
  return fillIn(masked, pieces, new Map(positions.map((at, index) => [at, places[index] ?? ''])))
}

/** Where reviewed readings fit; the longer come first, and a place is taken once. */
function findReviewed(overrides: readonly Override[], masked: string) {
  const taken = new Set<number>()
  const pieces: Piece[] = []
  const fits = overrides.flatMap(({ text, pieces: own }) =>
    positionsOf(text, masked).map((at) => own.map((piece) => ({ ...piece, start: piece.start + at }))),
  )
  for (const fit of fits) {
    const places = fit.flatMap(({ start, base }) => [...base].map((_, index) => start + index))
    if (places.some((place) => taken.has(place))) continue
    pieces.push(...fit)
    for (const place of places) taken.add(place)
  }
  return { taken, pieces }
}

/** Every position of a text in another. */
const positionsOf = (text: string, inside: string): readonly number[] =>
  [...inside].flatMap((_, at) => (inside.startsWith(text, at) ? [at] : []))

function dictionaryPieces(
  tokens: readonly KuromojiToken[],
  isReviewed: (at: number) => boolean,
  text: string,
): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let isPrefix = false
  for (const token of tokens) {
    const own = piecesOf(token, start, isReviewed, text)
    const last = pieces.at(-1)
    const [first] = own
    const touches = last !== undefined && first !== undefined && last.start + last.base.length === first.start
    const isSuffix =
      token.pos === '名詞' && token.pos_detail_1 === '接尾' && !STANDS_ALONE.has(token.surface_form)
    if (touches && (isSuffix || isPrefix)) {
      pieces[pieces.length - 1] = {
        start: last.start,
        base: last.base + first.base,
        kana: last.kana + first.kana,
      }
      pieces.push(...own.slice(1))
    } else pieces.push(...own)
    isPrefix = token.pos === '接頭詞' && own.length > 0
    start += token.surface_form.length
  }
  return pieces
}

/** Suffixes that are read as words of their own: joined, they would make a row of characters too long for a line. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['等', '未満', '先', '元', '建て'])

function piecesOf(
  { surface_form: surface, reading }: KuromojiToken,
  start: number,
  isReviewed: (at: number) => boolean,
  text: string,
): readonly Piece[] {
  const kanji = [...surface].flatMap((sign, index) => (KANJI.test(sign) ? [isReviewed(start + index)] : []))
  if (!kanji.includes(false)) return []
  if (kanji.includes(true)) throw new Error(`A reviewed reading cuts “${surface}”: ${text}`)
  if (reading === undefined) throw new Error(`No reading for “${surface}”: ${text}`)
  const pattern = toHiragana(surface).replace(RUN, '(.+?)')
  const kana = new RegExp(`^${pattern}$`, 'u').exec(toHiragana(reading))
  if (kana === null) throw new Error(`“${reading}” does not fit “${surface}”: ${text}`)
  return [...surface.matchAll(RUN)].map((run, index) => ({
    start: start + run.index,
    base: run[0],
    kana: kana[index + 1] ?? '',
  }))
}

function fillIn(masked: string, pieces: readonly Piece[], places: ReadonlyMap<number, string>): string {
  const byStart = new Map(pieces.map((piece) => [piece.start, piece]))
  let marked = ''
  let at = 0
  while (at < masked.length) {
    const piece = byStart.get(at)
    marked += piece === undefined ? (places.get(at) ?? masked[at]) : `{${piece.base}|${piece.kana}}`
    at += piece === undefined ? 1 : piece.base.length
  }
  return marked
}
