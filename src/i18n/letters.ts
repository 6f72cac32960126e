import type { FontName } from './languages.ts'

/**
 * One file of letters, as it is shipped: the part of an open font (SIL OFL 1.1) that `range` names, cut out when the app is built
 * (`scripts/vite/letters.ts`).
 */
export type LetterFile = {
  /** Below `node_modules/@fontsource/`. */
  readonly file: string
  /** The name in CSS. Several files can share one. */
  readonly family: string
  readonly weight: '400' | '700'
  /** As `unicode-range` in CSS: what the file is asked for, and what it is cut down to. */
  readonly range: string
  /** `own` = asked before the device's own fonts, on the map as well; `spare` = only for a letter that the device does not have. */
  readonly use: 'own' | 'spare' | 'map'
}

type Script = {
  readonly family: string
  readonly range: string
  readonly use?: LetterFile['use']
}

const noto = (script: string, weight: '400' | '700'): string =>
  `noto-sans-${script}/files/noto-sans-${script}-${script}-${weight}-normal.woff2`
const notoSans = (part: string): string => `noto-sans/files/noto-sans-${part}-400-normal.woff2`

/** A letter with room for a mark alone, and the two that join and part letters. */
const JOINERS = 'U+200C-200D, U+25CC'

/** Both weights of one script: the bold of a complex script cannot be made up without smearing its marks. */
const both = (script: string, { family, range, use = 'own' }: Script): readonly LetterFile[] =>
  (['400', '700'] as const).map((weight) => ({ file: noto(script, weight), family, weight, range, use }))

const spare = (part: string, family: string, range: string): LetterFile => ({
  file: notoSans(part),
  family,
  weight: '400',
  range,
  use: 'spare',
})

/** Without the space: asking whether a font is there begins with a space, and must not fetch it. */
const LATIN = spare(
  'latin',
  'Minna Latin',
  'U+21-7E, U+A1-FF, U+131, U+152-153, U+2010-2027, U+2030-205E, U+20AC, U+2122',
)
/** What our languages and the romanisation of Japanese (ā ē ī ō ū) need beyond Latin-1, and Turkish. */
const LATIN_EXT = spare(
  'latin-ext',
  'Minna Latin',
  'U+100-101, U+104-107, U+10C-10F, U+112-130, U+132-151, U+154-17F',
)
const VIETNAMESE = spare(
  'vietnamese',
  'Minna Latin',
  'U+102-103, U+110-111, U+128-129, U+168-169, U+1A0-1A1, U+1AF-1B0, U+300-301, U+303, U+309, U+323, U+1EA0-1EF9, U+20AB',
)
const WITH_LATIN = [LATIN, LATIN_EXT]

/** The letters of Arabic and Urdu with their marks and digits. */
const ARABIC_LETTERS =
  'U+60C, U+61B, U+61F, U+621-63A, U+640-655, U+657, U+660-66C, U+670-671, U+679, U+67E, U+686, U+688, U+691, U+698, U+6A9, U+6AF, U+6BA, U+6BE, U+6C0-6C3, U+6CC, U+6D2-6D4, U+6F0-6F9'
/** The joined shapes as letters of their own: the map writes Arabic with them. */
const ARABIC_SHAPES =
  'U+FB56-FB5D, U+FB66-FB6D, U+FB7A-FB7D, U+FB88-FB95, U+FB9E-FBB1, U+FBE8-FBE9, U+FBFC-FBFF, U+FE70-FE74, U+FE76-FEFC'
const ARABIC = `${ARABIC_LETTERS}, ${ARABIC_SHAPES}`
/** Urdu needs fewer letters than Arabic, and the sloping hand has a shape for each place in a word: the file stays small enough so. */
const URDU =
  'U+60C, U+61B, U+61F, U+621-627, U+628, U+629-63A, U+641-642, U+644-646, U+648, U+64B-652, U+654, U+66A, U+670, U+679, U+67E, U+686, U+688, U+691, U+698, U+6A9, U+6AF, U+6BA, U+6BE, U+6C1-6C3, U+6CC, U+6D2-6D4'

/**
 * The letters of each script, own ones first. Nothing for Japanese, Chinese and Korean: every phone sold in Japan has them, and they
 * are megabytes.
 */
export const LETTERS: { readonly [name in FontName]: readonly LetterFile[] } = {
  system: [],
  latin: [LATIN, LATIN_EXT, VIETNAMESE],
  cyrillic: [
    spare(
      'cyrillic',
      'Minna Cyrillic',
      'U+401, U+404, U+406-407, U+40E, U+410-44F, U+451, U+454, U+456-457, U+45E, U+490-491, U+2116',
    ),
    spare('cyrillic-ext', 'Minna Cyrillic', 'U+4AE-4AF, U+4E8-4E9, U+20B4'),
    ...WITH_LATIN,
  ],
  arabic: [...both('arabic', { family: 'Minna Arabic', range: ARABIC }), ...WITH_LATIN],
  nastaliq: [
    {
      file: 'noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2',
      family: 'Minna Nastaliq',
      weight: '400',
      range: URDU,
      use: 'own',
    },
    // The map joins letters by itself, which the sloping hand cannot follow: there Urdu is written upright.
    { file: noto('arabic', '400'), family: 'Minna Arabic', weight: '400', range: ARABIC, use: 'map' },
  ],
  bengali: [
    ...both('bengali', { family: 'Minna Bengali', range: `U+964-965, U+980-9FE, U+20B9, ${JOINERS}` }),
    ...WITH_LATIN,
  ],
  devanagari: [
    ...both('devanagari', { family: 'Minna Devanagari', range: `U+900-97F, U+20B9, ${JOINERS}` }),
    ...WITH_LATIN,
  ],
  khmer: [...both('khmer', { family: 'Minna Khmer', range: `U+1780-17FF, ${JOINERS}` }), ...WITH_LATIN],
  myanmar: [...both('myanmar', { family: 'Minna Myanmar', range: `U+1000-104F, ${JOINERS}` }), ...WITH_LATIN],
  sinhala: [...both('sinhala', { family: 'Minna Sinhala', range: `U+D81-DF4, ${JOINERS}` }), ...WITH_LATIN],
  thai: [...both('thai', { family: 'Minna Thai', range: `U+E01-E5B, ${JOINERS}` }), ...WITH_LATIN],
}

/** All files, each once. */
export const LETTER_FILES: readonly LetterFile[] = [
  ...new Map(
    Object.values(LETTERS).flatMap((files) => files.map((one) => [one.file, one] as const)),
  ).values(),
]

/** The code points of a `unicode-range`, in order. */
export const codePointsOf = (range: string): readonly number[] =>
  range.split(',').flatMap((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/iu, '').split('-')
    const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
