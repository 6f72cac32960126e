import type { PackFile } from '#domain/packs/area-pack.ts'
import type { OpenedArea, PackFailure, PackProgress, PackStore } from '../ports.ts'
import { fetchFiles } from './fetch-files.ts'
import { answerFiles, openArea, openKept, readKept } from './kept-packs.ts'
import { putInUse } from './open-pack.ts'
import { failureOf, PackError } from './pack-error.ts'
import type { OpenPack } from './pack-host.ts'
import type { Shelf } from './shelf.ts'
import { missingFiles, stateOf, type Workshop } from './workshop.ts'

export type Completed = Awaited<ReturnType<PackStore['complete']>>
type Tell = (progress: PackProgress) => void
/** One job of completing, with all it needs. */
type Job = {
  readonly workshop: Workshop
  readonly shelf: Shelf
  readonly code: string
  readonly signal: AbortSignal
  readonly tell: Tell
}

/**
 * Looks for a newer pack and takes it over as a whole, or fetches what the current one still lacks. Whatever fails, the pack
 * in use stays in use. Rejects with a `PackError` or the reason of `signal`.
 */
export async function completePack(
  workshop: Workshop,
  code: string,
  signal: AbortSignal,
  tell: Tell,
  open: () => Promise<OpenedArea>,
): Promise<Completed> {
  let shelf = await workshop.shelfOf(code)
  let current = openKept((await shelf.pointer(code)).current, code)
  if (current === null) {
    const opened = await open()
    if (!opened.ok) return opened
    shelf = await workshop.shelfOf(code)
    current = openKept((await shelf.pointer(code)).current, code)
    if (current === null) throw new PackError('storageBlocked', `the pack of ${code} was not kept`)
  }
  const job = { workshop, shelf, code, signal, tell }
  const newer = await takeOverNewer(job, current)
  if (newer !== null) return { ok: true, state: await stateOf(workshop, shelf, newer), updated: true }
  await fillUp(job, current)
  return { ok: true, state: await stateOf(workshop, shelf, current), updated: false }
}

/** The newer pack that is now in use, or null: there is none, or it was refused (then `updateFailures` says why). */
async function takeOverNewer(job: Job, current: OpenPack): Promise<OpenPack | null> {
  const { workshop, code, signal } = job
  let offered: OpenPack | null = null
  try {
    offered = await workshop.hostFor(false).host.manifest(code, signal)
    const isSame = offered.kept.manifest === current.kept.manifest
    if (!isSame) await takeOver(job, offered)
    workshop.updateFailures.delete(code)
    return isSame ? null : offered
  } catch (error) {
    signal.throwIfAborted()
    const why = failureOf(error)
    // Being offline is no failed update: nothing newer was seen.
    if (offered !== null || why !== 'unreachable') workshop.updateFailures.set(code, why)
    return null
  }
}

async function takeOver(job: Job, pack: OpenPack): Promise<void> {
  const { shelf, code } = job
  const { files } = pack.manifest
  await shelf.expect(code, pack.kept)
  await fetchMissing(job, files, (file, bytes) => shelf.putFile(file.sha256, bytes))
  const { area, intact } = await openArea(pack.manifest, (file) => readKept(shelf, file))
  const isReadable = intact && [...area.ranks.values()].every(({ ok }) => ok) && hasSites(pack, area.sites)
  if (!isReadable) throw new PackError('corrupt', `the new pack of ${code} cannot be read`)
  await putInUse(shelf, code, pack, files)
}

const hasSites = (pack: OpenPack, sites: unknown): boolean =>
  sites !== null || answerFiles(pack.manifest).every(({ role }) => role !== 'sites')

/** Files for which there is no room serve from memory; that they will be gone is told by rejecting in the end. */
async function fillUp(job: Job, pack: OpenPack): Promise<void> {
  const { workshop, shelf } = job
  let noRoom: PackFailure | null = null
  await fetchMissing(job, pack.manifest.files, async (file, bytes) => {
    try {
      await shelf.putFile(file.sha256, bytes)
      workshop.spare.delete(file.sha256)
    } catch (error) {
      noRoom = failureOf(error)
      workshop.spare.set(file.sha256, bytes)
    }
  })
  if (noRoom !== null) throw new PackError(noRoom, 'the map files are in memory only')
}

async function fetchMissing(
  job: Job,
  files: readonly PackFile[],
  put: (file: PackFile, bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const { workshop, shelf, code, signal, tell } = job
  const missing = await missingFiles(shelf, files)
  const sum = (some: readonly PackFile[]) => some.reduce((total, { bytes }) => total + bytes, 0)
  const total = sum(files)
  const vital = sum(files.filter(({ stage }) => stage === 1))
  let done = total - sum(missing)
  const report = (bytes: number) => {
    done = Math.min(total, done + bytes)
    tell({ code, stage: done < vital ? 1 : 2, bytesDone: done, bytesTotal: total })
  }
  report(0)
  const inOrder = [...missing].sort((a, b) => a.stage - b.stage)
  await fetchFiles(inOrder, {
    ...workshop.hostFor(false),
    code,
    signal,
    onBytes: report,
    keep: ({ file, bytes }) => put(file, bytes),
  })
}
