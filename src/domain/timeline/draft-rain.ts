import type { NewStep } from '../plan/edits/edit-timeline.ts'
import { homePlaceOf } from '../plan/household.ts'
import type { Plan } from '../plan/plan.ts'
import {
  callersOf,
  hasSchoolchild,
  membersAt,
  stepsOf,
  type Circumstances,
  type Line,
} from './circumstances.ts'
import { accompanied, withNeed } from './household-roles.ts'
import { orderOf, type TriggerId } from './trigger.ts'

/** A way longer than this, in minutes, is gone before the wind is strong: own choice, as for 広域避難 the day before. */
const FAR = 60

/**
 * Heavy rain, a typhoon: a timeline along the levels. What is prepared lies before the leaving, also where that was drawn
 * forward; what is watched, the signs, level 5 and the way back keep their places.
 */
export function draftRain(about: Circumstances): readonly NewStep[] {
  const start = about.leave.trigger
  const before = (trigger: TriggerId): TriggerId => (orderOf(trigger) > orderOf(start) ? start : trigger)
  const prepared = [...daysBefore(about), ...hoursBefore(about)].map(([asked, trigger, code, who]): Line => [
    asked,
    before(trigger),
    code,
    who,
  ])
  return stepsOf([...prepared, ...watched(about), ...going(about), ...atLast(about)])
}

/** Three days to one day before: 逃げキッド, the first half of the axis. */
function daysBefore({ plan, goal, course, has, helper, other, pets, needsTime }: Circumstances): Line[] {
  const { car } = plan.household
  const hasContact = plan.contacts.length > 0
  const goes = goal?.facts.destination.kind
  const sick = withNeed(plan, 'medicine', 'medicalDevice')
  return [
    [true, 'forecast3d', 'checkForecast'],
    [true, 'forecast3d', 'checkHazardMap'],
    [true, 'forecast3d', 'setAlerts'],
    [has('language'), 'forecast3d', 'findLanguageHelp', accompanied(plan, withNeed(plan, 'language'))],
    [true, 'forecast3d', 'packBag'],
    [true, 'forecast3d', 'checkStock'],
    [sick.length > 0, 'forecast3d', 'prepareMedicine', accompanied(plan, sick)],
    [goes === 'hotel', 'forecast3d', 'bookHotel', helper],
    [hasContact, 'forecast2d', 'callRelatives', callersOf(plan)],
    [needsTime && helper.length === 0, 'forecast2d', 'askForHelp'],
    [true, 'forecast2d', 'clearDrains', helper],
    [true, 'forecast2d', 'tieDownThings', other],
    [car === true, 'forecast2d', 'fuelCar', other],
    [has('medicalDevice'), 'forecast2d', 'prepareDevice', accompanied(plan, withNeed(plan, 'medicalDevice'))],
    [has('infant'), 'forecast2d', 'prepareBaby', helper],
    [true, 'forecast1d', 'chargePhones'],
    [course === 'upstairs', 'forecast1d', 'fillWater'],
    [goes === 'site', 'forecast1d', 'checkSite', other],
    [course !== 'upstairs', 'forecast1d', 'checkRoute'],
    [pets, 'forecast1d', 'preparePets', other],
  ]
}

/** Half a day before the leaving: the household comes together. */
function hoursBefore({ plan, hazard, course, goal, needsTime, helper, other }: Circumstances): Line[] {
  const isWater = hazard !== 'landslide' && course !== 'outside'
  const work = membersAt(plan, 'work')
  const when = needsTime ? 'jma2' : 'jma3'
  return [
    [true, 'jma2', 'checkCityWord'],
    [
      isWater && plan.household.car === true && goal?.facts.destination.by !== 'car',
      'jma2',
      'moveCar',
      other,
    ],
    [plan.places.some(({ kind }) => kind === 'work'), when, 'comeHomeFromWork', work],
    [hasSchoolchild(plan), when, 'fetchFromSchool', helper],
    [isWater && !isLow(plan), 'jma2', 'moveThingsUp'],
    [needsTime && plan.contacts.length > 0, 'jma3', 'callHelper', callersOf(plan)],
    [true, 'jma3', 'getDressed'],
    [true, 'jma3', 'tellNeighbours'],
  ]
}

const watched = ({ hazard }: Circumstances): Line[] => [
  [hazard === 'flood', 'river2', 'watchRiver'],
  [hazard === 'landslide', 'jma3', 'watchSlope'],
  [hazard === 'stormSurge', 'jma2', 'watchSea'],
  [hazard !== 'landslide', 'jma3', 'stayAwayFromWater'],
]

/** The leaving, or going upstairs where that is possible; who needs time first, all by level 4 at the latest. */
function going({ course, goal, leave, later, groups, needsTime, plan }: Circumstances): Line[] {
  if (course === 'upstairs') return [[true, leave.latest, 'goUpstairsEarly']]
  const kind = goal?.facts.destination.kind
  const isFar = goal?.for.zone === 'elsewhere' || (goal?.facts.way?.minutes ?? 0) > FAR
  const mustGo = course !== 'outside'
  return [
    [mustGo && isFar && (kind === 'relative' || kind === 'hotel'), 'forecast1d', 'goToRelativesEarly'],
    [plan.contacts.length > 0, leave.trigger, 'tellWhereWeGo', callersOf(plan)],
    [needsTime && later === null, leave.trigger, 'turnOffPower'],
    [needsTime, leave.trigger, 'leaveNeedsTime', groups.first],
    // Whoever is still there when the warning of level 4 comes goes, with or without the city's word.
    [mustGo && !(later ?? leave).tooLate, 'jma4', 'leaveWithoutOrder'],
    [!needsTime, leave.trigger, 'turnOffPower'],
    [!needsTime, leave.trigger, 'leaveAll'],
    [later !== null, later?.trigger ?? leave.trigger, 'turnOffPower', groups.later],
    [later !== null, later?.trigger ?? leave.trigger, 'leaveAll', groups.later],
  ]
}

/** True for a home that has no upper floor; where that was not told it may have one. */
const isLow = (plan: Plan): boolean => homePlaceOf(plan)?.building?.storeys === 1

/** What holds whatever came before: signs, level 5 (避難情報に関するガイドライン: 緊急安全確保), the way back. */
function atLast({ course, plan }: Circumstances): Line[] {
  return [
    [course !== 'upstairs', 'ownSigns', 'leaveOnSigns'],
    [course === 'upstairs', 'ownSigns', 'level5Upstairs'],
    [true, 'jma5', 'level5NotOutside'],
    [!isLow(plan), 'city5', 'level5Upstairs'],
    [isLow(plan), 'city5', 'level5NextDoor'],
    [true, 'lifted', 'waitForAllClear'],
    [true, 'lifted', 'checkWayBack'],
  ]
}
