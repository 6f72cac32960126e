import { addProtocol, removeProtocol } from 'maplibre-gl'
import type { TileReader } from '#platform/ports.ts'
import type { TileUrls } from './tile-sources.ts'
import { readTile, type TileRequest } from './read-tile.ts'

const PROTOCOL = 'area'

/** The readers of the maps that exist now, by the number that stands in their tile URLs. */
const readers = new Map<string, TileReader>()
let lastNumber = 0

/** A map's own tile URLs, and how to give them up. */
export type OpenTiles = {
  readonly urls: TileUrls
  /** How many tiles were asked for and not answered yet. */
  readonly pending: () => number
  readonly close: () => void
}

/**
 * Lets the map ask `reader` for its tiles through `area://<number>/<role>/<z>/<x>/<y>`. Each map has a number of its own, so
 * that several maps never get one another's tiles; the protocol is taken away with the last of them.
 */
export function openTiles(reader: TileReader): OpenTiles {
  lastNumber += 1
  const number = String(lastNumber)
  if (readers.size === 0) addProtocol(PROTOCOL, (request, abort) => serve(request.url, abort.signal))
  let asked = 0
  readers.set(number, (...request) => {
    asked += 1
    return reader(...request).finally(() => (asked -= 1))
  })
  const url = (role: TileRequest['role']) => `${PROTOCOL}://${number}/${role}/{z}/{x}/{y}`
  return {
    urls: { basemap: url('basemap'), zones: url('zones') },
    pending: () => asked,
    close: () => {
      if (readers.delete(number) && readers.size === 0) removeProtocol(PROTOCOL)
    },
  }
}

async function serve(url: string, signal: AbortSignal): Promise<{ data: ArrayBuffer }> {
  const match = /^area:\/\/(\d+)\/(basemap|zones)\/(\d+)\/(\d+)\/(\d+)$/.exec(url)
  const reader = readers.get(match?.[1] ?? '')
  if (!match || !reader) throw new Error(`No map reads ${url}`)
  const [z, x, y] = [Number(match[3]), Number(match[4]), Number(match[5])]
  return { data: await readTile(reader, { role: match[2] as TileRequest['role'], z, x, y }, signal) }
}
