import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A key that signs on this device. The browser gives nobody its bytes. */
export type KeptKey = {
  /** Base64 of the public key. */
  readonly publicKey: string
  readonly key: CryptoKey
  /** Milliseconds since 1970. */
  readonly kept: number
}

/** What was signed here, with the former file for undoing it. */
export type HistoryEntry = {
  readonly id: string
  readonly area: string
  readonly feed: 'closures' | 'alerts'
  readonly sequence: number
  /** Milliseconds since 1970. */
  readonly signed: number
  readonly signedBy: readonly string[]
  /** `signed` = it was given out as files or waits for a second signature · `published` = it was read back from the host. */
  readonly state: 'signed' | 'published'
  readonly bytes: Uint8Array
  readonly signatures: Uint8Array
  /** The file that was in use when it was made; null = none. */
  readonly before: Uint8Array | null
}

interface StaffSchema extends DBSchema {
  keys: { key: string; value: KeptKey }
  history: { key: string; value: HistoryEntry }
  settings: { key: string; value: unknown }
}

/** A database of its own: neither the app nor its packs, plans and feeds open it. */
const STAFF_DATABASE = 'mhm-staff'
const DATABASE_VERSION = 1
/** Entries that are kept; older ones are dropped. Own choice. */
const MOST_HISTORY = 200

/** What the staff page keeps on this device. Its methods reject when the browser keeps nothing; then the page says so. */
export type StaffDatabase = {
  keys(): Promise<readonly KeptKey[]>
  keepKey(key: KeptKey): Promise<void>
  forgetKey(publicKey: string): Promise<void>
  /** The newest first. */
  history(area: string): Promise<readonly HistoryEntry[]>
  note(entry: HistoryEntry): Promise<void>
  setting(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
}

export function createStaffDatabase(): StaffDatabase {
  let opening: Promise<IDBPDatabase<StaffSchema>> | null = null
  const database = () => {
    opening ??= openDB<StaffSchema>(STAFF_DATABASE, DATABASE_VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('keys', { keyPath: 'publicKey' })
        fresh.createObjectStore('history', { keyPath: 'id' })
        fresh.createObjectStore('settings')
      },
      terminated: () => (opening = null),
    }).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }
  return {
    keys: async () => (await database()).getAll('keys'),
    async keepKey(key) {
      await (await database()).put('keys', key)
    },
    async forgetKey(publicKey) {
      await (await database()).delete('keys', publicKey)
    },
    async history(area) {
      const all = await (await database()).getAll('history')
      return all.filter((entry) => entry.area === area).sort((a, b) => b.signed - a.signed)
    },
    async note(entry) {
      const opened = await database()
      await opened.put('history', entry)
      const all = (await opened.getAll('history')).sort((a, b) => b.signed - a.signed)
      for (const old of all.slice(MOST_HISTORY)) await opened.delete('history', old.id)
    },
    setting: async (name) => (await database()).get('settings', name),
    async set(name, value) {
      await (await database()).put('settings', value, name)
    },
  }
}
