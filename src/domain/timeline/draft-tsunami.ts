import type { NewStep } from '../plan/edits/edit-timeline.ts'
import { callersOf, stepsOf, type Circumstances } from './circumstances.ts'
import { accompanied, withNeed } from './household-roles.ts'

/**
 * A strong earthquake, and the tsunami after it: no lead time and no levels. All that takes time stands on a quiet day.
 * Sources: 津波避難 (内閣府): on foot, at once, to height, not back until the warnings are lifted; 津波注意報: out of the sea.
 */
export function draftTsunami({
  plan,
  course,
  has,
  helper,
  other,
  pets,
  needsTime,
}: Circumstances): readonly NewStep[] {
  const sick = withNeed(plan, 'medicine', 'medicalDevice')
  // Not known is not outside: then all go. Outside the published zones it matters where one happens to be.
  const goes = course !== 'outside'
  return stepsOf([
    [true, 'beforehand', 'checkHazardMap'],
    [true, 'beforehand', 'fixFurniture', helper],
    [true, 'beforehand', 'agreeMeetingPlace'],
    [goes, 'beforehand', 'walkTheRoute'],
    [true, 'beforehand', 'setAlerts'],
    [has('language'), 'beforehand', 'findLanguageHelp', accompanied(plan, withNeed(plan, 'language'))],
    [true, 'beforehand', 'packBag'],
    [true, 'beforehand', 'checkStock'],
    [sick.length > 0, 'beforehand', 'prepareMedicine', accompanied(plan, sick)],
    [has('medicalDevice'), 'beforehand', 'prepareDevice', accompanied(plan, withNeed(plan, 'medicalDevice'))],
    [has('infant'), 'beforehand', 'prepareBaby', helper],
    [pets, 'beforehand', 'preparePets', other],
    [needsTime && helper.length === 0, 'beforehand', 'askForHelp'],
    [true, 'shaking', 'protectHead'],
    [true, 'shakingStops', 'putOnShoes'],
    [true, 'shakingStops', 'openDoor'],
    [goes, 'shakingStops', 'leaveToHeight'],
    [!goes, 'shakingStops', 'leaveSea'],
    [!goes, 'shakingStops', 'turnOffPower'],
    [goes, 'tsunamiAdvisory', 'leaveSea'],
    [goes, 'tsunamiWarning', 'leaveOnWarning'],
    [!goes, 'tsunamiWarning', 'leaveSea'],
    [true, 'tsunamiWarning', 'notBack'],
    [plan.contacts.length > 0, 'lifted', 'callRelatives', callersOf(plan)],
    [true, 'lifted', 'waitForAllClear'],
    [true, 'lifted', 'checkWayBack'],
  ])
}
