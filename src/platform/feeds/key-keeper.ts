import type { Verify } from '#domain/feeds/check-signers.ts'
import { KEYS_CAP, type KeyRing } from '#domain/feeds/key-ring.ts'
import { checkRotation, newerList, type KeyList } from '#domain/feeds/rotate-keys.ts'
import { SIGNATURES_CAP } from '#domain/feeds/signature-file.ts'
import type { Fetch } from '../packs/download.ts'
import { askHost, FEED_PATIENCE, type FeedPatience } from './ask-host.ts'
import type { KeptDatabase } from '../kept-database.ts'

export type KeyKeeperOptions = {
  /** The list that the app was built with. */
  readonly pinned: KeyList
  /** Absolute address of the folder of `keys.json`, ending in a slash. */
  readonly base: string
  readonly database: KeptDatabase<'feeds'>
  readonly fetch: Fetch
  readonly now: () => number
  readonly patience?: FeedPatience
}

/** The keys whose signatures count now. No method rejects. */
export type KeyKeeper = {
  ring(): KeyRing
  /** Reads the newer list that the device may keep. */
  open(): Promise<void>
  /** Looks whether the city has changed its keys. True = it has, and rightly so. */
  refresh(verify: Verify): Promise<boolean>
}

const nowhere = new AbortController().signal

/** Most cities never change a key: then there is no `keys.json` at the host, and that is no trouble. */
export function createKeyKeeper(options: KeyKeeperOptions): KeyKeeper {
  const { pinned, base, database, fetch, now, patience = FEED_PATIENCE } = options
  const { area } = pinned.ring
  const key = `keys/${area}`
  let list = pinned
  const get = async (name: string, cap: number): Promise<Uint8Array | null> => {
    const answer = await askHost(`${base}${name}`, { fetch, patience, cap, signal: nowhere, etag: null })
    return answer.is === 'bytes' ? answer.bytes : null
  }
  const look = async (verify: Verify): Promise<boolean> => {
    const [bytes, signatures] = await Promise.all([
      get('keys.json', KEYS_CAP),
      get('keys.json.sig', SIGNATURES_CAP),
    ])
    if (bytes === null || signatures === null) return false
    const checked = await checkRotation({ bytes, signatures, area, list, now: now(), verify })
    if (!checked.ok || !checked.value.isNew) return false
    list = checked.value.list
    await keep(database, key, list)
    return true
  }
  return {
    ring: () => list.ring,
    async open() {
      const kept = await read(database, key).catch(() => null)
      const newer = newerList(list, kept)
      list = newer
    },
    refresh: (verify) => look(verify).catch(() => false),
  }
}

async function read(database: KeptDatabase<'feeds'>, key: string): Promise<Uint8Array | null> {
  const value = await database.work('readonly', (transaction) => transaction.objectStore('feeds').get(key))
  return Object.prototype.toString.call(value) === '[object Uint8Array]' ? (value as Uint8Array) : null
}

/** Unless another tab has kept a newer one meanwhile. Where nothing can be kept it holds until the page is closed. */
const keep = (database: KeptDatabase<'feeds'>, key: string, list: KeyList): Promise<void> =>
  database
    .work('readwrite', async (transaction) => {
      const store = transaction.objectStore('feeds')
      const there: unknown = await store.get(key)
      const kept =
        Object.prototype.toString.call(there) === '[object Uint8Array]' ? (there as Uint8Array) : null
      if (newerList(list, kept) === list) await store.put(list.bytes, key)
    })
    .catch(() => undefined)
