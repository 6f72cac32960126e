import type { Rule } from './rule.ts'
import { isFlooding, reaches } from './rule.ts'

/**
 * Rule A. In any landslide zone (yellow, red, planned) everybody leaves, whatever the building: a slope breaks without
 * warning and takes the house with it. Nor may anyone stay upstairs from the water there.
 * Source: 避難行動判定フロー (内閣府): 土砂災害の危険がある区域 → 立退き避難.
 */
export const landslideZone: Rule = (hazard, risk) => {
  const asked = hazard === 'landslide' || (isFlooding(hazard) && reaches(hazard, risk))
  const [zone] = risk.landslide.zones
  if (!asked || zone === undefined) return []
  const special = risk.landslide.zones.some((one) => one.zone === 'special')
  const planned = risk.landslide.zones.every(
    ({ zones }) => zones.length > 0 && zones.every((one) => one.planned),
  )
  return [
    {
      says: 'leave',
      rule: 'A',
      source: 'evacuationFlow',
      fact: { type: 'landslideZone', zone: special ? 'special' : 'warning', planned },
    },
  ]
}
