import type { Step, Timeline } from '../plan/plan.ts'
import { lapsesAt } from './step-lapse.ts'
import {
  orderOf,
  triggerOf,
  triggersOf,
  type AlertLevel,
  type TimelineHazard,
  type TriggerId,
} from './trigger.ts'

/** What holds now: an alert level, or one trigger (own signs, shaking, a tsunami warning …). */
export type Now = TriggerId | AlertLevel

export type StepsDue = {
  /** Of earlier triggers, not done, and still to be done now. */
  readonly overdue: readonly Step[]
  /** Of the present trigger or level; done ones too, so that they can be seen ticked. */
  readonly now: readonly Step[]
  /** Of the next trigger that has steps. */
  readonly next: readonly Step[]
  /** Of earlier triggers, not done, and no longer to be done: it is too late or too dangerous for them. */
  readonly lapsed: readonly Step[]
}

/**
 * What a family can choose as "now", in the order of the axis: the five levels, own signs, and the end; for an earthquake
 * and a tsunami, which have no levels, their triggers.
 */
export const levelsOf = (hazard: TimelineHazard): readonly Now[] =>
  hazard === 'tsunami' ? triggersOf(hazard) : [1, 2, 3, 4, 'ownSigns', 5, 'lifted']

/**
 * The steps for "what now?". Choosing a level makes all that was not done before it overdue, except what is too late: at
 * level 5 nobody is sent out of the house any more, and at level 4 nobody clears drains.
 */
export function stepsDue({ hazard, steps }: Timeline, now: Now): StepsDue {
  const [first, last] = rangeOf(hazard, now)
  const missed = steps.filter((step) => orderOf(step.trigger) < first && !step.done)
  const later = steps.filter((step) => orderOf(step.trigger) > last)
  const nextAt =
    later.length === 0
      ? null
      : later.reduce((a, b) => (orderOf(b.trigger) < orderOf(a.trigger) ? b : a)).trigger
  return {
    overdue: missed.filter((step) => !isLapsed(step, hazard, now)),
    now: steps.filter((step) => orderOf(step.trigger) >= first && orderOf(step.trigger) <= last),
    next: later.filter(({ trigger }) => trigger === nextAt),
    lapsed: missed.filter((step) => isLapsed(step, hazard, now)),
  }
}

/** First and last place on the axis of what holds now. */
function rangeOf(hazard: TimelineHazard, now: Now): readonly [first: number, last: number] {
  if (typeof now !== 'number') return [orderOf(now), orderOf(now)]
  const places = triggersOf(hazard)
    .filter((id) => triggerOf(id).level === now)
    .map(orderOf)
  // A danger without levels has nothing at a level: then all of it lies ahead.
  return places.length === 0 ? [-1, -1] : [Math.min(...places), Math.max(...places)]
}

const isLapsed = ({ what, trigger }: Step, hazard: TimelineHazard, now: Now): boolean =>
  orderOfNow(hazard, now) >= orderOf(lapsesAt(what.type === 'code' ? what.code : null, trigger))

const orderOfNow = (hazard: TimelineHazard, now: Now): number => rangeOf(hazard, now)[0]
