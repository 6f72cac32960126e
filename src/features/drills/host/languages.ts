import { isLanguageTag, type LanguageTag } from '#i18n/index.ts'
import { MOST_POSTER_LANGUAGES } from '../poster/Poster.tsx'

/** Of what was kept or chosen, those that the app speaks: each once, as many as fit on a poster. Japanese where none is left. */
export function posterLanguages(tags: readonly string[]): readonly [LanguageTag, ...LanguageTag[]] {
  const known = [...new Set(tags)].filter((tag): tag is LanguageTag => isLanguageTag(tag))
  const [first = 'ja', ...others] = known.slice(0, MOST_POSTER_LANGUAGES)
  return [first, ...others]
}
