import pointInPolygon from 'point-in-polygon-hao'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { PackLayer, ZoneClass } from '#domain/packs/area-pack.ts'
import type { Site } from '#domain/shelters/site.ts'
import { boundsOf, type Polygon } from '../lib/check-geometry.ts'
import type { Zone, ZoneSet } from './zone-set.ts'

type Named = { readonly id: string; readonly name: string; readonly kind: Site['kind'] }
/** A site with the zones that reach it, worst layer by layer, in words for the report; `rank` is the worst of them. */
type InZone = Named & { readonly rank: number; readonly zones: readonly string[] }

/** What a city should look at: two published facts that do not fit together are both shown, never corrected here. */
export type SiteChecks = {
  readonly hazards: readonly HazardCheck[]
  readonly outsideBoundary: readonly Named[]
  /** Records of one kind with the same name, each group once. */
  readonly sameName: readonly (readonly Named[])[]
  /** Records of one kind at the same position, each group once. */
  readonly samePosition: readonly (readonly Named[])[]
}

/** The sites against the zones of one kind of disaster. */
type HazardCheck = {
  readonly hazard: SiteHazard
  /** Designated for it, yet a zone reaches the place. */
  readonly designatedInZone: readonly InZone[]
  /** An emergency site not designated for it although no zone reaches it; null where the zones are not complete. */
  readonly notDesignatedOutside: readonly Named[] | null
  /** Shelters (whose record names no disaster) that a zone reaches. */
  readonly shelterInZone: readonly InZone[]
}

/** The layers whose zones speak against a site of each kind of disaster. */
const AGAINST: readonly (readonly [SiteHazard, readonly ZoneLayerId[]])[] = [
  ['flood', ['flood-max', 'houseCollapse-flow', 'houseCollapse-erosion']],
  ['landslide', ['landslide-steepSlope', 'landslide-debrisFlow', 'landslide-slide']],
  ['stormSurge', ['stormSurge-max']],
  ['tsunami', ['tsunami-max']],
  ['inlandFlood', ['inlandFlood-max']],
]

type Layer = { readonly layer: PackLayer; readonly set: ZoneSet }

/** True when the position lies in the polygon or on its edge. */
export const holds = (polygon: Polygon, at: LngLat): boolean =>
  pointInPolygon(at as [number, number], polygon as [number, number][][]) !== false

const boxes = new WeakMap<Polygon, Bounds>()

function boxOf(polygon: Polygon): Bounds | null {
  const box = boxes.get(polygon) ?? boundsOf([polygon])
  if (box !== null) boxes.set(polygon, box)
  return box
}

/** The highest rank of the published polygons at a position; 0 = none. Independent of the rank layer of the pack. */
export function deepestRankAt(zones: readonly Zone[], at: LngLat): number {
  let deepest = 0
  for (const { rank, polygon } of zones) {
    if (rank <= deepest) continue
    const box = boxOf(polygon)
    if (box === null || at[0] < box[0] || at[0] > box[2] || at[1] < box[1] || at[1] > box[3]) continue
    if (holds(polygon, at)) deepest = rank
  }
  return deepest
}

/** Compares the sites with the zones of every hazard, the boundary and one another. */
export function checkSites(
  sites: readonly Site[],
  layers: readonly Layer[],
  boundary: readonly Polygon[],
): SiteChecks {
  return {
    hazards: AGAINST.flatMap(([hazard, draws]) => {
      const mine = layers.filter(({ layer }) => draws.includes(layer.draws))
      return mine.every(({ set }) => set.state === 'missing') ? [] : [checkHazard(sites, hazard, mine)]
    }),
    outsideBoundary: sites.filter((site) => !boundary.some((polygon) => holds(polygon, site.at))).map(named),
    sameName: groups(sites, (site) => `${site.kind} ${site.name.ja}`),
    samePosition: groups(sites, (site) => `${site.kind} ${site.at.join()}`),
  }
}

function checkHazard(sites: readonly Site[], hazard: SiteHazard, layers: readonly Layer[]): HazardCheck {
  const asked = sites.map((site) => {
    const found = layers.flatMap(({ layer, set }) => {
      const rank = deepestRankAt(set.zones, site.at)
      return rank === 0 ? [] : [{ rank, text: zoneText(layer, rank) }]
    })
    const rank = Math.max(0, ...found.map((one) => one.rank))
    return { site, rank, entry: { ...named(site), rank, zones: found.map(({ text }) => text) } }
  })
  const inZone = asked.filter(({ rank }) => rank > 0)
  const outside = asked.filter(({ site, rank }) => rank === 0 && site.designated[hazard] === false)
  const isComplete = layers.every(({ set }) => set.state === 'built')
  return {
    hazard,
    designatedInZone: inZone.filter(({ site }) => site.designated[hazard] === true).map(({ entry }) => entry),
    notDesignatedOutside: isComplete ? outside.map(({ site }) => named(site)) : null,
    shelterInZone: inZone.filter(({ site }) => site.kind === 'shelter').map(({ entry }) => entry),
  }
}

function zoneText({ classes, draws, river }: PackLayer, rank: number): string {
  const means = classes.find((one) => one.rank === rank)?.means
  const name = river === null ? draws : `${draws} (${river.name})`
  return `${name} ${means === undefined ? '' : meansText(means)}`.trim()
}

function meansText(means: ZoneClass['means']): string {
  if (means.type === 'collapse') return ''
  if (means.type === 'landslide') return `${means.zone}${means.planned ? ', planned' : ''}`
  const unit = means.type === 'depth' ? 'm' : 'h'
  return means.max === null ? `${means.min} ${unit} and more` : `${means.min} to ${means.max} ${unit}`
}

const named = ({ id, name, kind }: Site): Named => ({ id, name: name.ja, kind })

function groups(sites: readonly Site[], key: (site: Site) => string): Named[][] {
  const found = new Map<string, Named[]>()
  for (const site of sites) found.set(key(site), [...(found.get(key(site)) ?? []), named(site)])
  return [...found.values()].filter((group) => group.length > 1)
}
