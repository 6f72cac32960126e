import { closedEdges } from '../closures/closed-edges.ts'
import type { Closure } from '../closures/closure.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import type { Area } from '../packs/area.ts'
import { ok, refuse, type Result } from '../result.ts'
import { besideTime, reckonCosts, type Costs } from '../routes/cost.ts'
import { buildField, type Field, type SiteOnGraph } from '../routes/field.ts'
import { zonesFor } from '../routes/goals.ts'
import type { Graph, Snapped } from '../routes/graph.ts'
import type { Front } from '../routes/last-departure.ts'
import { openGraph } from '../routes/open-graph.ts'
import { walkerOf, type Profile } from '../routes/profiles.ts'
import { Recent } from '../routes/recent.ts'
import { indexEdges, type EdgeIndex } from '../routes/snap.ts'
import { placeOn } from '../routes/way-finder.ts'
import type { WaysRefusal } from '../routes/ways-question.ts'
import { SITE_HAZARD_OF } from '../plan/plan.ts'
import type { WaterSeries } from '../water/water-series.ts'
import { frontOfDrill } from './drill-front.ts'
import type { Scenario } from './scenario.ts'
import type { TableWorld } from './table-choices.ts'

/** The ways of a drill while some places are shut. */
export type WaysThen = {
  readonly costs: Costs
  /** The sites of the drill, in their order. */
  readonly goals: readonly SiteOnGraph[]
  /** Where they set off; null = no way is near. */
  readonly start: Snapped | null
  /**
   * When ways and sites close by the water of the scenario, deciseconds of the event; null = nothing is known of it. Without a margin:
   * in a drill this water is the water, and is judged as such.
   */
  readonly front: Front | null
  /** A place on a way that may be walked, if one is near; null = none is. */
  readonly place: (at: LngLat) => Snapped | null
  /** The ways to one site of the area, or (null) to all goals; null = no way is near. */
  readonly fieldTo: (goal: string | null) => Field | null
}

/** The ways of an area in a drill. `WaysThen` is what holds while no inject shuts anything. */
export type DrillWays = WaysThen & {
  readonly graph: Graph
  readonly index: EdgeIndex
  /** What holds while these places are shut as well; remembered for the last ones. */
  readonly withShut: (shut: readonly LngLat[]) => WaysThen
  readonly costsWith: (shut: readonly LngLat[]) => Costs
  readonly table: (shut: readonly LngLat[]) => TableWorld
}

export type WalkAbout = {
  readonly scenario: Scenario
  readonly profile: Profile
  readonly night: boolean
  readonly home: LngLat
  readonly series: WaterSeries | null
  /** Real ones that are in force. */
  readonly closed: readonly Closure[]
  readonly goals: readonly { readonly id: string; readonly at: LngLat }[]
  readonly siteAt: (site: string) => LngLat | null
}

/** Sets of shut places that are remembered: a drill shuts a few, one after the other, and some are tried. About a megabyte each in a city. */
const MOST_REMEMBERED = 8

/**
 * Opens the ways of a drill. Edges are barred and cost as where many ways are told by their minutes (`mannerOfMinutes`): closed
 * roads, steps for wheels, and underpasses where water comes are no way; zones do not bar, because the water of the drill decides.
 * @returns refusals as `openGraph`
 */
export function openDrillWays(area: Pick<Area, 'graph'>, about: WalkAbout): Result<DrillWays, WaysRefusal> {
  const opened = openOnce(area)
  if (!opened.ok) return refuse(opened.reason, opened.detail)
  const { graph, index } = opened.value
  const closings = frontOfDrill(graph, about.scenario, about.series)
  const remembered = new Recent<WaysThen>(MOST_REMEMBERED)
  const withShut = (shut: readonly LngLat[]): WaysThen =>
    remembered.get(keyOf(shut), () => reckonWays({ graph, index, closings, about }, shut))
  return ok({
    ...withShut([]),
    graph,
    index,
    withShut,
    costsWith: (shut) => withShut(shut).costs,
    table: (shut) => ({ costs: withShut(shut).costs, sites: withShut(shut).goals }),
  })
}

