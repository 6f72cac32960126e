import type { DepthBounds } from '#domain/hazards/depth-band.ts'
import { DURATION_BANDS, DURATION_RANKS } from '#domain/hazards/duration.ts'
import { LANDSLIDE_CLASSES, type LandslidePhenomenon } from '#domain/hazards/landslide.ts'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { OFFICIAL_DEPTH_CLASSES, type ZoneClass } from '#domain/packs/area-pack.ts'
import { Refusal } from '../lib/refusal.ts'

/** A rank layer holds four bits. */
export const MAX_CLASSES = 15

const DURATION_CLASSES: readonly ZoneClass[] = DURATION_RANKS.map((rank) => ({
  rank,
  means: { type: 'duration', ...DURATION_BANDS[rank] },
}))

/** What the official codes of a layer of A31 mean. */
export function officialClasses(draws: ZoneLayerId): readonly ZoneClass[] {
  if (draws === 'flood-duration') return DURATION_CLASSES
  if (draws === 'houseCollapse-flow') return [{ rank: 1, means: { type: 'collapse', by: 'flow' } }]
  if (draws === 'houseCollapse-erosion') return [{ rank: 1, means: { type: 'collapse', by: 'erosion' } }]
  return OFFICIAL_DEPTH_CLASSES
}

/** The six ranks of the zones of one phenomenon. */
export const landslideClasses = (phenomenon: LandslidePhenomenon): readonly ZoneClass[] =>
  ([1, 2, 3, 4, 5, 6] as const).map((rank) => ({
    rank,
    means: { type: 'landslide', phenomenon, ...LANDSLIDE_CLASSES[rank] },
  }))

/** How bad a class of depth is: by its upper bound (none is the worst), then by its lower one. */
export const byDepth = (a: DepthBounds, b: DepthBounds): number =>
  (a.max ?? Infinity) - (b.max ?? Infinity) || a.min - b.min || 0

const sameBounds = (a: DepthBounds, b: DepthBounds): boolean => a.min === b.min && a.max === b.max

/**
 * Ranks a publisher's own classes of depth (metres): each distinct pair of bounds becomes one, so that the higher rank has
 * the higher upper bound. `rankOf` gives the rank of bounds that were among the given.
 * @throws Refusal for more classes than a layer can tell apart: two must never be taken for one.
 */
export function depthClasses(
  found: Iterable<DepthBounds>,
  file: string,
): { readonly classes: readonly ZoneClass[]; readonly rankOf: (bounds: DepthBounds) => number } {
  const distinct: DepthBounds[] = []
  for (const { min, max } of found)
    if (!distinct.some((known) => sameBounds(known, { min, max }))) distinct.push({ min, max })
  if (distinct.length > MAX_CLASSES)
    throw new Refusal(`${file}: ${distinct.length} different depth classes, at most ${MAX_CLASSES} can be told apart`) // prettier-ignore
  distinct.sort(byDepth)
  return {
    classes: distinct.map((bounds, index) => ({ rank: index + 1, means: { type: 'depth', ...bounds } })),
    rankOf: (bounds) => distinct.findIndex((known) => sameBounds(known, bounds)) + 1,
  }
}
