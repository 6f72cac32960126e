import type { PackFile } from '#domain/packs/area-pack.ts'
import type { OpenedArea, PackFailure } from '../ports.ts'
import { fetchFiles } from './fetch-files.ts'
import {
  answerFiles,
  openArea,
  openKept,
  readKept,
  type AreaFromFiles,
  type FileFromShelf,
} from './kept-packs.ts'
import { failureOf, PackError } from './pack-error.ts'
import type { OpenPack } from './pack-host.ts'
import type { Pointer, Shelf } from './shelf.ts'
import { stateOf, type Workshop } from './workshop.ts'

/**
 * Opens an area: the current pack if all that an answer needs can be read, else the previous one, else what the host offers,
 * else what is left of the current one, its gaps marked. Rejects with a `PackError` or the reason of `signal`.
 */
export async function openPack(workshop: Workshop, code: string, signal: AbortSignal): Promise<OpenedArea> {
  const shelf = await workshop.shelfOf(code)
  const pointer = await shelf.pointer(code).catch(() => null)
  if (pointer === null) return install(workshop, workshop.memory, code, signal, true)
  const found = await openFromShelf(shelf, pointer, code)
  if (found?.read.intact === true) return answerWith(workshop, shelf, found)
  signal.throwIfAborted()
  try {
    return await install(workshop, shelf, code, signal, found === null)
  } catch (error) {
    signal.throwIfAborted()
    if (found === null) throw error
    workshop.updateFailures.set(code, failureOf(error))
    return answerWith(workshop, shelf, found)
  }
}

type Found = { readonly pack: OpenPack; readonly read: AreaFromFiles; readonly isCurrent: boolean }

/** The first of current and previous that is whole, else what is left of the current one. */
async function openFromShelf(shelf: Shelf, pointer: Pointer, code: string): Promise<Found | null> {
  const read = (file: PackFile): Promise<FileFromShelf> => readKept(shelf, file).catch(() => 'missing')
  let remains: Found | null = null
  for (const kept of [pointer.current, pointer.previous]) {
    const pack = openKept(kept, code)
    const found = pack && {
      pack,
      read: await openArea(pack.manifest, read),
      isCurrent: kept === pointer.current,
    }
    if (found?.read.intact === true) return found
    remains ??= found
  }
  return remains
}

async function answerWith(
  workshop: Workshop,
  shelf: Shelf,
  { pack, read, isCurrent }: Found,
): Promise<OpenedArea> {
  const code = pack.manifest.area.code
  workshop.inUse.set(code, pack)
  if (!isCurrent) workshop.updateFailures.set(code, 'corrupt')
  // It has been read whole, so the one before it may go; the answer does not wait for that.
  if (isCurrent && read.intact) void shelf.settle(code).catch(() => undefined)
  return { ok: true, area: read.area, state: await stateOf(workshop, shelf, pack) }
}

/**
 * Fetches what an answer needs and puts the pack in use; the map's files follow later. What was fetched before and lies on
 * the shelf is not fetched again. When the shelf cannot keep it, the pack is held in memory and answers all the same.
 */
async function install(
  workshop: Workshop,
  shelf: Shelf,
  code: string,
  signal: AbortSignal,
  first: boolean,
): Promise<OpenedArea> {
  const { host, patience } = workshop.hostFor(first)
  const pack = await host.manifest(code, signal)
  const files = answerFiles(pack.manifest)
  const arrived = new Map<string, Uint8Array<ArrayBuffer>>()
  const storing = createStoring(shelf)
  await storing.attempt(() => shelf.expect(code, pack.kept))
  for (const file of files) {
    const kept = await readKept(shelf, file).catch(() => 'missing' as const)
    if (typeof kept !== 'string') arrived.set(file.sha256, kept)
  }
  const wanted = files.filter(({ sha256 }) => !arrived.has(sha256))
  const keep = async ({ file, bytes }: { file: PackFile; bytes: Uint8Array<ArrayBuffer> }) => {
    arrived.set(file.sha256, bytes)
    await storing.attempt(() => shelf.putFile(file.sha256, bytes))
  }
  await fetchFiles(wanted, { host, patience, code, signal, onBytes: () => undefined, keep })
  const read = await openArea(pack.manifest, async (file) => arrived.get(file.sha256) ?? 'missing')
  if (!read.intact)
    throw new PackError('corrupt', `a file of ${code} does not unpack to what the manifest says`)
  await storing.attempt(() => putInUse(shelf, code, pack, files))
  const target = storing.failure() === null ? shelf : workshop.memory
  if (target !== shelf) {
    for (const [hash, bytes] of arrived) await target.putFile(hash, bytes)
    await target.flip(code, pack.kept, [...arrived.keys()])
  }
  workshop.updateFailures.delete(code)
  return answerWith(workshop, target, { pack, read, isCurrent: true })
}

/** After the first refusal of the device nothing more is tried: the files go on arriving. */
function createStoring(shelf: Shelf) {
  let failure: PackFailure | null = null
  return {
    failure: () => failure,
    async attempt(work: () => Promise<void>): Promise<void> {
      if (failure !== null) return
      try {
        await work()
      } catch (error) {
        failure = failureOf(error)
        if (!shelf.lasting) throw error
      }
    },
  }
}

/** Reads every file back and compares its hash, then flips the pointer. Rejects when what was stored is not what came. */
export async function putInUse(
  shelf: Shelf,
  code: string,
  pack: OpenPack,
  files: readonly PackFile[],
): Promise<void> {
  for (const file of files) {
    const back = await readKept(shelf, file)
    if (typeof back === 'string')
      throw new PackError('storageBlocked', `${file.name} was not kept as it came`)
  }
  await shelf.flip(
    code,
    pack.kept,
    files.map(({ sha256 }) => sha256),
  )
}
