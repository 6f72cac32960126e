import { open, readFile, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { PMTiles, type RangeResponse, type Source } from 'pmtiles'
import * as v from 'valibot'
import { Refusal } from '../lib/refusal.ts'
import { sha256Of, sha256OfFile, type Had, type NotHad, type Upstream } from '../lib/upstream.ts'
import type { SourceManifest } from './source-manifest.ts'

/** What is read of a TileJSON (https://github.com/mapbox/tilejson-spec). */
const TileJson = v.object({
  tiles: v.pipe(v.array(v.pipe(v.string(), v.url())), v.minLength(1)),
  minzoom: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  maxzoom: v.optional(v.pipe(v.number(), v.integer(), v.maxValue(30)), 14),
})

/** A single tile larger than this is no tile, bytes. */
const MAX_TILE_BYTES = 5_000_000

/** Vector tiles that can be read one by one; `digest` tells what was read, in an order that does not depend on the network. */
export type OpenTiles = {
  readonly maxZoom: number
  readonly asOf: string | null
  /** A credit found in the tiles themselves, as plain text. */
  readonly credit: string | null
  /** @throws TilesFailed when a tile could not be had; null = the source has no such tile. */
  getTile(z: number, x: number, y: number): Promise<Uint8Array | null>
  digest(): { url: string; files: number; bytes: number; sha256: string }
  close(): Promise<void>
}

/** The base map cannot be read whole; the pack is then built without it. */
export class TilesFailed extends Error {
  readonly file: NotHad

  constructor(file: NotHad) {
    super(file.detail)
    this.file = file
  }
}

/** Opens the tiles that a TileJSON describes. @throws TilesFailed when it cannot be had, Refusal when it is no TileJSON. */
export async function openTileJson(
  source: SourceManifest,
  upstream: Upstream,
  signal: AbortSignal,
): Promise<{ tiles: OpenTiles; file: Had }> {
  // Tile servers take old versions away: an old TileJSON would lead to tiles that are not there any more.
  const wanted = { expects: 'json', maxBytes: source.maxBytes, fresh: source.moving } as const
  const file = await upstream.get(source.urls[0] ?? '', wanted, signal)
  if (!file.ok) throw new TilesFailed(file)
  const { tiles, minzoom, maxzoom } = parseTileJson(await readFile(file.path, 'utf8'), file.url)
  const template = tiles[0] ?? ''
  const read = new Map<string, { bytes: number; sha256: string }>()
  let failed: NotHad | null = null
  return {
    file,
    tiles: {
      maxZoom: maxzoom,
      // Tile servers put the date of the data into the address; the TileJSON's own date is only that of its writing.
      asOf: dateIn(template) ?? file.asOf,
      credit: null,
      async getTile(z, x, y) {
        if (failed !== null) throw new TilesFailed(failed)
        if (z < minzoom || z > maxzoom) return null
        const url = template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y))
        const tile = await upstream.get(url, { expects: 'tile', maxBytes: MAX_TILE_BYTES }, signal)
        if (!tile.ok && tile.why === 'notFound') return null
        if (!tile.ok) {
          failed = tile
          throw new TilesFailed(tile)
        }
        read.set(`${z}/${x}/${y}`, { bytes: tile.bytes, sha256: tile.sha256 })
        return readFile(tile.path)
      },
      digest: () => digestOf(template, read),
      close: () => Promise.resolve(),
    },
  }
}

function parseTileJson(text: string, url: string): v.InferOutput<typeof TileJson> {
  let json: unknown = null
  try {
    json = JSON.parse(text)
  } catch {
    throw new Refusal(`${url}: not JSON, expected a TileJSON`)
  }
  const result = v.safeParse(TileJson, json)
  if (!result.success) throw new Refusal(`${url}: not a TileJSON (${result.issues[0].message})`)
  const [template] = result.output.tiles
  if (!['{z}', '{x}', '{y}'].every((part) => template?.includes(part))) {
    throw new Refusal(`${url}: the tile address ${String(template)} has no {z}, {x} and {y}`)
  }
  return result.output
}

/** A date such as `20210806` in an address, as `2021-08-06`. */
function dateIn(text: string): string | null {
  const [, year, month, day] = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/.exec(text) ?? []
  return year === undefined ? null : `${year}-${month}-${day}`
}

/** All tiles as one line: the hash is of their sorted list of addresses and hashes. */
function digestOf(
  url: string,
  read: ReadonlyMap<string, { bytes: number; sha256: string }>,
): ReturnType<OpenTiles['digest']> {
  const lines = [...read].map(([address, tile]) => `${address} ${tile.sha256}\n`).sort()
  const bytes = [...read.values()].reduce((sum, tile) => sum + tile.bytes, 0)
  return { url, files: read.size, bytes, sha256: sha256Of(Buffer.from(lines.join(''))) }
}

/** Opens a PMTiles archive on this computer. @throws Refusal when it is none, or holds no vector tiles. */
export async function openPmtilesFile(path: string): Promise<OpenTiles> {
  const handle = await open(path).catch(() => {
    throw new Refusal(`--basemap ${path}: cannot be opened`, 2)
  })
  try {
    const archive = new PMTiles(new FileOnDisk(handle, path))
    const header = await archive.getHeader()
    if (header.tileType !== 1) throw new Error('it holds no vector tiles')
    const metadata = (await archive.getMetadata()) as { attribution?: unknown }
    const digest = {
      url: basename(path),
      files: 1,
      bytes: (await handle.stat()).size,
      sha256: await sha256OfFile(path),
    }
    return {
      maxZoom: header.maxZoom,
      asOf: null,
      credit: typeof metadata.attribution === 'string' ? plainText(metadata.attribution) : null,
      async getTile(z, x, y) {
        const tile = await archive.getZxy(z, x, y)
        return tile === undefined ? null : new Uint8Array(tile.data)
      },
      digest: () => digest,
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw new Refusal(
      `--basemap ${path}: not a PMTiles archive of vector tiles (${(error as Error).message})`,
    )
  }
}

/** A credit without its links. */
const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .trim()

class FileOnDisk implements Source {
  readonly #handle: FileHandle
  readonly #path: string

  constructor(handle: FileHandle, path: string) {
    this.#handle = handle
    this.#path = path
  }

  getKey(): string {
    return this.#path
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, offset)
    return { data: new Uint8Array(buffer.subarray(0, bytesRead)).buffer }
  }
}
