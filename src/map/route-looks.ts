import type { MapTheme } from './map-view.ts'
import type { LineLook } from './network-looks.ts'
import { PALETTES } from './themes.ts'

/**
 * The look of a way: the told one is wide and has arrows, others are thin. One's own routes are violet with open angles; on paper,
 * where both are black, the told way is hollow.
 */
export function routeLook(isTold: boolean, theme: MapTheme): LineLook {
  const { route: colour, routeCasing: casing } = PALETTES[theme]
  if (!isTold) return { colour, casing, width: 3, dash: null, marks: 'none' }
  return theme === 'print'
    ? { colour, casing, width: 2.2, gap: 8, dash: null, marks: 'arrows' }
    : { colour, casing, width: 9, dash: null, marks: 'arrows' }
}

/** How wide all of a line is, with its gap: CSS pixels. */
export const breadthOf = ({ width, gap }: LineLook): number => (gap === undefined ? width : gap + 2 * width)
