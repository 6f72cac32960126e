import { DEPTH_BANDS, isDepthRank } from '../hazards/depth-band.ts'
import { isWaterKind, type HazardKind } from '../hazards/hazard-kind.ts'
import { RANK_UNKNOWN, type Graph } from '../routes/graph.ts'
import { frontFromSeries, wadingLimit } from '../routes/water-front.ts'
import type { WaterSeries } from '../water/water-series.ts'
import { minuteOfSeries, minuteOfShare } from './drill-water.ts'
import type { Scenario, ScenarioWater } from './scenario.ts'

const MINUTE = 600

/**
 * When each edge closes in a drill: deciseconds of the event, `Infinity` = not in it. The same limits as of the routing: water
 * deeper or faster than people wade, and zones without a depth when they come. What is not known closes with the first edge of
 * which it is known, because it may be that one.
 * @param series of the scenario's name; null = the scenario has none, or it is not on the device
 * @returns null where nothing is known of the water: a scenario without any, a series that is not there
 */
export function frontOfDrill(
  graph: Graph,
  { water, hazard }: Pick<Scenario, 'water' | 'hazard'>,
  series: WaterSeries | null,
): Float64Array | null {
  if (water.kind === 'none') return null
  if (water.kind === 'rise') return frontOfRise(graph, water, hazard)
  return series === null ? null : frontFromSeries(graph, series, minuteOfSeries(water, 0), hazard)
}

function frontOfRise(
  graph: Graph,
  water: Extract<ScenarioWater, { kind: 'rise' }>,
  hazard: HazardKind,
): Float64Array {
  const closings = water.hazards.map((kind) => {
    const byRank = Float64Array.from({ length: 256 }, (_, rank) => closingOf(water, hazard, kind, rank))
    return { ranks: graph.ranks.get(kind), byRank }
  })
  const known = Float64Array.from({ length: graph.edgeCount }, (_, edge) =>
    closings.reduce(
      (first, { ranks, byRank }) => Math.min(first, byRank[ranks?.[edge] ?? 0] as number),
      Infinity,
    ),
  )
  const first = known.reduce((least, moment) => Math.min(least, moment), Infinity)
  return known.map((moment, edge) =>
    closings.some(({ ranks }) => (ranks?.[edge] ?? RANK_UNKNOWN) === RANK_UNKNOWN)
      ? Math.min(moment, first)
      : moment,
  )
}

function closingOf(
  water: Extract<ScenarioWater, { kind: 'rise' }>,
  hazard: HazardKind,
  kind: HazardKind,
  rank: number,
): number {
  if (rank === 0 || rank === RANK_UNKNOWN) return Infinity
  const share = isWaterKind(kind) ? wadingLimit(hazard) / fullDepth(rank) : 1
  const minute = share > 1 ? null : minuteOfShare(water, share)
  return minute === null ? Infinity : Math.floor(minute * MINUTE)
}

/** The depth of a rank when all of it has come, metres, as `depthAt` reckons: the upper bound of a class; without one twice its lower; a rank of no list is the deepest. */
export function fullDepth(rank: number): number {
  const { min, max } = DEPTH_BANDS[isDepthRank(rank) ? rank : 6]
  return max ?? 2 * min
}
