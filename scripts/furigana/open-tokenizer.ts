import kuromoji, { type KuromojiToken, type Tokenizer } from 'kuromoji'
import { join } from 'node:path'

export type { KuromojiToken, Tokenizer }

const DICTIONARY = join(import.meta.dirname, '../../node_modules/kuromoji/dict')

/** The dictionary of kuromoji (IPADIC), read once. */
export const openTokenizer = (): Promise<Tokenizer> =>
  new Promise((resolve, reject) => {
    kuromoji
      .builder({ dicPath: DICTIONARY })
      .build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)))
  })

/** Katakana as hiragana. */
export const toHiragana = (text: string): string =>
  text.replace(/[\u30a1-\u30f6]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
