import { DEPTH_BANDS, isDepthRank } from '../hazards/depth-band.ts'
import type { HazardKind } from '../hazards/hazard-kind.ts'
import { LANDSLIDE_CLASSES } from '../hazards/landslide.ts'

/** Metres. Limit of walking in still water: 東京都 東京マイ・タイムライン; 国土交通省 川の防災情報. */
const WADING_LIMIT = 0.5
/** Metres. In a tsunami of this depth nobody can act any more: 内閣府 南海トラフ 被害想定 2012. */
const TSUNAMI_LIMIT = 0.3

export type ZoneBar = 'deepWater' | 'collapse' | 'redZone'

/**
 * Why nobody is led through a zone, or null where one may be walked. A class of depth counts by its upper bound; a rank that
 * no list knows bars too.
 * @param rank 1 or more.
 */
export function zoneBar(kind: HazardKind, rank: number): ZoneBar | null {
  switch (kind) {
    case 'houseCollapse':
      return 'collapse'
    case 'landslide':
      return isYellow(rank) ? null : 'redZone'
    case 'tsunami':
      return isDeeper(rank, TSUNAMI_LIMIT) ? 'deepWater' : null
    case 'flood':
    case 'stormSurge':
    case 'inlandFlood':
    case 'pond':
      return isDeeper(rank, WADING_LIMIT) ? 'deepWater' : null
  }
}

function isDeeper(rank: number, metres: number): boolean {
  if (!isDepthRank(rank)) return true
  const { max } = DEPTH_BANDS[rank]
  return max === null || max > metres
}

function isYellow(rank: number): boolean {
  const known: Readonly<Record<number, { readonly zone: string } | undefined>> = LANDSLIDE_CLASSES
  return known[rank]?.zone === 'warning'
}

/** By rank of a landslide zone, in tenths of `severityOf`: all yellow ones about 3.5, all red ones about 7.7. */
const LANDSLIDE_LEVELS = [0, 32, 33, 34, 35, 76, 77] as const
const MOST = 80

/**
 * How bad it is to walk in a zone beside the zones of other hazards: the order of `severityOf`, in tenths, and finer where one
 * hazard has more ranks. Higher is worse.
 * @param rank 1 or more.
 */
export function zoneLevel(kind: HazardKind, rank: number): number {
  switch (kind) {
    case 'houseCollapse':
      return MOST
    case 'landslide':
      return LANDSLIDE_LEVELS[rank] ?? MOST
    case 'tsunami':
      return isDepthRank(rank) ? rank * 10 + 15 : MOST
    case 'flood':
    case 'stormSurge':
    case 'inlandFlood':
    case 'pond':
      return isDepthRank(rank) ? rank * 10 : MOST
  }
}
