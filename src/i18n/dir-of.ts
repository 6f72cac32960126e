import { languageWritten } from './languages.ts'

/** The direction of a language as it stands in `lang`; left to right for one that is not in the registry. */
export const dirOf = (lang: string): 'ltr' | 'rtl' => languageWritten(lang)?.dir ?? 'ltr'
