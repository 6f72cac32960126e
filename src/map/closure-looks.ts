import type { ClosureMark, MapTheme } from './map-view.ts'
import type { LineLook } from './network-looks.ts'
import type { Pattern } from './depth-colours.ts'
import { DESIGNATION_SIGNS, type Pictogram } from './symbols/pictograms.ts'
import { PALETTES } from './themes.ts'

export type ClosureStrength = ClosureMark['strength']

/** What the map tells apart, the strongest first; also for a legend. */
export const CLOSURE_STRENGTHS: readonly ClosureStrength[] = ['closed', 'perhaps', 'carsOnly', 'planned']

/**
 * The round signs, after the idea of the Japanese signs 301 通行止め (a cross in a circle) and 302 車両通行止め (Order on Road Signs,
 * 道路標識、区画線及び道路標示に関する命令, appendix 2); the drawings are our own. `filled`: a full disc with a light drawing · `ring` ·
 * `broken`: a ring of dashes. They differ in black and white as well.
 */
export const CLOSURE_SIGNS: {
  readonly [strength in ClosureStrength]: {
    readonly body: 'filled' | 'ring' | 'broken'
    readonly drawing: Pictogram
  }
} = {
  closed: {
    body: 'filled',
    drawing: { box: 24, width: 4.4, strokes: ['M6.5 6.5L17.5 17.5', 'M17.5 6.5L6.5 17.5'], fills: [] },
  },
  perhaps: { body: 'ring', drawing: DESIGNATION_SIGNS.unknown },
  carsOnly: {
    body: 'ring',
    drawing: {
      box: 24,
      width: 1,
      strokes: [],
      fills: [
        'M1.5 15.5V12C1.5 11 2.2 10.4 3.2 10.2L6.2 5.9C6.7 5.2 7.3 4.8 8.2 4.8H14.6C15.4 4.8 16 5.1 16.6 5.8L20 10L21.4 10.4C22.2 10.7 22.6 11.3 22.6 12.2V15.5ZM6 10.2H11V6.6H8.6ZM12.6 10.2H17.6L14.9 6.6H12.6Z',
        'M4 16.6A2.8 2.8 0 1 0 9.6 16.6A2.8 2.8 0 1 0 4 16.6Z',
        'M14.4 16.6A2.8 2.8 0 1 0 20 16.6A2.8 2.8 0 1 0 14.4 16.6Z',
      ],
    },
  },
  planned: {
    body: 'broken',
    drawing: {
      box: 24,
      width: 1.7,
      strokes: ['M5.5 8L8 5.5L12 9.5L16 5.5L18.5 8L14.5 12L18.5 16L16 18.5L12 14.5L8 18.5L5.5 16L9.5 12Z'],
      fills: [],
    },
  },
}

/** A hand and half an hour: the badge on a sign that may have changed. */
export const OLD_SIGN: Pictogram = { box: 12, width: 1.6, strokes: ['M6 2.4V6.2L8.8 8'], fills: [] }

/** A sign as plain data for `ui/RoundSign.tsx`; what may have changed has a clock as its badge. */
export function closureSignPaint(
  { strength, isOld }: Pick<ClosureMark, 'strength' | 'isOld'>,
  theme: MapTheme,
) {
  const { closure, closureCasing, label, labelHalo } = PALETTES[theme]
  return {
    ...CLOSURE_SIGNS[strength],
    colour: closure,
    ground: closureCasing,
    badge: isOld ? { drawing: OLD_SIGN, colour: label, ground: labelHalo } : null,
  }
}

const SHAPES: { readonly [strength in ClosureStrength]: Omit<LineLook, 'colour' | 'casing'> } = {
  closed: { width: 8, dash: [1.1, 0.55], marks: 'bars' },
  perhaps: { width: 6, dash: [2.4, 0.8], marks: 'none' },
  carsOnly: { width: 4, dash: [0.8, 1.1], marks: 'none' },
  planned: { width: 1.8, dash: [4, 2], marks: 'none', gap: 4 },
}

/** The line of a closure; an area has it for its edge. */
export function closureLineLook(strength: ClosureStrength, theme: MapTheme): LineLook {
  const { closure, closureCasing } = PALETTES[theme]
  return { colour: closure, casing: closureCasing, ...SHAPES[strength] }
}

/** Strokes both ways, denser the stronger; no zone is hatched both ways aslant. */
const hatching = (size: number, stroke: number): Pattern => ({
  size,
  stroke,
  lines: [
    [0, 0, size, size],
    [size, 0, 0, size],
  ],
  dots: [],
})

/** What fills the area of a closure. */
export const CLOSURE_PATTERNS: { readonly [strength in ClosureStrength]: Pattern } = {
  closed: hatching(10, 1.8),
  perhaps: hatching(15, 1.6),
  carsOnly: hatching(22, 1.3),
  // The strokes do not meet.
  planned: {
    size: 22,
    stroke: 1.2,
    lines: [
      [3, 3, 8, 8],
      [14, 14, 19, 19],
      [19, 3, 14, 8],
      [8, 14, 3, 19],
    ],
    dots: [],
  },
}
