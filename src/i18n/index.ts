/**
 * The door of this room for the app and its features. The command line and the build read `start.ts`, `say.ts` and
 * `ruby.ts` themselves, because this door brings React and the bundler's loader.
 */
export { LANGUAGES, PSEUDO_LANGUAGES, languageOf, isLanguageTag } from './languages.ts'
export type { Language, LanguageTag } from './languages.ts'
export { pickLanguage } from './pick-language.ts'
export { startI18n } from './start-in-app.ts'
export { useWords } from './use-words.ts'
export type { SayWords } from './use-words.ts'
export { Said, Ruby, RubyContext } from './Said.tsx'
export type { RubySetting } from './Said.tsx'
export { plain, spoken, withReading, foreign, escapeMarkup } from './ruby.ts'
export { say, label, languageIn } from './say.ts'
export { wordsIn } from './words.ts'
export type { Words } from './words.ts'
export type { Params, Phrase } from './phrase.ts'
export { formatMetres, formatDate, formatTime, formatBytes, formatNumber } from './format.ts'
