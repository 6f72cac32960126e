import { facilityOf } from './facility-type.ts'

/** Syllables of kana in Hepburn's spelling; two kana before one. */
const TWO: Readonly<Record<string, string>> = {
  ...row('き', 'ky'),
  ...row('ぎ', 'gy'),
  ...row('に', 'ny'),
  ...row('ひ', 'hy'),
  ...row('び', 'by'),
  ...row('ぴ', 'py'),
  ...row('み', 'my'),
  ...row('り', 'ry'),
  ...row('し', 'sh'),
  ...row('ち', 'ch'),
  ...row('じ', 'j'),
  ...row('ぢ', 'j'),
  ...small('ふ', 'f'),
  ...small('ゔ', 'v'),
  しぇ: 'she', ちぇ: 'che', じぇ: 'je', てぃ: 'ti', でぃ: 'di', とぅ: 'tu', どぅ: 'du', うぃ: 'wi', うぇ: 'we', うぉ: 'wo',
} // prettier-ignore
const ONE: Readonly<Record<string, string>> = {
  ...column('あいうえお', ['a', 'i', 'u', 'e', 'o']),
  ...column('かきくけこ', ['ka', 'ki', 'ku', 'ke', 'ko']),
  ...column('がぎぐげご', ['ga', 'gi', 'gu', 'ge', 'go']),
  ...column('さしすせそ', ['sa', 'shi', 'su', 'se', 'so']),
  ...column('ざじずぜぞ', ['za', 'ji', 'zu', 'ze', 'zo']),
  ...column('たちつてと', ['ta', 'chi', 'tsu', 'te', 'to']),
  ...column('だぢづでど', ['da', 'ji', 'zu', 'de', 'do']),
  ...column('なにぬねの', ['na', 'ni', 'nu', 'ne', 'no']),
  ...column('はひふへほ', ['ha', 'hi', 'fu', 'he', 'ho']),
  ...column('ばびぶべぼ', ['ba', 'bi', 'bu', 'be', 'bo']),
  ...column('ぱぴぷぺぽ', ['pa', 'pi', 'pu', 'pe', 'po']),
  ...column('まみむめも', ['ma', 'mi', 'mu', 'me', 'mo']),
  ...column('らりるれろ', ['ra', 'ri', 'ru', 're', 'ro']),
  ...column('やゆよわを', ['ya', 'yu', 'yo', 'wa', 'o']),
  ...column('ぁぃぅぇぉ', ['a', 'i', 'u', 'e', 'o']),
  ゔ: 'vu',
}

function row(kana: string, start: string): Record<string, string> {
  return { [`${kana}ゃ`]: `${start}a`, [`${kana}ゅ`]: `${start}u`, [`${kana}ょ`]: `${start}o` }
}
function small(kana: string, start: string): Record<string, string> {
  return column('ぁぃぇぉ', ['a', 'i', 'e', 'o'], kana, start)
}
function column(kana: string, latin: readonly string[], before = '', start = ''): Record<string, string> {
  return Object.fromEntries([...kana].map((one, index) => [before + one, start + (latin[index] ?? '')]))
}

const MACRON: Readonly<Record<string, string>> = { a: 'ā', i: 'ī', u: 'ū', e: 'ē', o: 'ō' }
/** A word that begins with う can stand after an o or u (矢の浦 やのうら): before these kana う is not surely the end of a long vowel. */
const MAY_BEGIN_A_WORD = /^う[らえみちめおまし]/u

const hiragana = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u30a1-\u30f4]/gu, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) - 0x60))

/** True where the next kana lengthens the vowel written last; false also where kana alone cannot tell. */
function isLong(written: string, rest: string, isOneWord: boolean): boolean {
  const [next = ''] = rest
  const vowel = written.at(-1) ?? ''
  if (next === 'ー') return vowel in MACRON
  // ゃゅょ and う are one sound of a Chinese reading (しょう, ちゅう): no word begins between them.
  if (next === 'う' && (vowel === 'o' || vowel === 'u'))
    return isOneWord || /(y|sh|ch|j)[ou]$/u.test(written) || !MAY_BEGIN_A_WORD.test(rest)
  return next === 'お' && written === 'o'
}

/** One piece; null when it holds anything but kana, Latin letters and digits. */
function wordInLatin(kana: string, isOneWord: boolean): string | null {
  let [out, rest] = ['', kana]
  while (rest !== '') {
    const two = rest.slice(0, 2)
    const [one = ''] = rest
    const syllable = TWO[two] ?? ONE[one]
    if (syllable !== undefined) {
      rest = rest.slice(two in TWO ? 2 : 1)
      // n' where n alone would be read as the beginning of the next syllable.
      if (out.endsWith('n') && /^[aiueoy]/u.test(syllable)) out += "'"
      out += syllable
      if (isLong(out, rest, isOneWord)) {
        out = out.slice(0, -1) + (MACRON[out.at(-1) ?? ''] ?? '')
        rest = rest.slice(1)
      }
    } else if (one === 'ん') [out, rest] = [`${out}n`, rest.slice(1)]
    else if (one === 'っ') {
      const after = rest.slice(1)
      const start = (TWO[after.slice(0, 2)] ?? ONE[after[0] ?? ''])?.[0]
      if (start === undefined || /[aiueon]/u.test(start)) return null
      ;[out, rest] = [out + (start === 'c' ? 't' : start), after]
    } else if (/[\w'.-]/u.test(one)) [out, rest] = [out + one, rest.slice(1)]
    else return null
  }
  return out
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/**
 * A known reading in kana in Latin letters: Hepburn's spelling as on road signs and official maps (国土地理院「地名等の英語表記規程」,
 * 平成28年国地達第10号, 別紙1: n before b, m and p as well, double consonants, tch), with a line over a long vowel as the cabinet's
 * notice has it (ローマ字のつづり方, long vowels by a sign above). Where kana alone cannot tell a long vowel from the border of two
 * words, it is written letter by letter: nothing is guessed.
 * @param isOneWord the reading is known to be one word, so that no border can be in it
 * @returns null where the reading holds anything that is not kana, Latin letters or digits
 */
export function toRomaji(kana: string, isOneWord = false): string | null {
  const words = hiragana(kana)
    .split(/[\s・]+/u)
    .filter((word) => word !== '')
    .map((word) => wordInLatin(word, isOneWord))
  if (words.length === 0 || words.includes(null)) return null
  return words.map((word) => capital(word ?? '')).join(' ')
}

/**
 * A name in Latin letters from its known reading, with the word for the kind of building set apart (`Kashima Shōgakkō`). Null without
 * a reading: none is ever made up.
 */
export function romajiOf(name: string, kana: string | null): string | null {
  if (kana === null || kana.trim() === '') return null
  const reading = hiragana(kana).trim()
  const ending = facilityOf(name)?.reading
  const isApart =
    ending !== undefined && ending !== '' && reading.length > ending.length && reading.endsWith(ending)
  if (!isApart) return toRomaji(reading)
  const own = toRomaji(reading.slice(0, -ending.length))
  return own === null ? null : `${own} ${toRomaji(ending, true) ?? ''}`.trim()
}
