import type { HazardKind, WaterKind } from '../hazards/hazard-kind.ts'
import type {
  CollapseHazard,
  DurationAnswer,
  FoundHazard,
  HazardAnswer,
  LandslideHazard,
  NoHazardFound,
  RiskAnswer,
  WaterHazard,
} from '../risk/hazard-answer.ts'
import type { MissingWhy } from './stay-decision.ts'

/**
 * One kind of hazard at the place as the rules read it, with three values: a zone reaches it (`zones` not empty), it is not
 * known (`missing`), or it lies outside the published zones (neither). Both can hold: a zone is there and a worse one may be.
 */
export type Reading<H extends FoundHazard> = {
  /** Every published zone that reaches the place, of every scenario. */
  readonly zones: readonly H[]
  /** Why the largest conceivable case is not, or not wholly, known; null where it is. */
  readonly missing: MissingWhy | null
  /** True where a coverage says that the largest conceivable case was studied here. */
  readonly studied: boolean
}

export type Readings = { readonly [K in WaterKind]: Reading<WaterHazard> } & {
  readonly landslide: Reading<LandslideHazard>
  readonly houseCollapse: Reading<CollapseHazard>
}

/** The answers at a place, kind by kind. A kind without any answer is missing, never "none". */
export function readRisk(risk: RiskAnswer): Readings {
  const water = (kind: WaterKind) =>
    readingOf(
      risk,
      kind,
      (answer): answer is WaterHazard => answer.answer === 'hazard' && answer.kind === kind,
    )
  return {
    flood: water('flood'),
    stormSurge: water('stormSurge'),
    tsunami: water('tsunami'),
    inlandFlood: water('inlandFlood'),
    pond: water('pond'),
    landslide: readingOf(
      risk,
      'landslide',
      (answer): answer is LandslideHazard => answer.answer === 'hazard' && answer.kind === 'landslide',
    ),
    houseCollapse: readingOf(
      risk,
      'houseCollapse',
      (answer): answer is CollapseHazard => answer.answer === 'hazard' && answer.kind === 'houseCollapse',
    ),
  }
}

/** Only 想定最大規模 can be missing: the design scale lies within it and adds nothing that is not known there. */
function readingOf<H extends FoundHazard>(
  risk: RiskAnswer,
  kind: HazardKind,
  isZone: (answer: HazardAnswer) => answer is H,
): Reading<H> {
  const answers = risk.hazards.filter((answer) => answer.kind === kind)
  const largest = answers.filter(({ scenario }) => scenario === 'max')
  const missing = largest.map(missingIn).find((why) => why !== null)
  return {
    zones: answers.filter(isZone),
    missing: largest.length === 0 ? 'notBuilt' : (missing ?? null),
    studied: largest.length > 0 && largest.every(({ answer }) => answer === 'assessedNone'),
  }
}

const missingIn = (answer: FoundHazard | NoHazardFound): MissingWhy | null => {
  switch (answer.answer) {
    case 'hazard':
      return answer.complete ? null : 'incomplete'
    case 'dataUnavailable':
      return answer.why
    case 'notAssessed':
    case 'outsidePack':
      return answer.answer
    case 'assessedNone':
    case 'noZonePublished':
      return null
  }
}

/** True where nothing is known of the kind, not even a zone. */
export const isUnknown = ({ zones, missing }: Reading<FoundHazard>): boolean =>
  zones.length === 0 && missing !== null

/** The deepest that any river of any scenario may stand, in metres; null = no upper bound is published. */
export function deepest(zones: readonly WaterHazard[]): number | null {
  const uppers = zones.flatMap(({ depth, rivers }) => [depth.max, ...rivers.map((river) => river.depth.max)])
  return uppers.reduce(
    (most: number | null, one) => (most === null || one === null ? null : Math.max(most, one)),
    0,
  )
}

/**
 * What is required where the duration is not known. Hours: our choice, three days, which is also what households are asked
 * to keep in stock (最低3日間分: 防災基本計画).
 */
export const HOURS_IF_NOT_KNOWN = 72

/**
 * How long a household must hold out. `hours`: the longest upper bound of all rivers, at least `HOURS_IF_NOT_KNOWN` where
 * one of them is not known; null = no upper bound. Durations are published for the largest scale, so the design scale is
 * only asked where that one is absent.
 */
export function longest(zones: readonly WaterHazard[]): {
  readonly hours: number | null
  readonly known: boolean
} {
  const largest = zones.filter(({ scenario }) => scenario === 'max')
  const asked = largest.length > 0 ? largest : zones
  const answers = asked.flatMap(({ duration, rivers }): DurationAnswer[] => [
    duration,
    ...rivers.map((river) => river.duration),
  ])
  const known = answers.every(({ answer }) => answer === 'hours')
  const uppers = answers.flatMap((one) => (one.answer === 'hours' ? [one.hours.max] : []))
  if (uppers.includes(null)) return { hours: null, known }
  return { hours: Math.max(known ? 0 : HOURS_IF_NOT_KNOWN, ...uppers.map(Number)), known }
}
