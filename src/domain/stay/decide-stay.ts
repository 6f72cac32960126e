import type { RiskAnswer } from '../risk/hazard-answer.ts'
import { levelFor, type Home } from './home.ts'
import { isUnknown, readRisk, type Readings } from './read-risk.ts'
import { RULES } from './rules.ts'
import {
  STAY_HAZARDS,
  type Finding,
  type StayDecision,
  type StayFact,
  type StayHazard,
  type StayLevel,
  type StayResult,
  type StayVerdict,
} from './stay-decision.ts'
import { wouldChange } from './would-change.ts'

/**
 * 立退き避難 or 屋内安全確保 for one building, with the fact that decides.
 *
 * Three-valued: one reason to leave is enough to leave; else one missing fact is enough for "not known"; only where every
 * fact that a rule needs is there is staying possible. The rules and their sources: `rules/`.
 *
 * A `pond` of which nothing is known is listed and does not turn the whole into "not known": hardly any municipality
 * publishes it, and the sentence would then be the same everywhere.
 * @param home a home that `parseHome` accepted
 */
export function decideStay(risk: RiskAnswer, home: Home): StayDecision {
  const readings = readRisk(risk)
  const verdicts = STAY_HAZARDS.map((hazard) => verdictOn(hazard, readings, home))
  const counted = verdicts.filter(({ hazard }) => hazard !== 'pond' || !isUnknown(readings.pond))
  const rain = summaryOf(counted.filter(({ hazard }) => hazard !== 'tsunami'))
  const tsunami = summaryOf(verdicts.filter(({ hazard }) => hazard === 'tsunami'))
  const overall = WORST_FIRST[tsunami.result] < WORST_FIRST[rain.result] ? tsunami : rain
  return { overall, rain, tsunami, hazards: [...verdicts].sort(byUrgency) }
}

const WORST_FIRST: { readonly [result in StayResult]: number } = { leave: 0, notKnown: 1, stayPossible: 2 }

/** What weighs most, first: of several facts this one is told as the one that decides. */
const WEIGHT = [
  'landslideZone',
  'collapse',
  'tsunamiZone',
  'noUpperBound',
  'above5m',
  'depthAboveFloor',
  'durationOpen',
  'stockTooShort',
  'dataMissing',
  'stockNotGiven',
  'depthBelowFloor',
  'durationNotKnown',
  'outsideZones',
] as const satisfies readonly StayFact['type'][]

const byWeight = (a: Finding, b: Finding): number =>
  WORST_FIRST[a.says] - WORST_FIRST[b.says] ||
  WEIGHT.indexOf(a.fact.type) - WEIGHT.indexOf(b.fact.type) ||
  amountIn(b.fact) - amountIn(a.fact)

/** Of two facts of one kind the deeper or longer one weighs more, and "not told whether studied" more than "studied". */
function amountIn(fact: StayFact): number {
  if ('upper' in fact) return fact.upper ?? Infinity
  if ('need' in fact) return fact.need
  return 'studied' in fact && !fact.studied ? 1 : 0
}

function byUrgency(a: StayVerdict, b: StayVerdict): number {
  const first = (verdict: StayVerdict): Finding => ({ ...verdict, says: verdict.result })
  return byWeight(first(a), first(b)) || STAY_HAZARDS.indexOf(a.hazard) - STAY_HAZARDS.indexOf(b.hazard)
}

function verdictOn(hazard: StayHazard, risk: Readings, home: Home): StayVerdict {
  const findings = RULES.flatMap((rule) => rule(hazard, risk, home)).sort(byWeight)
  const [first] = findings
  if (first === undefined) throw new RangeError(`no rule speaks of ${hazard}`)
  return {
    hazard,
    result: first.says,
    level: levelOf(hazard, first, home),
    rule: first.rule,
    fact: first.fact,
    source: first.source,
    findings,
    wouldChange: wouldChange(findings),
  }
}

/** Outside the zones there is nothing to leave; else the level holds for going, and for being upstairs where one stays. */
function levelOf(hazard: StayHazard, { rule }: Finding, home: Home): StayLevel {
  if (rule === 'E') return null
  return hazard === 'tsunami' ? 'atOnce' : levelFor(home)
}

/** The worst verdict speaks for all; the findings are those of all, since each of them would have to change. */
function summaryOf(verdicts: readonly StayVerdict[]): StayVerdict {
  const [worst] = [...verdicts].sort(byUrgency)
  if (worst === undefined) throw new RangeError('nothing to sum up')
  const level = verdicts.find((verdict) => verdict.level !== null)?.level ?? null
  const findings = [worst, ...verdicts.filter((verdict) => verdict !== worst)]
    .flatMap((verdict) => verdict.findings)
    .sort(byWeight)
  return { ...worst, level, findings, wouldChange: wouldChange(findings) }
}
