import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MapCamera, MapController, MapStatus } from '#map/map-view.ts'

export type MapState = {
  /** `absent`: its code could not be had or the device cannot draw it; everything else works without. */
  readonly status: MapStatus | 'absent'
  readonly camera: MapCamera | null
  readonly controller: MapController | null
}

export type MapStore = StoreApi<MapState>

export const createMapStore = (): MapStore =>
  createStore<MapState>(() => ({ status: 'starting', camera: null, controller: null }))
