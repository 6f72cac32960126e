import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { mergePlan } from '#domain/plan/merge-plan.ts'
import { ok } from '#domain/result.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { change, newDesk, type Desk } from './desk.ts'
import { askToSave } from './keep.ts'
import { activeDesk, look, publish, type Work } from './work.ts'

/**
 * Takes in a plan that the person agreed to, and looks at it. Its photos are written first: when there is no room for one,
 * nothing is taken in. `new` makes a plan of its own, under another id when that one is here already; `replace` puts it in
 * the place of the plan of its id; `merge` adds to that one, or to the plan that is looked at. Both can be undone.
 * @returns false when nothing was taken in
 */
export async function takeIn(
  work: Work,
  plan: Plan,
  how: 'new' | 'replace' | 'merge',
  photos: ReadonlyMap<string, Blob>,
): Promise<boolean> {
  const meant = deskFor(work, plan, how)
  if (meant === null) return false
  for (const [id, blob] of photos) if (!(await keepPhoto(work, id, blob))) return false
  const desk = meant === 'none' ? putDown(work, plan) : meant
  if (desk.isRemoved) return false
  if (meant !== 'none') {
    const result = change(desk, how === 'replace' ? replaceBy(plan) : mergeIn(plan), work.now())
    work.store.setState({ refused: result.ok ? null : result.reason })
    if (!result.ok) return (publish(work), false)
  }
  look(work, desk.shown.id)
  await askToSave(work, desk)
  return true
}

function deskFor(work: Work, plan: Plan, how: 'new' | 'replace' | 'merge'): Desk | 'none' | null {
  if (how === 'new') return 'none'
  const same = work.desks.get(plan.id) ?? null
  return how === 'merge' ? (same ?? activeDesk(work)) : same
}

/** A plan that was not on this device. */
export function putDown(work: Work, plan: Plan): Desk {
  const own = work.desks.has(plan.id) ? { ...plan, id: work.newId() } : plan
  const desk = newDesk(own, null)
  work.desks.set(own.id, desk)
  return desk
}

const replaceBy =
  (plan: Plan): Edit =>
  (mine, now) =>
    ok({ ...plan, id: mine.id, changedAt: Math.max(now, mine.changedAt + 1, plan.changedAt) })

const mergeIn =
  (theirs: Plan): Edit =>
  (mine, now) =>
    mergePlan(mine, theirs, now)

/**
 * Writes a photo. On a device that keeps nothing it is held in memory, like the plans, and told as a lasting trouble; on
 * one that is full it is refused. @returns whether it can be put into a mark
 */
export async function keepPhoto(work: Work, id: string, photo: Blob): Promise<boolean> {
  const result = await work.disk.putPhoto(id, photo)
  if (result.ok) return true
  if (result.why === 'full') return false
  work.held.set(id, photo)
  work.trouble = result.why
  publish(work)
  return true
}
