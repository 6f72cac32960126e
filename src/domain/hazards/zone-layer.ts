import type { HazardKind, Scenario } from './hazard-kind.ts'

/**
 * The layers of zones that the map can draw and a legend can explain. The tiles of a pack carry the id as the property
 * `layer`; several layers of a pack (one for each river) are drawn as one.
 */
export const ZONE_LAYERS = [
  { id: 'flood-max', kind: 'flood', scenario: 'max', measure: 'depth' },
  { id: 'flood-design', kind: 'flood', scenario: 'design', measure: 'depth' },
  { id: 'flood-duration', kind: 'flood', scenario: 'max', measure: 'duration' },
  { id: 'houseCollapse-flow', kind: 'houseCollapse', scenario: 'max', measure: 'zone' },
  { id: 'houseCollapse-erosion', kind: 'houseCollapse', scenario: 'max', measure: 'zone' },
  { id: 'landslide-steepSlope', kind: 'landslide', scenario: 'max', measure: 'zone' },
  { id: 'landslide-debrisFlow', kind: 'landslide', scenario: 'max', measure: 'zone' },
  { id: 'landslide-slide', kind: 'landslide', scenario: 'max', measure: 'zone' },
  { id: 'stormSurge-max', kind: 'stormSurge', scenario: 'max', measure: 'depth' },
  { id: 'stormSurge-duration', kind: 'stormSurge', scenario: 'max', measure: 'duration' },
  { id: 'tsunami-max', kind: 'tsunami', scenario: 'max', measure: 'depth' },
  { id: 'inlandFlood-max', kind: 'inlandFlood', scenario: 'max', measure: 'depth' },
  { id: 'pond-max', kind: 'pond', scenario: 'max', measure: 'depth' },
] as const satisfies readonly {
  readonly id: string
  readonly kind: HazardKind
  readonly scenario: Scenario
  readonly measure: Measure
}[]

/** What the ranks of a layer tell: metres of water, hours of water, or a kind of zone. */
export const MEASURES = ['depth', 'duration', 'zone'] as const
export type Measure = (typeof MEASURES)[number]

export type ZoneLayerId = (typeof ZONE_LAYERS)[number]['id']

/** All ids, for checks at a border. */
export const ZONE_LAYER_IDS = ZONE_LAYERS.map(({ id }) => id)

export const zoneLayerOf = (id: ZoneLayerId): (typeof ZONE_LAYERS)[number] => {
  const found = ZONE_LAYERS.find((layer) => layer.id === id)
  if (found === undefined) throw new RangeError(`no zone layer ${id}`)
  return found
}
