declare module 'kuromoji' {
  export type KuromojiToken = {
    readonly surface_form: string
    readonly pos: string
    readonly pos_detail_1: string
    readonly basic_form: string
    /** Katakana; absent for words that the dictionary does not know. */
    readonly reading?: string
    /** 1 for the first character. */
    readonly word_position: number
  }
  export type Tokenizer = { tokenize(text: string): KuromojiToken[] }
  const kuromoji: {
    builder(options: { dicPath: string }): {
      build(done: (error: Error | null, tokenizer: Tokenizer) => void): void
    }
  }
  export default kuromoji
}
