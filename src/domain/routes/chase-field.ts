import { BACKWARD, FORWARD, timeIn } from './cost.ts'
import { mayWalk, writeCost, writeLastCost, type Field } from './field.ts'
import type { Snapped } from './graph.ts'

/** What a chase finds; made once and written again and again, so that a million of them make no waste. */
export type Chase = {
  /** Index into the field's sites; -1 = no way. */
  site: number
  /** From the start on the way to the site, with what lies beside the way at the site. */
  deciseconds: number
  /** Legs that are walked, the first and the last often in part. */
  count: number
  /** By leg: edge × 2 + direction; only the first `count` hold. */
  readonly legs: Int32Array
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

/**
 * The way of least cost from a place on the graph, as `routeFrom` finds it, without a report: its site, its time and its edges.
 * @returns false when no way leads on; `chase.site` is -1 then.
 */
export function chaseField(
  field: Field,
  { edge, along }: Pick<Snapped, 'edge' | 'along'>,
  chase: Chase,
): boolean {
  const { costs, labels, sitesOn } = field
  const { graph } = costs
  chase.site = -1
  chase.count = 0
  chase.deciseconds = Infinity
  let [label, first] = [-1, -1]
  const offer = (site: number, next: number, direction: number, decimetres: number): void => {
    if (!mayWalk(costs, edge, decimetres)) return
    const piece = { edge, direction, decimetres }
    const on = field.sites[site]?.on
    if (next === -1 && on != null) writeLastCost(costs, piece, on, chase.offered, 0)
    else writeCost(costs, piece, { from: field.cost, at: next * costs.words }, chase.offered, 0)
    if (chase.site !== -1 && !isBetter(chase, site)) return
    chase.site = site
    chase.cost.set(chase.offered)
    label = next
    first = decimetres === 0 ? -1 : edge * 2 + direction
  }
  const here = sitesOn.get(edge)
  if (here !== undefined)
    for (const site of here) {
      const till = field.sites[site]?.on?.along ?? 0
      offer(site, -1, till < along ? BACKWARD : FORWARD, Math.abs(till - along))
    }
  const [from, till] = [graph.from[edge] as number, graph.till[edge] as number]
  // The first label of a node is the best: those after it lead to other sites at a higher cost.
  if (field.filled[from] !== 0) offer(field.site[from * labels] as number, from * labels, BACKWARD, along)
  if (field.filled[till] !== 0)
    offer(
      field.site[till * labels] as number,
      till * labels,
      FORWARD,
      (graph.decimetres[edge] as number) - along,
    )
  if (chase.site === -1) return false
  chase.deciseconds = timeIn(costs, chase.cost[costs.words - 1] as number)
  if (first !== -1) chase.legs[chase.count++] = first
  for (let at = label; at !== -1; at = field.next[at] as number)
    chase.legs[chase.count++] = field.via[at] as number
  if (label !== -1 && endsAtNode(field, chase)) chase.count -= 1
  return true
}

/** Whether the site lies at the very beginning of the last leg, which is not walked then. */
function endsAtNode({ costs, sites }: Field, { legs, count, site }: Chase): boolean {
  const leg = legs[count - 1] as number
  const along = sites[site]?.on?.along ?? 0
  return along === ((leg & 1) === FORWARD ? 0 : (costs.graph.decimetres[leg >> 1] as number))
}

/** Whether what was offered costs less than what is held; at the same cost the site that comes first. */
function isBetter({ cost, offered, site: held }: Chase, site: number): boolean {
  for (let word = 0; word < cost.length; word += 1) {
    const order = (offered[word] as number) - (cost[word] as number)
    if (order !== 0) return order < 0
  }
  return site < held
}
