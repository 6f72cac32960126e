import { DEPTH_BANDS, rankOfBounds, type DepthBounds } from '#domain/hazards/depth-band.ts'
import { DURATION_BANDS, DURATION_RANKS, type HourBounds } from '#domain/hazards/duration.ts'
import { LANDSLIDE_CLASSES } from '#domain/hazards/landslide.ts'
import { ZONE_LAYERS, zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { ZoneClass } from '#domain/packs/area-pack.ts'
import { Refusal } from '../lib/refusal.ts'
import type { Properties } from '../lib/tiles/mvt.ts'
import { byDepth } from './zone-classes.ts'
import type { Zone, ZoneSet } from './zone-set.ts'

/** Zones that are drawn together: where they overlap, the highest rank wins. */
export type ZoneGroup = {
  readonly layer: ZoneLayerId
  /** What every feature of the group carries. */
  readonly properties: Properties
  /** What the features of each rank carry besides: entry 0 is rank 1. */
  readonly ranks: readonly Properties[]
  readonly zones: readonly Zone[]
}

/** With more rivers a person could not choose, and the tiles would grow. */
const MOST_RIVERS = 12
/** A raster of ranks has one byte a cell. */
const MOST_RANKS = 255

/**
 * What the map draws of the sets: for each layer one group of all its sets (`river` ''), and for the largest flood, where
 * there are 2 to 12 rivers, one group for each river besides (`river` = its number, else its name).
 */
export function zoneGroups(sets: readonly ZoneSet[]): ZoneGroup[] {
  return ZONE_LAYERS.flatMap(({ id }) => {
    const mine = sets.filter(({ draws, zones }) => draws === id && zones.length > 0)
    if (mine.length === 0) return []
    const rivers = id === 'flood-max' ? riversOf(mine) : []
    const isChoice = rivers.length >= 2 && rivers.length <= MOST_RIVERS
    return [
      groupOf(id, '', mine),
      ...(isChoice ? rivers : []).map((river) =>
        groupOf(
          id,
          river,
          mine.filter((set) => nameOf(set) === river),
        ),
      ),
    ]
  })
}

const nameOf = ({ river }: ZoneSet): string | null => river?.id ?? river?.name ?? null

const riversOf = (sets: readonly ZoneSet[]): string[] =>
  [...new Set(sets.flatMap((set) => nameOf(set) ?? []))].sort()

function groupOf(layer: ZoneLayerId, river: string, sets: readonly ZoneSet[]): ZoneGroup {
  const means = distinct(sets.flatMap(({ classes }) => classes))
  if (means.length > MOST_RANKS) throw new Refusal(`${layer}: ${means.length} different classes, at most ${MOST_RANKS} can be drawn`) // prettier-ignore
  const isOwn = means.some((one) => one.type === 'depth' && !isOfficial(one))
  const zones = sets.flatMap((set) => {
    const drawn = new Map(set.classes.map((one) => [one.rank, indexOf(means, one.means) + 1]))
    return set.zones.map(({ rank, polygon }) => ({ rank: drawn.get(rank) ?? 0, polygon }))
  })
  if (zones.some(({ rank }) => rank === 0)) throw new Refusal(`${layer}: a zone has a rank that no class explains`) // prettier-ignore
  const { kind, scenario } = zoneLayerOf(layer)
  return {
    layer,
    properties: { layer, kind, scenario, river },
    ranks: means.map((one) => propertiesOf(one, isOwn)),
    zones,
  }
}

type Means = ZoneClass['means']

const keyOf = (means: Means): string => JSON.stringify(means)
const indexOf = (list: readonly Means[], means: Means): number =>
  list.findIndex((one) => keyOf(one) === keyOf(means))

/** The distinct classes, the worse the later. */
function distinct(classes: readonly ZoneClass[]): Means[] {
  const found = new Map(classes.map(({ means }) => [keyOf(means), means]))
  return [...found.values()].sort((a, b) => worse(a, b) || (keyOf(a) < keyOf(b) ? -1 : 1))
}

function worse(a: Means, b: Means): number {
  if ((a.type === 'depth' || a.type === 'duration') && a.type === b.type) return byDepth(a, b)
  return officialRank(a) - officialRank(b)
}

const isOfficial = (bounds: DepthBounds): boolean => {
  const band = DEPTH_BANDS[rankOfBounds(bounds)]
  return band.min === bounds.min && band.max === bounds.max
}

/** The rank by which a class is coloured: depth 1–6 and duration 1–7 by its upper bound, landslide 1–6, collapse 1. */
function officialRank(means: Means): number {
  if (means.type === 'depth') return rankOfBounds(means)
  if (means.type === 'duration') return rankOfHours(means)
  if (means.type === 'collapse') return 1
  const same = ([, one]: [string, (typeof LANDSLIDE_CLASSES)[1]]): boolean =>
    one.zone === means.zone &&
    one.planned === means.planned &&
    one.specialUnsurveyed === means.specialUnsurveyed
  const found = Object.entries(LANDSLIDE_CLASSES).find(same)
  if (found === undefined) throw new Refusal(`landslide zones of a class that has no rank: ${keyOf(means)}`)
  return Number(found[0])
}

const rankOfHours = ({ max }: HourBounds): number =>
  DURATION_RANKS.find((rank) => (DURATION_BANDS[rank].max ?? Infinity) >= (max ?? Infinity)) ?? 7

/** `min` and `max` in metres for a publisher's own classes; without `max` there is no upper bound. */
function propertiesOf(means: Means, isOwn: boolean): Properties {
  const rank = officialRank(means)
  if (means.type !== 'depth' || !isOwn) return { rank }
  return { rank, min: means.min, ...(means.max === null ? {} : { max: means.max }) }
}
