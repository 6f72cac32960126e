import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'

/** Raised only together with an `upgrade` that keeps what older versions wrote. */
const DATABASE_VERSION = 1

/**
 * One entry a database: each has a fate of its own, no update of code or packs opens it, and none opens another. Values are read as
 * unknown: whatever lies there is checked before it is believed.
 */
interface KeptSchema extends DBSchema {
  feeds: { key: string; value: unknown }
  drills: { key: string; value: unknown }
}
export type KeptName = 'feeds' | 'drills'
type Mode = 'readonly' | 'readwrite'
export type KeptTransaction<N extends KeptName, M extends Mode> = IDBPTransaction<KeptSchema, N[], M>

export type KeptDeadlines = {
  /** To open the database, milliseconds. Some browsers never answer. */
  readonly openMs: number
  /** For one reading or writing, milliseconds. */
  readonly workMs: number
}
const KEPT_DEADLINES: KeptDeadlines = { openMs: 2_000, workMs: 5_000 }

/** Tried anew at most this often when the browser drops the connection under our hands. */
const TRIES = 3
const DROPPED = ['InvalidStateError', 'UnknownError', 'AbortError']

export type KeptDatabase<N extends KeptName> = {
  /** Does a job in one transaction. Rejects when the storage cannot be had, does not answer, or the job throws. */
  work<T, M extends Mode>(mode: M, job: (transaction: KeptTransaction<N, M>) => Promise<T>): Promise<T>
}

/** The database `mhm-<name>`, with one store of that name. */
export function createKeptDatabase<N extends KeptName>(
  name: N,
  deadlines: KeptDeadlines = KEPT_DEADLINES,
): KeptDatabase<N> {
  let opening: Promise<IDBPDatabase<KeptSchema>> | null = null
  const forget = (gone: Promise<IDBPDatabase<KeptSchema>>) => {
    if (opening === gone) opening = null
    gone.then((database) => database.close()).catch(() => undefined)
  }
  const connect = (): Promise<IDBPDatabase<KeptSchema>> => {
    const mine = (opening ??= open(name, () => forget(mine)))
    return mine
  }
  return {
    async work(mode, job) {
      for (let tried = 1; ; tried += 1) {
        const mine = connect()
        try {
          const database = await inTime(mine, deadlines.openMs)
          return await inOneTransaction(
            database.transaction([name], mode, { durability: 'strict' }),
            job,
            deadlines.workMs,
          )
        } catch (error) {
          forget(mine)
          if (tried === TRIES || !DROPPED.includes(String((error as { name?: unknown } | null)?.name)))
            throw error
        }
      }
    },
  }
}

/** A deadline that passes aborts the transaction, so that what was given up is not written after all. */
async function inOneTransaction<T, N extends KeptName, M extends Mode>(
  transaction: KeptTransaction<N, M>,
  job: (transaction: KeptTransaction<N, M>) => Promise<T>,
  deadlineMs: number,
): Promise<T> {
  transaction.done.catch(() => undefined)
  try {
    const work = async () => {
      const result = await job(transaction)
      await transaction.done
      return result
    }
    return await inTime(work(), deadlineMs)
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // It is over.
    }
    throw error
  }
}

function inTime<T>(promise: Promise<T>, deadlineMs: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the storage does not answer')), deadlineMs)
    promise.then(
      (value) => (clearTimeout(timer), resolve(value)),
      (error: unknown) => (clearTimeout(timer), reject(error as Error)),
    )
  })
}

async function open(name: KeptName, onLost: () => void): Promise<IDBPDatabase<KeptSchema>> {
  if ((globalThis as { indexedDB?: IDBFactory }).indexedDB == null)
    throw new Error('this browser has no IndexedDB')
  return openDB<KeptSchema>(`mhm-${name}`, DATABASE_VERSION, {
    upgrade: (fresh) => void fresh.createObjectStore(name),
    // Another tab wants to change or delete the database: let it, and open it anew when it is next needed.
    blocking: (_, __, event) => {
      ;(event.target as IDBDatabase).close()
      onLost()
    },
    terminated: onLost,
  })
}
