import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { failureOf, PackError } from './pack-error.ts'
import { flipped, namedFiles, NO_POINTER, type KeptPack, type Pointer, type Shelf } from './shelf.ts'

/** A database of its own: no update of packs ever touches what a person wrote. */
export const PACK_DATABASE = 'mhm-packs'

interface PackSchema extends DBSchema {
  files: { key: string; value: ArrayBuffer }
  pointers: { key: string; value: Pointer }
  index: { key: 'index'; value: string }
}
type Database = IDBPDatabase<PackSchema>

export type ShelfDeadlines = {
  /** To open the database, milliseconds. Some browsers never answer. */
  readonly openMs: number
  /** For one reading or writing, milliseconds. */
  readonly workMs: number
}
export const SHELF_DEADLINES: ShelfDeadlines = { openMs: 2_000, workMs: 15_000 }

/** Opened anew at most this often when the browser drops the connection under our hands. */
const TRIES = 3
const STRICT = { durability: 'strict' } as const

/**
 * The shelf in IndexedDB. Rejects with `storageBlocked` when the database cannot be opened before the deadline.
 * The pointer is written with strict durability: a power cut right after it must not bring the old one back half.
 */
export async function openIndexedDbShelf(deadlines: ShelfDeadlines = SHELF_DEADLINES): Promise<Shelf> {
  let connection: Promise<Database> | null = null
  const forget = () => {
    connection = null
  }
  const connect = (): Promise<Database> => {
    connection ??= within(openDatabase(forget), deadlines.openMs, (late) => late.close())
    connection.catch(forget)
    return connection
  }
  const work = async <T>(job: (database: Database) => Promise<T>): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await within(connect().then(job), deadlines.workMs)
      } catch (error) {
        if (tried === TRIES || !isDropped(error)) throw asPackError(error)
        forget()
      }
    }
  }
  await connect().catch((error: unknown) => {
    throw asPackError(error)
  })
  return shelfOver(work)
}

type Work = <T>(job: (database: Database) => Promise<T>) => Promise<T>

const shelfOver = (work: Work): Shelf => ({
  lasting: true,
  pointer: (code) => work(async (database) => (await database.get('pointers', code)) ?? NO_POINTER),
  file: (hash) =>
    work(async (database) => {
      const stored: unknown = await database.get('files', hash)
      return stored instanceof ArrayBuffer ? new Uint8Array(stored) : null
    }),
  putFile: (hash, bytes) =>
    work(async (database) => {
      const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer
      await database.put('files', whole, hash)
    }),
  dropFile: (hash) => work((database) => database.delete('files', hash)),
  present: (hashes) =>
    work(async (database) => {
      const keys = new Set(await database.getAllKeys('files'))
      return new Set(hashes.filter((hash) => keys.has(hash)))
    }),
  expect: (code, pending) =>
    work(async (database) => {
      const transaction = database.transaction('pointers', 'readwrite')
      transaction.done.catch(() => undefined)
      const before = (await transaction.store.get(code)) ?? NO_POINTER
      await Promise.all([transaction.store.put({ ...before, pending }, code), transaction.done])
    }),
  flip: (code, pack, needed) => work((database) => flip(database, code, pack, needed)),
  settle: (code) => work((database) => settle(database, code)),
  index: () => work(async (database) => (await database.get('index', 'index')) ?? null),
  putIndex: (text) =>
    work(async (database) => {
      await database.put('index', text, 'index')
    }),
})

async function flip(
  database: Database,
  code: string,
  pack: KeptPack,
  needed: readonly string[],
): Promise<void> {
  const transaction = database.transaction(['files', 'pointers'], 'readwrite', STRICT)
  transaction.done.catch(() => undefined)
  const keys = new Set(await transaction.objectStore('files').getAllKeys())
  const lost = needed.find((hash) => !keys.has(hash))
  if (lost !== undefined) {
    transaction.abort()
    await transaction.done.catch(() => undefined)
    throw new PackError('storageBlocked', `file ${lost} was not kept`)
  }
  const pointers = transaction.objectStore('pointers')
  const before = (await pointers.get(code)) ?? NO_POINTER
  await Promise.all([pointers.put(flipped(before, pack), code), transaction.done])
}

async function settle(database: Database, code: string): Promise<void> {
  const transaction = database.transaction(['files', 'pointers'], 'readwrite', STRICT)
  transaction.done.catch(() => undefined)
  const pointers = transaction.objectStore('pointers')
  const before = await pointers.get(code)
  if (before !== undefined) await pointers.put({ ...before, previous: null }, code)
  const named = namedFiles(await pointers.getAll())
  const files = transaction.objectStore('files')
  const unnamed = (await files.getAllKeys()).filter((hash) => !named.has(hash))
  await Promise.all([...unnamed.map((hash) => files.delete(hash)), transaction.done])
}

function openDatabase(onLost: () => void): Promise<Database> {
  if ((globalThis as { indexedDB?: IDBFactory }).indexedDB === undefined)
    return Promise.reject(new PackError('storageBlocked', 'this browser has no IndexedDB'))
  return openDB<PackSchema>(PACK_DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore('files')
      database.createObjectStore('pointers')
      database.createObjectStore('index')
    },
    // Another tab wants to change or delete the database: let it, and open it anew when it is next needed.
    blocking: (_, __, event) => {
      ;(event.target as IDBDatabase).close()
      onLost()
    },
    terminated: onLost,
  })
}

/** What browsers throw when the connection was closed under our hands, not when we did something wrong. */
const isDropped = (error: unknown): boolean =>
  ['InvalidStateError', 'UnknownError', 'AbortError'].includes(
    String((error as { name?: unknown } | null)?.name),
  )

const asPackError = (error: unknown): PackError =>
  error instanceof PackError ? error : new PackError(failureOf(error), 'the storage of the browser', error)

/** @param onLate is given what comes after all when nobody waits any more */
function within<T>(promise: Promise<T>, deadlineMs: number, onLate?: (late: T) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      reject(new PackError('storageBlocked', 'the storage of the browser does not answer'))
    }, deadlineMs)
    promise.then(
      (value) => {
        clearTimeout(timer)
        if (isLate) onLate?.(value)
        resolve(value)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error as Error)
      },
    )
  })
}
