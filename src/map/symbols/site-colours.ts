import type { MapTheme } from '../map-view.ts'

/** The colours of one site symbol. No green: whether a place is out of danger is in no published record. */
export type SiteColours = {
  readonly body: string
  readonly edge: string
  readonly sign: string
  readonly halo: string
  readonly badge: string
  readonly badgeSign: string
}

type ByAnswer = { readonly [answer in 'yes' | 'no' | 'unknown']: SiteColours }

const light: ByAnswer = {
  yes: {
    body: '#12406B',
    edge: '#0B2C4C',
    sign: '#FFFFFF',
    halo: '#FFFFFF',
    badge: '#0B2C4C',
    badgeSign: '#FFFFFF',
  },
  no: {
    body: '#F4F4F4',
    edge: '#5B626B',
    sign: '#5B626B',
    halo: '#FFFFFF',
    badge: '#B00020',
    badgeSign: '#FFFFFF',
  },
  unknown: {
    body: '#FFFFFF',
    edge: '#12406B',
    sign: '#12406B',
    halo: '#FFFFFF',
    badge: '#5B626B',
    badgeSign: '#FFFFFF',
  },
}

/** Colours by theme and designation: full = designated, hollow and grey = not designated, dashed = the record does not say. */
export const SITE_COLOURS: { readonly [theme in MapTheme]: ByAnswer } = {
  day: light,
  print: {
    yes: {
      body: '#000000',
      edge: '#000000',
      sign: '#FFFFFF',
      halo: '#FFFFFF',
      badge: '#000000',
      badgeSign: '#FFFFFF',
    },
    no: {
      body: '#FFFFFF',
      edge: '#6E6E6E',
      sign: '#6E6E6E',
      halo: '#FFFFFF',
      badge: '#000000',
      badgeSign: '#FFFFFF',
    },
    unknown: {
      body: '#FFFFFF',
      edge: '#000000',
      sign: '#000000',
      halo: '#FFFFFF',
      badge: '#5A5A5A',
      badgeSign: '#FFFFFF',
    },
  },
  night: {
    yes: {
      body: '#D6E8FA',
      edge: '#FFFFFF',
      sign: '#0B2C4C',
      halo: '#0B0E12',
      badge: '#FFFFFF',
      badgeSign: '#0B2C4C',
    },
    no: {
      body: '#2B3037',
      edge: '#AAB2BB',
      sign: '#AAB2BB',
      halo: '#0B0E12',
      badge: '#FF7A88',
      badgeSign: '#0B0E12',
    },
    unknown: {
      body: '#171C22',
      edge: '#D6E8FA',
      sign: '#D6E8FA',
      halo: '#0B0E12',
      badge: '#AAB2BB',
      badgeSign: '#0B0E12',
    },
  },
  contrast: {
    yes: {
      body: '#000000',
      edge: '#000000',
      sign: '#FFFFFF',
      halo: '#FFFFFF',
      badge: '#000000',
      badgeSign: '#FFFFFF',
    },
    no: {
      body: '#FFFFFF',
      edge: '#4A4A4A',
      sign: '#4A4A4A',
      halo: '#FFFFFF',
      badge: '#A00018',
      badgeSign: '#FFFFFF',
    },
    unknown: {
      body: '#FFFFFF',
      edge: '#000000',
      sign: '#000000',
      halo: '#FFFFFF',
      badge: '#4A4A4A',
      badgeSign: '#FFFFFF',
    },
  },
}
