import type { CollapseHazard } from '#domain/risk/hazard-answer.ts'
import type { Rule } from './rule.ts'
import { isFlooding, reaches } from './rule.ts'

/**
 * Rule B. In a house-collapse zone (家屋倒壊等氾濫想定区域: current or erosion) everybody leaves, on whatever floor.
 * Source: 避難行動判定フロー (内閣府). The zone of the current is reckoned for wooden houses; whether another building would
 * stand cannot be known from the map, so it is no exception: our choice.
 */
export const houseCollapse: Rule = (hazard, risk) => {
  if (!isFlooding(hazard) || !reaches(hazard, risk)) return []
  const by = worstOf(risk.houseCollapse.zones)
  return by === null
    ? []
    : [{ says: 'leave', rule: 'B', source: 'evacuationFlow', fact: { type: 'collapse', by } }]
}

function worstOf(zones: readonly CollapseHazard[]): CollapseHazard['zone'] | null {
  const [first, ...rest] = new Set(zones.map(({ zone }) => zone))
  return first === undefined ? null : rest.length > 0 ? 'both' : first
}
