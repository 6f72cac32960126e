import type { Bounds } from '#domain/geo/lng-lat.ts'
import { openPmtilesFile, openTileJson, TilesFailed, type OpenTiles } from '../sources/open-tiles.ts'
import { buildBaseMap, type BaseMap } from './base-map.ts'
import type { BuildContext } from './build-context.ts'

/** Zooms of the base map in a pack; the app draws deeper zooms from the last one. */
const MIN_ZOOM = 8
const MAX_ZOOM = 14

/**
 * Builds the base map from a local PMTiles file or from the TileJSON of `data/sources/base-map.json`.
 * @returns null when the tiles cannot be read whole: the pack is then built without a base map, and says so.
 */
export async function findBaseMap(
  context: BuildContext,
  bounds: Bounds,
  localFile: string | null,
): Promise<BaseMap | null> {
  const source = context.sources['base-map']
  try {
    const tiles = localFile === null ? await openPublished(context) : await openPmtilesFile(localFile)
    try {
      const built = await buildFrom(context, tiles, bounds)
      noteTiles(context, tiles)
      return built
    } finally {
      await tiles.close()
    }
  } catch (error) {
    if (!(error instanceof TilesFailed)) throw error
    context.noteMissing([{ ...error.file, detail: `${error.file.detail}; no base map without ${source.id}` }])
    return null
  }
}

async function openPublished(context: BuildContext): Promise<OpenTiles> {
  const { tiles } = await openTileJson(context.sources['base-map'], context.upstream, context.signal)
  return tiles
}

async function buildFrom(context: BuildContext, tiles: OpenTiles, bounds: Bounds): Promise<BaseMap> {
  const bar = context.progress.bar('base map', 'pieces')
  try {
    const built = await buildBaseMap({
      getTile: (z, x, y) => tiles.getTile(z, x, y),
      bounds,
      minZoom: MIN_ZOOM,
      maxZoom: Math.min(MAX_ZOOM, tiles.maxZoom),
      signal: context.signal,
      onProgress: (done, total) => bar.update(done, total),
    })
    if (built.tilesRead === 0) {
      const { url } = tiles.digest()
      throw new TilesFailed({ ok: false, url, why: 'notFound', detail: 'no tile of the area is there' })
    }
    bar.end(`base map: ${built.tilesRead} tiles read, ${built.tilesMissing} not there`)
    return built
  } catch (error) {
    bar.end(null)
    throw error
  }
}

function noteTiles(context: BuildContext, tiles: OpenTiles): void {
  const source = context.sources['base-map']
  const { url, files, bytes, sha256 } = tiles.digest()
  const note = { url, source: source.id, edition: null, asOf: tiles.asOf, bytes, sha256, files, counts: null }
  context.checkLocked(note, source.moving)
  context.had.push(note)
  const credit = tiles.credit === null ? {} : { credit: tiles.credit }
  context.useSource(source.id, source, { label: null, asOf: tiles.asOf, url, ...credit })
}