type Indexed = { readonly graph: Graph; readonly index: EdgeIndex }

/** The file of an area never changes, so its ways are opened once for all its drills, and let go with it. */
const OPENED = new WeakMap<Uint8Array, Result<Indexed, WaysRefusal>>()

function openOnce(area: Pick<Area, 'graph'>): Result<Indexed, WaysRefusal> {
  const file = area.graph instanceof Uint8Array ? area.graph : null
  const known = file === null ? undefined : OPENED.get(file)
  if (known !== undefined) return known
  const graph = openGraph(area)
  const indexed = graph.ok ? ok({ graph: graph.value, index: indexEdges(graph.value) }) : graph
  if (file !== null) OPENED.set(file, indexed)
  return indexed
}

/** The same for the same places, in whatever order they were shut. */
const keyOf = (shut: readonly LngLat[]): string => [...new Set(shut.map(String))].toSorted().join(' ')

type Opened = Indexed & {
  readonly closings: Float64Array | null
  readonly about: WalkAbout
}

function reckonWays(opened: Opened, shut: readonly LngLat[]): WaysThen {
  const { graph, index, closings, about } = opened
  const { scenario, profile, night, home, siteAt } = about
  const costs = reckonCosts(graph, {
    walker: walkerOf(profile, { night }),
    hazards: zonesFor(SITE_HAZARD_OF[scenario.hazard]),
    zones: 'quickest',
    closed: statesOf(opened, shut),
  })
  const place = (at: LngLat): Snapped | null => {
    const found = placeOn({ index }, costs, at)
    return found.ok ? found.value : null
  }
  const goals = about.goals.map(({ id, at }): SiteOnGraph => ({ id, on: place(at) }))
  const fields = new Map<string | null, Field | null>()
  const fieldTo = (goal: string | null): Field | null => {
    const known = fields.get(goal)
    if (known !== undefined) return known
    const at = goal === null ? null : siteAt(goal)
    const sites = goal === null ? goals : at === null ? [] : [{ id: goal, on: place(at) }]
    const field = buildField(costs, sites)
    fields.set(goal, field.ok ? field.value : null)
    return field.ok ? field.value : null
  }
  return { costs, goals, start: place(home), front: frontWith(costs, goals, closings), place, fieldTo }
}

/** A site beside a way closes with it, early enough for the walk to its door, as everywhere in the routing. */
function frontWith(
  costs: Costs,
  goals: readonly SiteOnGraph[],
  edges: Float64Array | null,
): WaysThen['front'] {
  if (edges === null) return null
  const sites = goals.map(({ on }) =>
    on === null || on.away === 0 ? Infinity : (edges[on.edge] as number) - besideTime(costs, on.away),
  )
  return { edges, sites: Float64Array.from(sites), margin: 0 }
}

/** The real closures and what the drill shuts: a place shuts as a closure at a point does (docs/closures.md). */
function statesOf({ graph, about }: Opened, shut: readonly LngLat[]): Uint8Array {
  // They are in force as long as the drill lasts: none ends in it.
  const real = about.closed.map((one) => ({ ...one, end: null }))
  const at = real.reduce((latest, { start }) => Math.max(latest, start), 0)
  const mode = about.profile === 'wheelchair' ? 'wheelchair' : 'foot'
  return closedEdges(graph, [...real, ...shut.map(shutAt)], mode, at).states
}

const NOBODY = { foot: false, wheelchair: false, bicycle: false, car: false, truck: false, emergency: false }

const shutAt = (at: LngLat): Closure => ({
  id: `drill ${String(at)}`,
  shape: { kind: 'point', at },
  state: 'closed',
  status: 'active',
  reason: 'flooding',
  start: 0,
  end: null,
  direction: 'both',
  access: NOBODY,
  depth: null,
  road: null,
  title: {},
  detour: {},
  source: { kind: 'import', name: '', url: null },
  confidence: 'reported',
  updated: 0,
  checked: null,
})
