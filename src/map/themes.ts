import type { MapTheme } from './map-view.ts'

/** Every colour of the map but those of the depths (`depth-colours.ts`), as `#RRGGBB`. */
export type Palette = {
  readonly land: string
  readonly wood: string
  readonly grass: string
  readonly farmland: string
  readonly sand: string
  readonly wetland: string
  readonly water: string
  readonly shore: string
  readonly waterway: string
  readonly building: string
  readonly buildingEdge: string
  readonly motorway: string
  readonly motorwayCasing: string
  readonly mainRoad: string
  readonly mainRoadCasing: string
  readonly road: string
  readonly roadCasing: string
  readonly path: string
  readonly rail: string
  /** Behind the white number of a main road. */
  readonly roadSign: string
  readonly railGap: string
  readonly boundary: string
  readonly outline: string
  readonly outlineHalo: string
  /** Painted outside the municipality, at `veilOpacity` (0…1). */
  readonly veil: string
  readonly veilOpacity: number
  readonly label: string
  readonly labelHalo: string
  readonly labelSoft: string
  readonly labelWater: string
  readonly labelWaterHalo: string
  readonly notAssessedInk: string
  readonly notAssessedFill: string
  readonly picked: string
  readonly pickedEdge: string
  readonly here: string
  readonly hereEdge: string
  /** What a person put on the map, and what is being drawn. */
  readonly mine: string
  readonly mineCasing: string
  /** Closures of roads: the red of Japanese signs of prohibition. */
  readonly closure: string
  readonly closureCasing: string
  /** Ways on foot; `routeEdge` is the thin line around the one that is told. */
  readonly route: string
  readonly routeCasing: string
  readonly routeEdge: string
  /** Opacity of the depth patterns, 0…1. */
  readonly patternOpacity: number
}

/** A calm, nearly grey base: nothing on it comes near the yellow-to-purple scale of the depths, and nothing is green. */
const day: Palette = {
  land: '#F5F4F0',
  wood: '#E2E8DD',
  grass: '#EAEEE3',
  farmland: '#F0F0E6',
  sand: '#F2ECDD',
  wetland: '#DDE8E8',
  water: '#B5D3E7',
  shore: '#7FA9C7',
  waterway: '#6FA3C8',
  building: '#D5D2CB',
  buildingEdge: '#A9A59B',
  motorway: '#D9E2EF',
  motorwayCasing: '#5F7898',
  mainRoad: '#FFFFFF',
  mainRoadCasing: '#7C8794',
  road: '#FFFFFF',
  roadCasing: '#B3B8BE',
  path: '#8C7F6C',
  rail: '#4A4F57',
  roadSign: '#2A4B8D',
  railGap: '#FFFFFF',
  boundary: '#8A8194',
  outline: '#3D3A52',
  outlineHalo: '#FFFFFF',
  veil: '#E9EAEC',
  veilOpacity: 0.62,
  label: '#1D232B',
  labelHalo: '#FFFFFF',
  labelSoft: '#474F59',
  labelWater: '#1F4E79',
  labelWaterHalo: '#E6F1F8',
  notAssessedInk: '#6B6F76',
  notAssessedFill: '#DADBDD',
  picked: '#C8102E',
  pickedEdge: '#FFFFFF',
  here: '#0B5FFF',
  hereEdge: '#FFFFFF',
  mine: '#4A2472',
  mineCasing: '#FFFFFF',
  closure: '#B5121B',
  closureCasing: '#FFFFFF',
  route: '#0B57D0',
  routeCasing: '#FFFFFF',
  routeEdge: '#06245C',
  patternOpacity: 0.5,
}

const night: Palette = {
  land: '#171C22',
  wood: '#18231F',
  grass: '#1A2522',
  farmland: '#1B2123',
  sand: '#25241F',
  wetland: '#17262B',
  water: '#0C2B43',
  shore: '#2F5D80',
  waterway: '#3A729C',
  building: '#2A3038',
  buildingEdge: '#4A535E',
  motorway: '#5B6F8C',
  motorwayCasing: '#0B0E12',
  mainRoad: '#66727F',
  mainRoadCasing: '#0B0E12',
  road: '#3F4954',
  roadCasing: '#0B0E12',
  path: '#8A8270',
  rail: '#9AA4AF',
  roadSign: '#2A4B8D',
  railGap: '#171C22',
  boundary: '#8C84A0',
  outline: '#D7D2EA',
  outlineHalo: '#0B0E12',
  veil: '#000000',
  veilOpacity: 0.5,
  label: '#F1F4F7',
  labelHalo: '#0B0E12',
  labelSoft: '#BCC5CE',
  labelWater: '#A9D2F3',
  labelWaterHalo: '#0A1D2E',
  notAssessedInk: '#A5ABB3',
  notAssessedFill: '#2B3037',
  picked: '#FF5468',
  pickedEdge: '#0B0E12',
  here: '#6AA8FF',
  hereEdge: '#0B0E12',
  mine: '#D9C2FF',
  mineCasing: '#0B0E12',
  closure: '#FF7B7B',
  closureCasing: '#0B0E12',
  route: '#7FB2FF',
  routeCasing: '#0B0E12',
  routeEdge: '#E4EEFF',
  patternOpacity: 0.5,
}

