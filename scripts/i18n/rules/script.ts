import { ownText, withoutPlaces, type Rule, type Sentence } from './sentence.ts'
import { plain } from '#i18n/ruby.ts'

/** The letters of a script of the registry, as Unicode names them. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  Jpan: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u,
  Hans: /\p{sc=Han}/u,
  Hant: /\p{sc=Han}/u,
  Kore: /\p{sc=Hang}/u,
  Latn: /\p{sc=Latn}/u,
  Cyrl: /\p{sc=Cyrl}/u,
  Arab: /\p{sc=Arab}/u,
  Beng: /\p{sc=Beng}/u,
  Deva: /\p{sc=Deva}/u,
  Khmr: /\p{sc=Khmr}/u,
  Mymr: /\p{sc=Mymr}/u,
  Sinh: /\p{sc=Sinh}/u,
  Thai: /\p{sc=Thai}/u,
}

/** The letters of a script; throws for one without a row: a programmer's mistake. */
const lettersOf = (script: string): RegExp => {
  const letters = LETTERS[script]
  if (letters === undefined) throw new Error(`no letters are known for the script ${script}`)
  return letters
}

/** Languages whose spelling needs the joiner (U+200D) or the non-joiner (U+200C). */
const JOINING = new Set(['ne', 'hi', 'bn', 'si', 'ur', 'ar', 'km', 'my'])

/** Names and shapes that are written in Latin letters everywhere. */
const LATIN_NAMES =
  /\b(minna|hazard|json|geojson|gpx|google|android|safari|chrome|iphone|ipad|ipados|bluetooth|javascript|openstreetmap|openmaptiles|wi-fi|kikikuru|line)\b/giu

/** Rules about letters, digits and characters nobody sees. */
export const SCRIPT_RULES: readonly Rule[] = [
  {
    name: 'script',
    weight: 'fault',
    find: (sentence, { script }) => {
      const own = ownText(sentence.text)
      if (script === 'Jpan')
        return hasWords(sentence) && !LETTERS['Jpan']?.test(wholeText(sentence.text)) ? 'Japanese' : null
      if (script === 'Latn' && /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(own))
        return 'Japanese only inside [ja:…]'
      if (!hasWords(sentence)) return null
      return lettersOf(script).test(own) ? null : `letters of the own script (${script})`
    },
  },
  {
    name: 'other script',
    weight: 'fault',
    find: ({ text }, { script }) => {
      if (script === 'Jpan') return null
      const strange = [...ownText(text)].filter((sign) => isStrange(sign, lettersOf(script)))
      return strange.length === 0
        ? null
        : `letters of its own script, or Latin ones, outside [ja:…]; found ${[...new Set(strange)].join(' ')}`
    },
  },
  {
    name: 'latin words',
    weight: 'look',
    find: ({ text }, { script, sameWords }) => {
      if (script === 'Latn' || script === 'Jpan') return null
      const words =
        ownText(text)
          .replace(LATIN_NAMES, '')
          .match(/[A-Za-z]{4,}/g) ?? []
      const own = words.filter((word) => !sameWords.has(word.toLowerCase()))
      return own.length > 0 ? `words of the own script, found ${own.join(', ')}` : null
    },
  },
  {
    name: 'invisible characters',
    weight: 'fault',
    find: ({ text }, { tag }) => {
      if (/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/.test(text))
        return 'no invisible characters (zero-width space, direction mark, soft hyphen)'
      if (!JOINING.has(tag)) return /[\u200c\u200d]/.test(text) ? 'no joiner (U+200C, U+200D)' : null
      return /[\u200c\u200d](?=[\u200c\u200d\s]|$)|(?:^|\s)[\u200c\u200d]/.test(text)
        ? 'a joiner (U+200C, U+200D) only between letters'
        : null
    },
  },
  {
    name: 'digits',
    weight: 'fault',
    find: ({ text }, { script }) => {
      const strange = text.match(script === 'Jpan' ? /(?![0-9０-９])\p{Nd}/gu : /(?![0-9])\p{Nd}/gu)
      return strange === null ? null : `the digits 0–9, found ${[...new Set(strange)].join(' ')}`
    },
  },
  { name: 'numbers', weight: 'fault', find: ({ text, ja, en }) => strangeNumbers(text, ja, en) },
  {
    name: 'burmese',
    weight: 'fault',
    find: ({ text }, { tag }) =>
      tag === 'my' && looksLikeZawgyi(text) ? 'Burmese in Unicode, not in Zawgyi' : null,
  },
]

