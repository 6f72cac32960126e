import type { HazardKind } from '#domain/hazards/hazard-kind.ts'
import type { StayHazard } from '../stay-decision.ts'
import { isFlooding, reaches, type Rule } from './rule.ts'

/**
 * Rule F. What a rule needs is not known: not studied, no data, outside the map, or only part of the data. It never reads
 * like rule E. Source: our choice, the cautious one; 避難行動判定フロー warns that no colour does not mean no danger.
 */
export const notKnown: Rule = (hazard, risk) =>
  neededFor(hazard, isFlooding(hazard) && reaches(hazard, risk)).flatMap((kind) => {
    const { missing: why } = risk[kind]
    return why === null
      ? []
      : [{ says: 'notKnown', rule: 'F', source: 'ours', fact: { type: 'dataMissing', kind, why } }]
  })

/** Rule C reads "and not A, B": where water reaches the place both must be known. */
function neededFor(hazard: StayHazard, reached: boolean): readonly HazardKind[] {
  if (reached) return [...new Set<HazardKind>([hazard, 'houseCollapse', 'landslide'])]
  return hazard === 'flood' ? ['flood', 'houseCollapse'] : [hazard]
}
