import fc from 'fast-check'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { HAZARD_KINDS, type HazardKind } from '#domain/hazards/hazard-kind.ts'
import { cutEdge } from '#domain/routes/edge-shape.ts'
import {
  BRIDGE,
  RANK_UNKNOWN,
  SLOPE_UNKNOWN,
  STEPS,
  TUNNEL,
  WAY_CLASSES,
  type Graph,
  type RoadName,
  type Snapped,
  type WayClass,
} from '#domain/routes/graph.ts'

export type EdgeSpec = {
  readonly from: number
  readonly till: number
  /** 1000 (100 m) when not told, however far its ends lie apart. */
  readonly decimetres?: number
  readonly class?: WayClass
  readonly flags?: number
  readonly slope?: number
  readonly name?: string
  /** A hazard that another edge has and this one has not stands with 0. */
  readonly ranks?: Partial<Record<HazardKind, number>>
  /** Points between both ends. */
  readonly bends?: readonly LngLat[]
}

export type GraphSpec = { readonly nodes: readonly LngLat[]; readonly edges: readonly EdgeSpec[] }

/** A graph of walking ways in memory. */
export function aGraph({ nodes, edges }: GraphSpec): Graph {
  const names: (RoadName | null)[] = [null, ...namesIn(edges).map((ja) => ({ ja, ref: null }))]
  const kinds = HAZARD_KINDS.filter((kind) => edges.some(({ ranks }) => ranks?.[kind] !== undefined))
  return {
    nodeCount: nodes.length,
    edgeCount: edges.length,
    lng: Float64Array.from(nodes, ([lng]) => lng),
    lat: Float64Array.from(nodes, ([, lat]) => lat),
    ...arcsOf(nodes.length, edges),
    from: Uint32Array.from(edges, ({ from }) => from),
    till: Uint32Array.from(edges, ({ till }) => till),
    decimetres: Uint32Array.from(edges, ({ decimetres }) => decimetres ?? 1000),
    classes: Uint8Array.from(edges, (edge) => WAY_CLASSES.indexOf(edge.class ?? 'residential')),
    flags: Uint8Array.from(edges, ({ flags }) => flags ?? 0),
    slopes: Int8Array.from(edges, ({ slope }) => slope ?? SLOPE_UNKNOWN),
    nameOf: Uint16Array.from(edges, ({ name }) => names.findIndex((known) => known?.ja === name)),
    names,
    ranks: new Map(kinds.map((kind) => [kind, Uint8Array.from(edges, ({ ranks }) => ranks?.[kind] ?? 0)])),
    shapeOf: (edge) => shapeOf(nodes, edges[edge]),
  }
}

const namesIn = (edges: readonly EdgeSpec[]): readonly string[] => [
  ...new Set(edges.flatMap(({ name }) => (name === undefined ? [] : [name]))),
]

function arcsOf(nodeCount: number, edges: readonly EdgeSpec[]) {
  const arcs = edges
    .flatMap(({ from, till }, edge) => [
      { at: from, head: till, edge },
      { at: till, head: from, edge },
    ])
    .sort((a, b) => a.at - b.at || a.edge - b.edge)
  return {
    firstArc: Uint32Array.from(
      { length: nodeCount + 1 },
      (_, node) => arcs.filter(({ at }) => at < node).length,
    ),
    heads: Uint32Array.from(arcs, ({ head }) => head),
    arcEdges: Uint32Array.from(arcs, ({ edge }) => edge),
  }
}

function shapeOf(nodes: readonly LngLat[], edge: EdgeSpec | undefined): readonly LngLat[] {
  const [start, end] = [nodes[edge?.from ?? -1], nodes[edge?.till ?? -1]]
  if (start === undefined || end === undefined) throw new RangeError('no such edge')
  return [start, ...(edge?.bends ?? []), end]
}

/** A place on a graph, right on its edge. */
export const aSpot = (graph: Graph, edge: number, along = 0, away = 0): Snapped => ({
  edge,
  along,
  away,
  at: cutEdge(graph, edge, along, along)[0] ?? [0, 0],
})

/** Ways in a row: node after node eastward, 100 m each unless told. */
export const aStreet = (...edges: readonly Omit<EdgeSpec, 'from' | 'till'>[]): Graph =>
  aGraph({
    nodes: [0, ...edges.keys()].map((_, index): LngLat => [135 + index / 1000, 30]),
    edges: edges.map((edge, index) => ({ from: index, till: index + 1, ...edge })),
  })

const anyRank = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 1, arbitrary: fc.constant(RANK_UNKNOWN) },
)

/** Few lengths, so that equal costs are common; sometimes none at all, sometimes a long one. */
const anyLength = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }).map((hundreds) => hundreds * 100) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9999 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 90_001) },
)

/** Any ways between up to so many nodes: in pieces, with loops and with several ways between two nodes. */
export const anyGraphSpec = (mostNodes: number, hazards: readonly HazardKind[] = ['flood', 'landslide']) =>
  fc.integer({ min: 1, max: mostNodes }).chain((count): fc.Arbitrary<GraphSpec> => {
    const node = fc.nat({ max: count - 1 })
    const edge = fc.record({
      from: node,
      till: node,
      decimetres: anyLength,
      flags: fc.constantFrom(0, 0, 0, 0, STEPS, BRIDGE, TUNNEL),
      slope: fc.oneof(fc.constant(SLOPE_UNKNOWN), fc.integer({ min: -50, max: 50 })),
      ranks: fc.record(Object.fromEntries(hazards.map((kind) => [kind, anyRank]))),
    })
    const position = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }))
    return fc.record({
      nodes: fc.array(
        position.map(([x, y]): LngLat => [135 + x / 1000, 30 + y / 1000]),
        { minLength: count, maxLength: count },
      ),
      edges: fc.array(edge, { minLength: 1, maxLength: count * 2 + 2 }),
    })
  })

/** Any place on a graph. */
export const anySpot = (graph: Graph): fc.Arbitrary<Snapped> =>
  fc
    .tuple(fc.nat({ max: graph.edgeCount - 1 }), fc.constantFrom(0, 1, 0.5, 0.25, 0.7))
    .map(([edge, share]) => aSpot(graph, edge, Math.floor((graph.decimetres[edge] ?? 0) * share)))
