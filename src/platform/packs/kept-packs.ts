import { readArea, type UnpackedFile } from '#domain/packs/read-area.ts'
import type { Area } from '#domain/packs/area.ts'
import type { PackFile, PackManifest } from '#domain/packs/area-pack.ts'
import { gunzip } from './gunzip.ts'
import { checkFile, readManifest, type OpenPack } from './pack-host.ts'
import type { KeptPack, Shelf } from './shelf.ts'

/** A file from the shelf, checked; or why it is not. */
export type FileFromShelf = Uint8Array<ArrayBuffer> | 'missing' | 'damaged'

/** Reads a file back and compares its length and hash. A damaged one is taken off the shelf, so that it is fetched again. */
export async function readKept(shelf: Shelf, file: PackFile): Promise<FileFromShelf> {
  const bytes = await shelf.file(file.sha256)
  if (bytes === null) return 'missing'
  try {
    await checkFile(file, bytes)
    return bytes
  } catch {
    await shelf.dropFile(file.sha256).catch(() => undefined)
    return 'damaged'
  }
}

/** A kept manifest, or null when there is none or it cannot be read any more. */
export function openKept(pack: KeptPack | null, code: string): OpenPack | null {
  if (pack === null) return null
  try {
    return readManifest(pack.manifest, code)
  } catch {
    return null
  }
}

export const answerFiles = (manifest: PackManifest): readonly PackFile[] =>
  manifest.files.filter(({ stage }) => stage === 1)

/** An area with the state of its files: `intact` when every file that an answer needs could be read. */
export type AreaFromFiles = { readonly area: Area; readonly intact: boolean }

/** Unpacks the files of stage 1 and opens the area. A file that does not unpack is marked as damaged, never left out. */
export async function openArea(
  manifest: PackManifest,
  read: (file: PackFile) => Promise<FileFromShelf>,
): Promise<AreaFromFiles> {
  const unpacked = await Promise.all(
    answerFiles(manifest).map(async (file): Promise<[string, UnpackedFile]> => {
      const bytes = await read(file)
      return [file.name, typeof bytes === 'string' ? bytes : await unpack(file, bytes)]
    }),
  )
  const intact = unpacked.every(([, content]) => typeof content !== 'string')
  return { area: readArea(manifest, new Map(unpacked)), intact }
}

async function unpack(file: PackFile, bytes: Uint8Array<ArrayBuffer>): Promise<UnpackedFile> {
  try {
    const content = await gunzip(bytes, file.rawBytes)
    return content.length === file.rawBytes ? content : 'damaged'
  } catch {
    return 'damaged'
  }
}
