import type { Plan } from '#domain/plan/plan.ts'
import type { OpenedPlans, StoredPlan } from '../ports.ts'
import type { Begin, PlanDatabase } from './plan-database.ts'
import { MOST_ATTEMPTS, readRecord, type PlanRecord, type ReadRecord } from './plan-record.ts'
import { PlansError } from './plans-error.ts'

/** Every record: those that are plans, and those that are not and stay where they are. */
export async function readAll(database: PlanDatabase): Promise<Pick<OpenedPlans, 'plans' | 'quarantined'>> {
  const read = await database.work(readAtOnce).catch(() => readOneByOne(database))
  return {
    plans: read.flatMap((one) => (one.is === 'plan' ? [one.stored] : [])),
    quarantined: read.flatMap((one) => (one.is === 'broken' ? [one.quarantined] : [])),
  }
}

async function readAtOnce(begin: Begin): Promise<readonly ReadRecord[]> {
  const store = begin(['plans'], 'readonly').objectStore('plans')
  const keys = await store.getAllKeys()
  const values: unknown = await store.getAll()
  if (!Array.isArray(keys) || !Array.isArray(values) || keys.length !== values.length)
    throw new PlansError('lost', 'the plans could not be read')
  return keys.map((key, index) => readRecord(String(key), values[index]))
}

/** Some browsers refuse to read all when one record is damaged: then that one alone is quarantined. */
async function readOneByOne(database: PlanDatabase): Promise<readonly ReadRecord[]> {
  const keys = await database.work((begin) => begin(['plans'], 'readonly').objectStore('plans').getAllKeys())
  const read: ReadRecord[] = []
  let failure: unknown = null
  for (const key of keys) {
    try {
      read.push(await database.work(async (begin) => getRecord(begin, key)))
    } catch (error) {
      failure = error
      read.push({ is: 'broken', quarantined: { key: String(key), why: 'brokenPlan', text: '' } })
    }
  }
  // Not one can be read: that is no damaged record, it is a damaged storage.
  if (failure !== null && read.every(({ is }) => is === 'broken')) throw failure
  return read
}

const getRecord = async (begin: Begin, id: string): Promise<ReadRecord> =>
  readRecord(id, await begin(['plans'], 'readonly').objectStore('plans').get(id))

export async function readPlan(begin: Begin, id: string): Promise<StoredPlan | null> {
  const read = await getRecord(begin, id)
  return read.is === 'plan' ? read.stored : null
}

export type Written =
  | { readonly is: 'saved'; readonly stored: StoredPlan }
  | { readonly is: 'conflict'; readonly newest: StoredPlan | null }

/**
 * Puts a plan in the place of revision `basedOn`, in one transaction, and reads it back. A broken record under its id is
 * left untouched: rejects with `lost` then, as when it cannot be read back.
 * @param attempt an id of this attempt, the same each time it is tried
 * @param fresh the revision of a plan that is new: unlike those of a plan that was removed under the same id
 */
export async function writePlan(
  begin: Begin,
  plan: Plan,
  basedOn: number | null,
  attempt: string,
  fresh: number,
): Promise<Written> {
  const text = JSON.stringify(plan)
  // What could not be read again must not take the place of what can.
  if (readRecord(plan.id, { revision: 1, text, exported: null }).is !== 'plan')
    throw new PlansError('lost', `what was to be saved as ${plan.id} is no plan`)
  const transaction = begin(['plans'], 'readwrite')
  const store = transaction.objectStore('plans')
  const before = readRecord(plan.id, await store.get(plan.id))
  if (before.is === 'broken') throw new PlansError('lost', `the record of ${plan.id} cannot be read`)
  const newest = before.is === 'plan' ? before.stored : null
  if ((newest?.revision ?? null) !== basedOn) {
    await transaction.done
    // What lies there is what is to be written: an earlier try came through after all.
    if (newest !== null && before.is === 'plan' && before.record.text === text)
      return { is: 'saved', stored: newest }
    return { is: 'conflict', newest }
  }
  const record: PlanRecord = {
    revision: basedOn === null ? fresh : basedOn + 1,
    text,
    exported: newest?.exported ?? null,
    attempts: [...(newest?.attempts ?? []), attempt].slice(-MOST_ATTEMPTS),
  }
  await Promise.all([store.put(record, plan.id), transaction.done])
  return { is: 'saved', stored: await readBack(begin, plan.id, record) }
}

async function readBack(begin: Begin, id: string, record: PlanRecord): Promise<StoredPlan> {
  const back = await getRecord(begin, id)
  // Another tab may have changed it between the two transactions: then ours was there.
  if (back.is === 'plan' && back.stored.revision > record.revision)
    return { ...back.stored, ...record, plan: JSON.parse(record.text) as Plan }
  if (back.is !== 'plan' || back.record.text !== record.text)
    throw new PlansError('lost', `plan ${id} could not be read back`)
  return back.stored
}

/** Notes the last export in the record of a plan. @returns false when there is no such plan */
export async function writeExport(
  begin: Begin,
  id: string,
  exported: NonNullable<StoredPlan['exported']>,
): Promise<boolean> {
  const transaction = begin(['plans'], 'readwrite')
  const store = transaction.objectStore('plans')
  const before = readRecord(id, await store.get(id))
  if (before.is !== 'plan') return false
  const record: PlanRecord = { ...before.record, revision: before.record.revision + 1, exported }
  await Promise.all([store.put(record, id), transaction.done])
  return true
}

/** Removes a plan, and looks whether it is gone. @returns how many records are left */
export async function removePlan(begin: Begin, id: string): Promise<number> {
  const transaction = begin(['plans'], 'readwrite')
  await Promise.all([transaction.objectStore('plans').delete(id), transaction.done])
  const keys = await begin(['plans'], 'readonly').objectStore('plans').getAllKeys()
  if (keys.includes(id)) throw new PlansError('lost', `plan ${id} could not be removed`)
  return keys.length
}
