import { bearing } from '../geo/bearing.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { BACKWARD, BARS, FORWARD, pieceTime, type Bar, type Costs } from '../routes/cost.ts'
import { cutEdge } from '../routes/edge-shape.ts'
import type { SiteOnGraph } from '../routes/field.ts'
import type { RoadName } from '../routes/graph.ts'

/** What a drill at a table is played on. Only edges that are barred in `costs` cannot be walked: shut roads, steps for wheels. */
export type TableWorld = {
  readonly costs: Costs
  /** Where one may arrive. */
  readonly sites: readonly SiteOnGraph[]
}

/**
 * A piece of time: walked along an edge in a direction, or stood at a place of it (null). Decimetres from the edge's `from` end;
 * deciseconds of the event, whole.
 */
export type Stretch = {
  readonly edge: number
  readonly direction: number | null
  readonly start: number
  readonly end: number
  readonly began: number
  readonly ended: number
}

/** Somebody who moves by decisions: plain data, changed only by the functions here. */
export type TableWalk = {
  /** Deciseconds of the event. */
  readonly now: number
  /** Where they are when they do not walk; `node` null = in the middle of the edge. */
  readonly at: { readonly edge: number; readonly along: number; readonly node: number | null }
  /** What they walk, up to its far end or the goal on it; null = they stand, and a decision is waited for. */
  readonly walking: (Stretch & { readonly direction: number }) | null
  /** They stand until then: they wait or help. */
  readonly busyTill: number
  /** Only here they arrive; null = at any site. */
  readonly goal: string | null
  readonly arrived: string | null
  readonly done: readonly Stretch[]
}

/** A way on. `head` the node that it leads to; `bearing` where it begins, whole degrees from north. */
export type Choice = {
  readonly edge: number
  readonly direction: number
  readonly head: number
  readonly decimetres: number
  readonly deciseconds: number
  readonly bearing: number
  readonly name: RoadName | null
  /** `BRIDGE | TUNNEL | STEPS`. */
  readonly flags: number
  /** Why nobody may go there; null = open. */
  readonly bar: Bar | null
  /** True for the way by which they came. */
  readonly isBack: boolean
}

/**
 * The ways on from where they stand: both directions in the middle of an edge, all ways at a junction; none while they walk. In the order of
 * the graph, shut ones with the reason, so that a sign can be read.
 */
export function choicesAt({ costs }: TableWorld, walk: TableWalk): readonly Choice[] {
  if (walk.walking !== null || walk.arrived !== null) return []
  const { graph } = costs
  const { edge, along, node } = walk.at
  const last = walk.done.findLast(({ direction }) => direction !== null)
  const ways =
    node === null
      ? [
          { edge, direction: BACKWARD, from: along },
          { edge, direction: FORWARD, from: along },
        ]
      : waysFrom(costs, node)
  return ways.map((way): Choice => {
    const end = endOf(costs, way)
    const decimetres = Math.abs(end - way.from)
    const line = cutEdge(graph, way.edge, way.from, end)
    return {
      edge: way.edge,
      direction: way.direction,
      head: (way.direction === FORWARD ? graph.till[way.edge] : graph.from[way.edge]) as number,
      decimetres,
      deciseconds: pieceTime(costs, way.edge, way.direction, decimetres),
      bearing: Math.round(bearing(line[0] as LngLat, line[1] as LngLat)) % 360,
      name: graph.names[graph.nameOf[way.edge] as number] ?? null,
      flags: graph.flags[way.edge] as number,
      bar: BARS[(costs.bars[way.edge] as number) - 1] ?? null,
      isBack: last?.edge === way.edge && last.direction === 1 - way.direction,
    }
  })
}

export type Way = { readonly edge: number; readonly direction: number; readonly from: number }

export const endOf = ({ graph }: Costs, { edge, direction }: Pick<Way, 'edge' | 'direction'>): number =>
  direction === FORWARD ? (graph.decimetres[edge] as number) : 0

/** The node at an end of an edge; null in the middle. An edge without length is at its `from` end. */
export function nodeAt({ graph }: Costs, edge: number, along: number): number | null {
  if (along === 0) return graph.from[edge] as number
  return along === graph.decimetres[edge] ? (graph.till[edge] as number) : null
}

function waysFrom({ graph }: Costs, node: number): readonly Way[] {
  const ways = new Map<string, Way>()
  for (let arc = graph.firstArc[node] as number; arc < (graph.firstArc[node + 1] as number); arc += 1) {
    const edge = graph.arcEdges[arc] as number
    const length = graph.decimetres[edge] as number
    // A loop begins and ends at its node: it can be walked both ways round.
    if (graph.from[edge] === node) ways.set(`${edge} on`, { edge, direction: FORWARD, from: 0 })
    if (graph.till[edge] === node) ways.set(`${edge} back`, { edge, direction: BACKWARD, from: length })
  }
  return [...ways.values()]
}
