/** The languages of the registry: Japanese, やさしい日本語 and 23 more. */
export type RealTag =
  | 'ja'
  | 'ja-simple'
  | 'en'
  | 'vi'
  | 'id'
  | 'ne'
  | 'my'
  | 'zh-Hans'
  | 'zh-Hant'
  | 'fil'
  | 'ko'
  | 'si'
  | 'km'
  | 'th'
  | 'mn'
  | 'pt-BR'
  | 'es'
  | 'uk'
  | 'bn'
  | 'hi'
  | 'ur'
  | 'ar'
  | 'ru'
  | 'fr'
  | 'tr'
/** Made-up languages for development and tests: `en-XA` is longer and accented, `en-XB` is mirrored. */
export type PseudoTag = 'en-XA' | 'en-XB'
export type LanguageTag = RealTag | PseudoTag

/** The letters that are shipped for a script (`fonts.ts`); `system` = every phone sold in Japan has them, and they are too large to ship. */
export type FontName =
  | 'system'
  | 'latin'
  | 'cyrillic'
  | 'arabic'
  | 'nastaliq'
  | 'bengali'
  | 'devanagari'
  | 'khmer'
  | 'myanmar'
  | 'sinhala'
  | 'thai'

/** One language: everything that differs between languages and is not a sentence. Adding one = one row + one folder. */
export type Language = {
  /** The app's own name for it: BCP 47, with the registered variant `simple` for やさしい日本語. */
  readonly tag: LanguageTag
  /** Its name in itself, for the picker; rendered with its own `htmlLang`. */
  readonly endonym: string
  /** Its name in English: for the search of the picker and for tables that people of all tongues read. */
  readonly nameEn: string
  /** Further names by which people look for it, in Latin letters. */
  readonly alsoNamed: readonly string[]
  /** For `lang` in HTML: decides voice, fonts and the shape of Han characters. */
  readonly htmlLang: string
  readonly dir: 'ltr' | 'rtl'
  /** ISO 15924. */
  readonly script: string
  readonly font: FontName
  /** Where a missing word is looked up next. Alerts have a chain of their own: see `fallback.ts`. */
  readonly fallback: readonly RealTag[]
  /** True when its strings carry readings (`{漢字|かな}`) that are shown above the characters. */
  readonly ruby: boolean
  /** The tag for `Intl`: always the Gregorian calendar and the digits 0–9, which match signs and television. */
  readonly intl: string
  /** Tags of the voices that read it aloud, best first; a voice whose tag begins with one of them will do. */
  readonly voices: readonly string[]
  /**
   * `shipped` = offered; `prepared` = its words are not complete, so it is offered nowhere; `pseudo` = in development and tests
   * only.
   */
  readonly status: 'shipped' | 'prepared' | 'pseudo'
}

type Row = Pick<Language, 'tag' | 'endonym' | 'nameEn' | 'script' | 'font' | 'voices'> &
  Partial<Pick<Language, 'alsoNamed' | 'htmlLang' | 'dir' | 'fallback' | 'ruby' | 'status'>>

/** Fills in what most rows have in common. */
const row = (own: Row): Language => {
  const htmlLang = own.htmlLang ?? own.tag
  return {
    htmlLang,
    alsoNamed: [],
    dir: 'ltr',
    fallback: ['en', 'ja'],
    ruby: false,
    intl: `${htmlLang}-u-ca-gregory-nu-latn`,
    status: 'shipped',
    ...own,
  }
}

