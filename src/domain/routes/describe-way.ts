import { DEPTH_BANDS, isDepthRank } from '../hazards/depth-band.ts'
import type { HazardKind } from '../hazards/hazard-kind.ts'
import { LANDSLIDE_CLASSES } from '../hazards/landslide.ts'
import { compassPoint } from '../geo/bearing.ts'
import type { Area } from '../packs/area.ts'
import { boundsWords } from '../risk/describe-answer.ts'
import type { HazardReport, Phrase } from '../risk/report.ts'
import type { RoadName } from './graph.ts'
import { landmarkAt, type Landmark } from './landmarks.ts'
import { walkingTime, type Route, type ZoneExposure } from './route.ts'
import type { RouteStep, StepKind } from './steps.ts'
import { zoneBar } from './walked-zones.ts'

/** One step of a way in words; each sentence stands alone, so that no grammar joins them. */
export type StepLine = {
  readonly kind: StepKind
  readonly text: Phrase
  /** The way that is walked from here; null = it has no name, or it was told already. */
  readonly road: Phrase | null
  /** What stands here; null = nothing with a name. */
  readonly landmark: Phrase | null
  /** Until the next step; null at the end, and where the next one is told at the same spot. */
  readonly length: Phrase | null
}

/** One stretch of what a way leads through, in words. */
export type WayStretch = {
  readonly tone: 'hazard' | 'unknown'
  /** How the zone is drawn on the map; null where it is not drawn in one way only, or not known. */
  readonly look: HazardReport['look']
  readonly text: Phrase
}

/** Metres as people say them: to 10 m, never 0. */
export const toldMetres = (decimetres: number): number => Math.max(10, Math.round(decimetres / 100) * 10)

/** Whole minutes, rounded up. */
export const toldMinutes = (deciseconds: number): number => Math.ceil(deciseconds / 600)

/** How far, with what lies beside the ways, and in how many minutes. */
export const describeLength = (route: Route): { readonly metres: number; readonly minutes: number } => ({
  metres: toldMetres(route.decimetres + route.beside.decimetres),
  minutes: toldMinutes(walkingTime(route)),
})

/**
 * A way as steps in words. A landmark is told once, a road where it begins; at the end neither, because the site is named.
 * @param area what may stand at a turn; null = nothing is looked for
 */
export function describeSteps(
  steps: readonly RouteStep[],
  area: Pick<Area, 'sites' | 'places' | 'features'> | null,
): readonly StepLine[] {
  const told: string[] = []
  let road = ''
  return steps
    .filter(({ kind }, _, all) => kind === 'arrive' || all.some(({ decimetres }) => decimetres > 0))
    .map(({ kind, name, decimetres, bearing, at }): StepLine => {
      const isEnd = kind === 'arrive'
      const landmark = isEnd || area === null ? null : landmarkAt(area, at, told)
      if (landmark !== null) told.push(landmark.name.ja)
      const isNew = !isEnd && name !== null && keyOf(name) !== road
      road = name === null ? '' : keyOf(name)
      return {
        kind,
        text: {
          key: kind === 'depart' ? `roads:step.depart.${compassPoint(bearing)}` : `roads:step.${kind}`,
        },
        road: isNew ? roadPhrase(name) : null,
        landmark: landmark === null ? null : landmarkPhrase(landmark),
        length:
          decimetres === 0 ? null : { key: 'way:length.told', params: { metres: toldMetres(decimetres) } },
      }
    })
}

const keyOf = ({ ja, ref }: RoadName): string => `${ja} ${ref ?? ''}`

/** The way that is walked from here. */
export const roadPhrase = ({ ja, ref }: RoadName): Phrase =>
  ja === ''
    ? { key: 'roads:step.numbered', params: { number: ref ?? '' } }
    : { key: 'roads:step.along', params: { 'road@ja': ja, 'road@kana': '' } }

/** What stands here. */
export const landmarkPhrase = ({ name: { ja, kana, romaji, en } }: Landmark): Phrase => ({
  key: 'roads:step.at',
  params: {
    'place@ja': ja,
    'place@kana': kana ?? '',
    ...(romaji === null ? {} : { 'place@romaji': romaji }),
    ...(en === null ? {} : { 'place@en': en }),
  },
})

