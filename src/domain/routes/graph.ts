import type { HazardKind } from '../hazards/hazard-kind.ts'
import type { LngLat } from '../geo/lng-lat.ts'

/** What a way is, smallest first; the order is that of the codes in the file and only grows at its end. */
export const WAY_CLASSES = [
  'path',
  'service',
  'residential',
  'tertiary',
  'secondary',
  'primary',
  'trunk',
  'motorway',
] as const
export type WayClass = (typeof WAY_CLASSES)[number]

/** Bits of `Graph.flags`. */
export const BRIDGE = 1
/** A tunnel or an underpass: it fills with water first. */
export const TUNNEL = 2
export const STEPS = 4

/** In `Graph.ranks`: nothing is known of the hazard somewhere along the edge. Never read as no hazard. */
export const RANK_UNKNOWN = 255
/** In `Graph.slopes`: the slope is not known. */
export const SLOPE_UNKNOWN = -128

/**
 * The ways of an area on foot, in typed arrays. Walkers may go both ways along every edge. An edge runs between two nodes
 * (junctions, ends) and has points between them. All lengths are whole decimetres, all times whole deciseconds, so that every
 * engine reckons the same.
 */
export type Graph = {
  readonly nodeCount: number
  readonly edgeCount: number
  /** Degrees, by node. */
  readonly lng: Float64Array
  readonly lat: Float64Array
  /** By node: where its arcs begin in `heads` and `arcEdges`; one entry more than nodes. */
  readonly firstArc: Uint32Array
  /** By arc: the node that it leads to. */
  readonly heads: Uint32Array
  /** By arc: its edge. */
  readonly arcEdges: Uint32Array
  /** By edge: its two nodes, in the direction of its points. */
  readonly from: Uint32Array
  readonly till: Uint32Array
  /** By edge: length over the ground, decimetres. */
  readonly decimetres: Uint32Array
  /** By edge: index into `WAY_CLASSES`. */
  readonly classes: Uint8Array
  /** By edge: `BRIDGE | TUNNEL | STEPS`. */
  readonly flags: Uint8Array
  /** By edge: percent, rising from `from` to `till`; or `SLOPE_UNKNOWN`. */
  readonly slopes: Int8Array
  /** By edge: index into `names`; 0 = no name. */
  readonly nameOf: Uint16Array
  /** Names of ways by their index; the first is null. */
  readonly names: readonly (RoadName | null)[]
  /** By hazard and edge: the worst rank along the edge, 0 = studied or published with none, `RANK_UNKNOWN`. */
  readonly ranks: ReadonlyMap<HazardKind, Uint8Array>
  /** The points of an edge with both ends, from `from` to `till`. */
  readonly shapeOf: (edge: number) => readonly LngLat[]
}

export type RoadName = { readonly ja: string; readonly ref: string | null }

/** A place on the graph: `along` decimetres from the `from` end of an edge, `away` metres beside it. */
export type Snapped = {
  readonly edge: number
  readonly along: number
  readonly away: number
  readonly at: LngLat
}

/** Nobody is led to a way that is farther from them than this. Metres (engineering.md §12). */
export const SNAP_LIMIT = 150
