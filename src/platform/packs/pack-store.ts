import type { PackFile, PackIndex } from '#domain/packs/area-pack.ts'
import type { OpenedArea, PackFailure, PackProgress, PackStore, SelfTest } from '../ports.ts'
import { completePack, type Completed } from './complete-pack.ts'
import { FIRST_PATIENCE, PATIENCE, type Fetch, type Patience } from './download.ts'
import { gunzip } from './gunzip.ts'
import { openIndexedDbShelf } from './indexed-db-shelf.ts'
import { openKept, readKept } from './kept-packs.ts'
import { createMemoryShelf } from './memory-shelf.ts'
import { openPack } from './open-pack.ts'
import { failureOf } from './pack-error.ts'
import { createPackHost, readIndex } from './pack-host.ts'
import { selfTest } from './self-test.ts'
import { createSharedJobs } from './shared-job.ts'
import type { Shelf } from './shelf.ts'
import type { Workshop } from './workshop.ts'

export type PackStoreOptions = {
  /** Absolute address of the folder of packs, ending in a slash. */
  readonly base?: string
  readonly fetch?: Fetch
  readonly patience?: { readonly first: Patience; readonly later: Patience }
  /** Opens the lasting shelf; a rejection means that this browser keeps nothing. */
  readonly openShelf?: () => Promise<Shelf>
}

/**
 * The packs of this device (see `PackStore`). Its methods reject only with the reason of the caller's own signal; whatever
 * else goes wrong is told in the result.
 */
export function createPackStore(options: PackStoreOptions = {}): PackStore {
  const workshop = createWorkshop(options)
  const opening = createSharedJobs<OpenedArea>()
  const completing = createSharedJobs<Completed>()
  const listeners = new Map<string, Set<(progress: PackProgress) => void>>()

  const open = (code: string, signal: AbortSignal): Promise<OpenedArea> =>
    opening(code, signal, (shared) => openPack(workshop, code, shared).catch(refusal(shared)))

  return {
    open,
    index: (signal, wanted = null) => offeredAreas(workshop, signal, wanted),
    async complete(code, signal, onProgress) {
      const heard = listeners.get(code) ?? new Set()
      listeners.set(code, heard.add(onProgress))
      const tell = (progress: PackProgress) => heard.forEach((listener) => listener(progress))
      try {
        return await completing(code, signal, (shared) =>
          completePack(workshop, code, shared, tell, () => open(code, shared)).catch(refusal(shared)),
        )
      } finally {
        heard.delete(onProgress)
      }
    },
    mapFile: (code, role) =>
      stored(workshop, code, (file) => file.role === role)
        .then((found) => found && new Blob([found.bytes]))
        .catch(() => null),
    seriesFile: (code, name) =>
      stored(workshop, code, (file) => file.role === 'series' && file.name === name)
        .then((found) => found && gunzip(found.bytes, found.file.rawBytes))
        .catch(() => null),
    selfTest: (code, signal) =>
      selfTest(workshop, code, signal).catch((): SelfTest => {
        signal.throwIfAborted()
        return { code, filesChecked: 0, filesExpected: 0, bytes: 0, damaged: [], missing: [] }
      }),
  }
}

function createWorkshop(options: PackStoreOptions): Workshop {
  const patience = options.patience ?? { first: FIRST_PATIENCE, later: PATIENCE }
  const fetch: Fetch = options.fetch ?? ((address, init) => globalThis.fetch(address, init))
  const base = options.base ?? new URL('packs/', document.baseURI).href
  const hosts = {
    first: { host: createPackHost(base, fetch, patience.first), patience: patience.first },
    later: { host: createPackHost(base, fetch, patience.later), patience: patience.later },
  }
  const memory = createMemoryShelf()
  let lasting: Promise<Shelf | null> | null = null
  return {
    hostFor: (first) => (first ? hosts.first : hosts.later),
    memory,
    shelfOf: async (code) => {
      const isInMemory = (await memory.pointer(code)).current !== null
      lasting ??= (options.openShelf ?? openIndexedDbShelf)().catch(() => null)
      return (isInMemory ? null : await lasting) ?? memory
    },
    inUse: new Map(),
    updateFailures: new Map(),
    spare: new Map(),
  }
}

type Refusal = { readonly ok: false; readonly why: PackFailure }

const refusal =
  (signal: AbortSignal) =>
  (error: unknown): Refusal => {
    signal.throwIfAborted()
    return { ok: false, why: failureOf(error) }
  }

/**
 * The list that was kept stands at once, and a newer one is fetched behind it for the next start: nobody waits for a line that
 * is nearly dead. Only where it lacks the wanted area is the host's asked first. The list lies on the lasting shelf where there
 * is one; it belongs to no area.
 */
async function offeredAreas(
  workshop: Workshop,
  signal: AbortSignal,
  wanted: string | null,
): Promise<{ ok: true; value: PackIndex } | Refusal> {
  const shelf = await workshop.shelfOf('')
  const kept = await keptIndex(shelf)
  const isEnough = kept !== null && (wanted === null || kept.areas.some(({ code }) => code === wanted))
  const fetched = freshIndex(workshop, shelf, kept !== null, isEnough ? new AbortController().signal : signal)
  if (isEnough) {
    fetched.catch(() => undefined)
    return { ok: true, value: kept }
  }
  try {
    return { ok: true, value: await fetched }
  } catch (error) {
    return kept === null ? refusal(signal)(error) : (signal.throwIfAborted(), { ok: true, value: kept })
  }
}

async function freshIndex(
  workshop: Workshop,
  shelf: Shelf,
  isKept: boolean,
  signal: AbortSignal,
): Promise<PackIndex> {
  const { text, value } = await workshop.hostFor(isKept).host.index(signal)
  await shelf.putIndex(text).catch(() => undefined)
  return value
}

async function keptIndex(shelf: Shelf): Promise<PackIndex | null> {
  try {
    const text = await shelf.index()
    return text === null ? null : readIndex(text)
  } catch {
    return null
  }
}

/** The first file of an area that is asked for, as it is kept on this device; null = it is not. */
async function stored(
  workshop: Workshop,
  code: string,
  isWanted: (file: PackFile) => boolean,
): Promise<{ readonly file: PackFile; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  const shelf = await workshop.shelfOf(code)
  const pack = workshop.inUse.get(code) ?? openKept((await shelf.pointer(code)).current, code)
  const file = pack?.manifest.files.find(isWanted)
  if (file === undefined) return null
  const kept = await readKept(shelf, file)
  const bytes = typeof kept === 'string' ? workshop.spare.get(file.sha256) : kept
  return bytes === undefined ? null : { file, bytes }
}
