import { floorHeight } from '../floor-height.ts'
import type { Home } from '../home.ts'
import { deepest, longest } from '../read-risk.ts'
import type { Finding, RuleSource, StayFact, StayResult } from '../stay-decision.ts'
import { isFlooding, type Rule } from './rule.ts'

/** Above this depth everybody leaves, on whatever floor. Metres. Source: 鳥取県 (pref.tottori.lg.jp/307344.htm). */
const EVERYBODY_LEAVES = 5

/** From this floor on, a household above the water is told to ask who keeps the building: our choice, after the legend. */
const ASK_FROM_FLOOR = 5

const finding = (says: StayResult, fact: StayFact, source: RuleSource = 'evacuationFlow'): Finding => ({
  says,
  rule: 'C',
  fact,
  source,
})

/**
 * Rule C. 屋内安全確保 is possible only where the living floor lies above the water **and** the household can hold out until
 * it has gone (and, by rules A and B, neither zone is there). Otherwise: leave.
 * Source: 避難情報に関するガイドライン (内閣府), the three conditions of 屋内安全確保. That water from a pond is judged like
 * that of a river is our choice.
 */
export const waterDepth: Rule = (hazard, risk, home) => {
  if (!isFlooding(hazard) || risk[hazard].zones.length === 0) return []
  const { zones } = risk[hazard]
  return [aboveTheFloor(deepest(zones), home), ...holdingOut(longest(zones), home)]
}

function aboveTheFloor(upper: number | null, home: Home): Finding {
  const height = floorHeight(home.floor)
  if (upper === null) return finding('leave', { type: 'noUpperBound' }, 'tottori')
  if (upper > EVERYBODY_LEAVES) {
    const askBuilding = home.floor >= ASK_FROM_FLOOR && upper <= height
    return finding('leave', { type: 'above5m', upper, askBuilding }, 'tottori')
  }
  return upper > height
    ? finding('leave', { type: 'depthAboveFloor', upper, floorHeight: height })
    : finding('stayPossible', { type: 'depthBelowFloor', upper, floorHeight: height })
}

function holdingOut(
  { hours: need, known }: ReturnType<typeof longest>,
  { stockHours }: Home,
): readonly Finding[] {
  if (need === null) return [finding('leave', { type: 'durationOpen' })]
  const unsure = known ? [] : [finding('stayPossible', { type: 'durationNotKnown', need }, 'ours')]
  if (stockHours === null) return [finding('notKnown', { type: 'stockNotGiven', need }), ...unsure]
  if (stockHours < need)
    return [finding('leave', { type: 'stockTooShort', need, have: stockHours }), ...unsure]
  return unsure
}
