import { isFlooding, reaches, type Rule } from './rule.ts'

/**
 * Rule E. Outside the published zones of data that are here: leaving is not asked for, but low land, the foot of a cliff, a
 * small river and the land below a pond have disasters too, so the city's information is followed.
 * Source: 避難行動判定フロー (内閣府): 色が塗られていなくても….
 */
export const outsideZones: Rule = (hazard, risk) => {
  const { zones, missing, studied } = risk[hazard]
  const reached = isFlooding(hazard) ? reaches(hazard, risk) : zones.length > 0
  return reached || missing !== null
    ? []
    : [{ says: 'stayPossible', rule: 'E', source: 'evacuationFlow', fact: { type: 'outsideZones', studied } }]
}
