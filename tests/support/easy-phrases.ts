import { plain } from '#i18n/ruby.ts'
import type { KuromojiToken as Word, Tokenizer } from '#scripts/furigana/open-tokenizer.ts'

/** Nouns that mean nothing alone, or are counted and not learnt as words: numbers, pronouns, こと and もの. */
const SMALL_NOUNS: ReadonlySet<string> = new Set(['数', '代名詞', '非自立'])
const CONTENT: ReadonlySet<string> = new Set(['副詞', '連体詞', '接頭詞', '感動詞', '接続詞'])

const isContent = ({ pos, pos_detail_1: detail }: Word): boolean =>
  CONTENT.has(pos) ||
  (pos === '名詞' && !SMALL_NOUNS.has(detail)) ||
  ((pos === '動詞' || pos === '形容詞') && detail === '自立')

/** The words of a sentence that carry its meaning, as a dictionary lists them; words in katakana or Latin letters apart. */
export const contentWords = (tokenizer: Tokenizer, sentence: string): readonly string[] =>
  tokenizer
    .tokenize(plain(sentence))
    .filter(isContent)
    .map((word) => (word.basic_form === '*' ? word.surface_form : word.basic_form))
    .filter((word) => /[\p{sc=Han}\p{sc=Hira}]/u.test(word))

/** The places in a sentence where a phrase (文節) begins, and where a space or a sign of punctuation parts it. */
export type Phrases = {
  /** Phrases that begin with no space before them, each with the word before it. */
  readonly joined: readonly string[]
  /** Endings that are parted from their word by a space. */
  readonly torn: readonly string[]
  /** How many phrases begin inside the sentence. */
  readonly begins: number
}

/** Signs after which a phrase begins without a space, or before which none stands. */
const PUNCTUATION = /[、。！？「」『』（）・：／/%–+−＋＝→]/u

/**
 * Where spaces should stand (分かち書き): before every word that can stand alone. Words that grow together are one phrase:
 * nouns in a row, a number with its counter, a noun with する, a verb with a verb that helps it.
 */
export function phrasesOf(tokenizer: Tokenizer, sentence: string): Phrases {
  const text = plain(sentence)
  const spaces = new Set<number>()
  let bare = ''
  for (const sign of text)
    if (/\s/u.test(sign)) spaces.add(bare.length)
    else bare += sign
  const joined: string[] = []
  const torn: string[] = []
  let [at, begins] = [0, 0]
  const words = tokenizer.tokenize(bare)
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    const hasSpace = spaces.has(at)
    at += word.surface_form.length
    if (before === undefined || PUNCTUATION.test(word.surface_form + before.surface_form)) continue
    const pair = `${before.surface_form}｜${word.surface_form}`
    if (beginsPhrase(word, before)) {
      begins += 1
      if (!hasSpace) joined.push(pair)
    } else if (hasSpace && isEnding(word)) torn.push(pair)
  }
  return { joined, torn, begins }
}

const isNoun = ({ pos }: Word): boolean => pos === '名詞'

/** する, なる and the like after a noun, and words that only help another, are written with it or apart: both are read well. */
function beginsPhrase(word: Word, before: Word): boolean {
  if (!['名詞', '動詞', '形容詞', '副詞', '連体詞', '接続詞', '感動詞', '接頭詞'].includes(word.pos))
    return false
  if (['接尾', '非自立', '数'].includes(word.pos_detail_1)) return false
  if (before.pos === '接頭詞' || before.pos === '記号') return false
  // かも しれません and か どうか are said in one breath, and stand in one piece.
  if (before.surface_form === 'かも' || (before.surface_form === 'か' && word.surface_form === 'どうか'))
    return false
  if (isNoun(word) && isNoun(before)) return false
  if (word.basic_form === 'する' && isNoun(before)) return false
  return !(word.pos === '動詞' && before.pos === '動詞')
}

/** Particles that are written apart all the same: they begin what follows (という こと, かも しれません). */
const BEGINS_ANEW: ReadonlySet<string> = new Set(['という', 'かも'])

/** Particles and endings, which never begin a phrase. */
const isEnding = ({ pos, pos_detail_1: detail, surface_form: surface }: Word): boolean =>
  !BEGINS_ANEW.has(surface) && (pos === '助詞' || pos === '助動詞' || (pos === '動詞' && detail === '接尾'))
