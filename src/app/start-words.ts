import { isLanguageTag, languageIn, pickLanguage, startI18n, type LanguageTag } from '#i18n/index.ts'

/**
 * Starts the words: `?lang=`, else what was chosen, else the device's languages. Where the wanted language cannot be had
 * the app starts in Japanese, and rejects only when that cannot be had either (then the static page stays).
 */
export async function startWords(saved: string | null, query: string | null): Promise<LanguageTag> {
  const isPseudo = isLanguageTag(query, true) && !isLanguageTag(query)
  const wanted = pickLanguage({ saved, query, navigator: navigator.languages, pseudo: isPseudo })
  const words = await startI18n(wanted).catch(() => startI18n('ja'))
  return languageIn(words)
}
