import {
  answerOnline,
  type AnswerOnlineOptions,
  type OnlineAnswer,
} from '#domain/official-tiles/answer-online.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { OFFICIAL_LAYERS, PICTURE_SIZE, type OfficialLayerId } from '#domain/official-tiles/official-layer.ts'
import { decodePng, parsePng, type Picture } from '#domain/official-tiles/png.ts'
import type { TileAnswer } from '#domain/official-tiles/read-layer.ts'
import type { Tile } from '#domain/official-tiles/tile-pixels.ts'
import { download, PATIENCE, type Fetch } from '../packs/download.ts'
import { unpack } from '../packs/gunzip.ts'
import { linkedAbort } from '../packs/linked-abort.ts'

/** Where the pictures are, and how long one waits for them, in milliseconds. */
export type Official = {
  readonly base: string
  readonly fetch: Fetch
  readonly patience: { readonly firstByteMs: number; readonly totalMs: number }
}

/** A picture of 256 pixels has at most 262,400 bytes before it is packed; more than that is none. */
const LARGEST = 300_000

/**
 * Reads every layer at one place. In a chunk of its own: most people never ask for it.
 * Rejects only with the reason of `signal`.
 */
export async function askOfficial(
  { base, fetch, patience }: Official,
  at: LngLat,
  { signal, ...rest }: AnswerOnlineOptions & { readonly signal: AbortSignal },
): Promise<OnlineAnswer> {
  signal.throwIfAborted()
  const { control, unlink } = linkedAbort(signal)
  const deadline = setTimeout(() => control.abort(new Error('no whole answer in time')), patience.totalMs)
  const fetchTile = async (layer: OfficialLayerId, tile: Tile): Promise<TileAnswer> => {
    const answer = await askFor(addressOf(base, layer, tile), fetch, patience.firstByteMs, control.signal)
    signal.throwIfAborted()
    return answer
  }
  try {
    return await answerOnline(at, fetchTile, rest)
  } finally {
    clearTimeout(deadline)
    unlink()
    control.abort()
  }
}

const addressOf = (base: string, layer: OfficialLayerId, { z, x, y }: Tile): string =>
  `${base}/raster/${OFFICIAL_LAYERS[layer].path}/${z}/${x}/${y}.png`

/** One picture. Never rejects: whatever is neither the picture nor a plain 404 has failed. */
async function askFor(
  address: string,
  fetch: Fetch,
  firstByteMs: number,
  signal: AbortSignal,
): Promise<TileAnswer> {
  let status = 0
  try {
    const bytes = await download(address, {
      fetch: async (where, init) => {
        const response = await fetch(where, {
          ...init,
          mode: 'cors',
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
        })
        status = response.status
        return response
      },
      patience: { ...PATIENCE, firstByteMs },
      signal,
      cap: LARGEST,
      cache: 'default',
    })
    const picture = await readPicture(bytes)
    return picture === null ? { state: 'failed' } : { state: 'picture', picture }
  } catch {
    return { state: status === 404 ? 'none' : 'failed' }
  }
}

/** The picture in a file of the right size, or null. */
async function readPicture(bytes: Uint8Array): Promise<Picture | null> {
  const parts = parsePng(bytes)
  if (!parts.ok) return null
  const { header, packed, rawBytes } = parts.value
  if (header.width !== PICTURE_SIZE || header.height !== PICTURE_SIZE) return null
  const decoded = decodePng(parts.value, await unpack(packed, rawBytes, 'deflate'))
  return decoded.ok ? decoded.value : null
}
