import { rankOfBounds } from '../hazards/depth-band.ts'
import type { LandslideZone } from '../hazards/landslide.ts'
import { hoursOf } from '../risk/found-hazard.ts'
import type {
  DurationAnswer,
  HazardAnswer,
  NoHazardFound,
  UnavailableReason,
  WaterHazard,
} from '../risk/hazard-answer.ts'
import { bySeverity } from '../risk/severity.ts'
import { OFFICIAL_SOURCE } from './credit.ts'
import type { Meaning } from './legends.ts'
import { WATER_LAYERS, type OfficialLayerId } from './official-layer.ts'
import type { LayerReading } from './read-layer.ts'

/** 雪崩危険箇所: like the answers for hazards, and like them without a member that comforts. */
export type AvalancheAnswer =
  | { readonly answer: 'hazard' }
  | { readonly answer: 'noZonePublished' }
  | { readonly answer: 'dataUnavailable'; readonly why: UnavailableReason }

type ReadingOf = (layer: OfficialLayerId) => LayerReading
type Means<T extends Meaning['type']> = Extract<Meaning, { type: T }>
type Facts = Pick<HazardAnswer, 'kind' | 'scenario' | 'sources' | 'asOf'>

const ofType = <T extends Meaning['type']>({ found }: LayerReading, type: T): readonly Means<T>[] =>
  found.filter((means): means is Means<T> => means.type === type)

const facts = <K extends Facts['kind']>(kind: K, scenario: Facts['scenario'] = 'max') => ({
  kind,
  scenario,
  sources: [OFFICIAL_SOURCE],
  asOf: null,
})

/** The answers for every kind of hazard from what was read of each layer, worst first. */
export function hazardsOf(reading: ReadingOf): {
  readonly hazards: readonly HazardAnswer[]
  readonly avalanche: AvalancheAnswer
} {
  const water = WATER_LAYERS.map(({ kind, scenario, layer, duration }) =>
    waterAnswer(facts(kind, scenario), reading(layer), duration === null ? null : reading(duration)),
  )
  const hazards = [...water, collapseAnswer(reading), landslideAnswer(reading), withoutLayer()]
  return { hazards: hazards.toSorted(bySeverity), avalanche: avalancheAnswer(reading('avalanche')) }
}

/** 0 for what stands first; the higher the worse, and no upper bound is the worst. */
const longestFirst = (
  a: { readonly min: number; readonly max: number | null },
  b: { readonly min: number; readonly max: number | null },
): number => (b.max ?? Infinity) - (a.max ?? Infinity) || b.min - a.min || 0

function waterAnswer(
  common: Pick<WaterHazard, 'kind' | 'scenario' | 'sources' | 'asOf'>,
  reading: LayerReading,
  duration: LayerReading | null,
): HazardAnswer {
  const [deepest] = ofType(reading, 'depth').toSorted(longestFirst)
  if (deepest === undefined) return nothingFound(common, [reading])
  const depth = { min: deepest.min, max: deepest.max }
  return {
    ...common,
    answer: 'hazard',
    complete: reading.trouble === null,
    rank: rankOfBounds(depth),
    depth,
    duration: durationAnswer(duration),
    river: null,
    rivers: [],
  }
}

function durationAnswer(reading: LayerReading | null): DurationAnswer {
  if (reading === null) return { answer: 'dataUnavailable', why: 'notBuilt' }
  const [longest] = ofType(reading, 'duration').toSorted(longestFirst)
  if (longest !== undefined) return hoursOf({ min: longest.min, max: longest.max })
  return reading.trouble === null
    ? { answer: 'noZonePublished' }
    : { answer: 'dataUnavailable', why: reading.trouble }
}

function collapseAnswer(reading: ReadingOf): HazardAnswer {
  const readings = [reading('collapseFlow'), reading('collapseErosion')]
  const causes = new Set(readings.flatMap((one) => ofType(one, 'collapse')).map(({ by }) => by))
  const common = facts('houseCollapse')
  if (causes.size === 0) return nothingFound(common, readings)
  return {
    ...common,
    answer: 'hazard',
    complete: troubleOf(readings) === null,
    zone: causes.size === 2 ? 'both' : causes.has('flow') ? 'flow' : 'erosion',
    rivers: [],
  }
}

/**
 * Whether the red zone was surveyed is not in the pictures, so `specialUnsurveyed` is never claimed; that it is not known is
 * said beside the answer (`describeOnline`).
 */
function landslideAnswer(reading: ReadingOf): HazardAnswer {
  const readings = [reading('debrisFlow'), reading('steepSlope'), reading('slide')]
  const zones = readings
    .flatMap((one) => ofType(one, 'landslide'))
    .map(({ phenomenon, zone, planned }): LandslideZone => ({
      phenomenon,
      zone,
      planned,
      specialUnsurveyed: false,
    }))
    .toSorted((a, b) => weight(b) - weight(a))
  const [worst] = zones
  const common = facts('landslide')
  if (worst === undefined) return nothingFound(common, readings)
  return { ...common, answer: 'hazard', complete: troubleOf(readings) === null, zone: worst.zone, zones }
}

const weight = ({ zone, planned }: LandslideZone): number => (zone === 'special' ? 2 : 0) + (planned ? 0 : 1)

/** A picture that could not be fetched outweighs one that could not be read: asking again may help. */
const troubleOf = (readings: readonly LayerReading[]): LayerReading['trouble'] =>
  readings.find(({ trouble }) => trouble === 'notFetched')?.trouble ??
  readings.find(({ trouble }) => trouble !== null)?.trouble ??
  null

/** Nothing was found: it is "no zone published" only when every picture was had and every colour was understood. */
function nothingFound(common: Facts, readings: readonly LayerReading[]): NoHazardFound {
  const why = troubleOf(readings)
  return why === null
    ? { ...common, answer: 'noZonePublished' }
    : { ...common, answer: 'dataUnavailable', why }
}

/** The portal has no picture of ponds that break. */
const withoutLayer = (): NoHazardFound => ({
  ...facts('pond'),
  sources: [],
  answer: 'dataUnavailable',
  why: 'notBuilt',
})

function avalancheAnswer(reading: LayerReading): AvalancheAnswer {
  if (ofType(reading, 'avalanche').length > 0) return { answer: 'hazard' }
  return reading.trouble === null
    ? { answer: 'noZonePublished' }
    : { answer: 'dataUnavailable', why: reading.trouble }
}
