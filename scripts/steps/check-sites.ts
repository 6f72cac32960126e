import pointInPolygon from 'point-in-polygon-hao'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Site } from '#domain/shelters/site.ts'
import { boundsMeet, boundsOf, type Polygon } from '../lib/check-geometry.ts'
import type { FloodZone } from '../sources/read-flood-zones.ts'

type Named = { readonly id: string; readonly name: string; readonly kind: Site['kind'] }
type InZone = Named & { readonly rank: number }

/** What a city should look at: two published facts that do not fit together are both shown, never corrected here. */
export type SiteChecks = {
  /** Designated for floods, yet a flood zone reaches the place. */
  readonly designatedInZone: readonly InZone[]
  /** An emergency site not designated for floods although no zone reaches it; null where the zones are not complete. */
  readonly notDesignatedOutside: readonly Named[] | null
  /** Shelters (whose record names no disaster) that a flood zone reaches. */
  readonly shelterInZone: readonly InZone[]
  readonly outsideBoundary: readonly Named[]
  /** Records of one kind with the same name, each group once. */
  readonly sameName: readonly (readonly Named[])[]
  /** Records of one kind at the same position, each group once. */
  readonly samePosition: readonly (readonly Named[])[]
}

/** True when the position lies in the polygon or on its edge. */
export const holds = (polygon: Polygon, at: LngLat): boolean =>
  pointInPolygon(at as [number, number], polygon as [number, number][][]) !== false

/** The deepest rank of the published polygons at a position; 0 = none. Independent of the rank layer of the pack. */
export function deepestRankAt(zones: readonly FloodZone[], at: LngLat): number {
  let deepest = 0
  for (const { rank, polygon } of zones) {
    if (rank <= deepest) continue
    const box = boundsOf([polygon])
    if (box !== null && boundsMeet(box, [at[0], at[1], at[0], at[1]]) && holds(polygon, at)) deepest = rank
  }
  return deepest
}

/**
 * Compares the sites with the flood zones, the boundary and one another.
 * @param zonesComplete false = a place without a zone may still be in one that could not be had.
 */
export function checkSites(
  sites: readonly Site[],
  zones: readonly FloodZone[],
  zonesComplete: boolean,
  boundary: readonly Polygon[],
): SiteChecks {
  const ranked = sites.map((site) => ({ site, rank: deepestRankAt(zones, site.at) }))
  const inZone = ranked
    .filter(({ rank }) => rank > 0)
    .map(({ site, rank }) => ({ site, entry: { ...named(site), rank } }))
  const outside = ranked.filter(({ site, rank }) => rank === 0 && site.designated.flood === false)
  return {
    designatedInZone: inZone.filter(({ site }) => site.designated.flood === true).map(({ entry }) => entry),
    notDesignatedOutside: zonesComplete ? outside.map(({ site }) => named(site)) : null,
    shelterInZone: inZone.filter(({ site }) => site.kind === 'shelter').map(({ entry }) => entry),
    outsideBoundary: sites.filter((site) => !boundary.some((polygon) => holds(polygon, site.at))).map(named),
    sameName: groups(sites, (site) => `${site.kind} ${site.name.ja}`),
    samePosition: groups(sites, (site) => `${site.kind} ${site.at.join()}`),
  }
}

const named = ({ id, name, kind }: Site): Named => ({ id, name: name.ja, kind })

function groups(sites: readonly Site[], key: (site: Site) => string): Named[][] {
  const found = new Map<string, Named[]>()
  for (const site of sites) found.set(key(site), [...(found.get(key(site)) ?? []), named(site)])
  return [...found.values()].filter((group) => group.length > 1)
}
