import type { DepthRank } from '#domain/hazards/depth-band.ts'
import type { MapTheme } from './map-view.ts'

/**
 * A small drawing that repeats every `size` CSS pixels in both directions, drawn with `stroke` pixels of round-ended line.
 * The map paints it into an image and the legend into an SVG pattern, so that both show the same thing.
 */
export type Pattern = {
  readonly size: number
  readonly stroke: number
  /** `[x1, y1, x2, y2]` in CSS pixels; a line may leave the tile and then comes in again on the other side. */
  readonly lines: readonly (readonly [number, number, number, number])[]
  /** `[x, y, radius]` in CSS pixels. */
  readonly dots: readonly (readonly [number, number, number])[]
}

/** How one rank of depth looks: the ink is the colour of its outline and of its pattern. */
export type DepthLook = { readonly fill: string; readonly ink: string; readonly pattern: Pattern }

/** Opacity of the zones to begin with: below 0.7 the pale official fills can no longer be told apart. */
export const DEFAULT_ZONE_OPACITY = 0.8

/** Dots, dashes, lines, bricks, grid, grid with dots: more ink the deeper the water, and never a plain diagonal. */
const PATTERNS: { readonly [rank in DepthRank]: Pattern } = {
  1: {
    size: 16,
    stroke: 1,
    lines: [],
    dots: [
      [4, 4, 1.1],
      [12, 12, 1.1],
    ],
  },
  2: {
    size: 16,
    stroke: 1.2,
    lines: [
      [2, 4, 8, 4],
      [10, 12, 16, 12],
    ],
    dots: [],
  },
  3: {
    size: 16,
    stroke: 1.2,
    lines: [
      [0, 4, 16, 4],
      [0, 12, 16, 12],
    ],
    dots: [],
  },
  4: {
    size: 16,
    stroke: 1.3,
    lines: [
      [0, 4, 16, 4],
      [0, 12, 16, 12],
      [4, 4, 4, 12],
      [12, 12, 12, 20],
    ],
    dots: [],
  },
  5: {
    size: 8,
    stroke: 1.3,
    lines: [
      [0, 4, 8, 4],
      [4, 0, 4, 8],
    ],
    dots: [],
  },
  6: {
    size: 8,
    stroke: 1.4,
    lines: [
      [0, 4, 8, 4],
      [4, 0, 4, 8],
    ],
    dots: [[0, 0, 1.6]],
  },
}

/** The hatching of "was never studied": diagonal, wide and grey, like none of the depths. */
export const NOT_ASSESSED_PATTERN: Pattern = { size: 12, stroke: 2, lines: [[0, 12, 12, 0]], dots: [] }

type Colours = { readonly [rank in DepthRank]: readonly [fill: string, ink: string] }

const look = (colours: Colours): { readonly [rank in DepthRank]: DepthLook } => ({
  1: { fill: colours[1][0], ink: colours[1][1], pattern: PATTERNS[1] },
  2: { fill: colours[2][0], ink: colours[2][1], pattern: PATTERNS[2] },
  3: { fill: colours[3][0], ink: colours[3][1], pattern: PATTERNS[3] },
  4: { fill: colours[4][0], ink: colours[4][1], pattern: PATTERNS[4] },
  5: { fill: colours[5][0], ink: colours[5][1], pattern: PATTERNS[5] },
  6: { fill: colours[6][0], ink: colours[6][1], pattern: PATTERNS[6] },
})

/**
 * How each rank looks in each theme.
 *
 * `day` has the official fills (水害ハザードマップ作成の手引き, MLIT, the six-class colours, which people know from the
 * printed maps). They are pale: below 3:1 on white, and ranks 2 and 3 nearly equal to some eyes; the inks are ours and make
 * up for it. `night` has the same hues darkened, so that the map does not blind; `contrast` is our own strong scale.
 */
export const DEPTH_LOOKS: { readonly [theme in MapTheme]: { readonly [rank in DepthRank]: DepthLook } } = {
  day: look({
    1: ['#F7F5A9', '#6E6200'],
    2: ['#FFD8C0', '#9A4A12'],
    3: ['#FFB7B7', '#A3262B'],
    4: ['#FF9191', '#84101F'],
    5: ['#F285C9', '#6D0A54'],
    6: ['#DC7ADC', '#470A63'],
  }),
  night: look({
    1: ['#5C571C', '#E8E08A'],
    2: ['#6E452A', '#FFC9A3'],
    3: ['#7C3338', '#FFB3B3'],
    4: ['#8C1F30', '#FFA6AE'],
    5: ['#7C2263', '#FFA8E2'],
    6: ['#542678', '#E2BAFF'],
  }),
  contrast: look({
    1: ['#FFF59A', '#000000'],
    2: ['#FFC24A', '#000000'],
    3: ['#FF7F4D', '#000000'],
    4: ['#C4162F', '#FFFFFF'],
    5: ['#8A0E7F', '#FFFFFF'],
    6: ['#32095C', '#FFFFFF'],
  }),
  print: look({
    1: ['#FFFFFF', '#000000'],
    2: ['#EDEDED', '#000000'],
    3: ['#D6D6D6', '#000000'],
    4: ['#BDBDBD', '#000000'],
    5: ['#A3A3A3', '#000000'],
    6: ['#8A8A8A', '#000000'],
  }),
}
