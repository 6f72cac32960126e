import { zoneLayerOf, ZONE_LAYER_IDS, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import { drawnAs } from '#domain/risk/describe-answer.ts'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { hasLayer } from '../layers/index.ts'

/** Waters whose depth a paper map can show: one at a time, because several depths over one another cannot be read. */
export function waterLayersOf({ layers }: PackManifest): readonly ZoneLayerId[] {
  const has = hasLayer(layers)
  return ZONE_LAYER_IDS.filter((id) => {
    const { measure, scenario } = zoneLayerOf(id)
    return measure === 'depth' && scenario === 'max' && has(id)
  })
}

/** The water to begin with: the worst that reaches the home, else the first that the area has; null = it has none. */
export function firstWater(manifest: PackManifest, risk: RiskAnswer | null): ZoneLayerId | null {
  const waters = waterLayersOf(manifest)
  const looks = (risk?.hazards ?? []).flatMap((answer) =>
    answer.answer === 'hazard' ? (drawnAs(answer)?.layer ?? []) : [],
  )
  return looks.find((layer) => waters.includes(layer)) ?? waters[0] ?? null
}

/** What the paper's map draws: one water, and all zones in which buildings do not stand. */
export const paperLayers = ({ layers }: PackManifest, water: ZoneLayerId | null): readonly ZoneLayerId[] =>
  ZONE_LAYER_IDS.filter((id) => id === water || (zoneLayerOf(id).measure === 'zone' && hasLayer(layers)(id)))