const contrast: Palette = {
  land: '#FFFFFF',
  wood: '#F2F2F2',
  grass: '#F7F7F7',
  farmland: '#FFFFFF',
  sand: '#FFFFFF',
  wetland: '#E3F0FA',
  water: '#A9D4FF',
  shore: '#003A70',
  waterway: '#00579E',
  building: '#D0D0D0',
  buildingEdge: '#5A5A5A',
  motorway: '#CFDDF2',
  motorwayCasing: '#000000',
  mainRoad: '#FFFFFF',
  mainRoadCasing: '#000000',
  road: '#FFFFFF',
  roadCasing: '#5E5E5E',
  path: '#4A4A4A',
  rail: '#000000',
  roadSign: '#2A4B8D',
  railGap: '#FFFFFF',
  boundary: '#4B2E83',
  outline: '#000000',
  outlineHalo: '#FFFFFF',
  veil: '#D9D9D9',
  veilOpacity: 0.6,
  label: '#000000',
  labelHalo: '#FFFFFF',
  labelSoft: '#1A1A1A',
  labelWater: '#00264D',
  labelWaterHalo: '#FFFFFF',
  notAssessedInk: '#3A3A3A',
  notAssessedFill: '#D0D0D0',
  picked: '#B00020',
  pickedEdge: '#FFFFFF',
  here: '#0037B3',
  hereEdge: '#FFFFFF',
  mine: '#2E0A5C',
  mineCasing: '#FFFFFF',
  closure: '#8F0010',
  closureCasing: '#FFFFFF',
  route: '#0037B3',
  routeCasing: '#FFFFFF',
  routeEdge: '#000000',
  patternOpacity: 0.85,
}

/**
 * White paper and a copier that knows black and white only: nothing is told by a hue. The ground is left white and the roads thin
 * and grey, so that the patterns of the zones are the darkest thing but for names and symbols.
 */
const print: Palette = {
  land: '#FFFFFF',
  wood: '#FFFFFF',
  grass: '#FFFFFF',
  farmland: '#FFFFFF',
  sand: '#FFFFFF',
  wetland: '#FFFFFF',
  water: '#DCDCDC',
  shore: '#5A5A5A',
  waterway: '#6E6E6E',
  building: '#D4D4D4',
  buildingEdge: '#8C8C8C',
  motorway: '#FFFFFF',
  motorwayCasing: '#4A4A4A',
  mainRoad: '#FFFFFF',
  mainRoadCasing: '#7A7A7A',
  road: '#FFFFFF',
  roadCasing: '#A6A6A6',
  path: '#8A8A8A',
  rail: '#3A3A3A',
  roadSign: '#000000',
  railGap: '#FFFFFF',
  boundary: '#707070',
  outline: '#000000',
  outlineHalo: '#FFFFFF',
  veil: '#FFFFFF',
  veilOpacity: 0.6,
  label: '#000000',
  labelHalo: '#FFFFFF',
  labelSoft: '#2B2B2B',
  labelWater: '#2B2B2B',
  labelWaterHalo: '#FFFFFF',
  notAssessedInk: '#6E6E6E',
  notAssessedFill: '#FFFFFF',
  picked: '#000000',
  pickedEdge: '#FFFFFF',
  here: '#000000',
  hereEdge: '#FFFFFF',
  mine: '#000000',
  mineCasing: '#FFFFFF',
  closure: '#000000',
  closureCasing: '#FFFFFF',
  route: '#000000',
  routeCasing: '#FFFFFF',
  routeEdge: '#000000',
  patternOpacity: 1,
}

/** The palettes by theme. */
export const PALETTES: { readonly [theme in MapTheme]: Palette } = { day, night, contrast, print }
