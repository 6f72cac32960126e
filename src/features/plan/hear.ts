import type { StoredPlan } from '#platform/ports.ts'
import { hasUnkept, newDesk, rebase, type Desk } from './desk.ts'
import { askToSave, inLine, tell } from './keep.ts'
import { activeDesk, dropDesk, publish, type Work } from './work.ts'

/** Reads a plan that another tab changed. */
export async function refresh(work: Work, id: string): Promise<void> {
  const desk = work.desks.get(id)
  if (desk === undefined) {
    const stored = await work.disk.read(id)
    if (stored !== null && !work.desks.has(id)) work.desks.set(id, newDesk(stored.plan, stored))
    publish(work)
    return
  }
  await inLine(desk, async () => {
    const newest = await work.disk.read(id)
    // Gone, or not to be read just now: only reading all of them tells.
    if (newest === null) return void reread(work)
    adopt(work, desk, newest)
  })
}

/** Takes over what lies on the device, if it is something else; what is pending is done again on it and saved. */
function adopt(work: Work, desk: Desk, newest: StoredPlan): void {
  if (newest.revision === desk.kept?.revision) return
  tell(work, desk, rebase(desk, newest, work.now()))
  if (hasUnkept(desk)) void askToSave(work, desk)
  publish(work)
}

/** Reads all plans of the device and shows what became of them. What is not kept yet stays as it is. */
export async function reread(work: Work): Promise<void> {
  const before = new Map([...work.desks].map(([id, { kept }]) => [id, kept]))
  const { plans, quarantined, trouble, removedBySystem } = await work.disk.open()
  work.trouble = trouble
  if (trouble !== null && trouble !== 'newer') return publish(work)
  work.store.setState({ quarantined, removedBySystem: removedBySystem && work.desks.size === 0 })
  for (const stored of plans) {
    const { id } = stored.plan
    const desk = work.desks.get(id)
    if (desk === undefined) work.desks.set(id, newDesk(stored.plan, stored))
    else
      await inLine(desk, async () => {
        // What was saved or read meanwhile is newer than what was read here.
        if (desk.kept === before.get(id)) adopt(work, desk, stored)
      })
  }
  const there = new Set([...plans.map(({ plan }) => plan.id), ...quarantined.map(({ key }) => key)])
  for (const [id, kept] of before) if (kept !== null && !there.has(id)) vanish(work, id, kept)
  publish(work)
}

/** Another tab removed a plan. One that is being edited here is written anew instead. */
function vanish(work: Work, id: string, kept: StoredPlan): void {
  const desk = work.desks.get(id)
  if (desk === undefined || desk.kept !== kept) return
  if (hasUnkept(desk)) return void (rebase(desk, null, work.now()), askToSave(work, desk))
  const isActive = activeDesk(work) === desk
  dropDesk(work, id)
  // It can be brought back from here too, as it was shown here.
  if (isActive) work.store.setState({ changedElsewhere: true, removed: desk.shown })
}
