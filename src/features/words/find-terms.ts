import type { Term } from '#i18n/index.ts'

/** Katakana as hiragana, no case, no spaces and marks: how people type what they heard. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[\u30a1-\u30f6]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
    .replace(/[\s\p{P}ー]/gu, '')

/** Letters of Latin writing without their long marks: "hinan shiji" is found by "hinanshiji", "kōzui" by "kouzui" and "kozui". */
const latin = (text: string): string =>
  bare(text.normalize('NFD').replace(/\p{Mn}/gu, '')).replace(/ou|oo|uu|aa|ee/gu, (pair) => pair.charAt(0))

/**
 * The terms that hold what was typed: in Japanese characters, in kana, in Latin letters as it sounds, or in the translation.
 * All of them for an empty text.
 * @param wordOf the translation of a term into the language of now, without markup
 */
export function findTerms(
  terms: readonly Term[],
  typed: string,
  wordOf: (term: Term) => string,
): readonly Term[] {
  const wanted = bare(typed)
  if (wanted === '') return terms
  const sound = /^[a-z]+$/u.test(latin(typed)) ? latin(typed) : null
  return terms.filter((term) => {
    const written = [term.ja, term.kana, wordOf(term)].some((text) => bare(text).includes(wanted))
    return written || (sound !== null && latin(term.key).includes(sound))
  })
}
