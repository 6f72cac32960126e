import { openDB, type IDBPDatabase } from 'idb'
import type { PlanMarker } from '#platform/plans/plan-marker.ts'
import { createPlanStore, type PlanStoreOptions } from '#platform/plans/plan-store.ts'
import type { PlanStore } from '#platform/ports.ts'
import { PLAN_MADE_AT } from './a-plan.ts'

/** A marker that lives in memory. */
export function aMarker(): PlanMarker {
  let isSet = false
  return { isSet: () => isSet, set: () => void (isSet = true), clear: () => void (isSet = false) }
}

/** No other tab hears, and none speaks. */
export const SILENT = { tell: () => undefined, listen: () => () => undefined, wake: () => undefined }

/** The plans of a device, as one tab has them; each call is another tab over the same database. */
export const aPlanStore = (options: PlanStoreOptions = {}): PlanStore =>
  createPlanStore({
    deadlines: { openMs: 200, workMs: 200 },
    marker: aMarker(),
    tabs: SILENT,
    persist: async () => undefined,
    now: () => PLAN_MADE_AT,
    ...options,
  })

/** Does something with the database as something else than this app might. */
export async function inPlanDatabase(job: (database: IDBPDatabase) => Promise<unknown>): Promise<void> {
  const database = await openDB('mhm-plans')
  await job(database)
  database.close()
}
