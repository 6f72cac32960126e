/** How large one's own symbols are drawn, as `[zoom, size]`: a family has few of them, so they may be seen from farther than sites. */
export const MY_SIZES: readonly (readonly [zoom: number, size: number])[] = [
  [10, 0.45],
  [12, 0.6],
  [13.5, 0.85],
  [15, 1],
]
/** How much larger the one that is being looked at is drawn. */
export const SELECTED_SIZE = 1.4
