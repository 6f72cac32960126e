import type { NewStep } from '../plan/edits/edit-timeline.ts'
import type { PlanFacts } from '../plan/plan-facts.ts'
import { MOST, type Plan, type Step } from '../plan/plan.ts'
import { draftTimeline } from './draft-timeline.ts'
import type { StepCode } from './step-code.ts'
import { orderOf, type TimelineHazard, type TriggerId } from './trigger.ts'

/**
 * One change that a new draft proposes, to be offered by itself: `add` a step that is not there (`addStep`), `remove` a
 * drafted one that no longer belongs there (`removeStep`), `move` one to another trigger, `assign` it to others
 * (both `changeStep`).
 */
export type StepChange =
  | { readonly type: 'add'; readonly step: NewStep }
  | { readonly type: 'remove'; readonly step: Step }
  | { readonly type: 'move'; readonly step: Step; readonly to: TriggerId }
  | { readonly type: 'assign'; readonly step: Step; readonly who: string[] }

/**
 * What a draft of today would change in a timeline: nothing is changed by it. Steps in the family's own words are never
 * touched; what the family moved or assigned otherwise stays so unless it takes the proposal, and nothing is ever proposed
 * to happen later than the family has it. Removals stand last, else the order is that of the axis. No more is added than fits.
 */
export function redraft(
  current: readonly Step[],
  plan: Plan,
  facts: PlanFacts,
  hazard: TimelineHazard,
): readonly StepChange[] {
  const wanted = [...draftTimeline(plan, facts, hazard)]
  const drafted = current.filter((step) => step.what.type === 'code')
  const pairs = [...pairUp(drafted, wanted, isSameTrigger), ...pairUp(drafted, wanted, () => true)]
  const changed = pairs.flatMap(([step, next]): StepChange[] => [
    ...(orderOf(next.trigger) >= orderOf(step.trigger)
      ? []
      : [{ type: 'move', step, to: next.trigger } as const]),
    ...(isSameWho(step, next) ? [] : [{ type: 'assign', step, who: next.who } as const]),
  ])
  const removed = drafted.map((step): StepChange => ({ type: 'remove', step }))
  const room = Math.max(0, MOST.steps - current.length)
  const added = wanted.slice(0, room).map((step): StepChange => ({ type: 'add', step }))
  return [...added, ...changed, ...removed].sort(
    (a, b) =>
      Number(a.type === 'remove') - Number(b.type === 'remove') ||
      orderOf(triggerIn(a)) - orderOf(triggerIn(b)),
  )
}

const codeOf = ({ what }: NewStep): StepCode | null => (what.type === 'code' ? what.code : null)
const isSameTrigger = (a: NewStep, b: NewStep): boolean => a.trigger === b.trigger
const isSameWho = (a: NewStep, b: NewStep): boolean =>
  a.who.length === b.who.length && a.who.every((id) => b.who.includes(id))

/** Pairs steps of one code and takes both out of their lists. */
function pairUp(
  steps: Step[],
  wanted: NewStep[],
  fits: (step: Step, next: NewStep) => boolean,
): readonly (readonly [Step, NewStep])[] {
  return [...steps].flatMap((step) => {
    const at = wanted.findIndex((next) => codeOf(next) === codeOf(step) && fits(step, next))
    const next = wanted[at]
    if (next === undefined) return []
    wanted.splice(at, 1)
    steps.splice(steps.indexOf(step), 1)
    return [[step, next] as const]
  })
}

const triggerIn = (change: StepChange): TriggerId =>
  change.type === 'move' ? change.to : change.step.trigger
