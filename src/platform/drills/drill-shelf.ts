import type { DrillShelf } from '../ports.ts'
import { createKeptDatabase, type KeptDatabase } from '../kept-database.ts'

/** What drills keep on this device, in a database of their own: no plan is ever opened by it. Nothing here rejects. */
export function createDrillShelf(
  database: KeptDatabase<'drills'> = createKeptDatabase('drills'),
): DrillShelf {
  const isDone = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      () => false,
    )
  return {
    async read(key) {
      try {
        const value = await database.work('readonly', (one) => one.objectStore('drills').get(key))
        return { ok: true, value: value ?? null }
      } catch {
        return { ok: false }
      }
    },
    write: (key, value) =>
      isDone(database.work('readwrite', (one) => one.objectStore('drills').put(value, key))),
    remove: (key) => isDone(database.work('readwrite', (one) => one.objectStore('drills').delete(key))),
  }
}
