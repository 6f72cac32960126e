/**
 * The rank layer file: what rank (1…15) holds at any point of an area, exact to the decimetre.
 *
 * All numbers are whole **quanta** of 1e-6 degree (0.09–0.11 m in Japan), the precision in which the official polygons are
 * published. The area is cut into blocks of 32 × 32 cells of 100 × 100 quanta (about 10 m). A block holds
 * 1. a grid: for each cell the highest rank of any zone that touches it, and a bit that says "an edge runs through here";
 * 2. the zones cut to the block, for the cells with an edge. Zones that do not outrank one that fills the block are left out.
 * So a cell without the bit answers at once, and the others from a few short rings: no polygon of a whole river is walked.
 *
 * Layout, little endian: magic "MHR1", u16 version, u16 cell quanta, u16 cells per block side, u16 blocks across, u16 blocks
 * up, i32 west, i32 south, u32 width, u32 height (quanta), then for each block (row by row from the south-west) its length as
 * a varint, then the blocks. Length 0 = no zone anywhere in the block, length 1 = one rank everywhere.
 * A longer block: runs of (cell byte, varint run − 1) until all cells are told, u8 rank that fills the block, varint number of
 * fragments, each: u8 rank, varint rings, each: varint points, zig-zag varint x and y as differences (block-local).
 */
export const MAGIC = 0x3152484d // "MHR1" read as a little-endian u32
export const VERSION = 1
export const HEADER_BYTES = 30

/** Quanta per degree. */
export const QUANTA = 1_000_000
export const CELL = 100
export const BLOCK_CELLS = 32
export const BLOCK = CELL * BLOCK_CELLS

/** Bit of a cell byte: an edge of a zone runs through the cell, ask the fragments. */
export const EDGE_BIT = 0x80
export const RANK_MASK = 0x0f

/**
 * How near to an edge (in quanta) a point counts as inside: the edge itself belongs to the zone, and rounding to quanta (0.71)
 * and cutting at a block (0.5) may have moved it by that much. About 13 cm, always to the side of the higher rank.
 */
export const EDGE_REACH = 1.25

/** Fragments reach this far (quanta) over the block's border, so that no cut edge comes near a point of the block. */
export const CUT_MARGIN = 4
