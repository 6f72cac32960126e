import { needsTimeOf } from '../plan/household.ts'
import type { PlanFacts, Way } from '../plan/plan-facts.ts'
import type { Plan } from '../plan/plan.ts'
import { slowestOf } from '../plan/walking.ts'
import type { NeedsTime } from '../stay/home.ts'
import { chooseDestination } from './choose-destination.ts'
import { stayOrLeave } from './stay-or-leave.ts'
import { triggerOf, triggersOf, type TimelineHazard, type TriggerId } from './trigger.ts'

/** Minutes from the decision to the door where the family did not tell: own choice (`safety-rules`, flood: 30). */
export const USUAL_READY = 30

/** For a tsunami nothing is packed: 小松島市, 5 minutes from the shaking to the door by day. */
export const TSUNAMI_READY = 5

/** Minutes to spare in rain: at least 30, own choice, because roads are slower then and the rain can come faster. */
export const MARGIN = 30

/** All times are rounded up to this many minutes: more would pretend to be exact. */
const STEP = 5

export type LeaveBy = {
  readonly hazard: TimelineHazard
  /** The 警戒レベル by which this household goes at the latest; `atOnce` = a tsunami, which has no levels. */
  readonly level: 3 | 4 | 'atOnce'
  /** Why level 3: who or what needs time; empty = nobody. */
  readonly needsTime: readonly NeedsTime[]
  /** Minutes to be ready. `told` by the family · `usual` estimated · `tsunami` = nothing is packed. */
  readonly ready: { readonly minutes: number; readonly from: 'told' | 'usual' | 'tsunami' }
  /** The way that was reckoned with; null = no destination that could serve, or its way is not known: then it is missing in the sum. */
  readonly way:
    | (Way & {
        /** The destination's id; null = upstairs, which is no entry of the plan. */
        readonly destination: string | null
        readonly by: 'walk' | 'car'
        readonly upstairs: boolean
      })
    | null
  /** The member whose pace was reckoned with; null where it was not (a car, minutes told by the family, nobody told). */
  readonly slowest: string | null
  /** Minutes. */
  readonly margin: number
  /** ready + way by night + margin, in minutes, rounded up to 5. */
  readonly total: number
  /** Minutes before the disaster by which the household is out of the door: way by night + margin, rounded up to 5. */
  readonly outBy: number
  /** When it goes: the latest on the axis that leaves enough time and lies no later than the level; never level 5. */
  readonly trigger: TriggerId
  /** The trigger of the level itself. */
  readonly latest: TriggerId
  /** True where the trigger of the level comes too late for this way, so that `trigger` is an earlier one. */
  readonly tooLate: boolean
}

const LATEST = { 3: 'city3', 4: 'city4', atOnce: 'shakingStops' } as const

/**
 * By when a household has to go in one danger, with all that it was reckoned from. The official formula is
 * hazard time − (preparation + distance/speed + margin); by night, because typhoons come at night too.
 * @param level another level than the household's own: for those who may go later than the others
 */
export function leaveBy(
  plan: Plan,
  facts: PlanFacts,
  hazard: TimelineHazard,
  level: LeaveBy['level'] = levelOf(plan, hazard),
): LeaveBy {
  const ready = readyFor(plan, hazard)
  const margin = hazard === 'tsunami' ? 0 : MARGIN
  const way = wayFor(facts, hazard)
  const outBy = (way?.nightMinutes ?? 0) + margin
  const total = roundUp(ready.minutes + outBy)
  const isPaced = way !== null && !way.upstairs && way.by === 'walk' && way.from !== 'told'
  const latest = LATEST[level]
  const trigger = level === 'atOnce' ? latest : latestThatCovers(hazard, latest, total)
  return {
    hazard,
    level,
    needsTime: needsTimeOf(plan),
    ready,
    way,
    slowest: isPaced ? (slowestOf(plan).member?.id ?? null) : null,
    margin,
    total,
    outBy: roundUp(outBy),
    trigger,
    latest,
    tooLate: trigger !== latest,
  }
}

const roundUp = (minutes: number): number => Math.ceil(minutes / STEP) * STEP

/** 3 where somebody needs time, else 4 (避難情報に関するガイドライン); in a tsunami nobody waits for a level. */
function levelOf(plan: Plan, hazard: TimelineHazard): LeaveBy['level'] {
  if (hazard === 'tsunami') return 'atOnce'
  return needsTimeOf(plan).length > 0 ? 3 : 4
}

function readyFor({ household }: Plan, hazard: TimelineHazard): LeaveBy['ready'] {
  if (hazard === 'tsunami') return { minutes: TSUNAMI_READY, from: 'tsunami' }
  return household.readyMinutes === null
    ? { minutes: USUAL_READY, from: 'usual' }
    : { minutes: household.readyMinutes, from: 'told' }
}

const UPSTAIRS = {
  from: 'straight',
  metres: 0,
  minutes: 0,
  nightMinutes: 0,
  destination: null,
  by: 'walk',
  upstairs: true,
} as const

/** To the place that is chosen; upstairs where that is possible and no place serves for sure. */
function wayFor(facts: PlanFacts, hazard: TimelineHazard): LeaveBy['way'] {
  const choice = chooseDestination(facts, hazard)
  const mayStay = hazard !== 'tsunami' && stayOrLeave(facts, hazard).course === 'upstairs'
  if (mayStay && choice?.service !== 'serves') return UPSTAIRS
  if (choice === null || choice.facts.way === null) return null
  const { id, by, kind } = choice.facts.destination
  return { ...choice.facts.way, destination: id, by, upstairs: kind === 'upstairs' }
}

/** The last trigger up to `latest` whose lead time covers the minutes; the very first where none does. */
function latestThatCovers(hazard: TimelineHazard, latest: TriggerId, minutes: number): TriggerId {
  const all = triggersOf(hazard)
  const upTo = all.slice(0, all.indexOf(latest) + 1)
  // A river has no gauge at every place, so nobody is told to wait for one.
  const said = upTo.filter((id) => triggerOf(id).says !== 'river')
  return said.findLast((id) => (triggerOf(id).hours ?? 0) * 60 >= minutes) ?? said[0] ?? latest
}
