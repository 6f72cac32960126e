import type { FeatureKind } from '#domain/features/local-feature.ts'

/**
 * A one-colour drawing in a square of `box` units: SVG path data to be stroked (round ends, `width` units) and to be filled.
 * Plain data, so that the map paints it into an image and the interface into an `<svg>`.
 */
export type Pictogram = {
  readonly box: number
  readonly width: number
  readonly strokes: readonly string[]
  readonly fills: readonly string[]
}

const disc = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0Z`

/**
 * The two kinds of site, after the idea of JIS Z 8210 6.1.4 (a person running) and 6.1.5 (a person in a house); the drawings
 * are our own. They are two different things and look different: one to escape to, the other to stay in.
 */
export const SITE_PICTOGRAMS: { readonly [kind in 'emergencySite' | 'shelter']: Pictogram } = {
  emergencySite: {
    box: 24,
    width: 2.7,
    strokes: [
      'M13.6 8.4L10.6 14.2L15 16.6L14 22',
      'M10.6 14.2L8.4 18.4L3.6 18.8',
      'M12.6 8.6L8 8.8L5.8 12.2',
      'M13.6 8.6L16.6 11.6L20.4 10.4',
    ],
    fills: [disc(16.2, 4, 2.5)],
  },
  shelter: {
    box: 24,
    width: 2.2,
    strokes: ['M2.4 12L12 3.2L21.6 12', 'M5 10.4V21.4H19V10.4', 'M12 15.4V21.2'],
    fills: [disc(12, 11.2, 2), 'M9.6 14.2H14.4V18.4H9.6Z'],
  },
}

/** The badge that tells the designation for the hazard being looked at: its shape and its sign differ, not only its colour. */
export const DESIGNATION_SIGNS: { readonly [answer in 'yes' | 'no' | 'unknown']: Pictogram } = {
  yes: { box: 12, width: 2.2, strokes: ['M2.6 6.4L5 8.8L9.6 3.6'], fills: [] },
  no: { box: 12, width: 2.2, strokes: ['M3 3L9 9', 'M9 3L3 9'], fills: [] },
  unknown: {
    box: 12,
    width: 1.9,
    strokes: ['M3.8 4.2C3.8 1.2 8.4 1.4 8.2 4.2C8 5.8 6 5.8 6 7.6'],
    fills: [disc(6, 10.2, 1.15)],
  },
}

/** The wave under a site that stands in a flood zone. */
export const WAVE: Pictogram = {
  box: 24,
  width: 2,
  strokes: ['M2 3.4C4 1 6.4 1 8.4 3.4S13 5.8 15 3.4S19.6 1 22 3.4'],
  fills: [],
}

/** Things to know of: a heart with a flash, a drop, a standing stone with lines, an exclamation mark, a line above waves. */
export const POINT_PICTOGRAMS: { readonly [kind in FeatureKind]: Pictogram } = {
  aed: {
    box: 16,
    width: 1.6,
    strokes: [
      'M8 14C3 10 1.5 7.5 1.5 5.2A3.3 3.3 0 0 1 8 4A3.3 3.3 0 0 1 14.5 5.2C14.5 7.5 13 10 8 14Z',
      'M8.8 5.2L6.6 8.2H9.4L7.4 11',
    ],
    fills: [],
  },
  waterSupply: {
    box: 16,
    width: 1.7,
    strokes: ['M8 1.8C11 5.6 12.6 8 12.6 10.2A4.6 4.6 0 0 1 3.4 10.2C3.4 8 5 5.6 8 1.8Z'],
    fills: [],
  },
  memorial: {
    box: 16,
    width: 1.6,
    strokes: ['M5 13V4.6A3 3 0 0 1 11 4.6V13', 'M2.4 13.6H13.6', 'M8 5.4V10.4'],
    fills: [],
  },
  dangerSpot: { box: 16, width: 2.6, strokes: ['M8 2.4V9'], fills: [disc(8, 13, 1.6)] },
  pastFlood: {
    box: 16,
    width: 1.7,
    strokes: [
      'M2 4H14',
      'M8 4V8',
      'M1.6 10C3 8.6 4.6 8.6 6 10S9 11.4 10.4 10S13.2 8.6 14.4 10',
      'M1.6 14C3 12.6 4.6 12.6 6 14S9 15.4 10.4 14S13.2 12.6 14.4 14',
    ],
    fills: [],
  },
}

/** Landmarks, after the map symbols of the Geospatial Information Authority of Japan, which are taught at school. */
export const POI_PICTOGRAMS: { readonly [name: string]: Pictogram } = {
  place: { box: 16, width: 1, strokes: [], fills: [disc(8, 8, 2)] },
  community: { box: 16, width: 1.5, strokes: ['M2.4 7.4L8 2.8L13.6 7.4', 'M3.8 7V13.4H12.2V7'], fills: [] },
  school: {
    box: 16,
    width: 1.6,
    strokes: ['M8 2V4.4', 'M3 4.8H13', 'M10.8 4.8C10 9 7 12 3 13.6', 'M5.2 4.8C6 9 9 12 13 13.6'],
    fills: [],
  },
  hospital: {
    box: 16,
    width: 1.4,
    strokes: ['M8 4.4V11.6', 'M4.4 8H11.6', 'M2 2.4H14V10.6L8 14.6L2 10.6Z'],
    fills: [],
  },
  hall: { box: 16, width: 1.5, strokes: [disc(8, 8, 5.6), disc(8, 8, 2.4)], fills: [] },
  police: { box: 16, width: 1.5, strokes: [disc(8, 8, 5.8), 'M4 4L12 12', 'M12 4L4 12'], fills: [] },
  fire: { box: 16, width: 1.7, strokes: ['M3 3C3 9.4 13 9.4 13 3', 'M8 8V14'], fills: [] },
  post: { box: 16, width: 1.7, strokes: ['M3 3.4H13', 'M3 7.2H13', 'M8 7.2V14'], fills: [] },
  temple: {
    box: 16,
    width: 1.6,
    strokes: ['M2.6 3.6H13.4', 'M4 7H12', 'M5.4 3.6V14', 'M10.6 3.6V14'],
    fills: [],
  },
  shop: {
    box: 16,
    width: 1.4,
    strokes: ['M2.6 6.4L4 2.8H12L13.4 6.4Z', 'M3.6 6.4V13.4H12.4V6.4', 'M7 13.4V9.6H10V13.4'],
    fills: [],
  },
  station: {
    box: 16,
    width: 1.5,
    strokes: ['M4 2.4H12V10.6H4Z', 'M4 6.6H12', 'M5.6 10.6L3.6 14', 'M10.4 10.6L12.4 14'],
    fills: [disc(6, 8.6, 0.7), disc(10, 8.6, 0.7)],
  },
}
