import { BAND_MINUTES } from '#domain/routes/bands.ts'
import type { Slack } from '#domain/routes/last-departure.ts'
import type { MapTheme } from './map-view.ts'

/**
 * How a line is drawn – a road of the map of escape times, a way, a closure –, as plain data: the map paints it, and a legend draws the same into an `<svg>`.
 * No two looks are told apart by colour alone.
 */
export type LineLook = {
  readonly colour: string
  /** Drawn under the line, wider, so that it stands out from any zone. */
  readonly casing: string
  /** CSS pixels at street level (zoom 16). */
  readonly width: number
  /** Lengths of dashes and gaps by turns, in widths of the line; null = unbroken. */
  readonly dash: readonly number[] | null
  /** Small strokes on the line: bars across it, crosses, or arrows along it. */
  readonly marks: 'none' | 'bars' | 'crosses' | 'arrows'
  /** A hollow line is two lines of that width, so many CSS pixels from one another; absent = one line. */
  readonly gap?: number
}

/** One line of the legend: minutes on foot; `to` null = and more. */
export type ShownBand = { readonly band: number; readonly from: number; readonly to: number | null }

/**
 * The last band that has a look of its own is open: half an hour and more. The guidelines for walking evacuation reckon with some
 * 500 m, which even a slow walker makes in less; and more than eleven looks cannot be told apart.
 */
const LAST_BAND = 30 / BAND_MINUTES

/** The bands as a legend lists them, the shortest way first. */
export const BANDS_SHOWN: readonly ShownBand[] = Array.from({ length: LAST_BAND + 1 }, (_, band) => ({
  band,
  from: band * BAND_MINUTES,
  to: band === LAST_BAND ? null : (band + 1) * BAND_MINUTES,
}))

/** The band that stands for this one in the legend: all beyond the last are drawn as the last. */
export const shownBand = (band: number): number => Math.min(LAST_BAND, Math.max(0, Math.floor(band)))

type Scale = {
  /** One colour for every two bands. */
  readonly bands: readonly string[]
  readonly slacks: { readonly [slack in Slack]: string }
  readonly nowhere: string
  readonly casing: string
}

/**
 * The published 逃げ地図 run from green over yellow to red. Green would read here as "nothing happens to you on this road", which
 * nobody has found out: a band tells the minutes to a site and nothing else. Yellow to purple are the colours of the zones below.
 * So time has one hue, blue, which every kind of colour vision keeps, and runs from pale to dark (at night from dim to bright):
 * the longer the way, the more it stands out. Each step has at least 1.3 times the contrast of the one before.
 */
const SCALES: { readonly [theme in MapTheme]: Scale } = {
  day: {
    bands: ['#1192D2', '#1077C5', '#0F5CB5', '#11459D', '#122C81', '#0D124B'],
    slacks: { over30: '#2667C9', over10: '#A86200', under10: '#C43A00', tooLate: '#7A0019' },
    nowhere: '#3A3A3A',
    casing: '#FFFFFF',
  },
  night: {
    bands: ['#3168C5', '#4182D7', '#599DE2', '#7BBBEC', '#A9D9F5', '#EDF8FD'],
    slacks: { over30: '#5C9DFF', over10: '#D9A441', under10: '#FF9A57', tooLate: '#FFE1E6' },
    nowhere: '#C3C9D0',
    casing: '#0B0E12',
  },
  contrast: {
    bands: ['#0095DF', '#0077D2', '#005BC3', '#0040AD', '#002293', '#000106'],
    slacks: { over30: '#0044CC', over10: '#8A4B00', under10: '#B32D00', tooLate: '#5C0012' },
    nowhere: '#000000',
    casing: '#FFFFFF',
  },
  print: {
    bands: ['#909090', '#777777', '#616161', '#4B4B4B', '#343434', '#000000'],
    slacks: { over30: '#6E6E6E', over10: '#4B4B4B', under10: '#222222', tooLate: '#000000' },
    nowhere: '#000000',
    casing: '#FFFFFF',
  },
}

/** Two bands of one colour have one width as well: the first is unbroken, the second dashed, so that every border is seen. */
const BAND_WIDTHS = [2.4, 3.2, 4, 4.8, 5.8, 7]
const BAND_DASH = [2.2, 1]

/**
 * The look of a band of three minutes (`BandPiece.band`); null = no way leads on from there. All bands from the last of
 * `BANDS_SHOWN` on look alike.
 */
export function bandLook(band: number | null, theme: MapTheme): LineLook {
  if (band === null) return nowhereLook(theme)
  const shown = shownBand(band)
  const pair = Math.floor(shown / 2)
  const { bands, casing } = SCALES[theme]
  const colour = bands[pair] as string
  const width = BAND_WIDTHS[pair] as number
  return { colour, casing, width, dash: shown % 2 === 0 ? null : BAND_DASH, marks: 'none' }
}

const SLACK_SHAPES: { readonly [slack in Slack]: Pick<LineLook, 'width' | 'dash' | 'marks'> } = {
  over30: { width: 3, dash: null, marks: 'none' },
  over10: { width: 4, dash: [4, 1.2], marks: 'none' },
  under10: { width: 5, dash: [1.2, 0.8], marks: 'none' },
  tooLate: { width: 7, dash: null, marks: 'bars' },
}

/** The look of the time that is left on a road; the less, the more it stands out. null = no way leads to a site at any time. */
export function slackLook(slack: Slack | null, theme: MapTheme): LineLook {
  if (slack === null) return nowhereLook(theme)
  const { slacks, casing } = SCALES[theme]
  return { colour: slacks[slack], casing, ...SLACK_SHAPES[slack] }
}

/** Dark, broken and crossed out: nobody gets on from there. */
const nowhereLook = (theme: MapTheme): LineLook => ({
  colour: SCALES[theme].nowhere,
  casing: SCALES[theme].casing,
  width: 2.2,
  dash: [1.6, 1.6],
  marks: 'crosses',
})
