import { deepest } from '../read-risk.ts'
import type { Rule } from './rule.ts'

/**
 * Rule D. In a tsunami zone, after strong shaking or when a tsunami warning is issued: at once, on foot, to height. There is
 * no rule of staying and no level to wait for.
 * Source: 避難情報に関するガイドライン (内閣府): for a tsunami only 避難指示 is issued, to everybody.
 */
export const tsunamiZone: Rule = (hazard, risk) => {
  if (hazard !== 'tsunami' || risk.tsunami.zones.length === 0) return []
  const upper = deepest(risk.tsunami.zones)
  return [{ says: 'leave', rule: 'D', source: 'tsunamiGuideline', fact: { type: 'tsunamiZone', upper } }]
}
