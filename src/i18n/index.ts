/**
 * The door of this room for the app and its features. The command line and the build read `start.ts`, `say.ts` and
 * `ruby.ts` themselves, because this door brings React and the bundler's loader.
 */
export { LANGUAGES, languageOf, isLanguageTag } from './languages.ts'
export type { Language, LanguageTag } from './languages.ts'
export { pickLanguage } from './pick-language.ts'
export { addFurigana, addPlanWords, startI18n, wordsFor } from './start-in-app.ts'
export { sayIn, useWords, type SayWords } from './use-words.ts'
export { mapNamesFor } from './letters-in-app.ts'
export { wantFurigana } from './furigana.ts'
export { Said, RubyContext, type RubySetting, type RubySettings } from './Said.tsx'
export { Heard } from './Heard.tsx'
export { InLanguage, useManyWords, type OtherWords } from './InLanguage.tsx'
export { escapeMarkup, foreign, parseMarkup, plain, withReading } from './ruby.ts'
export { useTermWords } from './terms-in-app.ts'
export type { Term, TermSource } from './term.ts'
export { nameAloud } from './name-aloud.ts'
export { sentencesIn, utterancesOf, voicesFor } from './utterances.ts'
export type { Sentence } from './sentences.ts'
export { languageIn } from './say.ts'
export { wordsIn } from './words.ts'
export type { Words } from './words.ts'
export { intlOf, formatMetres, formatDate, formatClock, formatBytes, formatNumber } from './format.ts'
