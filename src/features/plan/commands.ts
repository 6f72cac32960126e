import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { newPlan } from '#domain/plan/new-plan.ts'
import { MOST } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import type { Clock, PlansFailure, PlanStore } from '#platform/ports.ts'
import { change, hasUnkept, stepBack, stepForward, type Desk } from './desk.ts'
import { reread, refresh } from './hear.ts'
import { askToSave, inLine, noteOnDisk, writeHeld } from './keep.ts'
import { guardLeaving, onWaking } from './on-waking.ts'
import type { PlansCommands, PlansFeature } from './state.ts'
import { createPlansStore, hasUnsaved } from './store.ts'
import { keepPhoto, putDown, takeIn } from './take-in.ts'
import { activeDesk, dropDesk, look, newestOf, publish, type ActivePlan, type Work } from './work.ts'

/**
 * The plans of this device, as the screens see them. An edit shows at once and is saved behind it; one save runs at a time
 * for each plan and takes all edits that came meanwhile. What cannot be saved stays in memory and is told as long as it lasts.
 * @param newId gives 16 characters of [a-z0-9], unlike any other
 */
export function createPlans(
  disk: PlanStore,
  settings: ActivePlan,
  clock: Clock,
  newId: () => string,
): PlansFeature {
  const store = createPlansStore()
  const now = () => clock.now()
  const work: Work = {
    store,
    disk,
    settings,
    now,
    newId,
    desks: new Map(),
    held: new Map(),
    trouble: null,
  }
  let opening: Promise<void> | null = null
  let close = () => {}
  const commands: PlansCommands = {
    open() {
      if (opening !== null) return opening
      const ends = [
        disk.onChange((id) => void (id === null ? reread(work) : refresh(work, id))),
        onWaking(() => void retry(work)),
        guardLeaving(() => hasUnsaved(store.getState())),
      ]
      close = () => ends.forEach((end) => end())
      return (opening = open(work))
    },
    create: (name, area) => create(work, name, area),
    choose(id) {
      if (work.desks.has(id)) look(work, id)
    },
    edit: (edit) => doEdit(work, edit),
    undo: () => step(work, stepBack),
    redo: () => step(work, stepForward),
    remove: (id) => remove(work, id),
    restore: () => restore(work),
    takeIn: (plan, how, photos) => takeIn(work, plan, how, photos),
    saveAgain: () => saveAgain(work),
    noteExport: (id) => noteExport(work, id),
    keepPhoto: ({ id, blob }) => keepPhoto(work, id, blob),
    photo: async (id) => work.held.get(id) ?? (await disk.photo(id)),
    close: () => close(),
  }
  return { store, commands }
}

async function open(work: Work): Promise<void> {
  work.store.setState({ status: 'opening' })
  await reread(work)
  const { active } = work.store.getState()
  const chosen = active ?? work.settings.read()
  const id = chosen !== null && work.desks.has(chosen) ? chosen : newestOf(work)
  work.store.setState({ active: id, status: 'open' })
  publish(work)
  void work.disk.tidyPhotos(work.now())
}

function create(work: Work, name: string, area: string | null): string {
  const own = cleanText(name, MOST.name)
  if (own === '') throw new Error('a plan needs a name')
  const desk = putDown(work, newPlan(work.newId(), own, area, work.now()))
  look(work, desk.shown.id)
  void askToSave(work, desk)
  return desk.shown.id
}

function doEdit(work: Work, edit: Edit): boolean {
  const desk = activeDesk(work)
  const result = desk === null ? null : change(desk, edit, work.now())
  if (desk === null || result?.ok !== true) {
    work.store.setState({ refused: result?.ok === false ? result.reason : 'notThere' })
    return false
  }
  work.store.setState({ refused: null, changedElsewhere: false })
  saveSoon(work, desk)
  return true
}

function step(work: Work, go: (desk: Desk, now: number) => boolean): void {
  const desk = activeDesk(work)
  if (desk === null || !go(desk, work.now())) return
  work.store.setState({ refused: null, changedElsewhere: false })
  saveSoon(work, desk)
}

function saveSoon(work: Work, desk: Desk): void {
  publish(work)
  if (hasUnkept(desk)) void askToSave(work, desk)
}

/**
 * What another tab saved at last is what comes back. Where the device does not say that it removed the plan, it is asked what
 * it has: a plan that is still there stays on the screen, and why is told.
 */
async function remove(work: Work, id: string): Promise<void> {
  const desk = work.desks.get(id)
  if (desk === undefined) return
  let plan = desk.shown
  let why: PlansFailure | null = null
  await inLine(desk, async () => {
    const newest = desk.kept === null ? null : await work.disk.read(id)
    const result = await work.disk.remove(id)
    plan = newest === null || hasUnkept(desk) ? desk.shown : newest.plan
    const wasNeverThere =
      desk.kept === null && (desk.tried.length === 0 || (!result.ok && result.why === 'noStorage'))
    if (result.ok || wasNeverThere) dropDesk(work, id)
    else why = result.why
  })
  if (why !== null) {
    await reread(work)
    if (work.desks.has(id)) {
      work.trouble = why
      return publish(work)
    }
  }
  work.store.setState({ removed: plan, changedElsewhere: false })
  publish(work)
}

function restore(work: Work): void {
  const { removed = null } = work.store.getState()
  if (removed === null) return
  const desk = putDown(work, removed)
  work.store.setState({ removed: null })
  look(work, desk.shown.id)
  void askToSave(work, desk)
}

async function saveAgain(work: Work): Promise<void> {
  await reread(work)
  const { trouble } = work
  if (trouble !== null && trouble !== 'newer') return
  await writeHeld(work)
  const unkept = [...work.desks.values()].filter(hasUnkept)
  for (const desk of unkept) desk.failure = null
  await Promise.all(unkept.map((desk) => askToSave(work, desk)))
  publish(work)
}

/** Tries again when there is something to save, or when the plans could not be read. */
async function retry(work: Work): Promise<void> {
  const { trouble, plans } = work.store.getState()
  if (trouble !== null || plans.some(({ saved }) => saved === 'unsaved')) await saveAgain(work)
}

async function noteExport(work: Work, id: string): Promise<void> {
  const desk = work.desks.get(id)
  if (desk === undefined) return
  const exported = { at: work.now(), changedAt: desk.shown.changedAt }
  desk.exported = exported
  publish(work)
  await inLine(desk, async () => {
    if (desk.kept !== null) await noteOnDisk(work, desk, exported)
    publish(work)
  })
}
