import type { Bounds } from '#domain/geo/lng-lat.ts'
import { LANDSLIDE_PHENOMENA } from '#domain/hazards/landslide.ts'
import { readLandslideZones } from '../sources/read-landslide-zones.ts'
import type { BuildContext } from './build-context.ts'
import { loadPrefecture } from './load-prefecture.ts'
import { landslideClasses } from './zone-classes.ts'
import { missingSet } from './zone-layers.ts'
import type { ZoneSet } from './zone-set.ts'

/** The landslide zones (A33) that reach into the bounds: one set for each phenomenon. */
export async function buildLandslide(
  context: BuildContext,
  where: { readonly area: Bounds; readonly bounds: Bounds },
): Promise<ZoneSet[]> {
  const loaded = await loadPrefecture(context, context.sources.a33, where, readLandslideZones)
  return LANDSLIDE_PHENOMENA.map((phenomenon): ZoneSet => {
    const classes = landslideClasses(phenomenon)
    const draws = `landslide-${phenomenon}` as const
    if (!loaded.ok) return { ...missingSet(draws, [loaded.missing]), classes }
    const { zones, byPhenomenon } = loaded.read
    return {
      ...missingSet(draws, []),
      ...loaded.common,
      classes,
      zones: zones[phenomenon],
      counts: byPhenomenon[phenomenon],
    }
  })
}
