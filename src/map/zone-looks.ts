import { DEPTH_RANKS } from '#domain/hazards/depth-band.ts'
import { DURATION_RANKS } from '#domain/hazards/duration.ts'
import { zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { blend, contrast } from './colour.ts'
import { DEPTH_LOOKS, type Pattern } from './depth-colours.ts'
import type { MapPalette, MapTheme } from './map-view.ts'
import { PALETTES } from './themes.ts'
import { LEAST_SPECIAL_RANK, PAPER_PATTERN, patternOf, scaled } from './zone-patterns.ts'

/** How one rank of one layer is drawn, on the map, in the legend, in the answer and on paper. */
export type ZoneLook = {
  /** `#RRGGBB`, or null where only the pattern is drawn, so that what lies below stays readable. */
  readonly fill: string | null
  /** Colour of the pattern. */
  readonly ink: string
  readonly pattern: Pattern
  /** Colour of the outline. */
  readonly edge: string
  /**
   * Drawn wider under the outline, so that one of the two has at least 3:1 against whatever lies beside it; null where the
   * outline alone has that. Where there is no fill the pattern has it too.
   */
  readonly halo: string | null
  /** Planned (指定前): a dotted outline. */
  readonly dotted: boolean
}

/** How a rank is drawn in the theme and palette of now: what a card or a legend needs to paint a field. */
export type Paint = (layer: ZoneLayerId, rank: number) => ZoneLook

/** The ranks that a layer can have, the least first. */
export function ranksOf(layer: ZoneLayerId): readonly number[] {
  const { measure, kind } = zoneLayerOf(layer)
  if (measure === 'depth') return DEPTH_RANKS
  if (measure === 'duration') return DURATION_RANKS
  return kind === 'landslide' ? [1, 2, 3, 4, 5, 6] : [1]
}

type ScreenTheme = Exclude<MapTheme, 'print'>

/** Official fills of 浸水継続時間, ranks 1–7. Source: 重ねるハザードマップ, legend of the raster tiles. */
const DURATION_FILLS = ['#A0D2FF', '#0041FF', '#FAF500', '#FF9900', '#FF2800', '#B40068', '#600060']

/** Official fills of 土砂災害警戒区域: yellow zone, red zone, then the same where only planned. Source: as above. */
const LANDSLIDE_FILLS = {
  'landslide-debrisFlow': ['#E6C832', '#A50021', '#EBD35B', '#B7334D'],
  'landslide-steepSlope': ['#FAE600', '#FA2800', '#FBEB33', '#FB5333'],
  'landslide-slide': ['#FF9900', '#B40028', '#FFAD33', '#C33353'],
} as const

/**
 * 家屋倒壊等氾濫想定区域: officially red circles without a fill for the current, a band of two reds for the erosion of the banks.
 * Source: as above; the edges and the strokes of the band are ours.
 */
const COLLAPSE = {
  circles: '#FF0000',
  band: '#FF7F7F',
  edge: { day: '#B00000', night: '#FFB3B3', contrast: '#B00000' },
}

/**
 * The `distinct` fills: in even steps of lightness, which every eye sees, from pale to dark by day and from dark to bright at
 * night; depths go from yellow to purple, hours through blue. Own scale; `zone-looks.test.ts` holds it to its differences.
 */
const DISTINCT = {
  light: {
    depth: ['#FFF5BE', '#FDC57D', '#F89060', '#E75671', '#B52F78', '#580E6F'],
    duration: ['#DFF0FE', '#A9D2F0', '#76B4E1', '#4195CF', '#2374B7', '#0F549B', '#143579'],
    warning: '#FFDF3A',
    special: '#7D1240',
  },
  night: {
    depth: ['#532760', '#8D2E70', '#C2406A', '#E06959', '#EA9A51', '#E9C96C'],
    duration: ['#143579', '#045198', '#146DB0', '#268BC7', '#5AA6D9', '#89C1E7', '#B7DCF7'],
    warning: '#8A7718',
    special: '#F06CA0',
  },
} as const

/**
 * On paper: black patterns on greys that get darker with the rank. A copier that keeps no grey still has the patterns, which get
 * denser with the rank; one that blurs them still has the greys. Own scale; `zone-looks.test.ts` holds it to its differences.
 */
const PAPER = {
  ink: '#000000',
  duration: ['#FFFFFF', '#EEEEEE', '#DDDDDD', '#CCCCCC', '#B8B8B8', '#A4A4A4', '#909090'],
  warning: '#F0F0F0',
  special: '#B4B4B4',
  erosion: '#D0D0D0',
} as const

/** Dark and light lines; the first is tried first. */
const INKS = ['#14181D', '#FFFFFF'] as const
/** The official fills are darkened at night by this share, so that they do not blind. */
const NIGHT_SHARE = 0.55

/** The ink that can be seen on the fill, opaque or as thin as the map may draw it. */
function inkOn(fill: string, land: string): string {
  const least = (ink: string) =>
    Math.min(...[0.7, 1].map((opacity) => contrast(ink, blend(fill, opacity, land))))
  return least(INKS[0]) >= least(INKS[1]) ? INKS[0] : INKS[1]
}

const at = <T>(list: readonly T[], rank: number): T => list[Math.min(list.length, Math.max(1, rank)) - 1] as T

/** The grey under the pattern on paper; null = none. */
function greyOf(layer: ZoneLayerId, rank: number): string | null {
  const { measure } = zoneLayerOf(layer)
  if (measure === 'depth') return DEPTH_LOOKS.print[at(DEPTH_RANKS, rank)].fill
  if (measure === 'duration') return at(PAPER.duration, rank)
  if (layer === 'houseCollapse-erosion') return PAPER.erosion
  if (!(layer in LANDSLIDE_FILLS)) return null
  return rank >= LEAST_SPECIAL_RANK ? PAPER.special : PAPER.warning
}

/** The fill by day and in high contrast; null = none. */
function fillOf(layer: ZoneLayerId, rank: number, theme: ScreenTheme, palette: MapPalette): string | null {
  const { measure } = zoneLayerOf(layer)
  const own = DISTINCT[theme === 'night' ? 'night' : 'light']
  const dim = (fill: string) => (theme === 'night' ? blend(fill, NIGHT_SHARE, PALETTES.night.land) : fill)
  if (measure === 'depth')
    return palette === 'distinct' ? at(own.depth, rank) : DEPTH_LOOKS[theme][at(DEPTH_RANKS, rank)].fill
  if (measure === 'duration')
    return palette === 'distinct' ? at(own.duration, rank) : dim(at(DURATION_FILLS, rank))
  if (layer === 'houseCollapse-erosion') return dim(COLLAPSE.band)
  if (!(layer in LANDSLIDE_FILLS)) return null
  const isSpecial = rank >= LEAST_SPECIAL_RANK
  if (palette === 'distinct') return isSpecial ? own.special : own.warning
  const [warning, special, ...planned] = LANDSLIDE_FILLS[layer as keyof typeof LANDSLIDE_FILLS]
  return dim((isPlanned(layer, rank) ? planned : [warning, special])[isSpecial ? 1 : 0] ?? special)
}

/** Ranks 1, 2 and 5 of a landslide layer are planned zones (`LANDSLIDE_CLASSES`). */
const isPlanned = (layer: ZoneLayerId, rank: number) => layer in LANDSLIDE_FILLS && [1, 2, 5].includes(rank)

/** How a rank of a layer looks. A rank that is not known looks like the nearest known one, never like nothing. */
export function lookOf(layer: ZoneLayerId, rank: number, theme: MapTheme, palette: MapPalette): ZoneLook {
  const { measure, kind } = zoneLayerOf(layer)
  const { land, outlineHalo } = PALETTES[theme]
  if (theme === 'print') {
    const { ink } = PAPER
    const fill = greyOf(layer, rank)
    const pattern = scaled(patternOf(layer, rank), PAPER_PATTERN)
    const halo = fill === null ? outlineHalo : null
    return { fill, ink, edge: ink, pattern, halo, dotted: isPlanned(layer, rank) }
  }
  const fill = fillOf(layer, rank, theme, palette)
  const pattern = patternOf(layer, rank)
  if (measure === 'depth' && palette === 'official' && theme !== 'contrast') {
    const { ink } = DEPTH_LOOKS[theme][at(DEPTH_RANKS, rank)]
    return { fill, ink, pattern, edge: ink, halo: null, dotted: false }
  }
  const edge = kind === 'houseCollapse' ? COLLAPSE.edge[theme] : inkOn(land, land)
  return {
    fill,
    ink: fill === null ? COLLAPSE.circles : kind === 'houseCollapse' ? edge : inkOn(fill, land),
    pattern,
    edge,
    halo: outlineHalo,
    dotted: isPlanned(layer, rank),
  }
}