/** The registry, in the order of the picker: Japanese first, やさしい日本語 second, then by how many of the people around read it. */
const ROWS: readonly Language[] = [
  row({
    tag: 'ja',
    endonym: '日本語',
    nameEn: 'Japanese',
    alsoNamed: ['Nihongo'],
    script: 'Jpan',
    font: 'system',
    voices: ['ja-JP', 'ja'],
    fallback: [],
  }),
  row({
    tag: 'ja-simple',
    endonym: 'やさしい日本語',
    nameEn: 'Easy Japanese',
    alsoNamed: ['Yasashii Nihongo', 'Plain Japanese', 'Simple Japanese'],
    htmlLang: 'ja',
    script: 'Jpan',
    font: 'system',
    voices: ['ja-JP', 'ja'],
    fallback: ['ja'],
    ruby: true,
  }),
  row({
    tag: 'en',
    endonym: 'English',
    nameEn: 'English',
    script: 'Latn',
    font: 'latin',
    voices: ['en-GB', 'en-US', 'en'],
    fallback: ['ja'],
  }),
  row({
    tag: 'vi',
    endonym: 'Tiếng Việt',
    nameEn: 'Vietnamese',
    script: 'Latn',
    font: 'latin',
    voices: ['vi-VN', 'vi'],
  }),
  row({
    tag: 'id',
    endonym: 'Bahasa Indonesia',
    nameEn: 'Indonesian',
    alsoNamed: ['Indonesia'],
    script: 'Latn',
    font: 'latin',
    voices: ['id-ID', 'id', 'in'],
  }),
  row({
    tag: 'ne',
    endonym: 'नेपाली',
    nameEn: 'Nepali',
    script: 'Deva',
    font: 'devanagari',
    voices: ['ne-NP', 'ne'],
  }),
  row({
    tag: 'my',
    endonym: 'မြန်မာဘာသာ',
    nameEn: 'Burmese',
    alsoNamed: ['Myanmar', 'Bamar'],
    script: 'Mymr',
    font: 'myanmar',
    voices: ['my-MM', 'my'],
  }),
  row({
    tag: 'zh-Hans',
    endonym: '简体中文',
    nameEn: 'Chinese (simplified)',
    alsoNamed: ['Mandarin', 'Zhongwen', 'Putonghua'],
    script: 'Hans',
    font: 'system',
    voices: ['zh-CN', 'cmn-CN', 'zh-Hans'],
    // Never one Chinese script for the other.
  }),
  row({
    tag: 'zh-Hant',
    endonym: '繁體中文',
    nameEn: 'Chinese (traditional)',
    alsoNamed: ['Mandarin', 'Zhongwen', 'Taiwan', 'Cantonese'],
    script: 'Hant',
    font: 'system',
    voices: ['zh-TW', 'cmn-TW', 'zh-Hant'],
    // Never one Chinese script for the other.
  }),
  row({
    tag: 'fil',
    endonym: 'Filipino',
    nameEn: 'Filipino',
    alsoNamed: ['Tagalog'],
    script: 'Latn',
    font: 'latin',
    voices: ['fil-PH', 'fil', 'tl'],
  }),
  row({
    tag: 'ko',
    endonym: '한국어',
    nameEn: 'Korean',
    alsoNamed: ['Hangugeo', 'Hangul'],
    script: 'Kore',
    font: 'system',
    voices: ['ko-KR', 'ko'],
  }),
  row({
    tag: 'si',
    endonym: 'සිංහල',
    nameEn: 'Sinhala',
    alsoNamed: ['Sinhalese'],
    script: 'Sinh',
    font: 'sinhala',
    voices: ['si-LK', 'si'],
  }),
  row({
    tag: 'km',
    endonym: 'ភាសាខ្មែរ',
    nameEn: 'Khmer',
    alsoNamed: ['Cambodian'],
    script: 'Khmr',
    font: 'khmer',
    voices: ['km-KH', 'km'],
  }),
  row({
    tag: 'th',
    endonym: 'ภาษาไทย',
    nameEn: 'Thai',
    script: 'Thai',
    font: 'thai',
    voices: ['th-TH', 'th'],
  }),
  row({
    tag: 'mn',
    endonym: 'Монгол',
    nameEn: 'Mongolian',
    script: 'Cyrl',
    font: 'cyrillic',
    voices: ['mn-MN', 'mn'],
  }),
  row({
    tag: 'pt-BR',
    endonym: 'Português (Brasil)',
    nameEn: 'Portuguese (Brazil)',
    script: 'Latn',
    font: 'latin',
    voices: ['pt-BR', 'pt'],
  }),
  row({
    tag: 'es',
    endonym: 'Español',
    nameEn: 'Spanish',
    script: 'Latn',
    font: 'latin',
    voices: ['es-419', 'es-MX', 'es-PE', 'es-US', 'es'],
  }),
  row({
    tag: 'uk',
    endonym: 'Українська',
    nameEn: 'Ukrainian',
    script: 'Cyrl',
    font: 'cyrillic',
    voices: ['uk-UA', 'uk'],
  }),
  row({
    tag: 'bn',
    endonym: 'বাংলা',
    nameEn: 'Bengali',
    alsoNamed: ['Bangla'],
    script: 'Beng',
    font: 'bengali',
    voices: ['bn-BD', 'bn'],
  }),
  row({
    tag: 'hi',
    endonym: 'हिन्दी',
    nameEn: 'Hindi',
    script: 'Deva',
    font: 'devanagari',
    voices: ['hi-IN', 'hi'],
  }),
  row({
    tag: 'ur',
    endonym: 'اردو',
    nameEn: 'Urdu',
    dir: 'rtl',
    script: 'Arab',
    font: 'nastaliq',
    voices: ['ur-PK', 'ur'],
  }),
  row({
    tag: 'ar',
    endonym: 'العربية',
    nameEn: 'Arabic',
    dir: 'rtl',
    script: 'Arab',
    font: 'arabic',
    voices: ['ar-EG', 'ar-SA', 'ar'],
  }),
  row({
    tag: 'ru',
    endonym: 'Русский',
    nameEn: 'Russian',
    script: 'Cyrl',
    font: 'cyrillic',
    voices: ['ru-RU', 'ru'],
  }),
  row({
    tag: 'fr',
    endonym: 'Français',
    nameEn: 'French',
    script: 'Latn',
    font: 'latin',
    voices: ['fr-FR', 'fr'],
  }),
  row({
    tag: 'tr',
    endonym: 'Türkçe',
    nameEn: 'Turkish',
    script: 'Latn',
    font: 'latin',
    voices: ['tr-TR', 'tr'],
  }),
]

