import type { MapStatus } from './map-view.ts'

/** One tile by its source and its own zoom, column and row. */
export type TileKey = { readonly source: string; readonly z: number; readonly x: number; readonly y: number }

/** What the status of the map is made of. */
export interface MapHealth {
  /** The map drew everything that it could for the first time. */
  started(): void
  /** It did not start in time: `tilesPending` = tiles were asked for and no answer came. */
  overdue(tilesPending: boolean): void
  contextLost(): void
  contextRestored(): void
  tileFailed(tile: TileKey): void
  tileRead(tile: TileKey): void
  /** Forgets failures of tiles that are no longer wanted, because the camera has moved on. */
  keepOnly(isWanted: (tile: TileKey) => boolean): void
  failedTiles(): readonly TileKey[]
  status(): MapStatus
}

const nameOf = ({ source, z, x, y }: TileKey): string => `${source}/${z}/${x}/${y}`

/**
 * Keeps the status of the map and tells `onStatus` each time that it changes. One tile in view that could not be read is
 * enough for `noTiles`: a hole in a layer of hazards must never pass for a place without hazard.
 */
export function createMapHealth(onStatus: (status: MapStatus) => void): MapHealth {
  const failed = new Map<string, TileKey>()
  let phase: 'starting' | 'running' | 'overdue' | 'hanging' = 'starting'
  let contextGone = false
  let told: MapStatus = 'starting'

  const status = (): MapStatus => {
    if (contextGone || phase === 'overdue') return 'failed'
    if (phase === 'hanging' || failed.size > 0) return 'noTiles'
    return phase === 'running' ? 'ready' : 'starting'
  }
  const tell = () => {
    const now = status()
    if (now === told) return
    told = now
    onStatus(now)
  }
  const and = (change: () => void) => {
    change()
    tell()
  }

  return {
    started: () => and(() => (phase = 'running')),
    overdue: (tilesPending) =>
      and(() => {
        if (phase === 'starting') phase = tilesPending ? 'hanging' : 'overdue'
      }),
    contextLost: () => and(() => (contextGone = true)),
    contextRestored: () => and(() => (contextGone = false)),
    tileFailed: (tile) => and(() => failed.set(nameOf(tile), tile)),
    tileRead: (tile) => and(() => failed.delete(nameOf(tile))),
    keepOnly: (isWanted) =>
      and(() => {
        for (const [name, tile] of failed) if (!isWanted(tile)) failed.delete(name)
      }),
    failedTiles: () => [...failed.values()],
    status,
  }
}
