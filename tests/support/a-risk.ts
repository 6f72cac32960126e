import fc from 'fast-check'
import { DEPTH_BANDS, rankOfBounds, type DepthBounds, type DepthRank } from '#domain/hazards/depth-band.ts'
import { DURATION_BANDS, DURATION_RANKS, type DurationRank } from '#domain/hazards/duration.ts'
import { HAZARD_KINDS, WATER_KINDS, type HazardKind, type WaterKind } from '#domain/hazards/hazard-kind.ts'
import { LANDSLIDE_PHENOMENA, type LandslideZone } from '#domain/hazards/landslide.ts'
import type {
  CollapseHazard,
  DurationAnswer,
  HazardAnswer,
  LandslideHazard,
  NoHazardFound,
  RiskAnswer,
  UnavailableReason,
  WaterHazard,
} from '#domain/risk/hazard-answer.ts'
import { someCollapse, someLandslide, someWater } from './an-answer.ts'

const facts = <K extends HazardKind>(kind: K) =>
  ({ kind, scenario: 'max', sources: ['a31a'], asOf: '2025' }) as const

/** Hours of a duration rank, as an answer. */
export const lasting = (rank: DurationRank): DurationAnswer => ({
  answer: 'hours',
  rank,
  hours: DURATION_BANDS[rank],
})

/** Water of one class at a place, by default of a duration that is not known. */
export const aWater = (
  kind: WaterKind,
  depth: DepthBounds,
  changes: Partial<WaterHazard> = {},
): WaterHazard =>
  someWater(rankOfBounds(depth), { kind, depth, duration: { answer: 'noZonePublished' }, ...changes })

export const aCollapse = (
  zone: CollapseHazard['zone'],
  changes: Partial<CollapseHazard> = {},
): CollapseHazard => ({ ...someCollapse(zone), ...changes })

export const aLandslide = (
  zone: LandslideZone['zone'],
  { planned = false, ...changes }: Partial<LandslideHazard> & { readonly planned?: boolean } = {},
): LandslideHazard => someLandslide({ zone, planned }, changes)

export const NOTHING_FOUND = ['assessedNone', 'noZonePublished'] as const
export const NOT_KNOWN = ['notAssessed', 'outsidePack', 'dataUnavailable'] as const

/** An answer without a zone. */
export function without(
  kind: HazardKind,
  answer: NoHazardFound['answer'],
  why: UnavailableReason = 'missing',
): NoHazardFound {
  if (answer === 'dataUnavailable') return { ...facts(kind), answer, why }
  if (answer === 'assessedNone' || answer === 'notAssessed')
    return { ...facts(kind), answer, coverage: 'town' }
  return { ...facts(kind), answer }
}

/** A place with these answers; every kind that is not among them lies outside its published zones. */
export const aRisk = (...answers: readonly HazardAnswer[]): RiskAnswer => ({
  at: [135.02, 30.02],
  area: '99201',
  hazards: [
    ...answers,
    ...HAZARD_KINDS.filter((kind) => !answers.some((answer) => answer.kind === kind)).map((kind) =>
      without(kind, 'noZonePublished'),
    ),
  ],
})

const WHYS = ['missing', 'partial', 'notBuilt', 'unreadable', 'notLoaded'] as const
const scenario = fc.constantFrom('max', 'design')
const duration: fc.Arbitrary<DurationAnswer> = fc.oneof(
  fc.constantFrom(...DURATION_RANKS).map(lasting),
  fc.constant({ answer: 'noZonePublished' } as const),
  fc.constantFrom(...WHYS).map((why) => ({ answer: 'dataUnavailable', why }) as const),
)
/** Official classes, and classes of a prefecture's own. */
const depth: fc.Arbitrary<DepthBounds> = fc.oneof(
  fc.constantFrom<DepthRank>(1, 2, 3, 4, 5, 6).map((rank) => DEPTH_BANDS[rank]),
  fc.record({
    min: fc.double({ min: 0, max: 8, noNaN: true }),
    max: fc.oneof(fc.constant(null), fc.double({ min: 8, max: 30, noNaN: true })),
  }),
)
const river = fc.record({
  river: fc.constant({ id: null, name: 'river' }),
  depth,
  duration,
  rank: fc.constantFrom<DepthRank>(1, 2, 3, 4, 5, 6),
})

const unknownAnswer = (kind: HazardKind): fc.Arbitrary<HazardAnswer> =>
  fc
    .tuple(fc.constantFrom(...NOT_KNOWN), fc.constantFrom(...WHYS), scenario)
    .map(([answer, why, which]) => ({ ...without(kind, answer, why), scenario: which }))

const noneAnswer = (kind: HazardKind): fc.Arbitrary<HazardAnswer> =>
  fc
    .tuple(fc.constantFrom(...NOTHING_FOUND), scenario)
    .map(([answer, which]) => ({ ...without(kind, answer), scenario: which }))

const foundAnswer = (kind: HazardKind): fc.Arbitrary<HazardAnswer> => {
  const complete = fc.boolean()
  if (kind === 'landslide')
    return fc
      .tuple(
        fc.constantFrom<LandslideZone['zone']>('warning', 'special'),
        fc.array(
          fc.record({
            phenomenon: fc.constantFrom(...LANDSLIDE_PHENOMENA),
            zone: fc.constantFrom<LandslideZone['zone']>('warning', 'special'),
            planned: fc.boolean(),
            specialUnsurveyed: fc.boolean(),
          }),
          { maxLength: 3 },
        ),
        complete,
        scenario,
      )
      .map(([zone, zones, isComplete, which]) =>
        aLandslide(zone, { zones, complete: isComplete, scenario: which }),
      )
  if (kind === 'houseCollapse')
    return fc
      .tuple(fc.constantFrom('flow', 'erosion', 'both'), complete, scenario)
      .map(([zone, isComplete, which]) => aCollapse(zone, { complete: isComplete, scenario: which }))
  return fc
    .record({ depth, duration, complete, scenario, rivers: fc.array(river, { maxLength: 2 }) })
    .map(({ depth: bounds, ...rest }) => aWater(kind, bounds, rest))
}

/** Any answer of a kind. */
export const anyAnswer = (kind: HazardKind): fc.Arbitrary<HazardAnswer> =>
  fc.oneof(foundAnswer(kind), noneAnswer(kind), unknownAnswer(kind))

/** Any answers at all: kinds left out, told twice, in any scenario. */
export const anyRisk: fc.Arbitrary<RiskAnswer> = fc
  .array(fc.constantFrom(...HAZARD_KINDS).chain(anyAnswer), { maxLength: 14 })
  .map((hazards) => ({ at: [135.02, 30.02], area: '99201', hazards }))

/** What a pack tells: each kind once, in its largest conceivable scale. */
export const tidyRisk: fc.Arbitrary<RiskAnswer> = fc.tuple(...HAZARD_KINDS.map(anyAnswer)).map((hazards) => ({
  at: [135.02, 30.02],
  area: '99201',
  hazards: hazards.map((answer) => ({ ...answer, scenario: 'max' }) as HazardAnswer),
}))

export const isWater = (answer: HazardAnswer): answer is WaterHazard =>
  answer.answer === 'hazard' && (WATER_KINDS as readonly string[]).includes(answer.kind)
