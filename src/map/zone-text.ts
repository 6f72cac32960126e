import { DEPTH_BANDS, DEPTH_RANKS, type DepthBounds } from '#domain/hazards/depth-band.ts'
import { zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { SeenClass, ZoneLabels } from './map-view.ts'

/** Fills the places `{…}` of a label. */
export const filledLabel = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([a-z]+)\}/g, (place, name: string) => values[name] ?? place)

function depthText(labels: ZoneLabels, { min, max }: DepthBounds): string {
  const values = { min: String(min), max: String(max) }
  return filledLabel(max === null ? labels.from : min === 0 ? labels.under : labels.between, values)
}

/** True where layers of water lie over one another, so that each number has to say which it belongs to. */
export const showsSeveral = (shown: readonly ZoneLayerId[]): boolean =>
  shown.filter((id) => zoneLayerOf(id).measure !== 'zone').length > 1

/** What is written in a zone of depth or hours; with the name of its hazard where several are shown. */
export function zoneText(labels: ZoneLabels, { layer, rank, bounds }: SeenClass, several: boolean): string {
  const highest = DEPTH_RANKS.find((known) => known >= rank) ?? 6
  const text =
    zoneLayerOf(layer).measure === 'depth'
      ? depthText(labels, bounds ?? DEPTH_BANDS[highest])
      : (labels.durations[rank - 1] ?? labels.durations.at(-1) ?? '')
  return several ? filledLabel(labels.several, { name: labels.names[layer], text }) : text
}
