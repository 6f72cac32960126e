import { ok, type Result } from '../result.ts'
import type { Edit, EditRefusal } from '../plan/edits/change-plan.ts'
import { addEntry, changeEntry, moveEntry } from '../plan/edits/edit-lists.ts'
import { changeHousehold, together } from '../plan/edits/edit-plan.ts'
import { changeStep } from '../plan/edits/edit-timeline.ts'
import { nextId } from '../plan/edits/next-id.ts'
import { MOST, type Plan } from '../plan/plan.ts'
import { proposeDanger, proposeDestination } from './feedback-place.ts'
import { proposeTrigger } from './feedback-trigger.ts'
import { proposeMinutes, proposeReady, proposeSpeed } from './feedback-walk.ts'
import type { Learned, Proposal } from './proposal.ts'

/**
 * What a drill would change in the plan, what weighs most first: leaving earlier, another place to go to, the dangerous spot, the
 * measured speed, minutes to be ready, minutes of the way. Nothing is changed by it. Each is offered by itself, and only what the
 * plan takes and what would change it.
 */
export function proposeChanges(learned: Learned): readonly Proposal[] {
  const { plan } = learned
  const measured = [...proposeSpeed(learned), ...proposeReady(learned)]
  const changed = applyProposals(plan, measured, plan.changedAt)
  const all = [
    ...proposeTrigger(learned, changed.ok ? changed.value : plan),
    ...proposeDestination(learned),
    ...proposeDanger(learned),
    ...measured,
    ...proposeMinutes(learned),
  ]
  return all.filter((proposal) => {
    const done = editOf(proposal)(plan, plan.changedAt)
    return done.ok && done.value !== plan
  })
}

/** The edit of a proposal. It can be done on a newer plan; what is gone from it is refused as `notThere`. */
export function editOf(proposal: Proposal): Edit {
  switch (proposal.kind) {
    case 'trigger':
      return together(
        ...proposal.steps.map((id) => changeStep(proposal.hazard, id, { trigger: proposal.to })),
      )
    case 'destination':
      return editDestination(proposal)
    case 'danger':
      return (plan, now) => addDanger(proposal, now)(plan, now)
    case 'speed':
      return changeEntry('members', proposal.member, { speed: proposal.to })
    case 'ready':
      return changeHousehold({ readyMinutes: proposal.to })
    case 'minutes':
      return changeEntry('destinations', proposal.destination, { minutes: proposal.to })
  }
}

/** To the front, since of the places that serve a plan takes the first. */
const editDestination =
  ({ known, entry }: Extract<Proposal, { kind: 'destination' }>): Edit =>
  (plan, now) => {
    const id = known ?? nextId(plan)
    const put =
      known === null
        ? addEntry('destinations', entry)
        : changeEntry('destinations', known, { hazards: entry.hazards })
    return together(put, moveEntry('destinations', id, -MOST.destinations))(plan, now)
  }

const addDanger = ({ mark, at, note }: Extract<Proposal, { kind: 'danger' }>, now: number): Edit => {
  const [lng, lat] = at
  return addEntry('marks', {
    kind: mark,
    name: '',
    shape: { type: 'point', at: [lng, lat] },
    note,
    by: '',
    addedAt: Math.max(0, Math.round(now)),
    photo: null,
  })
}

/**
 * The plan with the proposals that were accepted: one step of undo, all or nothing. With none it is the very same plan. What was
 * not accepted is not in the list, and leaves no trace.
 */
export function applyProposals(
  plan: Plan,
  accepted: readonly Proposal[],
  now: number,
): Result<Plan, EditRefusal> {
  return accepted.length === 0 ? ok(plan) : together(...accepted.map(editOf))(plan, now)
}
