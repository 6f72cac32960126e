import type { StoredPlan } from '#platform/ports.ts'
import { hasUnkept, rebase, settle, type Desk, type Rebased } from './desk.ts'
import { activeDesk, publish, type Work } from './work.ts'

/** More conflicts in a row than this are no other tab, but a storage that answers nonsense. */
const MOST_CONFLICTS = 20

/** Puts a job with the device behind those of the same plan that wait already: never two at a time. */
export function inLine(desk: Desk, job: () => Promise<void>): Promise<void> {
  desk.line = desk.line.then(() => (desk.isRemoved ? undefined : job()))
  return desk.line
}

/** Saves what is pending, once for all that comes until its turn. */
export function askToSave(work: Work, desk: Desk): Promise<void> {
  if (desk.isSaveAsked) return desk.line
  desk.isSaveAsked = true
  return inLine(desk, () => save(work, desk))
}

async function save(work: Work, desk: Desk): Promise<void> {
  desk.isSaveAsked = false
  for (let conflicts = 0; hasUnkept(desk) && desk.failure === null;) {
    const [plan, count] = [desk.shown, desk.pending.length]
    const result = await work.disk.save(plan, desk.kept?.revision ?? null)
    if (result.ok) {
      settle(desk, result.stored, count)
      await afterSaving(work, desk)
    } else if (result.why === 'conflict' && conflicts < MOST_CONFLICTS) {
      conflicts += 1
      tell(work, desk, rebase(desk, result.newest, work.now()))
    } else {
      desk.failure = result.why === 'conflict' ? 'lost' : result.why
      desk.tried = [...desk.tried, { plan, count, attempt: 'attempt' in result ? result.attempt : undefined }]
    }
    publish(work)
  }
}

/** The device keeps again: what else was held back goes there too. */
async function afterSaving(work: Work, desk: Desk): Promise<void> {
  work.store.setState({ removedBySystem: false })
  await writeHeld(work)
  if (work.held.size === 0) work.trouble = null
  const { exported, kept } = desk
  if (exported !== null && (kept?.exported?.at ?? 0) < exported.at) await noteOnDisk(work, desk, exported)
}

/** Writes the photos that were held in memory. */
export async function writeHeld({ held, disk }: Work): Promise<void> {
  for (const [id, blob] of held) if ((await disk.putPhoto(id, blob)).ok) held.delete(id)
}

/** Notes an export in the record; the record is another revision then. */
export async function noteOnDisk(
  work: Work,
  desk: Desk,
  exported: NonNullable<StoredPlan['exported']>,
): Promise<void> {
  const id = desk.shown.id
  if (!(await work.disk.noteExport(id, exported))) return
  const newest = await work.disk.read(id)
  if (newest !== null) tell(work, desk, rebase(desk, newest, work.now()))
}

/** Tells what came of another tab's change. */
export function tell(work: Work, desk: Desk, { byOthers, refused }: Rebased): void {
  const isActive = activeDesk(work) === desk
  if (byOthers && isActive) work.store.setState({ changedElsewhere: true })
  const [why] = refused
  if (why !== undefined) work.store.setState({ refused: why })
}
