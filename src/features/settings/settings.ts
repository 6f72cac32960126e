import type { MapPalette, MapTheme } from '#map/map-view.ts'
import type { Home } from '#domain/stay/home.ts'
import type { RubySetting, RubySettings } from '#i18n/index.ts'
import type { Settings } from '#platform/ports.ts'

export const THEME_CHOICES = ['auto', 'day', 'night', 'contrast'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

/** Which readings above Japanese characters are offered. */
export const FURIGANA_CHOICES = ['all', 'hard', 'none'] as const satisfies readonly RubySetting[]

/** The sizes of text that are offered, in per cent of the normal size. */
export const TEXT_SIZES = [100, 125, 150, 175, 200] as const

/** Every setting with its default where nothing was chosen. `null` = the device or the host decides. */
export type Chosen = {
  readonly language: string | null
  readonly theme: ThemeChoice
  readonly textSize: number
  readonly furigana: RubySettings
  readonly area: string | null
  readonly layers: Readonly<Record<string, boolean>>
  readonly opacity: number | null
  readonly palette: MapPalette
  readonly start: 'map' | 'text'
  readonly home: Home | null
  readonly plan: string | null
}

/** Fills what was never chosen with its default. */
export const withDefaults = (settings: Settings): Chosen => ({
  language: settings.language ?? null,
  theme: settings.theme ?? 'auto',
  textSize: settings.textSize ?? 100,
  furigana: {
    ja: settings.furigana?.ja ?? 'none',
    'ja-simple': settings.furigana?.['ja-simple'] ?? 'all',
  },
  area: settings.area ?? null,
  layers: settings.layers ?? {},
  opacity: settings.opacity ?? null,
  palette: settings.palette ?? 'official',
  start: settings.start ?? 'map',
  home: settings.home ?? null,
  plan: settings.plan ?? null,
})

/** The theme to draw: the person's choice, else what the device asks for. */
export const themeOf = (
  choice: ThemeChoice,
  device: { readonly dark: boolean; readonly contrast: boolean },
): MapTheme => (choice !== 'auto' ? choice : device.contrast ? 'contrast' : device.dark ? 'night' : 'day')
