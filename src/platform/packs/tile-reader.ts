import type { PMTiles, RangeResponse, Source } from 'pmtiles'
import type { PackStore, TileReader } from '../ports.ts'
import { gunzip } from './gunzip.ts'

type Role = Parameters<TileReader>[0]

/** A tile of a city is some ten kilobytes; a directory of a whole prefecture is below a megabyte. */
const UNPACKED_CAP = 8_000_000
const GZIP = 2
const NONE = 1

/** The map file is not on this device (yet): the tile cannot be had, which is not the same as an empty tile. */
export class TilesNotHere extends Error {
  constructor(role: Role) {
    super(`The ${role} tiles are not on this device`)
    this.name = 'TilesNotHere'
  }
}

/**
 * Reads tiles of the area's PMTiles files as they are kept on the device; never asks the network. The library is loaded with
 * the first tile. @returns a reader that resolves to the unpacked bytes of a tile, or null where the file has none; rejects
 * with `TilesNotHere` while the file is not here (and looks again next time), or with the reason of the signal.
 */
export function createTileReader(packStore: Pick<PackStore, 'mapFile'>, code: string): TileReader {
  const archives = new Map<Role, Promise<PMTiles>>()
  const archiveOf = (role: Role): Promise<PMTiles> => {
    const opened = archives.get(role) ?? openArchive(packStore, code, role)
    archives.set(role, opened)
    opened.catch(() => archives.delete(role))
    return opened
  }
  return async (role, z, x, y, signal) => {
    signal.throwIfAborted()
    const archive = await archiveOf(role)
    signal.throwIfAborted()
    const tile = await archive.getZxy(z, x, y, signal)
    return tile?.data ?? null
  }
}

async function openArchive(
  packStore: Pick<PackStore, 'mapFile'>,
  code: string,
  role: Role,
): Promise<PMTiles> {
  const blob = await packStore.mapFile(code, role)
  if (blob === null) throw new TilesNotHere(role)
  const { PMTiles: Archive, SharedPromiseCache } = await import('pmtiles')
  return new Archive(sourceOf(blob, `${code}-${role}`), new SharedPromiseCache(100, false, unpack), unpack)
}

const sourceOf = (blob: Blob, key: string): Source => ({
  getKey: () => key,
  getBytes: async (offset, length): Promise<RangeResponse> => ({
    data: await blob.slice(offset, offset + length).arrayBuffer(),
  }),
})

async function unpack(packed: ArrayBuffer, compression: number): Promise<ArrayBuffer> {
  if (compression === NONE) return packed
  if (compression !== GZIP) throw new Error(`Tiles in an unknown compression (${compression})`)
  return (await gunzip(new Uint8Array(packed), UNPACKED_CAP)).buffer
}
