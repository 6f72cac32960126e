import { plain } from '#i18n/ruby.ts'
import { mayCountFloors } from './script.ts'
import { ownText, type Rule, type RuleLanguage } from './sentence.ts'

/**
 * Rules about meaning: what has gone wrong in published translations of Japanese warnings, and costs lives where it does.
 * They find a word in the place of another; whether a sentence is well said only a reader can tell.
 */
export const MEANING_RULES: readonly Rule[] = [
  {
    name: 'level',
    weight: 'fault',
    find: ({ text, ja, en }) => {
      const own = numbersOf(text)
      const wanted = new Set(
        [...`${ja} ${en}`.matchAll(/(?:レベル|\blevels? )([1-5])/giu)].map(([, digit = '']) => digit),
      )
      const lost = [...wanted].filter((digit) => !own.includes(digit) && numbersOf(ja).includes(digit))
      return lost.length > 0 ? `the digit of level ${lost.join(', ')}` : null
    },
  },
  {
    name: 'level of the key',
    weight: 'fault',
    find: ({ key, text, ja, en }) => {
      const digit = /(?:level|jma|city|river)([1-5])(?:\.|$)/.exec(key)?.[1]
      const japanese = numbersOf(ja)
      if (digit === undefined || !japanese.includes(digit)) return null
      const own = numbersOf(text).filter((one) => /^[1-5]$/.test(one))
      const others = own.filter((one) => !japanese.includes(one) && !(one === '1' && mayCountFloors(ja, en)))
      const isRight = own.includes(digit) && others.length === 0
      return isRight ? null : `level ${digit} and no other level, found ${own.join(', ') || 'none'}`
    },
  },
  {
    name: 'advisory and warning',
    weight: 'fault',
    find: ({ text, ja }, language) => (isName(ja) ? swappedWarning(text, ja, language) : null),
  },
  {
    name: 'advisory and warning',
    weight: 'look',
    find: ({ text, ja }, language) => (isName(ja) ? null : swappedWarning(text, ja, language)),
  },
  {
    name: 'high tide and storm surge',
    weight: 'fault',
    find: ({ text, ja }, { tag, terms }) => {
      const [surge, tide] = [TIDES[tag]?.surge ?? terms.get('高潮'), TIDES[tag]?.tide ?? terms.get('満潮')]
      const [saysSurge, saysTide] = [ja.includes('高潮'), plain(ja).includes('満潮')]
      if (surge === undefined || tide === undefined || saysSurge === saysTide) return null
      const [wanted, other] = saysTide ? [tide, surge] : [surge, tide]
      return holds(without(text, wanted), other) ? `“${wanted}”, found “${other}”` : null
    },
  },
  {
    name: 'emergency number',
    weight: 'fault',
    find: ({ text }, { tag }) => {
      // 119番 itself, as a word of the list.
      if (/^\d+番$/u.test(plain(text))) return null
      const numbers = numbersOf(text)
      const own = ownText(text).toLowerCase()
      const lost = (['119', '110'] as const).filter((number) => {
        const words = (EMERGENCY[tag] ?? {})[number]
        return numbers.includes(number) && words !== undefined && !words.some((word) => own.includes(word))
      })
      return lost.length > 0 ? `what ${lost.join(' and ')} is (119 = fire and ambulance, 110 = police)` : null
    },
  },
  {
    name: 'small tsunami',
    weight: 'fault',
    find: ({ text, ja }, { tag }) =>
      tag === 'id' && plain(ja).includes('津波') && /skala kecil/i.test(text) && !/\d\s?m\b/.test(text)
        ? 'the height in metres beside “skala kecil”, or no such words: a tsunami warning is for 1 m and more'
        : null,
  },
  {
    name: 'term',
    weight: 'look',
    find: ({ text, ja }, { terms }) => {
      const term = terms.get(plain(ja))
      return term === undefined || holds(text, term) ? null : `the word of the glossary, “${term}”`
    },
  },
]

const numbersOf = (text: string): readonly string[] => ownText(text).normalize('NFKC').match(/\d+/g) ?? []

/** A name of a warning or a level, not a sentence. */
const isName = (ja: string): boolean => /(注意報|警報|）)$/u.test(plain(ja)) && !/。/u.test(ja)

const holds = (text: string, words: string): boolean =>
  ownText(text).toLowerCase().includes(words.toLowerCase())

/** The text without the given words. */
const without = (text: string, ...words: readonly string[]): string =>
  words
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.toLowerCase().replaceAll(word.toLowerCase(), ' '), text)

/**
 * 注意報 is never said with the word for 警報, nor the other way round. In Burmese both have the same word in the official
 * table, and the digit alone tells them apart: there the rule of levels holds.
 */
