import { boundsWords, drawnAs } from '../risk/describe-answer.ts'
import type { FoundHazard } from '../risk/hazard-answer.ts'
import type { HazardReport, Phrase } from '../risk/report.ts'
import type { DestinationFor, ExposurePart, RouteExposure, Way } from './plan-facts.ts'
import { SITE_HAZARD_OF } from './plan.ts'

/** One stretch of what a route leads through, in words. */
export type ExposureLine = {
  readonly tone: 'hazard' | 'unknown'
  readonly metres: number
  /** How the zone is drawn on the map; null for what is not known. */
  readonly look: HazardReport['look']
  readonly text: Phrase
}

/** A route's exposure in words: the app, the paper and speech render this and nothing else. */
export type ExposureReport = {
  /** How long, and how much of it cannot be walked when the danger is there. */
  readonly headline: Phrase
  /** Worst first. */
  readonly lines: readonly ExposureLine[]
  /** What else has to be known of it: no zone is no promise, closures are not in these data. */
  readonly notes: readonly Phrase[]
}

/** Metres as people say them: to 10 m, never 0. */
const told = (metres: number): number => Math.max(10, Math.round(metres / 10) * 10)

/**
 * What a line leads through, in words. The keys are in `locales/<tag>/way.json`.
 * @param areClosuresTold true = what is known of closures stands beside it
 */
export function describeExposure(
  { metres, parts, impassable, unknownMetres }: RouteExposure,
  areClosuresTold = false,
): ExposureReport {
  const notes = areClosuresTold ? [] : ['way:note.closures']
  if (unknownMetres > 0) notes.unshift('way:note.unknown')
  if (parts.every(({ state }) => state === 'unknown')) notes.unshift('way:note.noZone')
  return {
    headline:
      impassable > 0
        ? { key: 'way:headline.impassable', params: { metres: told(metres), impassable: told(impassable) } }
        : { key: 'way:headline.length', params: { metres: told(metres) } },
    lines: parts.map(lineOf),
    notes: notes.map((key) => ({ key })),
  }
}

function lineOf({ state, kind, class: name, metres, sample }: ExposurePart): ExposureLine {
  const common = { tone: state, metres } as const
  if (sample.answer !== 'hazard') {
    const why = name === 'notAssessed' || name === 'outsidePack' ? name : 'dataUnavailable'
    return {
      ...common,
      look: null,
      text: { key: `way:unknown.${why}.${kind}`, params: { metres: told(metres) } },
    }
  }
  return { ...common, look: drawnAs(sample), text: throughPhrase(sample, metres) }
}

function throughPhrase(hazard: FoundHazard, metres: number): Phrase {
  const params = { metres: told(metres) }
  if (hazard.kind === 'landslide' || hazard.kind === 'houseCollapse')
    return { key: `way:through.${hazard.kind}.${hazard.zone}`, params }
  const { how, metres: depth } = boundsWords(hazard.depth)
  return { key: `way:through.${hazard.kind}.${how}`, params: { ...params, ...depth } }
}

/**
 * How long a way takes, by day and in the dark; from what that is known is told first.
 * @param isBarred every way there on foot is barred by closures that are known: told last
 */
export function describeWay(
  { from, metres, minutes, nightMinutes }: Way,
  by: 'walk' | 'car',
  isBarred = false,
): readonly Phrase[] {
  const time = { minutes, night: nightMinutes }
  const length =
    metres === null
      ? [{ key: 'way:toldMinutes' }]
      : [{ key: `way:length.${from}`, params: { metres: told(metres) } }]
  if (metres === 0) return [{ key: 'way:time.here' }]
  const barred = isBarred ? [{ key: 'way:barred' }] : []
  return [...length, { key: by === 'walk' ? 'way:time.walk' : 'way:time.car', params: time }, ...barred]
}

/** What has to be known of a place to go to in one danger: the city's word on it, and the zones. */
export function describeDestination({
  hazard,
  zone,
  worst,
  designated,
  stay,
}: DestinationFor): readonly Phrase[] {
  if (zone === 'upstairs') return [{ key: `way:upstairs.${stay ?? 'notTold'}` }]
  const standing: Phrase = worst?.answer === 'hazard' ? zoneOf(worst) : { key: `way:zone.${zone}` }
  if (designated === null) return [standing]
  if (designated === 'gone') return [{ key: 'way:gone' }, standing]
  const word = designated === 'notTold' ? 'unknown' : designated
  return [{ key: `sites:designation.${word}.${SITE_HAZARD_OF[hazard]}` }, standing]
}

function zoneOf(hazard: FoundHazard): Phrase {
  if (hazard.kind === 'landslide') return { key: `way:zone.${hazard.zone}` }
  if (hazard.kind === 'houseCollapse') return { key: 'way:zone.collapse' }
  const { how, metres } = boundsWords(hazard.depth)
  return { key: `way:zone.${how}`, params: metres }
}
