import type { LanguageTag } from '#i18n/index.ts'
import { themeOf, type Chosen } from '#features/settings/index.ts'
import type { MapTheme } from '#map/map-view.ts'

type Root = Pick<HTMLElement, 'dataset' | 'style'>

const WANTS = { dark: '(prefers-color-scheme: dark)', contrast: '(prefers-contrast: more)' } as const

/** The theme to draw now: what was chosen, else what the device asks for. */
export const themeNow = (chosen: Chosen): MapTheme =>
  themeOf(chosen.theme, {
    dark: matchMedia(WANTS.dark).matches,
    contrast: matchMedia(WANTS.contrast).matches,
  })

/** Calls back when the device changes its mind about dark or contrast; the result ends it. */
export function onDeviceTheme(changed: () => void): () => void {
  const queries = Object.values(WANTS).map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

/** Sets on the page what style sheets need to know: theme, text size, and larger letters where readings stand above. */
export function applyLook(root: Root, theme: MapTheme, chosen: Chosen, language: LanguageTag): void {
  root.dataset['theme'] = theme
  root.dataset['easy'] = String(language === 'ja-simple')
  root.dataset['furigana'] =
    language === 'ja' || language === 'ja-simple' ? chosen.furigana[language] : 'none'
  root.style.setProperty('--text-scale', String(chosen.textSize / 100))
}