/** The languages that are offered, in the order of the picker. */
export const LANGUAGES: readonly Language[] = ROWS.filter(({ status }) => status === 'shipped')

/** Every language with a row, offered or not: for the tools of translators. */
export const ALL_LANGUAGES: readonly Language[] = ROWS

const english = ROWS.find((language) => language.tag === 'en') as Language

/** Longer, accented English: shows text that is cut off and text that never went through the locales. */
const ACCENTED: Language = {
  ...english,
  tag: 'en-XA',
  endonym: 'Ĕñĝļîšĥ ẋẋẋ',
  htmlLang: 'en-XA',
  status: 'pseudo',
}
/** English set from right to left: shows places that think in left and right. */
const MIRRORED: Language = {
  ...english,
  tag: 'en-XB',
  endonym: 'English (mirrored)',
  htmlLang: 'en-XB',
  dir: 'rtl',
  status: 'pseudo',
}

/** The made-up languages; never in the picker of a released app. */
export const PSEUDO_LANGUAGES: readonly Language[] = [ACCENTED, MIRRORED]

const byTag = new Map<string, Language>([...ROWS, ...PSEUDO_LANGUAGES].map((row) => [row.tag, row]))

/** The row of a tag. Throws on a tag that is not in the registry: a programmer's mistake, as tags are a closed union. */
export function languageOf(tag: LanguageTag): Language {
  const row = byTag.get(tag)
  if (row === undefined) throw new Error(`No language "${String(tag)}" in the registry`)
  return row
}

const byLang = new Map<string, Language>(
  [...ROWS, ...PSEUDO_LANGUAGES].toReversed().map((row) => [row.htmlLang, row]),
)

/** The row of a language as it stands in `lang` of HTML (Japanese for `ja`); undefined for one that is not in the registry. */
export const languageWritten = (lang: string): Language | undefined => byLang.get(lang)

/** True for a tag of the registry; made-up languages count only when `pseudo` is set. */
export const isLanguageTag = (value: unknown, pseudo = false): value is LanguageTag => {
  const row = typeof value === 'string' ? byTag.get(value) : undefined
  return row !== undefined && (row.status === 'shipped' || (pseudo && row.status === 'pseudo'))
}
