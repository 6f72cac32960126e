import { FEATURE_KINDS, type FeatureKind } from '#domain/features/local-feature.ts'
import { ZONE_LAYER_IDS, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { Pattern } from '../depth-colours.ts'
import type { ClosureMark, SiteMark } from '../map-view.ts'
import { MY_PICTOGRAMS, type MyIcon } from './my-pictograms.ts'

/** The hatching of "never studied". */
export const NOT_ASSESSED_IMAGE = 'pattern:notAssessed'
/** The pin of the picked place. */
export const PICKED_IMAGE = 'pin:picked'
/** The frame of a road number; it stretches. */
export const SHIELD_IMAGE = 'shield:road'

/** The arrow on the routes of My Hazard Map. */
export const MY_ARROW_IMAGE = 'mine:arrow'
/** A symbol of My Hazard Map. */
export const myImageId = (icon: MyIcon): string => `mine:icon:${icon}`
/** What `myImageId` wrote, or null. */
export const myIconOf = (id: string): MyIcon | null =>
  (Object.keys(MY_PICTOGRAMS) as MyIcon[]).find((icon) => myImageId(icon) === id) ?? null

/** What fills one's own areas: crosses for a danger, open diamonds for a help. No zone has either. */
export const MY_AREA_PATTERNS: {
  readonly [family in 'danger' | 'help']: { readonly id: string; readonly pattern: Pattern }
} = {
  danger: {
    id: 'mine:area:danger',
    pattern: {
      size: 18,
      stroke: 1.8,
      lines: [
        [1.5, 1.5, 7.5, 7.5],
        [7.5, 1.5, 1.5, 7.5],
        [10.5, 10.5, 16.5, 16.5],
        [16.5, 10.5, 10.5, 16.5],
      ],
      dots: [],
    },
  },
  help: {
    id: 'mine:area:help',
    pattern: {
      size: 24,
      stroke: 1.4,
      lines: [
        [6, 1.5, 10.5, 6],
        [10.5, 6, 6, 10.5],
        [6, 10.5, 1.5, 6],
        [1.5, 6, 6, 1.5],
        [18, 13.5, 22.5, 18],
        [22.5, 18, 18, 22.5],
        [18, 22.5, 13.5, 18],
        [13.5, 18, 18, 13.5],
      ],
      dots: [],
    },
  },
}

/** The pattern of one rank of a layer. */
export const zonePatternId = (layer: ZoneLayerId, rank: number): string => `zone:${layer}:${rank}`

/** The symbol of a point. */
export const pointImageId = (kind: FeatureKind): string => `point:${kind}`

/** The small sign of a landmark, by its name in `poi-symbols.ts`. */
export const poiImageId = (name: string): string => `poi:${name}`

/** What a site's symbol shows. `zone: null` = no zone at the site, or not known. */
export type SiteLook = Pick<SiteMark, 'kind' | 'designated' | 'zone'>

/** The symbol of a site. */
export const siteImageId = ({ kind, designated, zone }: SiteLook): string =>
  `site:${kind}:${designated === null ? 'unknown' : designated ? 'yes' : 'no'}:${zone === null ? 'none' : `${zone.layer}.${zone.rank}`}`

/** The look that `siteImageId` wrote, or null when the id is not a site's. */
export function siteLookOf(id: string): SiteLook | null {
  const match = /^site:(emergencySite|shelter):(yes|no|unknown):(?:none|([A-Za-z-]+)\.(\d+))$/.exec(id)
  if (!match) return null
  const layer = ZONE_LAYER_IDS.find((one) => one === match[3])
  return {
    kind: match[1] as SiteLook['kind'],
    designated: match[2] === 'unknown' ? null : match[2] === 'yes',
    zone: layer === undefined ? null : { layer, rank: Number(match[4]) },
  }
}

/** The layer and rank that `zonePatternId` wrote, or null. */
export function zonePatternOf(id: string): { readonly layer: ZoneLayerId; readonly rank: number } | null {
  const match = /^zone:([A-Za-z-]+):(\d)$/.exec(id)
  const layer = ZONE_LAYER_IDS.find((known) => known === match?.[1])
  return layer === undefined ? null : { layer, rank: Number(match?.[2]) }
}

/** The kind of point that `pointImageId` wrote, or null. */
export const pointKindOf = (id: string): FeatureKind | null =>
  FEATURE_KINDS.find((kind) => pointImageId(kind) === id) ?? null

/** The sign of a closure. */
export const closureImageId = ({ strength, isOld }: Pick<ClosureMark, 'strength' | 'isOld'>): string =>
  `closure:sign:${strength}:${isOld ? 'old' : 'new'}`

/** What `closureImageId` wrote, or null. */
export function closureSignOf(id: string): Pick<ClosureMark, 'strength' | 'isOld'> | null {
  const match = /^closure:sign:(closed|perhaps|carsOnly|planned):(old|new)$/.exec(id)
  return match === null ? null : { strength: match[1] as ClosureMark['strength'], isOld: match[2] === 'old' }
}

/** What fills the area of a closure. */
export const closurePatternId = (strength: ClosureMark['strength']): string => `closure:area:${strength}`

/** The marks of a drill: where they go, where it went wrong, and a position that was lost. */
export const DRILL_GOAL_IMAGE = 'drill:goal'
export const DRILL_WRONG_IMAGE = 'drill:wrong'
export const DRILL_LOST_IMAGE = 'drill:lost'

/** The marks on lines of ways, by `LineLook.marks`; those of the network have the look's word in their name. */
export const ROUTE_ARROW_IMAGE = 'way-arrow'
export const networkMarkId = (word: string): string => `way:mark:${word}`
