import type { DepthBounds } from '../hazards/depth-band.ts'
import { DURATION_BANDS, type HourBounds } from '../hazards/duration.ts'
import type { LandslidePhenomenon, LandslideZone } from '../hazards/landslide.ts'

/** What one colour of an official picture means. */
export type Meaning =
  | ({ readonly type: 'depth' } & DepthBounds)
  | ({ readonly type: 'duration' } & HourBounds)
  | { readonly type: 'collapse'; readonly by: 'flow' | 'erosion' }
  | {
      readonly type: 'landslide'
      readonly phenomenon: LandslidePhenomenon
      readonly zone: LandslideZone['zone']
      readonly planned: boolean
    }
  | { readonly type: 'avalanche' }

/** Colours as `0xRRGGBB`, each with its meaning. A colour that is not in it has no meaning: it is never taken for the nearest. */
export type Legend = ReadonlyMap<number, Meaning>

/**
 * The depth colours of the portal, in metres. Municipalities use eight classes or six, and two of the colours stand in both:
 * a pixel does not tell which was meant, so that F7F5A9 is the whole of "under 0.5 m" and FFD8C0 the whole of 0.5–3 m.
 * Source: https://disaportal.gsi.go.jp/hazardmap/copyright/opendata.html and its legend shinsui_legend3.png.
 * @param least the depth below which the layer draws nothing, metres
 */
const depths = (least: number): Legend =>
  new Map<number, Meaning>([
    [0xffffb3, { type: 'depth', min: least, max: 0.3 }],
    [0xf7f5a9, { type: 'depth', min: least, max: 0.5 }],
    [0xf8e1a6, { type: 'depth', min: 0.5, max: 1 }],
    [0xffd8c0, { type: 'depth', min: 0.5, max: 3 }],
    [0xffb7b7, { type: 'depth', min: 3, max: 5 }],
    [0xff9191, { type: 'depth', min: 5, max: 10 }],
    [0xf285c9, { type: 'depth', min: 10, max: 20 }],
    [0xdc7adc, { type: 'depth', min: 20, max: null }],
  ])

export const DEPTHS = depths(0)

/** 内水（雨水出水）: depths under 0.1 m are not drawn. */
export const INLAND_DEPTHS = depths(0.1)

/** 浸水継続時間. */
export const DURATIONS: Legend = new Map<number, Meaning>([
  [0xa0d2ff, { type: 'duration', ...DURATION_BANDS[1] }],
  [0x0041ff, { type: 'duration', ...DURATION_BANDS[2] }],
  [0xfaf500, { type: 'duration', ...DURATION_BANDS[3] }],
  [0xff9900, { type: 'duration', ...DURATION_BANDS[4] }],
  [0xff2800, { type: 'duration', ...DURATION_BANDS[5] }],
  [0xb40068, { type: 'duration', ...DURATION_BANDS[6] }],
  [0x600060, { type: 'duration', ...DURATION_BANDS[7] }],
])

export const COLLAPSE_FLOW: Legend = new Map<number, Meaning>([[0xff0000, { type: 'collapse', by: 'flow' }]])

/** The zone of bank erosion is striped in two reds. */
export const COLLAPSE_EROSION: Legend = new Map<number, Meaning>([
  [0xff0000, { type: 'collapse', by: 'erosion' }],
  [0xff7f7f, { type: 'collapse', by: 'erosion' }],
])

/** 土砂災害警戒区域 (yellow) and 特別警戒区域 (red), designated and planned (指定予定). */
const landslide = (
  phenomenon: LandslidePhenomenon,
  colours: { readonly designated: readonly [number, number]; readonly planned: readonly [number, number] },
): Legend => {
  const both = ([yellow, red]: readonly [number, number], planned: boolean) =>
    [
      [yellow, { type: 'landslide', phenomenon, zone: 'warning', planned }],
      [red, { type: 'landslide', phenomenon, zone: 'special', planned }],
    ] as const
  return new Map<number, Meaning>([...both(colours.designated, false), ...both(colours.planned, true)])
}

export const DEBRIS_FLOW = landslide('debrisFlow', {
  designated: [0xe6c832, 0xa50021],
  planned: [0xebd35b, 0xb7334d],
})

export const STEEP_SLOPE = landslide('steepSlope', {
  designated: [0xfae600, 0xfa2800],
  planned: [0xfbeb33, 0xfb5333],
})

export const SLIDE = landslide('slide', {
  designated: [0xff9900, 0xb40028],
  planned: [0xffad33, 0xc33353],
})

export const AVALANCHE: Legend = new Map<number, Meaning>([[0xffff65, { type: 'avalanche' }]])
