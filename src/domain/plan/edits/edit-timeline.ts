import { refuse } from '#domain/result.ts'
import { TRIGGER_IDS, type TimelineHazard } from '#domain/timeline/trigger.ts'
import type { Plan, Step, Timeline } from '../plan.ts'
import { changePlan, type Edit } from './change-plan.ts'
import { moveInList } from './edit-lists.ts'
import { nextId } from './next-id.ts'

/** A step before it has an id. */
export type NewStep = Omit<Step, 'id'>

const timelineOf = (plan: Plan, hazard: TimelineHazard): Timeline =>
  plan.timelines.find((one) => one.hazard === hazard) ?? { hazard, steps: [] }

const withSteps = (plan: Plan, hazard: TimelineHazard, steps: readonly Step[]): Partial<Plan> => {
  const next = { hazard, steps: inReadingOrder(steps) }
  const isThere = plan.timelines.some((one) => one.hazard === hazard)
  return {
    timelines: isThere
      ? plan.timelines.map((one) => (one.hazard === hazard ? next : one))
      : [...plan.timelines, next],
  }
}

/** Steps of one trigger stay together, in the order of the axis; within it in the order that the family gave them. */
export const inReadingOrder = <T extends { readonly trigger: Step['trigger'] }>(steps: readonly T[]): T[] =>
  steps.toSorted((a, b) => TRIGGER_IDS.indexOf(a.trigger) - TRIGGER_IDS.indexOf(b.trigger))

/** Puts a whole draft in place of the timeline of a danger. */
export const setTimeline =
  (hazard: TimelineHazard, steps: readonly NewStep[]): Edit =>
  (plan, now) => {
    const first = Number(nextId(plan).slice(1))
    const numbered = steps.map((step, index) => ({ ...step, id: `i${first + index}` }))
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
    const { steps } = timelineOf(plan, hazard)
    return changePlan(plan, withSteps(plan, hazard, [...steps, { ...step, id: nextId(plan) }]), now)
  }

/** Changes a step; with another trigger it moves to the end of that one. */
export const changeStep =
  (hazard: TimelineHazard, id: string, change: Partial<NewStep>): Edit =>
  (plan, now) => {
    const { steps } = timelineOf(plan, hazard)
    const step = steps.find((one) => one.id === id)
    if (step === undefined) return refuse('notThere')
    const changed = { ...step, ...change }
    const next =
      changed.trigger === step.trigger
        ? steps.map((one) => (one.id === id ? changed : one))
        : [...steps.filter((one) => one.id !== id), changed]
    return changePlan(plan, withSteps(plan, hazard, next), now)
  }

export const removeStep =
  (hazard: TimelineHazard, id: string): Edit =>
  (plan, now) =>
    changePlan(
      plan,
      withSteps(
        plan,
        hazard,
        timelineOf(plan, hazard).steps.filter((one) => one.id !== id),
      ),
      now,
    )

/**
 * Moves a step by one within its trigger; at its end it goes over to the next trigger of that danger's axis (`by` = 1) or
 * the one before (`by` = -1), as its first or last step.
 * @param triggers the triggers of this danger, in order
 */
export const moveStep =
  (hazard: TimelineHazard, id: string, by: 1 | -1, triggers: readonly Step['trigger'][]): Edit =>
  (plan, now) => {
    const { steps } = timelineOf(plan, hazard)
    const at = steps.findIndex((one) => one.id === id)
    const step = steps[at]
    if (step === undefined) return refuse('notThere')
    if (steps[at + by]?.trigger === step.trigger) {
      const moved = moveInList(steps, id, by)
      return moved.ok ? changePlan(plan, withSteps(plan, hazard, moved.value), now) : moved
    }
    const trigger = triggers[triggers.indexOf(step.trigger) + by]
    if (trigger === undefined) return changePlan(plan, {}, now)
    const rest = steps.filter((one) => one.id !== id)
    const next = by === 1 ? [{ ...step, trigger }, ...rest] : [...rest, { ...step, trigger }]
    return changePlan(plan, withSteps(plan, hazard, next), now)
  }

/** Puts a step before another one (or to the end of a trigger), as dragging does. */
export const placeStep =
  (hazard: TimelineHazard, id: string, trigger: Step['trigger'], before: string | null): Edit =>
  (plan, now) => {
    const { steps } = timelineOf(plan, hazard)
    const step = steps.find((one) => one.id === id)
    if (step === undefined) return refuse('notThere')
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
