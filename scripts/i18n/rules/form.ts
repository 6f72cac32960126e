import { parseMarkup, plain } from '#i18n/ruby.ts'
import { japanesePieces, lengthOf, ownText, placesIn, withoutPlaces, type Rule } from './sentence.ts'

/** Rules about how a text is made: what is filled in, markup, characters nobody sees, length. */
export const FORM_RULES: readonly Rule[] = [
  {
    name: 'places',
    weight: 'fault',
    find: ({ text, ja }) => {
      const [wanted, found] = [placesIn(ja), placesIn(text)]
      const show = (names: readonly string[]): string =>
        names.map((name) => `{{${name}}}`).join(' ') || 'none'
      return wanted.join('|') === found.join('|') ? null : `places ${show(wanted)}, found ${show(found)}`
    },
  },
  {
    name: 'composition',
    weight: 'fault',
    find: ({ text }) => {
      if (text.trim() === '') return 'a text, found nothing'
      if (text !== text.trim() || / {2}/.test(text)) return 'no spaces at the ends and no two together'
      if (/[\n\r\t]/.test(text)) return 'one line, without line breaks and tabs'
      if (/__|TODO|FIXME|XXX/.test(text)) return 'a finished text'
      if (text.startsWith('not text:')) return 'a text or a group of texts'
      return text === text.normalize('NFC') ? null : 'Unicode in the form NFC'
    },
  },
  {
    name: 'markup',
    weight: 'fault',
    find: ({ text }) => {
      if (/<\/?[a-z]|&[a-z]+;|&#/i.test(text)) return 'no HTML'
      const bare = withoutPlaces(text)
      const left = ownText(text) + plain(bare)
      const escaped = /\\[{}|[\]\\]/.test(text)
      const isStray = /[{}|]|\[[a-z]{2,3}[:-]/.test(left) && !escaped
      return isStray ? 'every brace or bracket opened and closed, as in [ja:…] and {{…}}' : null
    },
  },
  {
    name: 'pieces',
    weight: 'fault',
    find: ({ text, en }, { script }) => {
      if (script === 'Jpan') return null
      const [wanted, found] = [japanesePieces(en), japanesePieces(text)]
      const show = (pieces: readonly string[]): string =>
        pieces.map((piece) => `[ja:${piece}]`).join(' ') || 'none'
      return wanted.join('|') === found.join('|')
        ? null
        : `the Japanese pieces of English: ${show(wanted)}, found ${show(found)}`
    },
  },
  {
    name: 'readings',
    weight: 'fault',
    find: ({ text }, { ruby }) =>
      !ruby && parseMarkup(text).some(({ kind }) => kind === 'ruby')
        ? 'no readings {characters|reading}'
        : null,
  },
  {
    name: 'length',
    weight: 'fault',
    find: ({ text, note: { max } }) => {
      const length = lengthOf(text)
      return max !== null && length > max ? `at most ${max} characters, found ${length}` : null
    },
  },
  { name: 'copied', weight: 'fault', find: (sentence, language) => copied(sentence, language, 3) },
  { name: 'copied', weight: 'look', find: (sentence, language) => copied(sentence, language, 1) },
]

/**
 * A text that is letter for letter English: from three words on it was forgotten; one or two words (“Hotel”) can be right.
 * What is the same in Japanese and Chinese characters is not found here: kana in it are found by the rule of scripts.
 */
const copied: (
  sentence: Parameters<Rule['find']>[0],
  language: Parameters<Rule['find']>[1],
  least: 1 | 3,
) => string | null = ({ text, en }, { tag, sameWords }, least) => {
  if (tag === 'en' || text !== en) return null
  const words = ownText(en).match(/\p{L}{4,}/gu) ?? []
  const own = words.filter((word) => !sameWords.has(word.toLowerCase()))
  const isSentence = words.length >= 3
  return own.length > 0 && isSentence === (least === 3) ? 'a translation, found the English text' : null
}