function swappedWarning(text: string, ja: string, { terms }: RuleLanguage): string | null {
  const [advisory, warning] = [terms.get('注意報'), terms.get('警報')]
  if (advisory === undefined || warning === undefined) return null
  const japanese = plain(ja)
  const [saysAdvisory, saysWarning] = [japanese.includes('注意報'), japanese.includes('警報')]
  if (saysAdvisory === saysWarning) return null
  const [wanted, other] = saysAdvisory ? [advisory, warning] : [warning, advisory]
  if (wanted.toLowerCase().includes(other.toLowerCase()) && !saysAdvisory) return null
  const besides = ['警戒レベル', '危険警報', '特別警報', '大津波警報', '津波警報'].map(
    (term) => terms.get(term) ?? '',
  )
  const left = without(text, wanted, ...besides.filter((term) => term.toLowerCase() !== other.toLowerCase()))
  return holds(left, other) ? `“${wanted}”, found “${other}”` : null
}

/** The official words for 高潮 in these two languages read “high tide” to everybody: 満潮 needs another one. */
const TIDES: Readonly<Record<string, { readonly surge: string; readonly tide: string }>> = {
  'pt-BR': { surge: 'maré alta', tide: 'maré cheia' },
  es: { surge: 'marea alta', tide: 'pleamar' },
}

/** What says that a number calls the fire brigade or the ambulance, and the police; stems, in lower case. */
const EMERGENCY: Readonly<
  Record<string, { readonly '119': readonly string[]; readonly '110': readonly string[] }>
> = {
  ja: { '119': ['火事', '消防', '救急'], '110': ['警察'] },
  'ja-simple': { '119': ['火事', '消防', '救急'], '110': ['警察'] },
  en: { '119': ['fire', 'ambulance'], '110': ['police'] },
  vi: {
    '119': ['cứu h', 'chữa cháy', 'cấp cứu', 'cứu thương', 'hỏa hoạn', 'cháy'],
    '110': ['cảnh sát', 'công an'],
  },
  id: { '119': ['kebakaran', 'ambulans'], '110': ['polisi'] },
  ne: { '119': ['दमकल', 'एम्बुलेन्स', 'आगलागी', 'आगो'], '110': ['प्रहरी'] },
  my: { '119': ['မီး', 'လူနာတင်', 'အရေးပေါ်'], '110': ['ရဲ'] },
  'zh-Hans': { '119': ['消防', '急救', '火'], '110': ['警察', '报警'] },
  'zh-Hant': { '119': ['消防', '救護', '急救', '火'], '110': ['警察', '報警'] },
  fil: { '119': ['bumbero', 'ambulansya', 'sunog'], '110': ['pulis'] },
  ko: { '119': ['소방', '구급', '화재', '불'], '110': ['경찰'] },
  si: { '119': ['ගිනි', 'ගිලන්'], '110': ['පොලි'] },
  km: { '119': ['អគ្គិភ័យ', 'សង្គ្រោះ', 'ភ្លើង'], '110': ['ប៉ូលិស', 'នគរបាល'] },
  th: { '119': ['ดับเพลิง', 'รถพยาบาล', 'ไฟไหม้'], '110': ['ตำรวจ'] },
  mn: { '119': ['гал', 'түргэн'], '110': ['цагдаа'] },
  'pt-BR': { '119': ['bombeiro', 'ambulância', 'incêndio'], '110': ['polícia'] },
  es: { '119': ['bombero', 'ambulancia', 'incendio'], '110': ['policía'] },
  uk: { '119': ['пожеж', 'швидк'], '110': ['поліці'] },
  bn: { '119': ['ফায়ার', 'ফায়ার', 'দমকল', 'অ্যাম্বুলেন্স', 'আগুন', 'অগ্নি'], '110': ['পুলিশ'] },
  hi: { '119': ['दमकल', 'फायर', 'फ़ायर', 'एम्बुलेंस', 'एंबुलेंस', 'ऐम्बुलेंस', 'आग', 'अग्नि'], '110': ['पुलिस'] },
  ur: { '119': ['فائر', 'ایمبولینس', 'آگ'], '110': ['پولیس'] },
  ar: { '119': ['إطفاء', 'الإطفاء', 'إسعاف', 'حريق'], '110': ['شرطة'] },
  ru: { '119': ['пожар', 'скор'], '110': ['полици'] },
  fr: { '119': ['pompier', 'ambulance', 'incendie'], '110': ['police'] },
  tr: { '119': ['itfaiye', 'ambulans', 'yangın'], '110': ['polis'] },
}
