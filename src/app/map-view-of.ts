import { languageOf, type LanguageTag } from '#i18n/index.ts'
import type { MapTheme, MapView, SiteMark } from '#map/map-view.ts'
import type { AreasState } from '#features/offline-areas/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import type { Inspected } from '#features/risk/index.ts'

export type Covered = MapView['padding']

/** All that the map has to show now, as one value. */
export function mapViewOf(now: {
  readonly theme: MapTheme
  readonly language: LanguageTag
  readonly layers: {
    readonly flood: boolean
    readonly opacity: number
    readonly notAssessed: boolean
    readonly sites: boolean
  }
  readonly areas: AreasState
  readonly marks: readonly SiteMark[]
  readonly inspected: Inspected | null
  readonly label: string
  readonly notAssessedLabel: string
  readonly padding: Covered
}): MapView {
  const { inspected, layers } = now
  return {
    theme: now.theme,
    label: now.label,
    htmlLang: languageOf(now.language).htmlLang,
    flood: { visible: layers.flood, opacity: layers.opacity },
    notAssessed: { visible: layers.notAssessed, label: now.notAssessedLabel },
    sites: layers.sites ? now.marks : [],
    outline: areaOf(now.areas)?.outline ?? null,
    picked: inspected?.at ?? null,
    here:
      inspected?.from === 'position' && inspected.accuracy !== null
        ? { at: inspected.at, accuracy: inspected.accuracy }
        : null,
    padding: now.padding,
  }
}
