import type { HazardKind } from '../hazards/hazard-kind.ts'
import type { LandslideZone } from '../hazards/landslide.ts'
import type { CollapseHazard, UnavailableReason } from '../risk/hazard-answer.ts'

/** What is decided for: `flood` is depth, duration and the house-collapse zone together. Also the order of equal verdicts. */
export const STAY_HAZARDS = ['landslide', 'flood', 'stormSurge', 'inlandFlood', 'pond', 'tsunami'] as const
export type StayHazard = (typeof STAY_HAZARDS)[number]

/**
 * `leave` = 立退き避難; `stayPossible` = 屋内安全確保 is possible, leaving is still the surer choice; `notKnown` = a fact
 * that the rule needs is missing. There is deliberately no fourth.
 */
export type StayResult = 'leave' | 'notKnown' | 'stayPossible'

/**
 * A landslide zone · B house-collapse zone · C depth, duration and stock · D tsunami zone · E outside the published zones ·
 * F not known. One file each in `rules/`.
 */
export type RuleLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

/**
 * Whose rule it is. `evacuationFlow` 内閣府 避難行動判定フロー and 避難情報に関するガイドライン · `tottori` 鳥取県
 * (pref.tottori.lg.jp/307344.htm): above 5 m everybody leaves · `tsunamiGuideline` the same guideline, where a tsunami has
 * no levels · `ours` our own choice, the more cautious one.
 */
export type RuleSource = 'evacuationFlow' | 'tottori' | 'tsunamiGuideline' | 'ours'

/** Why a fact is missing; `incomplete` = a zone is known, but part of the publisher's files was not had. */
export type MissingWhy = UnavailableReason | 'notAssessed' | 'outsidePack' | 'incomplete'

/** A fact that decides, as data. Depths and heights in metres, times in hours. */
export type StayFact =
  | { readonly type: 'landslideZone'; readonly zone: LandslideZone['zone']; readonly planned: boolean }
  | { readonly type: 'collapse'; readonly by: CollapseHazard['zone'] }
  | { readonly type: 'tsunamiZone'; readonly upper: number | null }
  | { readonly type: 'noUpperBound' }
  /** `askBuilding`: the household lives above the water all the same; only who keeps the building can say more. */
  | { readonly type: 'above5m'; readonly upper: number; readonly askBuilding: boolean }
  | { readonly type: 'depthAboveFloor'; readonly upper: number; readonly floorHeight: number }
  | { readonly type: 'durationOpen' }
  | { readonly type: 'stockTooShort'; readonly need: number; readonly have: number }
  | { readonly type: 'dataMissing'; readonly kind: HazardKind; readonly why: MissingWhy }
  | { readonly type: 'stockNotGiven'; readonly need: number }
  | { readonly type: 'depthBelowFloor'; readonly upper: number; readonly floorHeight: number }
  | { readonly type: 'durationNotKnown'; readonly need: number }
  | { readonly type: 'outsideZones'; readonly studied: boolean }

/** What one rule says of one hazard. */
export type Finding = {
  readonly says: StayResult
  readonly rule: RuleLetter
  readonly fact: StayFact
  readonly source: RuleSource
}

/** What would have to be otherwise for the result to change. Hours, storeys from 1. */
export type Change =
  | { readonly type: 'higherFloor'; readonly floor: number }
  | { readonly type: 'stock'; readonly hours: number }
  | { readonly type: 'data'; readonly kind: HazardKind; readonly why: MissingWhy }
  /** Nothing in this building can change it. */
  | { readonly type: 'nothingHere' }

/** 警戒レベル by which to go at the latest; `atOnce` = a tsunami, which has no levels; null = there is nothing to leave. */
export type StayLevel = 3 | 4 | 'atOnce' | null

export type StayVerdict = {
  /** The hazard that it is about; in a summary the one that decides. */
  readonly hazard: StayHazard
  readonly result: StayResult
  readonly level: StayLevel
  /** Rule, fact and source of the finding that decides: the first of `findings`. */
  readonly rule: RuleLetter
  readonly fact: StayFact
  readonly source: RuleSource
  /** All that was found, what decides first; in a summary of all its hazards. */
  readonly findings: readonly Finding[]
  readonly wouldChange: readonly Change[]
}

/**
 * The decision for one building.
 * - `overall`: the worse of the two parts; of equal ones the rain.
 * - `rain`: what holds in heavy rain, a typhoon, a flood: all hazards but the tsunami. The levels belong to it.
 * - `tsunami`: what holds after strong shaking or when a tsunami warning is issued. Nobody waits for a level there.
 * - `hazards`: one verdict each, worst first.
 */
export type StayDecision = {
  readonly overall: StayVerdict
  readonly rain: StayVerdict
  readonly tsunami: StayVerdict
  readonly hazards: readonly StayVerdict[]
}
