/** How large the signs of closures are drawn, as `[zoom, size]`: they are few and have to be seen from farther than sites. */
export const CLOSURE_SIZES: readonly (readonly [zoom: number, size: number])[] = [
  [10, 0.4],
  [12, 0.56],
  [13.5, 0.75],
  [15, 0.9],
]
