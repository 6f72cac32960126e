import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { together } from '#domain/plan/edits/edit-plan.ts'
import { changeStep } from '#domain/plan/edits/edit-timeline.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan, Step } from '#domain/plan/plan.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { describeStep } from '#domain/timeline/describe-step.ts'
import type { StepCode } from '#domain/timeline/step-code.ts'
import { stepsDue, type Now, type StepsDue } from '#domain/timeline/steps-due.ts'
import {
  TIMELINE_HAZARDS,
  triggerOf,
  type AlertLevel,
  type TimelineHazard,
} from '#domain/timeline/trigger.ts'

/** Rain comes with levels; an earthquake and a tsunami do not. */
export type Situation = 'rain' | 'quake'

/** The timelines of the plan that speak in a situation. */
export const hazardsIn = ({ timelines }: Plan, situation: Situation): readonly TimelineHazard[] =>
  TIMELINE_HAZARDS.filter(
    (hazard) =>
      (hazard === 'tsunami') === (situation === 'quake') &&
      timelines.some((one) => one.hazard === hazard && one.steps.length > 0),
  )

/** What holds now, as the person chose it. */
export type Chosen = { readonly situation: Situation; readonly now: Now }

/** The 警戒レベル that it stands for; null for what has none. */
export const levelIn = (now: Now): AlertLevel | null => (typeof now === 'number' ? now : triggerOf(now).level)

/** The dangers of this family that it is about. What is lifted ends every danger. */
export const dangersAt = (plan: Plan, { situation, now }: Chosen): readonly TimelineHazard[] =>
  now === 'lifted' ? [...hazardsIn(plan, 'rain'), ...hazardsIn(plan, 'quake')] : hazardsIn(plan, situation)

/** False when nobody sets out any more, or yet, or needs to. */
export const isTimeToGo = (now: Now): boolean => levelIn(now) !== 5 && now !== 'shaking' && now !== 'lifted'

/** One thing to do, which may stand in several timelines: it is shown once, and ticked off in all. */
export type DueStep = {
  readonly phrase: Phrase
  readonly who: Step['who']
  readonly done: boolean
  readonly in: readonly { readonly hazard: TimelineHazard; readonly id: string }[]
}

/** `first`: what takes the family out of the danger; nothing that was missed before may stand above it. */
export type DueNow = { readonly [group in keyof StepsDue | 'first']: readonly DueStep[] }

const LEAVING: readonly StepCode[] = [
  'leaveNeedsTime',
  'leaveAll',
  'leaveWithoutOrder',
  'leaveOnSigns',
  'leaveOnWarning',
  'leaveToHeight',
  'leaveSea',
  'goUpstairsEarly',
  'level5NotOutside',
  'level5Upstairs',
  'level5NextDoor',
  'protectHead',
]
const isLeaving = ({ what }: Step): boolean => what.type === 'code' && LEAVING.includes(what.code)
const GROUPS = ['overdue', 'now', 'next', 'lapsed'] as const

/** What is to be done at what holds now, over all timelines of the situation. */
export function dueNow(plan: Plan, facts: PlanFacts, hazards: readonly TimelineHazard[], now: Now): DueNow {
  const due: { [group in keyof DueNow]: DueStep[] } = {
    first: [],
    overdue: [],
    now: [],
    next: [],
    lapsed: [],
  }
  for (const timeline of plan.timelines.filter(({ hazard }) => hazards.includes(hazard))) {
    const steps = stepsDue(timeline, now)
    for (const group of GROUPS)
      for (const step of steps[group]) {
        const phrase = describeStep(step, plan, facts, timeline.hazard)
        const isFirst = (group === 'overdue' || group === 'now') && isLeaving(step)
        put(due[isFirst ? 'first' : group], phrase, step, timeline.hazard)
      }
  }
  return due
}

/** The same thing for the same people is one, done when it is done everywhere. */
function put(list: DueStep[], phrase: Phrase, step: Step, hazard: TimelineHazard): void {
  const keyOf = (one: Pick<DueStep, 'phrase' | 'who'>) => JSON.stringify([one.phrase, one.who])
  const at = list.findIndex((one) => keyOf(one) === keyOf({ phrase, who: step.who }))
  const before = list[at]
  const place = { hazard, id: step.id }
  if (before === undefined) list.push({ phrase, who: step.who, done: step.done, in: [place] })
  else list[at] = { ...before, done: before.done && step.done, in: [...before.in, place] }
}

/** Ticks it off in every timeline in which it stands, or takes the tick away. */
export const tickOff = (due: DueStep, done: boolean): Edit =>
  together(...due.in.map(({ hazard, id }) => changeStep(hazard, id, { done })))
