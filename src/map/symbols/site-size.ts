import type { MapTheme } from '../map-view.ts'

/**
 * How large the sites' symbols are drawn, as `[zoom, size]`. From afar they are small, so that a town full of sites does not
 * cover the zones they stand in.
 */
export const SITE_SIZES: readonly (readonly [zoom: number, size: number])[] = [
  [10, 0.26],
  [12, 0.42],
  [13.5, 0.8],
  [15, 1],
]

/** How much smaller symbols are on paper, which has more dots to an inch and no fingers. */
const PAPER_SYMBOLS = 0.75

/** From this zoom on a finger meets a site; farther out the symbols touch each other, and a tap always asks about the place. */
export const SITES_TOUCHABLE_FROM = 12.5

/** The sizes for a theme. */
export const sizesFor = (sizes: typeof SITE_SIZES, theme: MapTheme): typeof SITE_SIZES =>
  theme === 'print' ? sizes.map(([zoom, size]) => [zoom, size * PAPER_SYMBOLS] as const) : sizes

/** The size of a site at a zoom. */
export const siteSizeAt = (zoom: number): number => sizeAt(SITE_SIZES, zoom)

/** The size at a zoom, in a straight line between the stops (`[zoom, size]`, at least one). */
export function sizeAt(sizes: typeof SITE_SIZES, zoom: number): number {
  let before = sizes[0] as (typeof SITE_SIZES)[number]
  if (zoom <= before[0]) return before[1]
  for (const stop of sizes) {
    if (zoom < stop[0])
      return before[1] + ((stop[1] - before[1]) * (zoom - before[0])) / (stop[0] - before[0])
    before = stop
  }
  return before[1]
}
