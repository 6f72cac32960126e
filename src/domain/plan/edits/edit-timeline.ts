import { refuse } from '#domain/result.ts'
import { TRIGGER_IDS, type TimelineHazard } from '#domain/timeline/trigger.ts'
import type { Plan, Step } from '../plan.ts'
import { inReadingOrder } from '../reading-order.ts'
import { changePlan, type Edit } from './change-plan.ts'
import { moveInList } from './edit-lists.ts'
import { nextId, nextIds } from './next-id.ts'

/** A step before it has an id. */
export type NewStep = Omit<Step, 'id'>

/** The steps of a danger in the order of reading; a plan from elsewhere may hold them in another one. */
const stepsOf = (plan: Plan, hazard: TimelineHazard): readonly Step[] =>
  inReadingOrder(plan.timelines.find((one) => one.hazard === hazard)?.steps ?? [])

const withSteps = (plan: Plan, hazard: TimelineHazard, steps: readonly Step[]): Partial<Plan> => {
  const next = { hazard, steps: inReadingOrder(steps) }
  const isThere = plan.timelines.some((one) => one.hazard === hazard)
  return {
    timelines: isThere
      ? plan.timelines.map((one) => (one.hazard === hazard ? next : one))
      : [...plan.timelines, next],
  }
}

/** Puts a whole draft in place of the timeline of a danger. */
export const setTimeline =
  (hazard: TimelineHazard, steps: readonly NewStep[]): Edit =>
  (plan, now) => {
    const ids = nextIds(plan, steps.length)
    const numbered = steps.map((step, index) => ({ ...step, id: ids[index] ?? '' }))
    return changePlan(plan, withSteps(plan, hazard, numbered), now)
  }

/** Takes the timeline of a danger out. */
export const removeTimeline =
  (hazard: TimelineHazard): Edit =>
  (plan, now) =>
    changePlan(plan, { timelines: plan.timelines.filter((one) => one.hazard !== hazard) }, now)

/** Adds a step to the end of its trigger. */
export const addStep =
  (hazard: TimelineHazard, step: NewStep): Edit =>
  (plan, now) => {
    const added = { ...step, id: nextId(plan) }
    return changePlan(plan, withSteps(plan, hazard, [...stepsOf(plan, hazard), added]), now)
  }

/** Changes a step; with another trigger it moves to the end of that one. */
export const changeStep =
  (hazard: TimelineHazard, id: string, change: Partial<NewStep>): Edit =>
  (plan, now) => {
    const steps = stepsOf(plan, hazard)
    const step = steps.find((one) => one.id === id)
    if (step === undefined) return refuse('notThere')
    const changed = { ...step, ...change, id }
    const next =
      changed.trigger === step.trigger
        ? steps.map((one) => (one.id === id ? changed : one))
        : [...steps.filter((one) => one.id !== id), changed]
    return changePlan(plan, withSteps(plan, hazard, next), now)
  }

/** Takes a step out. Removing what is gone changes nothing. */
export const removeStep =
  (hazard: TimelineHazard, id: string): Edit =>
  (plan, now) => {
    const steps = stepsOf(plan, hazard)
    const left = steps.filter((one) => one.id !== id)
    return changePlan(plan, left.length === steps.length ? {} : withSteps(plan, hazard, left), now)
  }

/**
 * Moves a step by one within its trigger; at its end it goes over to the next trigger of that danger's axis (`by` = 1) or
 * the one before (`by` = -1), as its first or last step.
 * @param triggers the triggers of this danger, in order
 */
export const moveStep =
  (hazard: TimelineHazard, id: string, by: 1 | -1, triggers: readonly Step['trigger'][]): Edit =>
  (plan, now) => {
    const steps = stepsOf(plan, hazard)
    const at = steps.findIndex((one) => one.id === id)
    const step = steps[at]
    if (step === undefined) return refuse('notThere')
    if (steps[at + by]?.trigger === step.trigger) {
      const moved = moveInList(steps, id, by)
      return moved.ok ? changePlan(plan, withSteps(plan, hazard, moved.value), now) : moved
    }
    const trigger = nextTrigger(step.trigger, by, triggers)
    if (trigger === undefined) return changePlan(plan, {}, now)
    const rest = steps.filter((one) => one.id !== id)
    const next = by === 1 ? [{ ...step, trigger }, ...rest] : [...rest, { ...step, trigger }]
    return changePlan(plan, withSteps(plan, hazard, next), now)
  }

/** The trigger after (`by` = 1) or before this one, which need not be of this danger itself: a plan from elsewhere may hold it. */
function nextTrigger(
  from: Step['trigger'],
  by: 1 | -1,
  triggers: readonly Step['trigger'][],
): Step['trigger'] | undefined {
  const place = TRIGGER_IDS.indexOf(from)
  return by === 1
    ? triggers.find((one) => TRIGGER_IDS.indexOf(one) > place)
    : triggers.findLast((one) => TRIGGER_IDS.indexOf(one) < place)
}

/**
 * Puts a step before another one (or to the end of a trigger), as dragging does. Put before itself, it stays where it is
 * within its trigger.
 */
export const placeStep =
  (hazard: TimelineHazard, id: string, trigger: Step['trigger'], before: string | null): Edit =>
  (plan, now) => {
    const steps = stepsOf(plan, hazard)
    const step = steps.find((one) => one.id === id)
    if (step === undefined) return refuse('notThere')
    if (before === id && step.trigger === trigger) return changePlan(plan, {}, now)
    const rest = steps.filter((one) => one.id !== id)
    const to = before === null ? -1 : rest.findIndex((one) => one.id === before)
    const next = rest.toSpliced(to < 0 ? rest.length : to, 0, { ...step, trigger })
    return changePlan(plan, withSteps(plan, hazard, next), now)
  }

/** Ticks every step off again as not done: for the next time. */
export const clearDone: Edit = (plan, now) =>
  changePlan(
    plan,
    {
      timelines: plan.timelines.map((timeline) => ({
        ...timeline,
        steps: timeline.steps.map((step) => ({ ...step, done: false })),
      })),
    },
    now,
  )
