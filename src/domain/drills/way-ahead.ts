import type { LngLat } from '../geo/lng-lat.ts'
import { cutEdge } from '../routes/edge-shape.ts'
import { routeFrom } from '../routes/follow-field.ts'
import { BRIDGE, type Graph, type Snapped } from '../routes/graph.ts'
import type { Leg } from '../routes/route.ts'
import type { BlockKind } from './coming-injects.ts'
import type { DrillWays } from './drill-ways.ts'

/** How far ahead a road is found to be shut, decimetres: far enough not to be seen before, near enough to be walked into. Own choice. */
const AHEAD = 2000
const NEAREST = 1500
const FARTHEST = 2500
/** So far from the ends of a stretch its place lies, decimetres, that the ways that meet there stay open. */
const FROM_ENDS = 100
/** How many stretches are tried, until one leaves another way. */
const MOST_TRIED = 4

/** A stretch of the best way, with the place of it that is shut, and how far that lies along the way. */
type Stretch = {
  readonly at: LngLat
  readonly ahead: number
  readonly flags: number
  readonly isLast: boolean
}

/**
 * Where the best way from a place is shut: some 200 m ahead, not the stretch on which somebody stands, nor the last one if there is
 * another; of these one that leaves any way to a site, if there is one. For `bridgeGone` the first bridge ahead.
 * @param goal site that they are on the way to; null = the nearest
 * @param shut places that were shut before: the best way does not lead along them
 * @returns null where no way is known, or nothing but the stretch on which they stand is left of it: nobody is walled in
 */
export function wayAhead(
  ways: DrillWays,
  from: LngLat,
  goal: string | null,
  shut: readonly LngLat[],
  kind: BlockKind,
): LngLat | null {
  const then = ways.withShut(shut)
  const field = then.fieldTo(goal)
  const start = then.place(from)
  const route = field === null || start === null ? null : routeFrom(field, start)
  if (start === null || route?.ok !== true) return null
  const stretches = stretchesOf(ways.graph, route.value.legs, start, kind)
  const wanted =
    kind === 'bridgeGone'
      ? stretches.filter(({ flags }) => (flags & BRIDGE) !== 0)
      : stretches.toSorted((a, b) => rankOf(a) - rankOf(b) || a.ahead - b.ahead)
  const free = wanted.slice(0, MOST_TRIED).filter(({ at }) => !wallsIn(ways, start, [...shut, at]))
  return (free.find(({ at }) => leavesWay(ways, from, [...shut, at])) ?? free[0])?.at ?? null
}

/** The stretches of a way that may be shut. Who stands in the middle of one is not shut in on it. */
function stretchesOf(
  graph: Graph,
  legs: readonly Leg[],
  start: Snapped,
  kind: BlockKind,
): readonly Stretch[] {
  let walked = 0
  const all = legs.map((leg, index): Stretch & { readonly edge: number } => {
    const length = Math.abs(leg.end - leg.start)
    // A bridge is shut in its middle, wherever it begins.
    const keep = kind === 'bridgeGone' ? length / 2 : Math.min(FROM_ENDS, length / 2)
    const on = Math.round(Math.min(Math.max(AHEAD - walked, keep), length - keep))
    const along = leg.end > leg.start ? leg.start + on : leg.start - on
    const at = cutEdge(graph, leg.edge, along, along)[0] ?? start.at
    const flags = graph.flags[leg.edge] as number
    walked += length
    const isLast = index === legs.length - 1
    return { edge: leg.edge, at, ahead: walked - length + on, flags, isLast }
  })
  return isInside(graph, start) ? all.filter(({ edge }) => edge !== start.edge) : all
}

const isInside = (graph: Graph, { edge, along }: Snapped): boolean =>
  along > 0 && along < (graph.decimetres[edge] as number)

/** The lower the better: in reach first, then not the one at the site, then the nearest to 200 m. */
function rankOf({ ahead, isLast }: Stretch): number {
  const isInReach = ahead >= NEAREST && ahead <= FARTHEST
  return (isInReach ? 0 : 1e9) + (isLast ? 1e8 : 0) + Math.abs(ahead - AHEAD)
}

/** Whether the stretch on which they stand would be shut with it, as where a place lies beside two ways. */
const wallsIn = (ways: DrillWays, start: Snapped, shut: readonly LngLat[]): boolean =>
  isInside(ways.graph, start) && ways.costsWith(shut).bars[start.edge] !== 0

function leavesWay(ways: DrillWays, from: LngLat, shut: readonly LngLat[]): boolean {
  const then = ways.withShut(shut)
  const field = then.fieldTo(null)
  return field !== null && routeFrom(field, then.place(from)).ok
}
