import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'
import { asPlansError, isDropped, isNewerVersion, PlansError } from './plans-error.ts'

/** A database of its own: no update of code or packs ever opens it. */
const PLAN_DATABASE = 'mhm-plans'
/** Raised only together with an `upgrade` that keeps what older versions wrote. */
const DATABASE_VERSION = 1

/**
 * Values are read as unknown: whatever lies there is checked before it is believed. Photos are stored as bytes and not as
 * Blobs: WebKit keeps Blobs as files beside the database, which private mode refuses (WebKit bug 156347) and which fails at
 * times elsewhere ("Error preparing Blob/File data"). Bytes lie in the record itself, under the same durability.
 */
interface PlanSchema extends DBSchema {
  plans: { key: string; value: unknown }
  photos: { key: string; value: unknown }
}
type Stores = ('plans' | 'photos')[]
type Mode = 'readonly' | 'readwrite'

export type PlanDeadlines = {
  /** To open the database, milliseconds. Some browsers never answer. */
  readonly openMs: number
  /** For one reading or writing, milliseconds. */
  readonly workMs: number
}
export const PLAN_DEADLINES: PlanDeadlines = { openMs: 2_000, workMs: 15_000 }

/** Opened anew at most this often when the browser drops the connection under our hands. */
const TRIES = 3

/** Begins a transaction. A deadline that passes aborts it, so that what was given up is not written after all. */
export type Begin = <S extends Stores, M extends Mode>(
  stores: S,
  mode: M,
) => IDBPTransaction<PlanSchema, S, M>

export type PlanDatabase = {
  /** Does a job, opening the database if need be, at most three times. Rejects with a `PlansError` before the deadline. */
  work<T>(job: (begin: Begin) => Promise<T>): Promise<T>
  /** True when the database is a newer app's: then it is only read. */
  isNewer(): boolean
}

type Connection = { readonly database: IDBPDatabase<PlanSchema>; readonly newer: boolean }

/** @param onGone is called when the database was given away: a newer app changes it, or the person deletes it */
export function createPlanDatabase(deadlines: PlanDeadlines, onGone: () => void): PlanDatabase {
  let opening: Promise<Connection> | null = null
  let newer = false
  const connect = async (): Promise<Connection> => {
    const mine = (opening ??= openInTime(deadlines.openMs, () => forget(mine), onGone))
    try {
      const connection = await mine
      newer = connection.newer
      return connection
    } catch (error) {
      forget(mine)
      throw error
    }
  }
  const forget = (gone: Promise<Connection>) => {
    if (opening === gone) opening = null
    gone.then(({ database }) => database.close()).catch(() => undefined)
  }
  const work = async <T>(job: (begin: Begin) => Promise<T>): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      let during: 'opening' | 'working' = 'opening'
      try {
        const connection = await connect()
        during = 'working'
        return await inTime(connection, job, deadlines.workMs)
      } catch (error) {
        if (opening !== null) forget(opening)
        if (tried === TRIES || !isDropped(error)) throw asPlansError(error, during)
      }
    }
  }
  return { work, isNewer: () => newer }
}

async function inTime<T>(
  { database, newer }: Connection,
  job: (begin: Begin) => Promise<T>,
  deadlineMs: number,
): Promise<T> {
  const begun: { abort(): void }[] = []
  const begin: Begin = (stores, mode) => {
    if (newer && mode === 'readwrite') throw new PlansError('newer', 'a newer app wrote the plans')
    const transaction = database.transaction(stores, mode, { durability: 'strict' })
    transaction.done.catch(() => undefined)
    begun.push(transaction)
    return transaction
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new PlansError('notAnswering', 'the storage does not answer')),
      deadlineMs,
    )
  })
  try {
    return await Promise.race([Promise.resolve().then(() => job(begin)), late])
  } catch (error) {
    begun.forEach(abort)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Ends a transaction that may have ended already. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // It is over.
  }
}

/** The connection before the deadline; one that comes later is closed again, so that it stands in nobody's way. */
function openInTime(deadlineMs: number, onLost: () => void, onGone: () => void): Promise<Connection> {
  return new Promise<Connection>((resolve, reject) => {
    let isBlocked = false
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      const code = isBlocked ? 'blocked' : 'notAnswering'
      reject(new PlansError(code, 'the storage of the browser does not open'))
    }, deadlineMs)
    const noteBlocked = () => {
      isBlocked = true
    }
    openEither(noteBlocked, onLost, onGone).then(
      (connection) => {
        clearTimeout(timer)
        if (isLate) connection.database.close()
        resolve(connection)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error as Error)
      },
    )
  })
}

async function openEither(
  onBlocked: () => void,
  onLost: () => void,
  onGone: () => void,
): Promise<Connection> {
  if ((globalThis as { indexedDB?: IDBFactory }).indexedDB == null)
    throw new PlansError('noStorage', 'this browser has no IndexedDB')
  const callbacks = {
    blocked: onBlocked,
    // Another tab wants to change or delete the database: let it, and open it anew when it is next needed.
    blocking: (_: unknown, __: unknown, event: Event) => {
      ;(event.target as IDBDatabase).close()
      onLost()
      onGone()
    },
    terminated: onLost,
  }
  try {
    const database = await openDB<PlanSchema>(PLAN_DATABASE, DATABASE_VERSION, {
      ...callbacks,
      upgrade(fresh) {
        fresh.createObjectStore('plans')
        fresh.createObjectStore('photos')
      },
    })
    return { database, newer: false }
  } catch (error) {
    if (!isNewerVersion(error)) throw error
    return { database: await openDB<PlanSchema>(PLAN_DATABASE, undefined, callbacks), newer: true }
  }
}
