import { BACKWARD, FORWARD, pieceTime, timeIn } from './cost.ts'
import { mayWalk, writeLastCost, type Field } from './field.ts'
import type { Snapped } from './graph.ts'

/** What a chase finds; made once and written again and again, so that a million of them make no waste. */
export type Chase = {
  /** Index into the field's sites; -1 = no way. */
  site: number
  /** From the start on the way to the site itself, with what lies beside the way there; `Infinity` = no way. */
  deciseconds: number
  /** Legs that are walked, the first and the last often in part. */
  count: number
  /** By leg: edge × 2 + direction; only the first `count` hold. */
  readonly legs: Int32Array
  /** The whole cost, as fields hold it. */
  readonly cost: Float64Array
  readonly offered: Float64Array
}

/** @param field the chase is for fields of these costs. */
export const newChase = ({ costs, labels }: Field): Chase => ({
  site: -1,
  deciseconds: Infinity,
  count: 0,
  legs: new Int32Array(costs.graph.nodeCount * labels + 2),
  cost: new Float64Array(costs.words),
  offered: new Float64Array(costs.words),
})

/** Stand for what is offered that is no label: a site on the same edge, nothing. */
const HERE = -1
const NOTHING = -2

/**
 * The way of least cost from a place on the graph, as `routeFrom` finds it, without a report: its site, its cost and its legs.
 * @returns false when no way leads on; `chase.site` is -1 then.
 */
export function chaseField(
  field: Field,
  { edge, along }: Pick<Snapped, 'edge' | 'along'>,
  chase: Chase,
): boolean {
  const { costs, labels, sitesOn } = field
  const { graph } = costs
  const rest = (graph.decimetres[edge] as number) - along
  chase.site = -1
  chase.count = 0
  chase.deciseconds = Infinity
  let [label, first] = [NOTHING, -1]
  for (const site of sitesOn.get(edge) ?? []) {
    const till = field.sites[site]?.on?.along ?? 0
    if (!offerSite(field, site, edge, along, chase)) continue
    label = HERE
    first = till === along ? -1 : edge * 2 + (till < along ? BACKWARD : FORWARD)
  }
  // The first label of a node is the best: those after it lead to other sites at a higher cost.
  const back = (graph.from[edge] as number) * labels
  if (offerLabel(field, back, edge, BACKWARD, along, chase)) {
    label = back
    first = along === 0 ? -1 : edge * 2 + BACKWARD
  }
  const on = (graph.till[edge] as number) * labels
  if (offerLabel(field, on, edge, FORWARD, rest, chase)) {
    label = on
    first = rest === 0 ? -1 : edge * 2 + FORWARD
  }
  if (label === NOTHING) return false
  chase.deciseconds = timeIn(costs, chase.cost[costs.words - 1] as number)
  if (first !== -1) chase.legs[chase.count++] = first
  for (let at = label; at !== -1; at = field.next[at] as number)
    chase.legs[chase.count++] = field.via[at] as number
  if (label !== HERE && endsAtNode(field, chase)) chase.count -= 1
  return true
}

/** Offers the way of a label after a piece of an edge. @returns whether it is the best so far. */
function offerLabel(
  { costs, cost, filled, labels, site }: Field,
  label: number,
  edge: number,
  direction: number,
  decimetres: number,
  chase: Chase,
): boolean {
  if (filled[label / labels] === 0 || !mayWalk(costs, edge, decimetres)) return false
  const { words, perDecimetre } = costs
  for (let word = 0; word < words; word += 1)
    chase.offered[word] =
      (cost[label * words + word] as number) + (perDecimetre[edge * words + word] as number) * decimetres
  chase.offered[words - 1] =
    (chase.offered[words - 1] as number) + pieceTime(costs, edge, direction, decimetres)
  return take(chase, site[label] as number)
}

/** Offers the straight way to a site on the same edge. */
function offerSite(
  { costs, sites }: Field,
  site: number,
  edge: number,
  along: number,
  chase: Chase,
): boolean {
  const on = sites[site]?.on
  if (on == null) return false
  const decimetres = Math.abs(on.along - along)
  if (!mayWalk(costs, edge, decimetres)) return false
  const direction = on.along < along ? BACKWARD : FORWARD
  writeLastCost(costs, { edge, direction, decimetres }, on, chase.offered, 0)
  return take(chase, site)
}

/**
 * Holds what was offered if it costs less than what is held; at the same cost the site that comes first, and of its ways the one that
 * was offered first.
 */
function take(chase: Chase, site: number): boolean {
  const { cost, offered } = chase
  if (chase.site !== -1) {
    let order = 0
    for (let word = 0; word < cost.length && order === 0; word += 1)
      order = (offered[word] as number) - (cost[word] as number)
    if (order > 0 || (order === 0 && site >= chase.site)) return false
  }
  chase.site = site
  cost.set(offered)
  return true
}

/** Whether the site lies at the very beginning of the last leg, which is not walked then. */
function endsAtNode({ costs, sites }: Field, { legs, count, site }: Chase): boolean {
  const leg = legs[count - 1] as number
  const along = sites[site]?.on?.along ?? 0
  return along === ((leg & 1) === FORWARD ? 0 : (costs.graph.decimetres[leg >> 1] as number))
}
