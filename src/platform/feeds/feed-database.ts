import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'

/** A database of its own: no update of code or packs opens it, and it opens neither packs nor plans. */
const FEED_DATABASE = 'mhm-feeds'
/** Raised only together with an `upgrade` that keeps what older versions wrote. */
const DATABASE_VERSION = 1

/** Values are read as unknown: whatever lies there is checked before it is believed. */
interface FeedSchema extends DBSchema {
  feeds: { key: string; value: unknown }
}
export type FeedTransaction<M extends 'readonly' | 'readwrite'> = IDBPTransaction<FeedSchema, 'feeds'[], M>

export type FeedDeadlines = {
  /** To open the database, milliseconds. Some browsers never answer. */
  readonly openMs: number
  /** For one reading or writing, milliseconds. */
  readonly workMs: number
}
export const FEED_DEADLINES: FeedDeadlines = { openMs: 2_000, workMs: 5_000 }

/** Tried anew at most this often when the browser drops the connection under our hands. */
const TRIES = 3
const DROPPED = ['InvalidStateError', 'UnknownError', 'AbortError']

export type FeedDatabase = {
  /** Does a job in one transaction. Rejects when the storage cannot be had, does not answer, or the job throws. */
  work<T, M extends 'readonly' | 'readwrite'>(
    mode: M,
    job: (transaction: FeedTransaction<M>) => Promise<T>,
  ): Promise<T>
}

export function createFeedDatabase(deadlines: FeedDeadlines = FEED_DEADLINES): FeedDatabase {
  let opening: Promise<IDBPDatabase<FeedSchema>> | null = null
  const forget = (gone: Promise<IDBPDatabase<FeedSchema>>) => {
    if (opening === gone) opening = null
    gone.then((database) => database.close()).catch(() => undefined)
  }
  const connect = (): Promise<IDBPDatabase<FeedSchema>> => {
    const mine = (opening ??= open(() => forget(mine)))
    return mine
  }
  return {
    async work(mode, job) {
      for (let tried = 1; ; tried += 1) {
        const mine = connect()
        try {
          const database = await inTime(mine, deadlines.openMs)
          return await inOneTransaction(database, mode, job, deadlines.workMs)
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
async function inOneTransaction<T, M extends 'readonly' | 'readwrite'>(
  database: IDBPDatabase<FeedSchema>,
  mode: M,
  job: (transaction: FeedTransaction<M>) => Promise<T>,
  deadlineMs: number,
): Promise<T> {
  const transaction = database.transaction(['feeds'], mode, { durability: 'strict' })
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

async function open(onLost: () => void): Promise<IDBPDatabase<FeedSchema>> {
  if ((globalThis as { indexedDB?: IDBFactory }).indexedDB == null)
    throw new Error('this browser has no IndexedDB')
  return openDB<FeedSchema>(FEED_DATABASE, DATABASE_VERSION, {
    upgrade: (fresh) => void fresh.createObjectStore('feeds'),
    // Another tab wants to change or delete the database: let it, and open it anew when it is next needed.
    blocking: (_, __, event) => {
      ;(event.target as IDBDatabase).close()
      onLost()
    },
    terminated: onLost,
  })
}