/** What a way leads through, worst first, then what is not known of it. Classes that are told alike are one stretch. */
export function describeStretches(route: Route): readonly WayStretch[] {
  const zones = new Map<string, { readonly zone: ZoneExposure; decimetres: number }>()
  for (const zone of route.exposure) {
    const key = JSON.stringify(throughPhrase(zone, 0))
    const known = zones.get(key)
    if (known === undefined) zones.set(key, { zone, decimetres: zone.decimetres })
    else known.decimetres += zone.decimetres
  }
  const unknown = (text: Phrase): WayStretch => ({ tone: 'unknown', look: null, text })
  return [
    ...[...zones.values()].map(({ zone, decimetres }) => ({
      tone: 'hazard' as const,
      look: lookOf(zone),
      text: throughPhrase(zone, decimetres),
    })),
    ...(route.perhapsClosedDecimetres === 0
      ? []
      : [unknown({ key: 'roads:perhapsClosed', params: metresOf(route.perhapsClosedDecimetres) })]),
    ...route.unknown.map(({ kind, decimetres }) =>
      unknown({ key: `roads:unknown.${kind}`, params: metresOf(decimetres) }),
    ),
  ]
}

const metresOf = (decimetres: number) => ({ metres: toldMetres(decimetres) })

function throughPhrase({ kind, rank }: ZoneExposure, decimetres: number): Phrase {
  const params = metresOf(decimetres)
  if (kind === 'houseCollapse') return { key: `way:through.houseCollapse.${collapseOf(rank)}`, params }
  if (kind === 'landslide') return { key: `way:through.landslide.${landslideOf(rank)}`, params }
  const { how, metres } = boundsWords(DEPTH_BANDS[isDepthRank(rank) ? rank : 6])
  return { key: `way:through.${kind}.${how}`, params: { ...params, ...metres } }
}

/**
 * How much of a way cannot be walked once water or earth is there, at least: zones of several hazards overlap, and only those of
 * one are added up. null = none is known of.
 */
export function describeImpassable({ exposure }: Route): Phrase | null {
  const sums = new Map<HazardKind, number>()
  for (const { kind, rank, decimetres } of exposure)
    if (zoneBar(kind, rank) !== null) sums.set(kind, (sums.get(kind) ?? 0) + decimetres)
  const most = Math.max(0, ...sums.values())
  return most === 0 ? null : { key: 'roads:impassable', params: metresOf(most) }
}

/** By the ranks of `edgeRankOf`; one that no list knows is told as the worst. */
const collapseOf = (rank: number) => (rank === 1 ? 'erosion' : rank === 2 ? 'flow' : 'both')

function landslideOf(rank: number): 'warning' | 'special' {
  const known: Readonly<Record<number, { readonly zone: 'warning' | 'special' } | undefined>> =
    LANDSLIDE_CLASSES
  return known[rank]?.zone ?? 'special'
}

/** Of a landslide zone a graph does not keep the phenomenon, by which the map colours it. */
function lookOf({ kind, rank }: ZoneExposure): HazardReport['look'] {
  switch (kind) {
    case 'landslide':
      return null
    case 'houseCollapse':
      return { layer: `houseCollapse-${rank === 1 ? 'erosion' : 'flow'}`, rank: 1 }
    case 'flood':
    case 'stormSurge':
    case 'tsunami':
    case 'inlandFlood':
    case 'pond':
      return { layer: `${kind}-max`, rank: isDepthRank(rank) ? rank : 6 }
  }
}

/**
 * What else has to be known of a way: that no zone is no promise, that something is not known, and of what nobody looked.
 * @param hazards those that were regarded; none = there is no map of this danger
 */
export function describeNotes(route: Route, hazards: readonly HazardKind[]): readonly Phrase[] {
  const keys: string[] = []
  if (hazards.length === 0) keys.push('roads:noZones')
  else if (route.exposure.length === 0 && route.unknownDecimetres < route.decimetres)
    keys.push('way:note.noZone')
  if (route.unknown.length > 0) keys.push('way:note.unknown')
  const notes: readonly Phrase[] = keys.map((key) => ({ key }))
  return route.beside.decimetres === 0
    ? notes
    : [...notes, { key: 'roads:beside', params: metresOf(route.beside.decimetres) }]
}