/** The text as it is shown, without what is filled in. */
const wholeText = (text: string): string => plain(withoutPlaces(text))

/** True when the sentence says something in words: not only numbers, units and short names such as QR and AED. */
function hasWords({ text, en }: Sentence): boolean {
  const units = /\b(m|h|km|cm|min|L|PDF|GPX|QR|AED|OK|GPS|ICS|A[34])\b/g
  const english = ownText(en).replace(units, '').replace(LATIN_NAMES, '')
  return /\p{L}{2}/u.test(english) && /\p{L}/u.test(wholeText(text).replace(units, ''))
}

function isStrange(sign: string, own: RegExp): boolean {
  if (!/[\p{L}\p{M}]/u.test(sign)) return false
  return !own.test(sign) && !/[\p{sc=Latn}\p{sc=Zyyy}\p{sc=Zinh}]/u.test(sign)
}

/** True for Burmese that was typed with a font of the encoding Zawgyi, which Unicode fonts show as rubble. */
export function looksLikeZawgyi(text: string): boolean {
  // In Unicode the vowel U+1031 follows its consonant and the medials; U+1039 stacks the consonant behind it; U+1060–1097 are
  // letters of Mon, Karen and Shan, which Burmese does not use. Zawgyi has all three otherwise.
  return (
    /[\u1060-\u1097]/.test(text) ||
    /(?:^|[^\u1000-\u102a\u103b-\u103f\u104e])\u1031/u.test(text) ||
    /\u1039(?![\u1000-\u1021])/u.test(text) ||
    /[\u1033\u1034]/.test(text)
  )
}

/** The numbers of a text, in the digits 0–9, with a point before decimals and nothing between thousands. */
export function numbersIn(text: string): readonly string[] {
  const latin = ownText(text)
    .normalize('NFKC')
    .replace(/(\d)[.,\s\u00a0\u202f](?=\d{3}(?!\d))/gu, '$1')
  return (latin.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => number.replace(',', '.'))
}

/** Where floors are counted another way than in Japan a translation adds “(ground floor = 1)”. */
export const mayCountFloors = (ja: string, en: string): boolean =>
  /階|\{\{floor\}\}/u.test(ja) || /\b(storey|floor)/iu.test(en)

/** Numbers up to this are often written as words. */
const MOST_IN_WORDS = 12
const WORDS =
  /[一二三四五六七八九十両半百]|\b(one|two|three|four|five|six|seven|eight|nine|ten|half|first|second|third|both|once|twice|several)\b/iu

function strangeNumbers(text: string, ja: string, en: string): string | null {
  const [found, japanese, english] = [numbersIn(text), numbersIn(ja), numbersIn(en)]
  const known = new Set([...japanese, ...english])
  const inWords = WORDS.test(ownText(ja)) || WORDS.test(ownText(en))
  const added = found.filter(
    (number) =>
      !known.has(number) &&
      !(inWords && Number(number) <= MOST_IN_WORDS) &&
      !(number === '1' && mayCountFloors(ja, en)),
  )
  if (added.length > 0)
    return `the numbers of the Japanese text (${japanese.join(' ') || 'none'}), found ${added.join(' ')}`
  const lost = japanese.filter(
    (number) =>
      english.includes(number) &&
      !found.includes(number) &&
      (Number(number) > MOST_IN_WORDS || number.includes('.')),
  )
  return lost.length > 0 ? `the number ${lost.join(' ')} of the Japanese text` : null
}
