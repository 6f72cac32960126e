import type { LngLat } from '../geo/lng-lat.ts'
import { closedEdges } from '../closures/closed-edges.ts'
import type { Closure } from '../closures/closure.ts'
import type { Graph } from '../routes/graph.ts'

/** What a clerk should look at once more before a closure is signed. None of it forbids to publish. */
export type DraftWarning =
  | 'noRoadNear'
  | 'noGraph'
  | 'veryLong'
  | 'endInPast'
  | 'endBeforeStart'
  | 'startFarAhead'
  | 'longTime'
  | 'outsideArea'
  | 'allMayPass'
  | 'deepButPassable'
  | 'notConfirmed'

/** A stretch that is longer than this is seldom meant. Metres; own choice. */
export const LONG_METRES = 3_000
const DAY = 86_400_000

/** @param isInArea null = the border is not known */
export function checkDraft(
  closure: Closure,
  {
    graph,
    now,
    metres,
    isInArea,
  }: {
    readonly graph: Graph | null
    readonly now: number
    readonly metres: number
    readonly isInArea: ((at: LngLat) => boolean) | null
  },
): readonly DraftWarning[] {
  const { access, depth, start, end } = closure
  const points = pointsOf(closure)
  const vehicles = [access.car, access.truck, access.bicycle, access.foot]
  const found: readonly (readonly [boolean, DraftWarning])[] = [
    [isInArea !== null && !points.some(isInArea), 'outsideArea'],
    [graph === null, 'noGraph'],
    [graph !== null && !doesClose(graph, closure), 'noRoadNear'],
    [metres > LONG_METRES, 'veryLong'],
    [end !== null && end <= start, 'endBeforeStart'],
    [end !== null && end > start && end <= now, 'endInPast'],
    [start > now + 2 * DAY, 'startFarAhead'],
    [end !== null && end > now + 30 * DAY, 'longTime'],
    [vehicles.every((may) => may === true), 'allMayPass'],
    [(depth ?? 0) >= 0.3 && vehicles.includes(true), 'deepButPassable'],
    [closure.confidence === 'reported' || closure.status === 'unconfirmed', 'notConfirmed'],
  ]
  return found.flatMap(([isSo, warning]) => (isSo ? [warning] : []))
}

/** True when some way is closed by it while it holds. */
function doesClose(graph: Graph, closure: Closure): boolean {
  const nobody = {
    foot: false,
    wheelchair: false,
    bicycle: false,
    car: false,
    truck: false,
    emergency: false,
  }
  const holding: Closure = {
    ...closure,
    state: 'closed',
    status: 'active',
    start: 0,
    end: null,
    access: nobody,
  }
  return closedEdges(graph, [holding], 'foot', 1).unplaced.length === 0
}

const pointsOf = ({ shape }: Closure): readonly LngLat[] =>
  shape.kind === 'point' ? [shape.at] : shape.kind === 'line' ? shape.lines.flat() : shape.rings.flat()
