import type { PackFile } from '#domain/packs/area-pack.ts'
import type { PackFailure, PackState } from '../ports.ts'
import type { Patience } from './download.ts'
import type { OpenPack, PackHost } from './pack-host.ts'
import type { Shelf } from './shelf.ts'

/** What the jobs of the pack store share. */
export type Workshop = {
  /** `first` = nothing of the area is here yet, so that waiting longer is better than giving up. */
  readonly hostFor: (first: boolean) => { readonly host: PackHost; readonly patience: Patience }
  readonly memory: Shelf
  /** The shelf on which the pack of an area lies, or will lie. */
  readonly shelfOf: (code: string) => Promise<Shelf>
  /** The pack that answers now, by area; it stays in use when a newer one is put in its place, until the area is opened anew. */
  readonly inUse: Map<string, OpenPack>
  readonly updateFailures: Map<string, PackFailure>
  /** Map files for which the device has no room, by hash: they serve as long as the page is open. */
  readonly spare: Map<string, Uint8Array<ArrayBuffer>>
}

export async function stateOf(workshop: Workshop, shelf: Shelf, pack: OpenPack): Promise<PackState> {
  const { manifest, kept } = pack
  const present = await shelf.present(kept.files).catch(() => new Set<string>())
  const code = manifest.area.code
  return {
    code,
    manifest,
    stored: shelf.lasting,
    complete: kept.files.every((hash) => present.has(hash)),
    updateFailure: workshop.updateFailures.get(code) ?? null,
  }
}

/** The files that are not on the shelf yet. */
export async function missingFiles(shelf: Shelf, files: readonly PackFile[]): Promise<readonly PackFile[]> {
  const present = await shelf.present(files.map(({ sha256 }) => sha256))
  return files.filter(({ sha256 }) => !present.has(sha256))
}
