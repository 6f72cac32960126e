import { languageOf, mapNamesFor, type LanguageTag } from '#i18n/index.ts'
import { zoneLayerOf } from '#domain/hazards/zone-layer.ts'
import {
  EMPTY_MY_MAP,
  NO_CLOSURES,
  NO_WAYS,
  type ClosureMark,
  type DrillOnMap,
  type Drawing,
  type MapOverlay,
  type MapTheme,
  type MapView,
  type MapWays,
  type MyMap,
  type PointMark,
  type SiteMark,
} from '#map/map-view.ts'
import { hasLayer, shownLayers, type LayersState } from '#features/layers/index.ts'
import type { AreasState } from '#features/offline-areas/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import type { Inspected } from '#features/risk/index.ts'

export type Covered = MapView['padding']

/** One list for all views: a new one would be drawn anew. */
const NO_POINTS: readonly PointMark[] = []

/** All that the map has to show now, as one value. */
export function mapViewOf(now: {
  readonly theme: MapTheme
  readonly language: LanguageTag
  readonly layers: LayersState
  readonly areas: AreasState
  readonly marks: readonly SiteMark[]
  readonly points?: readonly PointMark[]
  readonly overlay?: MapOverlay | null
  readonly mine?: MyMap
  readonly drawing?: Drawing | null
  readonly closures?: readonly ClosureMark[]
  readonly ways?: MapWays
  readonly drill?: DrillOnMap | null
  readonly inspected: Inspected | null
  readonly label: string
  readonly notAssessedLabel: string
  readonly zoneLabels: MapView['zones']['labels']
  readonly padding: Covered
}): MapView {
  const { inspected, layers } = now
  const area = areaOf(now.areas)
  const shown = shownLayers(layers, hasLayer(area?.manifest.layers ?? []))
  return {
    theme: now.theme,
    label: now.label,
    htmlLang: languageOf(now.language).htmlLang,
    names: mapNamesFor(now.language),
    palette: layers.palette,
    zones: { shown, opacity: layers.opacity, river: layers.river, labels: now.zoneLabels },
    notAssessed: {
      visible: layers.notAssessed,
      label: now.notAssessedLabel,
      kinds: [...new Set(shown.map((id) => zoneLayerOf(id).kind))],
    },
    overlay: now.overlay ?? null,
    sites: layers.sites ? now.marks : [],
    points: (layers.points && now.points) || NO_POINTS,
    mine: now.mine ?? EMPTY_MY_MAP,
    closures: now.closures ?? NO_CLOSURES,
    ways: now.ways ?? NO_WAYS,
    drill: now.drill ?? null,
    drawing: now.drawing ?? null,
    outline: area?.outline ?? null,
    picked: inspected?.at ?? null,
    here:
      inspected?.from === 'position' && inspected.accuracy !== null
        ? { at: inspected.at, accuracy: inspected.accuracy }
        : null,
    padding: now.padding,
  }
}
