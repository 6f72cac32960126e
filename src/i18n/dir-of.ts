import { ALL_LANGUAGES, PSEUDO_LANGUAGES } from './languages.ts'

/** The direction of a language as it stands in `lang`; left to right for one that is not in the registry. */
export const dirOf = (lang: string): 'ltr' | 'rtl' =>
  [...ALL_LANGUAGES, ...PSEUDO_LANGUAGES].find(({ htmlLang }) => htmlLang === lang)?.dir ?? 'ltr'
