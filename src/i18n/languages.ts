/** The languages that are shipped. A language is added here only when every key of every namespace is filled. */
export type ShippedTag = 'ja' | 'ja-simple' | 'en'
/** Made-up languages for development and tests: `en-XA` is longer and accented, `en-XB` is mirrored. */
export type PseudoTag = 'en-XA' | 'en-XB'
export type LanguageTag = ShippedTag | PseudoTag

/** One language: everything that differs between languages and is not a sentence. Adding one = one row + one folder. */
export type Language = {
  /** The app's own name for it: BCP 47, with the registered variant `simple` for やさしい日本語. */
  readonly tag: LanguageTag
  /** Its name in itself, for the picker; rendered with its own `htmlLang`. */
  readonly endonym: string
  /** For `lang` in HTML: decides voice, fonts and the shape of Han characters. */
  readonly htmlLang: string
  readonly dir: 'ltr' | 'rtl'
  /** ISO 15924. */
  readonly script: string
  /** CSS font families, best first, before the generic family. */
  readonly fonts: readonly string[]
  /** Where a missing word is looked up next. Alerts have a chain of their own: see `fallback.ts`. */
  readonly fallback: readonly ShippedTag[]
  /** True when its strings carry readings (`{漢字|かな}`) that are shown above the characters. */
  readonly ruby: boolean
  /** The tag for `Intl`: always the Gregorian calendar and the digits 0–9, which match signs and television. */
  readonly intl: string
  /** `pseudo` is offered in development and tests only. */
  readonly status: 'shipped' | 'pseudo'
}

const JAPANESE_FONTS = ['Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic', 'Meiryo'] as const

/** The registry, in the order of the picker: Japanese first, やさしい日本語 second. */
export const LANGUAGES: readonly Language[] = [
  {
    tag: 'ja',
    endonym: '日本語',
    htmlLang: 'ja',
    dir: 'ltr',
    script: 'Jpan',
    fonts: JAPANESE_FONTS,
    fallback: [],
    ruby: false,
    intl: 'ja-u-ca-gregory-nu-latn',
    status: 'shipped',
  },
  {
    tag: 'ja-simple',
    endonym: 'やさしい日本語',
    htmlLang: 'ja',
    dir: 'ltr',
    script: 'Jpan',
    fonts: JAPANESE_FONTS,
    fallback: ['ja'],
    ruby: true,
    intl: 'ja-u-ca-gregory-nu-latn',
    status: 'shipped',
  },
  {
    tag: 'en',
    endonym: 'English',
    htmlLang: 'en',
    dir: 'ltr',
    script: 'Latn',
    fonts: [],
    fallback: ['ja'],
    ruby: false,
    intl: 'en-u-ca-gregory-nu-latn',
    status: 'shipped',
  },
]

const english = LANGUAGES.find((language) => language.tag === 'en') as Language

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

const byTag = new Map<string, Language>([...LANGUAGES, ...PSEUDO_LANGUAGES].map((row) => [row.tag, row]))

/** The row of a tag. Throws on a tag that is not in the registry: a programmer's mistake, as tags are a closed union. */
export function languageOf(tag: LanguageTag): Language {
  const row = byTag.get(tag)
  if (row === undefined) throw new Error(`No language "${String(tag)}" in the registry`)
  return row
}

/** True for a tag of the registry; made-up languages count only when `pseudo` is set. */
export const isLanguageTag = (value: unknown, pseudo = false): value is LanguageTag => {
  const row = typeof value === 'string' ? byTag.get(value) : undefined
  return row !== undefined && (pseudo || row.status === 'shipped')
}
