import { isSame, type Edit, type EditRefusal } from '#domain/plan/edits/change-plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Result } from '#domain/result.ts'
import type { PlansFailure, StoredPlan } from '#platform/ports.ts'
import { replay, type Pending } from './replay.ts'
import { turnBack } from './turn-back.ts'

/** How many steps can be undone. Own choice: more than anybody remembers, little memory. */
export const MOST_STEPS_BACK = 50

/** A state that can be gone back to (or forward), and the edit that led out of it (or to it). */
type Turn = { readonly plan: Plan; readonly edit: Edit }

/** One plan while the app is open: what lies on the device, what is shown, and what lies between them. */
export type Desk = {
  /** As it is known to lie on the device; null = it does not. */
  kept: StoredPlan | null
  /** `kept` with all of `pending` done. */
  shown: Plan
  exported: StoredPlan['exported']
  pending: readonly Pending[]
  /** It has to be written though no edit is pending: it was never written, or another tab removed it under our hands. */
  isNew: boolean
  /** States whose saving failed: they may lie on the device all the same. */
  tried: readonly { readonly plan: Plan; readonly count: number; readonly attempt?: string | undefined }[]
  past: readonly Turn[]
  future: readonly Turn[]
  failure: PlansFailure | null
  /** Jobs with the device, one after the other. */
  line: Promise<void>
  isSaveAsked: boolean
  isRemoved: boolean
}

export const newDesk = (plan: Plan, stored: StoredPlan | null): Desk => ({
  kept: stored,
  shown: plan,
  exported: stored?.exported ?? null,
  pending: [],
  isNew: stored === null,
  tried: [],
  past: [],
  future: [],
  failure: null,
  line: Promise.resolve(),
  isSaveAsked: false,
  isRemoved: false,
})

export const hasUnkept = ({ isNew, pending }: Desk): boolean => isNew || pending.length > 0

/** Does an edit on what is shown. An edit that changes nothing leaves no step to undo. */
export function change(desk: Desk, edit: Edit, now: number): Result<Plan, EditRefusal> {
  const before = desk.shown
  const result = edit(before, now)
  if (!result.ok || result.value === before) return result
  show(desk, edit, result.value)
  desk.past = [...desk.past, { plan: before, edit }].slice(-MOST_STEPS_BACK)
  desk.future = []
  return result
}

/** Goes one step back. It is saved like an edit. @returns false when there is none */
export function stepBack(desk: Desk, now: number): boolean {
  const turn = desk.past.at(-1)
  if (turn === undefined) return false
  const before = desk.shown
  show(desk, turnBack(before, turn.plan), dated(turn.plan, before, now))
  desk.past = desk.past.slice(0, -1)
  desk.future = [...desk.future, { plan: before, edit: turn.edit }]
  return true
}

/** Goes one step forward again: the edit that was undone, once more. @returns false when there is none */
export function stepForward(desk: Desk, now: number): boolean {
  const turn = desk.future.at(-1)
  if (turn === undefined) return false
  const before = desk.shown
  show(desk, turn.edit, dated(turn.plan, before, now))
  desk.future = desk.future.slice(0, -1)
  desk.past = [...desk.past, { plan: before, edit: turn.edit }]
  return true
}

const dated = (plan: Plan, before: Plan, now: number): Plan => ({
  ...plan,
  changedAt: Math.max(now, before.changedAt + 1),
})

function show(desk: Desk, edit: Edit, after: Plan): void {
  desk.pending = [...desk.pending, { edit, before: desk.shown, after, names: [] }]
  desk.shown = after
  desk.failure = null
}

/** The device has it, up to the `count` first of the pending edits. */
export function settle(desk: Desk, stored: StoredPlan, count: number): void {
  desk.kept = stored
  desk.pending = desk.pending.slice(count)
  desk.isNew = false
  desk.tried = []
  desk.failure = null
  if (desk.exported === null || (stored.exported?.at ?? 0) > desk.exported.at) desk.exported = stored.exported
}

export type Rebased = { readonly byOthers: boolean; readonly refused: readonly EditRefusal[] }
const NOTHING: Rebased = { byOthers: false, refused: [] }

/**
 * Something else lies on the device than was thought: what is pending is done again on it. What was removed elsewhere
 * while it was edited here is written anew: an edit is never lost.
 */
export function rebase(desk: Desk, newest: StoredPlan | null, now: number): Rebased {
  if (newest === null) {
    desk.kept = null
    desk.isNew = true
    return NOTHING
  }
  // A save that seemed to fail came through: its edits are there, and others may have built on it.
  const own = desk.tried.findLast(
    ({ plan, attempt = '' }) => newest.attempts?.includes(attempt) === true || isSame(plan, newest.plan),
  )
  if (own !== undefined) desk.pending = desk.pending.slice(own.count)
  const known = own?.plan ?? desk.kept?.plan
  if (known !== undefined && isSame(known, newest.plan)) return (settle(desk, newest, 0), NOTHING)
  const { plan, pending, refused } = replay(newest.plan, desk.pending, now)
  settle(desk, newest, 0)
  desk.shown = plan
  desk.pending = pending
  desk.past = []
  desk.future = []
  return { byOthers: true, refused }
}
