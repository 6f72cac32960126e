/** How long water of 0.5 m or more stands: `min <= hours < max`; `max: null` = no upper bound is published. */
export type HourBounds = { readonly min: number; readonly max: number | null }

export type DurationRank = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * 浸水継続時間: hours from the moment when the water reaches 0.5 m until it falls below it.
 * Source: 国土数値情報 code list flood_duration_code.
 */
export const DURATION_BANDS: { readonly [rank in DurationRank]: HourBounds } = {
  1: { min: 0, max: 12 },
  2: { min: 12, max: 24 },
  3: { min: 24, max: 72 },
  4: { min: 72, max: 168 },
  5: { min: 168, max: 336 },
  6: { min: 336, max: 672 },
  7: { min: 672, max: null },
}

export const DURATION_RANKS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly DurationRank[]
