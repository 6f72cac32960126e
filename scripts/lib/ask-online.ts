import { inflateSync } from 'node:zlib'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { answerOnline, type FetchTile, type OnlineAnswer } from '#domain/official-tiles/answer-online.ts'
import { OFFICIAL_LAYERS, PICTURE_SIZE } from '#domain/official-tiles/official-layer.ts'
import { decodePng, parsePng } from '#domain/official-tiles/png.ts'
import type { TileAnswer } from '#domain/official-tiles/read-layer.ts'

/** As in the app: nobody waits longer for a whole answer. Milliseconds. */
const DEADLINE = 15_000
/** A picture has at most 262,400 bytes before it is packed. */
const LARGEST = 300_000

const FAILED: TileAnswer = { state: 'failed' }

/**
 * Asks the official server about one place from the command line, as the app does in a browser.
 * @param base the origin of the server, without a slash at the end
 */
export function askOnline(at: LngLat, base: string): Promise<OnlineAnswer> {
  const signal = AbortSignal.timeout(DEADLINE)
  const fetchTile: FetchTile = async (layer, { z, x, y }) => {
    try {
      const address = `${base}/raster/${OFFICIAL_LAYERS[layer].path}/${z}/${x}/${y}.png`
      const response = await fetch(address, { signal, redirect: 'error' })
      if (response.status === 404) return { state: 'none' }
      return response.status === 200 ? readPicture(new Uint8Array(await response.arrayBuffer())) : FAILED
    } catch {
      return FAILED
    }
  }
  return answerOnline(at, fetchTile)
}

function readPicture(bytes: Uint8Array): TileAnswer {
  if (bytes.length > LARGEST) return FAILED
  const parts = parsePng(bytes)
  if (!parts.ok) return FAILED
  const { header, packed, rawBytes } = parts.value
  if (header.width !== PICTURE_SIZE || header.height !== PICTURE_SIZE) return FAILED
  const picture = decodePng(parts.value, inflateSync(packed, { maxOutputLength: rawBytes }))
  return picture.ok ? { state: 'picture', picture: picture.value } : FAILED
}
