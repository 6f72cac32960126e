import { languageOf, type LanguageTag } from './languages.ts'

/** First strong isolate, left-to-right isolate, pop: Unicode Bidirectional Algorithm. */
const [FIRST_STRONG, LEFT_TO_RIGHT, POP] = ['\u2068', '\u2066', '\u2069']

const isMirrored = (tag: LanguageTag): boolean => languageOf(tag).dir === 'rtl'

/** What stands inside a text from right to left keeps its own direction, and turns nothing around it. */
export const isolated = (tag: LanguageTag, text: string): string =>
  text !== '' && isMirrored(tag) ? `${FIRST_STRONG}${text}${POP}` : text

/** Numbers that belong together, such as a position, a date or a telephone number. */
const NUMBERS = /\d[\d.]*(?:(?:, ?|[-–/])\d[\d.]*)+/gu

/** After an Arabic letter such a row of numbers would be shown last number first. */
export const withNumbersInOrder = (tag: LanguageTag, text: string): string =>
  isMirrored(tag) ? text.replace(NUMBERS, `${LEFT_TO_RIGHT}$&${POP}`) : text
