import type { Phrase } from '../risk/report.ts'
import { romajiOf } from '../places/romaji.ts'
import type { Site } from '../shelters/site.ts'
import type { Counterfactual, DrillResult, DrillRun } from './drill-run.ts'

/** The sites by whose names a result is told. */
export type Named = readonly Pick<Site, 'id' | 'name'>[]

/** The name of a site as what fills `{{- place}}`; null where the list has lost it. */
export function placeParams(sites: Named, id: string | null): Readonly<Record<string, string>> | null {
  const name = sites.find((site) => site.id === id)?.name
  if (name === undefined) return null
  const romaji = romajiOf(name.ja, name.kana)
  return {
    'place@ja': name.ja,
    'place@kana': name.kana ?? '',
    ...(romaji === null ? {} : { 'place@romaji': romaji }),
    ...(name.en === null ? {} : { 'place@en': name.en }),
  }
}

/**
 * What came of a drill in one plain sentence. Nobody is praised for a thing that was luck, and nothing is called by a word for "out of
 * danger": arriving is arriving.
 */
export function describeOutcome({ outcome, goal }: DrillResult, sites: Named): Phrase {
  const place = outcome === 'arrived' ? placeParams(sites, goal) : null
  return place === null
    ? { key: `drills:end.outcome.${outcome}` }
    : { key: 'drills:end.outcome.arrivedAt', params: place }
}

/**
 * The time to spare, or by which the water was first; null where nothing is to be said of it (they stayed, or gave up before any water
 * came). Minutes to spare are rounded down, minutes that were missing up: never better than it was.
 */
export function describeMargin(result: DrillResult): Phrase | null {
  const { outcome, margin, unknownMetres } = result
  if (margin === null) {
    if (outcome === 'stayed' || outcome === 'unknown' || result.metres === 0) return null
    // Water is only said not to have come where all of the way is known.
    return { key: unknownMetres > 0 ? 'drills:end.margin.unknown' : 'drills:end.margin.none' }
  }
  if (outcome === 'tooLate') return counted('drills:end.margin.home', Math.ceil(-margin))
  if (margin >= 1) return counted('drills:end.margin.after', Math.floor(margin))
  return margin >= 0
    ? { key: 'drills:end.margin.barely' }
    : counted('drills:end.margin.before', Math.ceil(-margin))
}

const counted = (key: string, count: number): Phrase => ({ key, params: { count } })

/** A stretch in water: how deep, and how long, metres. */
export type WetStretch = { readonly depth: Phrase; readonly metres: number }

const WET_KEYS = [
  [0.1, 'below01'],
  [0.3, 'below03'],
  [0.5, 'below05'],
  [null, 'deep'],
] as const

/** Shorter is no stretch, metres: a position is not known better. Own choice. */
const LEAST_METRES = 1

/** The metres that were walked in water, the deepest first; none = no water is known to have been walked in. */
export const describeWet = ({ wet }: DrillResult): readonly WetStretch[] =>
  WET_KEYS.toReversed().flatMap(([below, word]) => {
    const metres = wet.find((one) => one.below === below)?.metres ?? 0
    return metres < LEAST_METRES ? [] : [{ depth: { key: `drills:replay.depth.${word}` }, metres }]
  })

/** That nothing was known of a stretch, so that the time to spare is at most what is told; null = all of it was known. */
export const describeUnknown = ({ unknownMetres }: DrillResult): Phrase | null =>
  unknownMetres < LEAST_METRES
    ? null
    : { key: 'drills:end.unknownMetres', params: { 'length@metres': unknownMetres } }

/** How long it took from the first call to leave until they went; null = they did not leave, or nothing called. */
export function describePrepared({ prepared }: DrillResult): Phrase | null {
  if (prepared === null) return null
  return prepared <= -1
    ? counted('drills:end.prepared.before', Math.floor(-prepared))
    : counted('drills:end.prepared.after', Math.max(0, Math.ceil(prepared)))
}

/** The measured walking speed as metres in a minute on the clock; null = too little was walked, or it was not on foot. */
export const describeSpeed = ({ speed }: DrillResult): Phrase | null =>
  speed === null ? null : { key: 'drills:end.speed', params: { 'length@metres': speed * 60 } }

/**
 * What another choice would have done, in one sentence; null where it would have made no difference that can be told.
 * @param own the result that it is held against
 */
export function describeOther(
  other: Counterfactual,
  own: DrillResult,
  { left }: Pick<DrillRun, 'left'>,
  sites: Named,
): Phrase | null {
  switch (other.kind) {
    case 'earlier':
      return counted(left === null ? 'drills:end.other.ahead' : 'drills:end.other.earlier', other.minutes)
    case 'otherSite': {
      const place = placeParams(sites, other.site)
      return place === null ? null : { key: 'drills:end.other.site', params: place }
    }
    case 'otherWay':
      return describeWay(other, own)
    case 'upstairs':
      return { key: 'drills:end.other.upstairs' }
  }
}

function describeWay(
  { by, gained }: Extract<Counterfactual, { kind: 'otherWay' }>,
  own: DrillResult,
): Phrase | null {
  const road = by === null ? {} : { 'road@name': by }
  if (own.outcome !== 'arrived')
    return { key: by === null ? 'drills:end.other.way' : 'drills:end.other.wayNamed', params: road }
  const count = Math.floor(gained)
  const key = by === null ? 'drills:end.other.more' : 'drills:end.other.moreNamed'
  return count < 1 ? null : { key, params: { ...road, count } }
}
