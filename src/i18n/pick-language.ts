import { isLanguageTag, LANGUAGES, type LanguageTag } from './languages.ts'

export type LanguageWishes = {
  /** What the person chose before, as stored; anything else than a known tag is ignored. */
  readonly saved: string | null | undefined
  /** `?lang=` of the address; it was asked for just now, so it wins over what was saved. */
  readonly query: string | null | undefined
  /** `navigator.languages`, best first. */
  readonly navigator: readonly string[] | undefined
  /** True in development and tests: the made-up languages may be asked for. */
  readonly pseudo?: boolean
}

/**
 * The language to start in: `?lang=` → the saved choice → the device's languages → Japanese.
 * A regional tag finds its language (`en-GB` → `en`, `pt-PT` → `pt-BR`) and its script (`zh-HK` → `zh-Hant`); old and
 * lower-case spellings are understood (`in` → `id`, `tl` → `fil`, `JA-SIMPLE`). Never by address or flag.
 */
export function pickLanguage(wishes: LanguageWishes): LanguageTag {
  const asked = [wishes.query, wishes.saved, ...(wishes.navigator ?? [])]
  for (const wish of asked) {
    const found = matchLanguage(wish, wishes.pseudo ?? false)
    if (found !== null) return found
  }
  return 'ja'
}

function matchLanguage(wish: string | null | undefined, pseudo: boolean): LanguageTag | null {
  const canonical = canonicalTag(wish)
  if (canonical === null) return null
  if (isLanguageTag(canonical, pseudo)) return canonical
  const wanted = new Intl.Locale(canonical).maximize()
  return LANGUAGES.find(({ tag }) => isSame(new Intl.Locale(tag).maximize(), wanted))?.tag ?? null
}

/** The canonical spelling of a tag, or null for what is not a tag: stored and typed text can be anything. */
function canonicalTag(wish: string | null | undefined): string | null {
  if (wish === null || wish === undefined || wish === '') return null
  try {
    return Intl.getCanonicalLocales(wish.trim())[0] ?? null
  } catch {
    return null
  }
}

/** The same language in the same script: who reads one Chinese script may not read the other. */
const isSame = (a: Intl.Locale, b: Intl.Locale): boolean => a.language === b.language && a.script === b.script
