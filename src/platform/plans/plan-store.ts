import { askToPersist } from '../device/keep-storage.ts'
import { randomId } from '../device/random-id.ts'
import type { PlansFailure, PlanStore, SavedPlan } from '../ports.ts'
import { createOtherTabs, type OtherTabs } from './other-tabs.ts'
import { dropUnnamedPhotos, getPhoto, putPhoto } from './photo-records.ts'
import { createPlanDatabase, PLAN_DEADLINES, type PlanDatabase, type PlanDeadlines } from './plan-database.ts'
import { createPlanMarker, type PlanMarker } from './plan-marker.ts'
import { readAll, readPlan, removePlan, writeExport, writePlan } from './plan-work.ts'
import { PlansError } from './plans-error.ts'

export type PlanStoreOptions = {
  readonly deadlines?: PlanDeadlines
  readonly marker?: PlanMarker
  readonly tabs?: OtherTabs
  /** Asks the browser to keep our storage; called once, after the first plan that was saved. */
  readonly persist?: () => Promise<unknown>
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

type Work = {
  readonly database: PlanDatabase
  readonly marker: PlanMarker
  readonly tabs: OtherTabs
  readonly persist: () => Promise<unknown>
  readonly now: () => number
  hasAsked: boolean
}

type Refusal = { readonly ok: false; readonly why: PlansFailure }
const refusal = (error: unknown): Refusal => ({
  ok: false,
  why: error instanceof PlansError ? error.code : 'lost',
})

/**
 * The plans of this device (see `PlanStore`), in IndexedDB. Where that cannot be had each saving says why, and whoever shows
 * the plans holds them in memory until the page is closed. Nothing here rejects.
 */
export function createPlanStore(options: PlanStoreOptions = {}): PlanStore {
  const tabs = options.tabs ?? createOtherTabs()
  const work: Work = {
    database: createPlanDatabase(options.deadlines ?? PLAN_DEADLINES, () => tabs.wake()),
    marker: options.marker ?? createPlanMarker(),
    tabs,
    persist: options.persist ?? askToPersist,
    now: options.now ?? Date.now,
    hasAsked: false,
  }
  const { database } = work
  return {
    open: () => open(work),
    read: (id) => database.work((begin) => readPlan(begin, id)).catch(() => null),
    save: (plan, basedOn) => save(work, plan, basedOn),
    remove: (id) => remove(work, id),
    noteExport: async (id, exported) => {
      const isNoted = await database.work((begin) => writeExport(begin, id, exported)).catch(() => false)
      if (isNoted) tabs.tell(id)
      return isNoted
    },
    putPhoto: (id, photo) => keepPhoto(work, id, photo),
    photo: (id) => database.work((begin) => getPhoto(begin, id)).catch(() => null),
    tidyPhotos: (now) => database.work((begin) => dropUnnamedPhotos(begin, now)).catch(() => undefined),
    onChange: (changed) => tabs.listen(changed),
  }
}

async function open({ database, marker }: Work): Promise<Awaited<ReturnType<PlanStore['open']>>> {
  try {
    const read = await readAll(database)
    const isEmpty = read.plans.length === 0 && read.quarantined.length === 0
    // Also for plans that were saved before `localStorage` was emptied.
    if (!isEmpty) marker.set()
    return {
      ...read,
      trouble: database.isNewer() ? 'newer' : null,
      removedBySystem: isEmpty && marker.isSet(),
    }
  } catch (error) {
    return { plans: [], quarantined: [], trouble: refusal(error).why, removedBySystem: false }
  }
}

async function save(
  work: Work,
  plan: Parameters<PlanStore['save']>[0],
  basedOn: number | null,
): Promise<SavedPlan> {
  const attempt = randomId()
  try {
    const written = await work.database.work((begin) => writePlan(begin, plan, basedOn, attempt, work.now()))
    if (written.is === 'conflict') return { ok: false, why: 'conflict', newest: written.newest }
    work.marker.set()
    work.tabs.tell(plan.id)
    if (!work.hasAsked) {
      work.hasAsked = true
      work.persist().catch(() => undefined)
    }
    return { ok: true, stored: written.stored }
  } catch (error) {
    // It may have come through all the same.
    work.tabs.tell(plan.id)
    return { ...refusal(error), attempt }
  }
}

async function remove(work: Work, id: string): ReturnType<PlanStore['remove']> {
  try {
    const left = await work.database.work((begin) => removePlan(begin, id))
    if (left === 0) work.marker.clear()
    work.tabs.tell(id)
    return { ok: true }
  } catch (error) {
    work.tabs.tell(id)
    return refusal(error)
  }
}

async function keepPhoto(work: Work, id: string, photo: Blob): ReturnType<PlanStore['putPhoto']> {
  try {
    // Before the transaction begins: it would end while the bytes are awaited.
    const record = { bytes: await photo.arrayBuffer(), type: photo.type, at: work.now() }
    await work.database.work((begin) => putPhoto(begin, id, record))
    return { ok: true }
  } catch (error) {
    return refusal(error)
  }
}
