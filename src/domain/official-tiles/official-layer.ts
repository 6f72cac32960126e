import type { Scenario, WaterKind } from '../hazards/hazard-kind.ts'
import {
  AVALANCHE,
  COLLAPSE_EROSION,
  COLLAPSE_FLOW,
  DEBRIS_FLOW,
  DEPTHS,
  DURATIONS,
  INLAND_DEPTHS,
  SLIDE,
  STEEP_SLOPE,
  type Legend,
} from './legends.ts'

/** The official pictures that can be asked for, in the order in which they are listed. */
export const OFFICIAL_LAYER_IDS = [
  'floodMax',
  'floodDesign',
  'floodDuration',
  'collapseFlow',
  'collapseErosion',
  'inlandFlood',
  'stormSurge',
  'tsunami',
  'debrisFlow',
  'steepSlope',
  'slide',
  'avalanche',
] as const
export type OfficialLayerId = (typeof OFFICIAL_LAYER_IDS)[number]

export type OfficialLayer = {
  /** The folder of the layer below `raster/`. */
  readonly path: string
  readonly legend: Legend
  /** How far around a place the picture is read, metres. */
  readonly around: number
}

/**
 * The zone of the current is drawn as circles with gaps between them, so that a point of it may well have no colour: what
 * lies within this many metres counts. It errs towards "in the zone". Own choice for "the surrounding few metres".
 */
const CIRCLE_GAP = 10

/**
 * 重ねるハザードマップ open data: PNG pictures of 256 pixels, `<host>/raster/<path>/{z}/{x}/{y}.png`, zooms 2–17. Where a
 * picture has no coloured pixel there is none (404).
 * Source: https://disaportal.gsi.go.jp/hazardmap/copyright/opendata.html
 */
export const OFFICIAL_LAYERS: { readonly [id in OfficialLayerId]: OfficialLayer } = {
  floodMax: { path: '01_flood_l2_shinsuishin_data', legend: DEPTHS, around: 0 },
  floodDesign: { path: '01_flood_l1_shinsuishin_newlegend_data', legend: DEPTHS, around: 0 },
  floodDuration: { path: '01_flood_l2_keizoku_data', legend: DURATIONS, around: 0 },
  collapseFlow: { path: '01_flood_l2_kaokutoukai_hanran_data', legend: COLLAPSE_FLOW, around: CIRCLE_GAP },
  collapseErosion: { path: '01_flood_l2_kaokutoukai_kagan_data', legend: COLLAPSE_EROSION, around: 0 },
  inlandFlood: { path: '02_naisui_data', legend: INLAND_DEPTHS, around: 0 },
  stormSurge: { path: '03_hightide_l2_shinsuishin_data', legend: DEPTHS, around: 0 },
  tsunami: { path: '04_tsunami_newlegend_data', legend: DEPTHS, around: 0 },
  debrisFlow: { path: '05_dosekiryukeikaikuiki', legend: DEBRIS_FLOW, around: 0 },
  steepSlope: { path: '05_kyukeishakeikaikuiki', legend: STEEP_SLOPE, around: 0 },
  slide: { path: '05_jisuberikeikaikuiki', legend: SLIDE, around: 0 },
  avalanche: { path: '05_nadarekikenkasyo', legend: AVALANCHE, around: 0 },
}

/** The answers about water that come from one picture of depths each. */
export const WATER_LAYERS: readonly {
  readonly kind: WaterKind
  readonly scenario: Scenario
  readonly layer: OfficialLayerId
  readonly duration: OfficialLayerId | null
}[] = [
  { kind: 'flood', scenario: 'max', layer: 'floodMax', duration: 'floodDuration' },
  { kind: 'flood', scenario: 'design', layer: 'floodDesign', duration: null },
  { kind: 'inlandFlood', scenario: 'max', layer: 'inlandFlood', duration: null },
  { kind: 'stormSurge', scenario: 'max', layer: 'stormSurge', duration: null },
  { kind: 'tsunami', scenario: 'max', layer: 'tsunami', duration: null },
]

export const isOfficialLayerId = (value: unknown): value is OfficialLayerId =>
  OFFICIAL_LAYER_IDS.some((id) => id === value)

/** The zooms at which there are pictures. Answers are read at the greatest (about 1 m a pixel). */
export const OFFICIAL_ZOOMS = { min: 2, max: 17 } as const

/** Pixels along the side of a picture. */
export const PICTURE_SIZE = 256
