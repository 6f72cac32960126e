import { parseMarkup, plain, spoken, type Token } from '#i18n/ruby.ts'

/**
 * The measures of やさしい日本語. Limits of the first hours ("alert") and of the rest ("info"): 弘前大学 (24 and 48 morae,
 * 13 kanji), 在留支援のためのやさしい日本語ガイドライン (出入国在留管理庁・文化庁, 2020); the number of characters and the
 * 6 kanji are our own reading of them.
 */
export const LIMITS = {
  alert: { morae: 24, characters: 30, kanji: 6, commas: 1 },
  info: { morae: 48, characters: 50, kanji: 13, commas: 2 },
} as const

/** A run of kanji longer than this is an official name, or it is taken apart. */
export const LONGEST_KANJI_RUN = 4

export const KANJI = /[\u3400-\u4dbf\u4e00-\u9fff々]/gu

/** Official names that stand on signs and may not be taken apart; outside `terms` each is explained with 〈＝…〉. */
export const OFFICIAL_TERMS: readonly string[] = [
  '指定緊急避難場所',
  '指定避難所',
  '福祉避難所',
  '洪水浸水想定区域',
  '土砂災害警戒区域',
  '想定最大規模',
  '計画規模',
  '高齢者等避難',
  '避難指示',
  '緊急安全確保',
  '家屋倒壊等氾濫想定区域',
  '内水氾濫',
  '土砂災害',
  '洪水',
  '高潮',
]

/** Loanwords that people in their first year in Japan know, or that stand on the phone itself. */
export const KNOWN_KATAKANA: ReadonlySet<string> = new Set([
  'アプリ',
  'インターネット',
  'カメラ',
  'キロメートル',
  'コード',
  'コピー',
  'サイト',
  'スピーカー',
  'スマートフォン',
  'スマホ',
  'ダウンロード',
  'データ',
  'テレビ',
  'トイレ',
  'トンネル',
  'バス',
  'ファイル',
  'ページ',
  'ペット',
  'ボタン',
  'ホテル',
  'ホーム',
  'ホームページ',
  'マーク',
  'ベビーカー',
  'メートル',
  'メール',
  'メニュー',
  'ラジオ',
  'リスト',
  'リンク',
  'レベル',
  'ハザードマップ',
  'カレンダー',
  'リットル',
  'セット',
  'センチ',
  'ライト',
  'モバイルバッテリー',
  'ノート',
  'マスク',
  'トイレットペーパー',
  'ティッシュ',
  'ビニール',
  'ヘルメット',
  'ナプキン',
  'ミルク',
  'カード',
  'パスポート',
  'ヘルプカード',
  'ロープ',
])

/** What a place is filled with when it is measured: a usual value, as long as they get. */
const SAMPLES: Readonly<Record<string, string>> = {
  distance: '200メートル',
  people: '100',
  area: '{鹿島市|かしまし}',
  name: '{鹿島市|かしまし}',
  note: '',
}

/** The text with its places filled. */
export const filled = (text: string): string =>
  text.replace(/\{\{-?\s*(\w+)[^}]*\}\}/g, (_, name: string) => SAMPLES[name] ?? '10')

/** The sentences of a marked-up text. Explanations 〈＝…〉 and （…） are sentences of their own. */
export const sentencesOf = (marked: string): readonly string[] =>
  marked
    .split(/(?<=[。！？])|\n|[〈〉（）：]/u)
    .map((sentence) => sentence.replace(/^＝/u, '').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))

/** Characters without spaces, as they are written. */
export const characters = (sentence: string): number => [...plain(sentence).replace(/\s/gu, '')].length

export const kanjiOf = (sentence: string): readonly string[] => plain(sentence).match(KANJI) ?? []

const SMALL = /[ゃゅょぁぃぅぇぉャュョァィゥェォ]/gu
const KANA = /[\u3041-\u3096\u30a1-\u30fa\u30fc]/gu

/** Morae: one for each kana, っ, ん and ー too, none for small ゃゅょ; numbers by how they are read; a Latin letter is two. */
export function morae(sentence: string): number {
  const text = spoken(sentence).normalize('NFKC')
  const read = text.replace(/\d+(?:[.,]\d+)*/gu, (number) => readNumber(number.replaceAll(',', '')))
  const letters = read.match(/[A-Za-z]/gu)?.length ?? 0
  return (read.replace(SMALL, '').match(KANA)?.length ?? 0) + 2 * letters
}

const DIGITS = ['れい', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'] as const
const STEPS = [
  [1000, 'せん'],
  [100, 'ひゃく'],
  [10, 'じゅう'],
] as const

/** How a number below 10,000 is read; longer ones digit by digit, as in a telephone number. */
export function readNumber(number: string): string {
  const [whole = '', fraction] = number.split('.')
  const digitByDigit = (digits: string): string =>
    [...digits].map((digit) => DIGITS[Number(digit)] ?? '').join('')
  const point = fraction === undefined ? '' : `てん${digitByDigit(fraction)}`
  if (whole.length > 4 || (whole.length > 1 && whole.startsWith('0'))) return digitByDigit(whole) + point
  let rest = Number(whole)
  if (rest === 0) return `${DIGITS[0]}${point}`
  let read = ''
  for (const [size, name] of STEPS) {
    const count = Math.floor(rest / size)
    if (count > 0) read += (count > 1 ? (DIGITS[count] ?? '') : '') + name
    rest %= size
  }
  return read + (rest > 0 ? (DIGITS[rest] ?? '') : '') + point
}

/** The readings that a text gives, with the characters they stand over. */
export const readingsOf = (marked: string): readonly Extract<Token, { kind: 'ruby' }>[] =>
  parseMarkup(marked).flatMap((token) => (token.kind === 'ruby' ? [token] : []))
