import { LANDSLIDE_CLASSES, type LandslideZone } from '../hazards/landslide.ts'
import type { FoundHazard } from '../risk/hazard-answer.ts'

/** Ranks of a house-collapse zone on an edge: the bank washed away, the current, both. */
const COLLAPSE_RANKS = { erosion: 1, flow: 2, both: 3 } as const

/**
 * The rank by which a graph keeps a zone, 1 or more, whatever classes its publisher has: the official depth rank of water,
 * the rank of `LANDSLIDE_CLASSES` of a landslide zone (the worst of several), 1–3 where houses collapse.
 */
export function edgeRankOf(hazard: FoundHazard): number {
  if (hazard.kind === 'houseCollapse') return COLLAPSE_RANKS[hazard.zone]
  if (hazard.kind === 'landslide') return Math.max(...hazard.zones.map(landslideRank))
  return hazard.rank
}

function landslideRank(zone: LandslideZone): number {
  for (const rank of [1, 2, 3, 4, 5, 6] as const) {
    const known = LANDSLIDE_CLASSES[rank]
    const isSame =
      known.zone === zone.zone &&
      known.planned === zone.planned &&
      // In a red zone there is no "not surveyed": it was.
      (zone.zone === 'special' || known.specialUnsurveyed === zone.specialUnsurveyed)
    if (isSame) return rank
  }
  throw new RangeError(`no rank for ${JSON.stringify(zone)}`)
}
