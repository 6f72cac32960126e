import type { PackLayer } from '#domain/packs/area-pack.ts'
import { zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'

/**
 * What a map has of a layer. `partial` = some of the publisher's files could not be had or were lost; `missing` = none could
 * be had; `absent` = this map was made without it.
 */
export type LayerData = {
  readonly state: 'whole' | 'partial' | 'missing' | 'absent'
  /** The date of its oldest part; null = not known. */
  readonly asOf: string | null
}

/** What the pack holds of one layer of the map. */
export function layerData(layers: readonly PackLayer[], id: ZoneLayerId): LayerData {
  const { kind, scenario, measure } = zoneLayerOf(id)
  const alike = layers.filter((layer) => layer.kind === kind && layer.scenario === scenario)
  const mine = alike.filter((layer) => layer.draws === id)
  const drawn = mine.filter(isDrawn)
  if (drawn.length === 0)
    return { state: mine.some(({ state }) => state === 'missing') ? 'missing' : 'absent', asOf: null }
  const siblings = alike.filter((layer) => layer.measure === measure)
  const isLost = siblings.some((layer) => layer.siblings > siblings.length)
  const isWhole = mine.every(({ state }) => state === 'built') && !isLost
  const dates = drawn.flatMap(({ asOf }) => (asOf === null ? [] : [asOf])).sort()
  return { state: isWhole ? 'whole' : 'partial', asOf: dates[0] ?? null }
}

const isDrawn = ({ state }: PackLayer) => state === 'built' || state === 'partial'

/** True where there is something of the layer to draw. */
export const hasLayer =
  (layers: readonly PackLayer[]) =>
  (id: ZoneLayerId): boolean =>
    ['whole', 'partial'].includes(layerData(layers, id).state)

/** The rivers whose largest flood can be shown alone, by name. */
export function riversOf(
  layers: readonly PackLayer[],
): readonly { readonly id: string; readonly name: string }[] {
  const rivers = new Map<string, string>()
  for (const { draws, river, state } of layers)
    if (draws === 'flood-max' && river?.id != null && (state === 'built' || state === 'partial'))
      rivers.set(river.id, river.name)
  return [...rivers].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1))
}
