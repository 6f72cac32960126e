import { isInside, type Bounds, type LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { lengthOf } from '#domain/plan/route-exposure.ts'
import { readGraph } from '#domain/routes/graph-file.ts'
import type { Graph } from '#domain/routes/graph.ts'
import type { Site } from '#domain/shelters/site.ts'
import { encodeGraph } from '../lib/encode-graph.ts'
import { simplifyLine } from '../lib/tiles/simplify-path.ts'
import { toLngLat } from '../lib/tiles/tile-grid.ts'
import type { RoadLine, Roads } from './collect-roads.ts'
import { draftGraph, type EdgeOnEarth } from './graph-draft.ts'
import { componentsOf, reportGraph, type GraphReport } from './graph-report.ts'
import { joinRoads } from './join-roads.ts'
import { mergeChains } from './merge-chains.ts'
import { nameEdges } from './name-edges.ts'
import { rankLine, rankReader } from './rank-edges.ts'

export type BuiltGraph = { readonly bytes: Uint8Array; readonly graph: Graph; readonly report: GraphReport }

/** A point may be left out where the line then lies at most so far beside it, units (0.5 m). */
const TOLERANCE = 1
/** A part of the network that meets nothing and is shorter than this is a path in a yard, which would only catch people, metres. */
const ISLAND = 100

/**
 * Builds the walking graph of an area from the roads of its base map.
 * @param area for the ranks along each way: its rank layers, opened.
 * @returns null when there is no way at all.
 */
export function buildGraph(
  { roads, names, left, zoom }: Roads,
  {
    area,
    sites,
    signal,
  }: { readonly area: Area; readonly sites: readonly Site[]; readonly signal: AbortSignal },
): BuiltGraph | null {
  const network = joinRoads(roads)
  const chains = mergeChains(nameEdges(network.edges, names), network.nodeCount)
  const onEarth = chains.map(({ path, ...edge }) => ({ ...edge, line: toLine(path, zoom) }))
  const inBounds = onEarth.filter(({ line }) => touches(line, area.manifest.bounds))
  const { kept, dropped } = withoutIslands(inBounds, network.nodeCount)
  if (kept.length === 0) return null
  const read = rankReader(area)
  const draft = draftGraph(kept, (line) => {
    signal.throwIfAborted()
    return rankLine(read, line)
  })
  const bytes = encodeGraph(draft)
  const again = readGraph(bytes)
  if (!again.ok) throw new RangeError(`the graph cannot be read again: ${again.reason} ${again.detail ?? ''}`)
  return { bytes, graph: again.value, report: reportGraph(again.value, sites, { left, dropped }) }
}

/** From units of the tiles over the whole world to degrees, thinned. */
function toLine(path: RoadLine['path'], zoom: number): LngLat[] {
  const thin = simplifyLine(path, TOLERANCE)
  const line: LngLat[] = []
  for (let i = 0; i < thin.length; i += 2)
    line.push(toLngLat({ z: zoom, x: 0, y: 0 }, thin[i] as number, thin[i + 1] as number))
  return line
}

const touches = (line: readonly LngLat[], bounds: Bounds): boolean => line.some((at) => isInside(at, bounds))

function withoutIslands(
  edges: readonly EdgeOnEarth[],
  nodeCount: number,
): { readonly kept: EdgeOnEarth[]; readonly dropped: GraphReport['dropped'] } {
  const from = Uint32Array.from(edges, (edge) => edge.from)
  const till = Uint32Array.from(edges, (edge) => edge.till)
  const componentOf = componentsOf({ nodeCount, from, till })
  const metres = new Map<number, number>()
  for (const edge of edges) {
    const component = componentOf[edge.from] as number
    metres.set(component, (metres.get(component) ?? 0) + lengthOf(edge.line))
  }
  const small = [...metres.values()].filter((length) => length < ISLAND)
  return {
    kept: edges.filter((edge) => (metres.get(componentOf[edge.from] as number) ?? 0) >= ISLAND),
    dropped: { parts: small.length, metres: Math.round(small.reduce((sum, length) => sum + length, 0)) },
  }
}
