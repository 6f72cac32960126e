import type { PackFile } from '#domain/packs/area-pack.ts'
import { aboveFloor, type Patience } from './download.ts'
import type { PackHost } from './pack-host.ts'

/** Fetched side by side: few enough that the page's own code gets its share of a slow line. */
const SIDE_BY_SIDE = 3

/** A file of the manifest with its checked bytes, as stored. */
export type ArrivedFile = { readonly file: PackFile; readonly bytes: Uint8Array<ArrayBuffer> }

export type FetchFilesOptions = {
  readonly host: PackHost
  readonly patience: Patience
  readonly code: string
  readonly signal: AbortSignal
  readonly onBytes: (bytes: number) => void
  /** Called as each file arrives; the next one of its lane waits for it. */
  readonly keep: (arrived: ArrivedFile) => Promise<void>
}

/**
 * Fetches files side by side, in the given order. After a failure no further file is begun, but those under way are
 * finished and kept, so that the next attempt goes on from there; then it rejects with the first failure.
 */
export async function fetchFiles(files: readonly PackFile[], options: FetchFilesOptions): Promise<void> {
  const { host, patience, code, signal, onBytes, keep } = options
  if (files.length === 0) return
  await aboveFloor(patience, signal, async (shared, count) => {
    const queue = [...files]
    const failures: unknown[] = []
    const lane = async (): Promise<void> => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        const bytes = await host.file(code, file, shared, (arrived) => {
          count(arrived)
          onBytes(arrived)
        })
        await keep({ file, bytes })
      }
    }
    const stop = (error: unknown) => {
      failures.push(error)
      queue.length = 0
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => lane().catch(stop)))
    if (failures.length > 0) throw failures[0]
  })
}
