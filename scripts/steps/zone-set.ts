import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { PackLayer, ZoneClass } from '#domain/packs/area-pack.ts'
import type { Polygon } from '../lib/check-geometry.ts'
import type { Counts } from '../lib/counts.ts'

/** One zone: its rank (1…15) among the classes of its set, and one polygon. */
export type Zone = { readonly rank: number; readonly polygon: Polygon }

/**
 * The zones that become one layer of the pack, wherever they come from: a river of a national data set, a phenomenon, or a
 * file that a city gave. A set that could not be had is a set as well: `missing`, without zones, so that it is told.
 */
export type ZoneSet = {
  /** As which layer of the map it is drawn; kind, scenario and measure follow from it (`zoneLayerOf`). */
  readonly draws: ZoneLayerId
  /** What tells it from the other sets of the same layer: letters and digits; null where it stands for all of them. */
  readonly part: string | null
  readonly river: PackLayer['river']
  /** What each rank means: unique ranks, and the higher rank is the worse, since it wins where two zones overlap. */
  readonly classes: readonly ZoneClass[]
  readonly zones: readonly Zone[]
  /** `built` = every file of the set was had whole, so that a place without a zone has none; `missing` = no zones at all. */
  readonly state: 'built' | 'partial' | 'missing'
  /**
   * True = when built, it answers for the whole layer by itself (a city's own map of its area): sets of the same layer that
   * are `missing` are then not missed.
   */
  readonly alone: boolean
  /** Ids among the pack's sources (`BuildContext.useSource`). */
  readonly sources: readonly string[]
  /** The oldest date of what went in: no fact is older than it says. */
  readonly asOf: string | null
  /** What could not be had, one line each: a URL, where it helps with the reason. */
  readonly missing: readonly string[]
  /** Features read for this set; null where they are counted with another one or nothing was read. */
  readonly counts: Counts | null
}
