import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { DEPTH_LOOKS, type Pattern } from './depth-colours.ts'

type Line = Pattern['lines'][number]

/** A small drawing around `(0, 0)`, in CSS pixels, at most 7 wide and high. */
type Motif = {
  readonly stroke: number
  readonly lines?: readonly Line[]
  readonly dots?: Pattern['dots']
}

/** Corners joined by lines. */
const path = (...corners: readonly (readonly [number, number])[]): readonly Line[] =>
  corners.slice(1).map((to, i) => [...(corners[i] ?? to), ...to] as const)

const ring = (radius: number, corners: number): readonly Line[] =>
  path(
    ...Array.from({ length: corners + 1 }, (_, i) => {
      const turn = (i / corners) * 2 * Math.PI
      return [radius * Math.cos(turn), radius * Math.sin(turn)] as const
    }),
  )

/** What tells the families apart without colour. The flood depths have patterns of their own in `depth-colours.ts`. */
const MOTIFS = {
  /** Crests, as the sea runs up. */
  surge: { stroke: 1.3, lines: path([-3, 1.5], [0, -1.5], [3, 1.5]) },
  /** Peaks: one great wave. */
  tsunami: { stroke: 1.2, lines: path([-3, 2.4], [0, -2.6], [3, 2.4], [-3, 2.4]) },
  /** Rain. */
  inland: { stroke: 1.4, lines: path([0, -3], [0, 3]) },
  /** Ponds are boxes of earth. */
  pond: { stroke: 1.2, lines: path([-2, -2], [2, -2], [2, 2], [-2, 2], [-2, -2]) },
  /** Crosses, for time. */
  duration: { stroke: 1.3, lines: [...path([-2.4, 0], [2.4, 0]), ...path([0, -2.4], [0, 2.4])] },
  /** Boulders. */
  debrisFlow: { stroke: 1, dots: [[0, 0, 1.7]] },
  /** The edge of a cliff with a hachure, as on topographic maps. */
  steepSlope: { stroke: 1.4, lines: [...path([-3.2, -2], [3.2, -2]), ...path([0, -2], [0, 2.6])] },
  /** Earth going down. */
  slide: { stroke: 1.4, lines: path([-3, -1.6], [0, 1.6], [3, -1.6]) },
} satisfies { readonly [name: string]: Motif }

/** Two motifs in a square tile of `size` CSS pixels, each in the middle of its quarter. */
function tile({ stroke, lines = [], dots = [] }: Motif, size: number): Pattern {
  const places = [size / 4, (3 * size) / 4]
  return {
    size,
    stroke,
    lines: places.flatMap((at) =>
      lines.map(([x1, y1, x2, y2]) => [x1 + at, y1 + at, x2 + at, y2 + at] as const),
    ),
    dots: places.flatMap((at) => dots.map(([x, y, r]) => [x + at, y + at, r] as const)),
  }
}

/** Sizes of the tiles by rank, in CSS pixels: each step gives at least a quarter more ink than the one before. */
const DEPTH_SIZES = [28, 24, 20, 16, 13, 11]
const DURATION_SIZES = [30, 26, 22, 19, 16, 13, 11]
const LANDSLIDE_SIZES = { warning: 22, special: 13 }
/** The lowest rank of a red zone (`LANDSLIDE_CLASSES`). */
export const LEAST_SPECIAL_RANK = 5

const byRank = (motif: Motif, sizes: readonly number[], rank: number) =>
  tile(motif, sizes[Math.min(sizes.length, Math.max(1, rank)) - 1] ?? 16)
const landslide = (motif: Motif, rank: number) =>
  tile(motif, LANDSLIDE_SIZES[rank < LEAST_SPECIAL_RANK ? 'warning' : 'special'])

/** Circles, as the official map draws the zone of the flood's current. */
const FLOW: Pattern = tile({ stroke: 2, lines: ring(4, 10) }, 22)
/** A band of strokes that lean against those of "never studied". */
const EROSION: Pattern = { size: 9, stroke: 3, lines: [[0, 0, 9, 9]], dots: [] }

/** How much finer the patterns are on paper, which is looked at from nearer and has more dots to an inch. */
export const PAPER_PATTERN = 2 / 3

/** The same drawing, larger or smaller. */
export const scaled = ({ size, stroke, lines, dots }: Pattern, factor: number): Pattern => ({
  size: size * factor,
  stroke: stroke * factor,
  lines: lines.map(([x1, y1, x2, y2]) => [x1 * factor, y1 * factor, x2 * factor, y2 * factor] as const),
  dots: dots.map(([x, y, r]) => [x * factor, y * factor, r * factor] as const),
})

/** The pattern of one rank of a layer; a rank beyond the known ones has that of the nearest known. */
export function patternOf(layer: ZoneLayerId, rank: number): Pattern {
  switch (layer) {
    case 'flood-max':
    case 'flood-design':
      return DEPTH_LOOKS.day[Math.min(6, Math.max(1, rank)) as 1].pattern
    case 'flood-duration':
    case 'stormSurge-duration':
      return byRank(MOTIFS.duration, DURATION_SIZES, rank)
    case 'houseCollapse-flow':
      return FLOW
    case 'houseCollapse-erosion':
      return EROSION
    case 'landslide-debrisFlow':
      return landslide(MOTIFS.debrisFlow, rank)
    case 'landslide-steepSlope':
      return landslide(MOTIFS.steepSlope, rank)
    case 'landslide-slide':
      return landslide(MOTIFS.slide, rank)
    case 'stormSurge-max':
      return byRank(MOTIFS.surge, DEPTH_SIZES, rank)
    case 'tsunami-max':
      return byRank(MOTIFS.tsunami, DEPTH_SIZES, rank)
    case 'inlandFlood-max':
      return byRank(MOTIFS.inland, DEPTH_SIZES, rank)
    case 'pond-max':
      return byRank(MOTIFS.pond, DEPTH_SIZES, rank)
  }
}
