/** Depth of water in metres: `min <= depth < max`; `max: null` = no upper bound is published. */
export type DepthBounds = { readonly min: number; readonly max: number | null }

/** Depth rank of 国土数値情報: 1 is the shallowest, 6 the deepest; 0 never stands for "no hazard", only for "no zone here". */
export type DepthRank = 1 | 2 | 3 | 4 | 5 | 6

/** The ranks from the shallowest to the deepest. */
export const DEPTH_RANKS = [1, 2, 3, 4, 5, 6] as const satisfies readonly DepthRank[]

/**
 * The bounds of the six depth ranks in metres.
 * Source: 国土数値情報 code list water_depth_code (https://nlftp.mlit.go.jp/ksj/gml/codelist/water_depth_code.html).
 */
export const DEPTH_BANDS: { readonly [rank in DepthRank]: DepthBounds } = {
  1: { min: 0, max: 0.5 },
  2: { min: 0.5, max: 3 },
  3: { min: 3, max: 5 },
  4: { min: 5, max: 10 },
  5: { min: 10, max: 20 },
  6: { min: 20, max: null },
}

export const isDepthRank = (value: unknown): value is DepthRank =>
  value === 1 || value === 2 || value === 3 || value === 4 || value === 5 || value === 6

/**
 * The official rank by which a class of depth is coloured and advised: the one that holds its **upper** bound, because a
 * class may straddle the official bounds (2–5 m) and the water may stand as high as it says. Without an upper bound: 6.
 */
export function rankOfBounds({ max }: DepthBounds): DepthRank {
  if (max === null) return 6
  return DEPTH_RANKS.find((rank) => (DEPTH_BANDS[rank].max ?? Infinity) >= max) ?? 6
}
