/** Letters that MapLibre 6.17 clips when they stand alone as one code point: five of Myanmar, two of Sinhala. */
const WIDE_LETTER = /[\u1024\u1026\u1029\u102A\u103F\u0D8E\u0D90](?![\p{M}\u200C])/gu
/** Myanmar marks which MapLibre 6.17 does not take for marks, so that it draws them with dotted circles. */
const MISSED_MARK = /[\u102B\u102C\u1038]/
/** Vowel marks of Arabic, which come apart from their letters. U+0654 and U+0655 stay: Urdu and Persian need them. */
const ARABIC_VOWELS = /[\u064B-\u0652\u0670]/g
/** Letters of Arabic writing. */
const ARABIC = /\p{sc=Arab}/u
/** MapLibre 6.17 turns the order of such a text, and leaves its brackets as they were: they then stand the wrong way round. */
const IN_BRACKETS = /\s*\(([^()]*)\)/gu
/** ZERO WIDTH NON-JOINER. A joiner (U+200D) must not be used: MapLibre glues the next letter on after it. */
const ZWNJ = '\u200C'

/**
 * A text as it has to be given to the map so that MapLibre 6.17 draws it right without a glyph server. Only for the map:
 * stored, searched and spoken text stays as it is. The result reads the same; applying it twice changes nothing.
 */
export function mapLabel(text: string): string {
  const label = text
    .normalize('NFC')
    .replace(ARABIC_VOWELS, '')
    .replace(WIDE_LETTER, `$&${ZWNJ}`)
    .normalize('NFC')
  if (ARABIC.test(label)) return label.replace(IN_BRACKETS, ' – $1')
  return MISSED_MARK.test(label) && !label.includes(ZWNJ) ? label + ZWNJ : label
}
