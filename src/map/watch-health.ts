import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapHealth, TileKey } from './map-health.ts'
import { isWantedTile } from './scene.ts'
import { SOURCE } from './tile-sources.ts'
import { isOfOverlay } from './watch-overlay.ts'

/** A map that is starting and gets nothing done for this long is called failed (ms). It may still recover. */
const START_DEADLINE = 8_000
/** Pauses between reading failed tiles again (ms): the first one, doubled each time up to the last one. */
const RETRY = { first: 2_000, last: 60_000 }

/** Reads tiles again that could not be read. */
export function retryTiles(map: MapLibreMap, tiles: readonly TileKey[]): void {
  for (const source of new Set(tiles.map((tile) => tile.source))) {
    if (!map.getSource(source)) continue
    map.refreshTiles(
      source,
      tiles.filter((tile) => tile.source === source).map(({ z, x, y }) => ({ z, x, y })),
    )
  }
}

/**
 * Tells the map's health what happens to the map, and has failed tiles read again after growing pauses.
 * @returns how to stop.
 */
export function watchHealth(map: MapLibreMap, health: MapHealth, pending: () => number): () => void {
  const startDeadline = () => setTimeout(() => health.overdue(pending() > 0), START_DEADLINE)
  let deadline = startDeadline()
  let running = false
  let pause = RETRY.first
  let retry: ReturnType<typeof setTimeout> | null = null
  const retryLater = () => {
    if (retry !== null) return
    retry = setTimeout(() => {
      retry = null
      pause = Math.min(RETRY.last, pause * 2)
      if (!document.hidden) retryTiles(map, health.failedTiles())
      if (health.failedTiles().length > 0) retryLater()
    }, pause)
  }

  map.once('load', () => {
    running = true
    clearTimeout(deadline)
    health.started()
  })
  map.on('webglcontextlost', () => health.contextLost())
  map.on('webglcontextrestored', () => health.contextRestored())
  map.on('moveend', () => health.keepOnly((tile) => isWantedTile(map, tile)))
  map.on('sourcedata', (event) => {
    const key = keyOf(event)
    if (key === null || event.tile?.state !== 'loaded') return
    health.tileRead(key)
    if (!running) {
      clearTimeout(deadline)
      deadline = startDeadline()
    }
    if (health.failedTiles().length === 0) pause = RETRY.first
  })
  map.on('error', (event) => {
    const key = keyOf(event)
    if (isOfOverlay(event)) return
    if (key === null) return console.error(event.error)
    health.tileFailed(key)
    retryLater()
  })
  return () => {
    clearTimeout(deadline)
    if (retry !== null) clearTimeout(retry)
  }
}

/**
 * The tile of the pack that an event is about; of an overlay's tiles the map's health does not depend. MapLibre adds it to its
 * events without a type.
 */
function keyOf(event: object): TileKey | null {
  const { sourceId, tile } = event as {
    sourceId?: string
    tile?: { tileID?: { canonical?: { z: number; x: number; y: number } } }
  }
  const id = tile?.tileID?.canonical
  const isOurs = sourceId === SOURCE.basemap || sourceId === SOURCE.zones
  return isOurs && id ? { source: sourceId, z: id.z, x: id.x, y: id.y } : null
}
