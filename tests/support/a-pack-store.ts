import { openIndexedDbShelf } from '#platform/packs/indexed-db-shelf.ts'
import { createPackStore, type PackStoreOptions } from '#platform/packs/pack-store.ts'
import type { OpenedArea, PackStore } from '#platform/ports.ts'
import { PACKS_AT, type HostInTest } from './a-host.ts'

/** Nobody waits long in a test. */
const HASTY = { firstByteMs: 500, floorBytesPerSecond: 3_000, floorWindowMs: 500 }
/** The signal of someone who never leaves. */
export const never = new AbortController().signal

/** A pack store over a host in memory and the IndexedDB of the test. */
export function aStore(host: HostInTest, options: PackStoreOptions = {}): PackStore {
  return createPackStore({
    base: PACKS_AT,
    fetch: host.fetch,
    patience: { first: HASTY, later: HASTY },
    openShelf: () => openIndexedDbShelf({ openMs: 2_000, workMs: 5_000 }),
    ...options,
  })
}

export const complete = (store: PackStore, code = '99201') => store.complete(code, never, () => undefined)
/** The name of the site of `aPack`, which tells city and edition; or why there is none. */
export const siteOf = (opened: OpenedArea): string | undefined =>
  opened.ok ? opened.area.sites?.[0]?.name.ja : opened.why
