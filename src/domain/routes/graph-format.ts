/**
 * The graph file: the ways of an area on foot. All numbers are varints (seven bits a byte, lowest first) or signed ones as
 * zig-zag varints, unless told otherwise; each attribute is a column of its own, so that gzip finds what repeats.
 *
 * Little endian: magic "MHG1", u16 version, u32 CRC-32 (ISO 3309) of all bytes that follow; then
 * 1. f64 west, f64 south (whole quanta), f64 decimetres of a quantum northwards, eastwards at `south`, and eastwards
 *    `height` quanta further north; varint width, varint height: the box of all points, in quanta;
 * 2. varint nodes; their x, then their y, in quanta from the south-west corner, as differences to the node before. Nodes
 *    stand along a Hilbert curve, so that neighbours have near numbers;
 * 3. varint edges; `from` as the difference to the edge before (never falling), `till` as the difference to its `from`,
 *    the number of points between the ends, then these points (x and y in turn) as differences to the point before;
 * 4. a byte of each edge: class + 8 × flags; a byte 0 = no slope is known, or 1 and a byte of each edge (int8);
 * 5. varint bytes of the names, then these in UTF-8: one line for each name, `ja` or `ja TAB ref`, the first name is number 1;
 *    the number of the name of each edge, 0 = none;
 * 6. a byte: how many hazards; for each a byte (its place in `HAZARD_KINDS`) and a rank of each edge.
 *
 * Lengths are not in the file: they are reckoned from the points with additions, multiplications and square roots only, which
 * IEEE 754 rounds in one way, so that every engine finds the same decimetre (see `lengthIn`).
 */
export const GRAPH_MAGIC = 0x3147484d // "MHG1" read as a little-endian u32
export const GRAPH_VERSION = 1
/** Magic, version and checksum. */
export const GRAPH_HEAD_BYTES = 10

/** Quanta per degree: 0.55 m northwards and about 0.46 m eastwards in Japan, as fine as the tiles of zoom 14. */
export const GRAPH_QUANTA = 200_000

/** More is no graph of a municipality: a reader refuses it before it takes memory. */
export const MOST_NODES = 4_000_000
export const MOST_EDGES = 4_000_000
export const MOST_POINTS = 20_000_000
/** `Graph.nameOf` holds 16 bits. */
export const MOST_NAMES = 65_535
/** A box wider or higher than this is no municipality, quanta (about three degrees). */
export const MOST_QUANTA = 600_000
/** The highest rank of a rank layer. */
export const HIGHEST_RANK = 15

/** What turns quanta into decimetres: northwards everywhere the same, eastwards shrinking evenly from south to north. */
export type GraphScale = {
  readonly north: number
  readonly eastAtSouth: number
  readonly eastAtNorth: number
  /** Quanta between the two. */
  readonly height: number
}

/**
 * Decimetres of one straight piece, not rounded; `y` of its start in quanta from the south. Over the height of a municipality
 * the even shrinking differs from the cosine by less than a hundred-thousandth.
 */
export function lengthIn(scale: GraphScale, y: number, dx: number, dy: number): number {
  const share = scale.height === 0 ? 0 : (y + dy / 2) / scale.height
  const east = dx * (scale.eastAtSouth + (scale.eastAtNorth - scale.eastAtSouth) * share)
  const north = dy * scale.north
  return Math.sqrt(east * east + north * north)
}
