import type { Bounds } from '#domain/geo/lng-lat.ts'
import { boundsMeet, boundsOf, checkGeometry, type Polygon } from '../lib/check-geometry.ts'
import { addCounts, noCounts, type Counts } from '../lib/counts.ts'

/**
 * The polygons of a feature that reach into the bounds, counted once in each of the given counts: kept, or refused with
 * the reason.
 * @param where "file: feature 12", the beginning of a refusal.
 */
export function nearPolygons(
  geometry: unknown,
  where: string,
  bounds: Bounds,
  counts: readonly Counts[],
): readonly Polygon[] {
  const checked = checkGeometry(geometry, where)
  const near = checked.polygons.filter((polygon) => {
    const box = boundsOf([polygon])
    return box !== null && boundsMeet(box, bounds)
  })
  const one = noCounts()
  one.in = 1
  if (near.length > 0) one.kept = 1
  else one.refused[checked.refused ?? 'outsideArea'] = 1
  for (const repair of checked.repairs) one.repaired[repair] += 1
  for (const sum of counts) addCounts(sum, one)
  return near
}
