import { isWaterKind, type HazardKind, type SiteHazard } from '../hazards/hazard-kind.ts'
import type { Area } from '../packs/area.ts'
import type { PackSeries } from '../packs/area-pack.ts'
import { zonesFor } from './goals.ts'

/** Hazards of which a time until the water comes can be assumed. */
export const comesAsWater = (hazard: SiteHazard): boolean => isWaterKind(hazard as HazardKind)

/**
 * The zones that close when the water comes: those of the hazard itself, and of what comes with it where the area has data. A
 * hazard of which there are no data at all would close every road. Slopes fall at times of their own.
 */
export function closingZones(
  { manifest }: Pick<Area, 'manifest'>,
  hazard: SiteHazard,
): readonly HazardKind[] {
  const hasData = (kind: HazardKind) =>
    manifest.layers.some((layer) => layer.kind === kind && layer.file !== null)
  return zonesFor(hazard).filter((kind) => kind !== 'landslide' && (kind === hazard || hasData(kind)))
}

/** The computed floods of an area that belong to a hazard. */
export const seriesFor = ({ manifest }: Pick<Area, 'manifest'>, hazard: SiteHazard): readonly PackSeries[] =>
  comesAsWater(hazard)
    ? manifest.series.filter(({ kind }) => kind === hazard || (hazard === 'flood' && kind === 'pond'))
    : []
