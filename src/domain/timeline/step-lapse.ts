import type { StepCode } from './step-code.ts'
import { triggerOf, type TriggerId } from './trigger.ts'

/**
 * When a missed step is no longer to be done, because it keeps people from leaving or takes them out into the danger. Own
 * choice: work outside the house ends when level 3 begins, all other preparing and every errand when level 4 begins.
 */
const LAPSES: { readonly [code in StepCode]?: TriggerId } = {
  checkForecast: 'jma3',
  checkHazardMap: 'jma3',
  bookHotel: 'jma3',
  fuelCar: 'jma3',
  clearDrains: 'jma3',
  tieDownThings: 'jma3',
  moveCar: 'jma3',
  watchRiver: 'jma4',
  watchSea: 'jma4',
  watchSlope: 'jma5',
  checkStock: 'jma4',
  fillWater: 'jma5',
  chargePhones: 'jma4',
  moveThingsUp: 'jma4',
  callRelatives: 'jma4',
  comeHomeFromWork: 'jma4',
  fetchFromSchool: 'jma4',
  checkSite: 'jma5',
  setAlerts: 'jma4',
  goToRelativesEarly: 'jma3',
}

/**
 * The first trigger at which a missed step is no longer done. At level 5 nothing of what came before is: nobody is sent out
 * of the house then. What belongs to a quiet day ends with the shaking, what is done under the table with the shaking itself;
 * leaving after the shaking stays due until all is lifted.
 * @param code null = a step in the family's own words
 */
export function lapsesAt(code: StepCode | null, trigger: TriggerId): TriggerId {
  if (trigger === 'beforehand') return 'shaking'
  if (trigger === 'shaking') return 'shakingStops'
  if (trigger === 'shakingStops')
    return code === null || code === 'leaveToHeight' ? 'lifted' : 'tsunamiAdvisory'
  if (trigger === 'tsunamiAdvisory') return code === null ? 'lifted' : 'tsunamiWarning'
  if (trigger === 'tsunamiWarning') return 'lifted'
  if (triggerOf(trigger).level === 5) return 'lifted'
  return (code === null ? undefined : LAPSES[code]) ?? 'jma5'
}
