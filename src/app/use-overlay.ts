import { useMemo } from 'react'
import { useStore } from 'zustand'
import { OFFICIAL_ZOOMS } from '#domain/official-tiles/official-layer.ts'
import type { MapOverlay } from '#map/map-view.ts'
import type { Parts } from './parts.ts'

/** Enough to know the colours, and enough to see the map below. */
const OPACITY = 0.75

/** The official layer that the person laid over the map, as the map draws it; null while there is none. */
export function useOverlay({ online, services }: Parts): MapOverlay | null {
  const layer = useStore(online.store, (state) => state.overlay)
  return useMemo(
    () =>
      layer === null
        ? null
        : {
            tiles: services.official.template(layer),
            opacity: OPACITY,
            minzoom: OFFICIAL_ZOOMS.min,
            maxzoom: OFFICIAL_ZOOMS.max,
          },
    [layer, services],
  )
}
