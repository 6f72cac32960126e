import { length } from '@turf/turf'
import GeoJsonPathFinder from 'geojson-path-finder'
import createGraph from 'ngraph.graph'
import { aStar } from 'ngraph.path'
import { STEPS, type Graph } from '#domain/routes/graph.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'

/** Metres of every edge over the ground, measured along its points by other code than that of the graph file. */
export const metresOfEdges = (graph: Graph): Float64Array =>
  Float64Array.from({ length: graph.edgeCount }, (_, edge) => {
    const coordinates = graph.shapeOf(edge).map((at) => [...at])
    return length(
      { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } },
      { units: 'meters' },
    )
  })

/** Seconds of every edge for somebody who walks 1 m/s and half of that on steps, whatever the slope. */
export const secondsOfEdges = (graph: Graph, metres: Float64Array): Float64Array =>
  metres.map((length, edge) => (((graph.flags[edge] as number) & STEPS) === 0 ? length : length * 2))

/** The least sum of weights between two nodes; null = no way leads there. A way that weighs `Infinity` is none. */
export type OtherRouter = (from: number, till: number) => number | null

/**
 * The same ways in `ngraph.path`, as A* without a guess of what remains (Dijkstra) or with one.
 * @param guess never more than the true rest between two nodes; without it nothing is guessed
 */
export function ngraphRouter(
  graph: Graph,
  weights: Float64Array,
  guess?: (from: number, till: number) => number,
): OtherRouter {
  const network = createGraph<undefined, number>({ multigraph: true })
  for (let node = 0; node < graph.nodeCount; node += 1) network.addNode(node)
  // Of ways side by side the shortest, since a path tells only the nodes.
  const least = new Map<string, number>()
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const [from, till] = [graph.from[edge] as number, graph.till[edge] as number]
    const weight = weights[edge] as number
    if (weight === Infinity) continue
    network.addLink(from, till, weight)
    for (const key of [`${from} ${till}`, `${till} ${from}`])
      least.set(key, Math.min(least.get(key) ?? Infinity, weight))
  }
  const finder = aStar(network, {
    oriented: false,
    distance: (_from, _to, link) => link.data,
    ...(guess === undefined ? {} : { heuristic: (from, to) => guess(from.id as number, to.id as number) }),
  })
  return (from, till) => {
    const path = finder.find(from, till)
    if (path.length === 0) return null
    return path.reduce((sum, { id }, index) => {
      const before = path[index - 1]
      return before === undefined ? sum : sum + (least.get(`${before.id} ${id}`) ?? Infinity)
    }, 0)
  }
}

/**
 * The same ways in `geojson-path-finder`. Two habits of it would make other ways of ours, so it is fed as follows:
 * 1. it takes points as one that lie nearer than its tolerance (1e-5 degrees; ours are on a grid of half of that), so its
 *    "coordinates" are the numbers of our nodes, whole and far apart, and the weights are told;
 * 2. of several ways side by side it keeps the first or the last, not the shortest, and it makes one way of those that meet where
 *    nothing branches off. So every edge has a point of its own in the middle, where a blind alley of its own branches off.
 */
export function geoJsonRouter(graph: Graph, weights: Float64Array): OtherRouter {
  type Part = { readonly weight: number }
  const parts: GeoJSON.Feature<GeoJSON.LineString, Part>[] = []
  const add = (weight: number, ...coordinates: number[][]): void =>
    void parts.push({
      type: 'Feature',
      properties: { weight },
      geometry: { type: 'LineString', coordinates },
    })
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const [from, till] = [graph.from[edge] as number, graph.till[edge] as number]
    // A way that comes back to where it began helps nobody, and one without length would be taken as barred.
    if (from === till || weights[edge] === Infinity) continue
    add(Math.max(1e-9, (weights[edge] as number) / 2), [from, 0], [edge, 1], [till, 0])
    add(1, [edge, 1], [edge, 2])
  }
  const finder = new GeoJsonPathFinder<never, Part>(
    { type: 'FeatureCollection', features: parts },
    { tolerance: 1, weight: (_a, _b, { weight }) => weight },
  )
  const point = (node: number): GeoJSON.Feature<GeoJSON.Point> => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [node, 0] },
  })
  return (from, till) => (from === till ? 0 : (finder.findPath(point(from), point(till))?.weight ?? null))
}

/** Where a node lies. */
export const placeOfNode = (graph: Graph, node: number): LngLat => [
  graph.lng[node] as number,
  graph.lat[node] as number,
]
