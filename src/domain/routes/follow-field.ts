import { ok, refuse, type Result } from '../result.ts'
import { BACKWARD, FORWARD } from './cost.ts'
import { isOnGraph, mayWalk, writeCost, writeLastCost, type Field } from './field.ts'
import type { Snapped } from './graph.ts'
import { measureRoute, type Leg, type Route, type RouteRefusal } from './route.ts'

/** A way from a place: its cost, its site, and how it begins. */
export type Beginning = {
  readonly cost: Float64Array
  readonly site: number
  /** The label to follow after the first piece; -1 = the site lies on the same edge and is walked to at once. */
  readonly label: number
  readonly direction: number
  readonly decimetres: number
}

/**
 * The ways from a place to different sites, the best first, at most as many as the field has labels; none = unreachable.
 * A piece of the edge on which the place lies is walked to either end, or straight to a site on the same edge.
 */
export function beginningsAt(field: Field, start: Snapped): readonly Beginning[] {
  const { costs, labels } = field
  const { graph, words } = costs
  const { edge, along } = start
  const best = new Map<number, Beginning>()
  const offer = (site: number, label: number, direction: number, decimetres: number): void => {
    const cost = new Float64Array(words)
    const piece = { edge, direction, decimetres }
    const on = field.sites[site]?.on
    if (label === -1 && on != null) writeLastCost(costs, piece, on, cost, 0)
    else writeCost(costs, piece, { from: field.cost, at: label * words }, cost, 0)
    const known = best.get(site)
    if (known === undefined || compareCosts(cost, known.cost) < 0)
      best.set(site, { cost, site, label, direction, decimetres })
  }
  for (const site of field.sitesOn.get(edge) ?? []) {
    const till = field.sites[site]?.on?.along ?? 0
    const decimetres = Math.abs(till - along)
    if (mayWalk(costs, edge, decimetres)) offer(site, -1, till < along ? BACKWARD : FORWARD, decimetres)
  }
  const toTill = (graph.decimetres[edge] as number) - along
  const ends = [
    { node: graph.from[edge] as number, direction: BACKWARD, decimetres: along },
    { node: graph.till[edge] as number, direction: FORWARD, decimetres: toTill },
  ]
  for (const { node, direction, decimetres } of ends) {
    if (!mayWalk(costs, edge, decimetres)) continue
    const first = node * labels
    for (let label = first; label < first + (field.filled[node] as number); label += 1)
      offer(field.site[label] as number, label, direction, decimetres)
  }
  return [...best.values()].sort((a, b) => compareCosts(a.cost, b.cost) || a.site - b.site).slice(0, labels)
}

/** Negative when `a` is the lower cost. */
export function compareCosts(a: Float64Array, b: Float64Array): number {
  for (let word = 0; word < a.length; word += 1) {
    const order = (a[word] as number) - (b[word] as number)
    if (order !== 0) return order
  }
  return 0
}

/** The pieces of a way, in the order in which they are walked. */
export function legsOf(
  field: Field,
  start: Snapped,
  { label, site, direction, decimetres }: Beginning,
): readonly Leg[] {
  const { graph } = field.costs
  const legs: Leg[] = []
  const add = (edge: number, from: number, till: number): void => {
    if (from !== till) legs.push({ edge, start: from, end: till })
  }
  add(start.edge, start.along, direction === FORWARD ? start.along + decimetres : start.along - decimetres)
  for (let at = label; at !== -1; at = field.next[at] as number) {
    const via = field.via[at] as number
    const edge = via >> 1
    const length = graph.decimetres[edge] as number
    const isForward = (via & 1) === FORWARD
    const isLast = field.next[at] === -1
    const till = isLast ? (field.sites[site]?.on?.along ?? 0) : isForward ? length : 0
    add(edge, isForward ? 0 : length, till)
  }
  return legs
}

/**
 * The ways from a place to different sites, the best first, at least one.
 * @param start null = no way is near.
 * @returns the refusal `unsnappable` or `unreachable` where there is none.
 */
export function routesFrom(
  field: Field,
  start: Snapped | null,
): Result<readonly Route[], Exclude<RouteRefusal, 'noSites'>> {
  if (!isOnGraph(field.costs, start)) return refuse('unsnappable')
  const routes = beginningsAt(field, start).flatMap((beginning) => {
    const site = field.sites[beginning.site]
    if (site?.on == null) return []
    const ends = { start, end: site.on, site: site.id }
    return [measureRoute(field.costs, ends, legsOf(field, start, beginning))]
  })
  return routes.length === 0 ? refuse('unreachable') : ok(routes)
}

/** The way from a place to the site that costs least; refusals as `routesFrom`. */
export function routeFrom(
  field: Field,
  start: Snapped | null,
): Result<Route, Exclude<RouteRefusal, 'noSites'>> {
  const routes = routesFrom(field, start)
  if (!routes.ok) return routes
  const [best] = routes.value
  return best === undefined ? refuse('unreachable') : ok(best)
}
